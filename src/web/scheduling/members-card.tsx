import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { listMemberships } from "#domain/scheduling/membership.api.ts";
import type { Membership } from "#domain/scheduling/membership.ts";
import type { Series } from "#domain/scheduling/series.ts";
import { useSearchWord } from "#web/platform/address.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { useToday } from "#web/platform/use-today.ts";
import { JoinForm, LeaveForm, TransferForm } from "#web/scheduling/member-forms.tsx";
import { MemberRow, type MemberAct } from "#web/scheduling/member-row.tsx";
import { seatForWord } from "#web/platform/admission-paths.ts";
import { usePeopleInCare } from "#web/scheduling/use-schedule-choices.ts";
import { PauseForm } from "#web/scheduling/pause-form.tsx";
import { WithdrawDialog } from "#web/scheduling/withdraw-dialog.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card, CardFoot } from "#web/ui/card.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { AddIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Note } from "#web/ui/note.tsx";
import { Rows } from "#web/ui/rows.tsx";

interface Closing {
  readonly onClose: () => void;
}

type Asking =
  | { readonly act: "join"; readonly enrollmentId: string }
  | { readonly act: MemberAct; readonly member: Membership };

const AskedDialog = (
  props: Closing & {
    readonly asking: Asking | null;
    readonly series: Series;
    readonly today: string;
    readonly onAsk: (asking: Asking) => void;
  },
): ReactNode => {
  const { asking, series, today, onClose, onAsk } = props;
  if (asking?.act === "withdraw") {
    const { member } = asking;
    return (
      <WithdrawDialog
        key={member.id}
        member={member}
        onClose={onClose}
        onLeave={member.endsOn === null ? () => onAsk({ act: "leave", member }) : undefined}
      />
    );
  }
  const name = asking === null || asking.act === "join" ? "" : asking.member.patientName;
  return (
    <Dialog
      open={asking !== null}
      onClose={onClose}
      title={
        asking?.act === "leave" ? (
          <Trans>{name} leaves</Trans>
        ) : asking?.act === "pause" ? (
          <Trans>{name} is away for a while</Trans>
        ) : asking?.act === "transfer" ? (
          <Trans>Transfer {name}</Trans>
        ) : (
          <Trans>Add a member</Trans>
        )
      }
    >
      {asking?.act === "join" && (
        <JoinForm series={series} enrollmentId={asking.enrollmentId} onClose={onClose} />
      )}
      {asking?.act === "leave" && (
        <LeaveForm member={asking.member} today={today} onClose={onClose} />
      )}
      {asking?.act === "pause" && (
        <PauseForm member={asking.member} today={today} onClose={onClose} />
      )}
      {asking?.act === "transfer" && (
        <TransferForm member={asking.member} today={today} onClose={onClose} />
      )}
    </Dialog>
  );
};

const MemberRows = (props: {
  readonly series: Series;
  readonly rows: readonly Membership[];
  readonly today: string;
  readonly mayManage: boolean;
  readonly onAsk: (asking: Asking) => void;
}): ReactNode => {
  const { t } = useLingui();
  const [sought] = useSearchWord("seat");
  const [all, setAll] = useState(false);
  const { rows, today, series } = props;
  const isNow = ({ withdrawn, endsOn }: Membership): boolean =>
    withdrawn === null && (endsOn === null || endsOn >= today);
  const hasEnded = series.retiredAt !== null;
  const now = rows.filter((one) => isNow(one) && !hasEnded);
  const earlier = rows.filter((one) => !now.includes(one));
  const isAllShown = all || hasEnded;
  const shown = isAllShown ? [...now, ...earlier] : now;
  return (
    <>
      {shown.length === 0 ? (
        <EmptyState>
          {hasEnded ? (
            <Trans>Nobody was in this group. It has ended, and takes nobody in any more.</Trans>
          ) : (
            <Trans>Nobody is in this group yet. Whoever plans it adds members here.</Trans>
          )}
        </EmptyState>
      ) : (
        <Rows label={t`Members`}>
          {shown.map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              today={today}
              sought={member.id === sought}
              onAsk={props.mayManage ? (act) => props.onAsk({ act, member }) : undefined}
            />
          ))}
        </Rows>
      )}
      {earlier.length > 0 && !hasEnded && (
        <CardFoot>
          <Button kind="quiet" onPress={() => setAll(!all)}>
            {all ? (
              <Trans>Hide earlier members</Trans>
            ) : (
              <Plural
                value={earlier.length}
                one="Show # earlier member"
                other="Show # earlier members"
              />
            )}
          </Button>
        </CardFoot>
      )}
    </>
  );
};

/** Whoever came here to give one person a seat gives it without finding them again. */
const SeatFor = (props: {
  readonly members: readonly Membership[];
  readonly onGive: (enrollmentId: string) => void;
}): ReactNode => {
  const [enrollmentId] = useSearchWord(seatForWord);
  const people = usePeopleInCare();
  const person = people.rows.find((one) => one.enrollmentId === enrollmentId);
  const isIn = props.members.some(
    (one) => one.enrollmentId === enrollmentId && one.endsOn === null,
  );
  if (person === undefined || isIn) return null;
  const { name } = person;
  return (
    <Note
      action={
        <Button kind="primary" onPress={() => props.onGive(enrollmentId)}>
          <Trans>Give {name} a seat</Trans>
        </Button>
      }
    >
      <Trans>You came here to find a seat for {name}.</Trans>
    </Note>
  );
};

/** Who is in a group and who was, and the dated acts of joining, leaving and going over. */
export const MembersCard = (props: { readonly series: Series }): ReactNode => {
  const { t } = useLingui();
  const { series } = props;
  const today = useToday(series.zone);
  const mayManage = useCan("enrollments:manage") && series.retiredAt === null;
  const [asking, setAsking] = useState<Asking | null>(null);
  const members = useRead(listMemberships, { seriesId: series.id });
  const { memberCount, capacity } = series;
  return (
    <Card
      title={t`Members`}
      aside={
        <Trans>
          {memberCount} of {capacity}
        </Trans>
      }
      actions={
        mayManage && (
          <Button icon={AddIcon} onPress={() => setAsking({ act: "join", enrollmentId: "" })}>
            <Trans>Add a member</Trans>
          </Button>
        )
      }
      flush
    >
      {mayManage && (
        <SeatFor
          members={members.data?.rows ?? []}
          onGive={(enrollmentId) => setAsking({ act: "join", enrollmentId })}
        />
      )}
      <Loaded read={members}>
        {({ rows }) => (
          <MemberRows
            series={series}
            rows={rows}
            today={today}
            mayManage={mayManage}
            onAsk={setAsking}
          />
        )}
      </Loaded>
      <AskedDialog
        asking={asking}
        series={series}
        today={today}
        onAsk={setAsking}
        onClose={() => setAsking(null)}
      />
    </Card>
  );
};
