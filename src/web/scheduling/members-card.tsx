import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { listMemberships } from "#domain/scheduling/membership.api.ts";
import type { Membership } from "#domain/scheduling/membership.ts";
import type { Series } from "#domain/scheduling/series.ts";
import { sayDate } from "#web/platform/dates.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { JoinForm, LeaveForm, TransferForm } from "#web/scheduling/member-forms.tsx";
import { PauseForm } from "#web/scheduling/pause-form.tsx";
import { useToday } from "#web/scheduling/use-today.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { AddIcon, HeldIcon, LeaveIcon, PeopleIcon, SwitchIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { MoreMenu } from "#web/ui/more-menu.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";

interface Closing {
  readonly onClose: () => void;
}

type Asking =
  | { readonly act: "join" }
  | { readonly act: "leave" | "transfer" | "pause"; readonly member: Membership };

const AskedDialog = (
  props: Closing & {
    readonly asking: Asking | null;
    readonly series: Series;
    readonly today: string;
  },
): ReactNode => {
  const { asking, series, today, onClose } = props;
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
      {asking?.act === "join" && <JoinForm series={series} onClose={onClose} />}
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

const MemberRow = (props: {
  readonly member: Membership;
  readonly mayManage: boolean;
  readonly today: string;
  readonly onAsk: (asking: Asking) => void;
}): ReactNode => {
  const { t } = useLingui();
  const { member, onAsk } = props;
  const name = member.patientName;
  const from = sayDate(member.startsOn);
  const isToCome = member.startsOn > props.today;
  const to = member.endsOn === null ? null : sayDate(member.endsOn);
  return (
    <Row
      icon={PeopleIcon}
      to={paths.patient(member.patientId)}
      title={member.patientName}
      below={
        <>
          {member.levelName} ·{" "}
          {isToCome && to === null ? (
            <Trans>from {from}</Trans>
          ) : to === null ? (
            <Trans>since {from}</Trans>
          ) : (
            <Trans>
              {from} to {to}
            </Trans>
          )}
        </>
      }
      action={
        props.mayManage &&
        member.endsOn === null && (
          <MoreMenu
            label={t`More about ${name}`}
            acts={[
              {
                label: t`Pause`,
                icon: HeldIcon,
                onPress: () => onAsk({ act: "pause", member }),
              },
              {
                label: t`Transfer to another group`,
                icon: SwitchIcon,
                onPress: () => onAsk({ act: "transfer", member }),
              },
              {
                label: t`Leave the group`,
                icon: LeaveIcon,
                danger: true,
                onPress: () => onAsk({ act: "leave", member }),
              },
            ]}
          />
        )
      }
    />
  );
};

/** Who is in a group today, and the dated acts of joining, leaving and going over. */
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
          <Button icon={AddIcon} onPress={() => setAsking({ act: "join" })}>
            <Trans>Add a member</Trans>
          </Button>
        )
      }
      flush
    >
      <Loaded read={members}>
        {({ rows: all }) => {
          const rows = all.filter((one) => one.endsOn === null || one.endsOn >= today);
          return rows.length === 0 ? (
            <EmptyState>
              <Trans>Nobody is in this group yet.</Trans>
            </EmptyState>
          ) : (
            <Rows label={t`Members`}>
              {rows.map((member) => (
                <MemberRow
                  key={member.id}
                  member={member}
                  mayManage={mayManage}
                  today={today}
                  onAsk={setAsking}
                />
              ))}
            </Rows>
          );
        }}
      </Loaded>
      <AskedDialog asking={asking} series={series} today={today} onClose={() => setAsking(null)} />
    </Card>
  );
};
