import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { releaseHold } from "#domain/billing/claims/hold.api.ts";
import type { Hold } from "#domain/billing/claims/hold.ts";
import { daysBetween, useToday } from "#web/billing/claims/claim-age.ts";
import { claimProblemWords } from "#web/billing/claims/claim-words.ts";
import type { DayWords } from "#web/billing/claims/day-words.ts";
import { saySpan } from "#web/billing/claims/span-text.ts";
import { useClaimHolds } from "#web/billing/claims/use-claim-holds.ts";
import { dayAt } from "#web/platform/dates.ts";
import { sayMoney } from "#web/platform/money.ts";
import { sayOwnerRole } from "#web/platform/owner-words.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan, useOrganizationZone } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { Button } from "#web/ui/button.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { ConfirmDialog } from "#web/ui/confirm-dialog.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";

const longDays = 30;
const soonDays = 7;

const Age = (props: { readonly raisedAt: string }): ReactNode => {
  const today = useToday();
  const days = daysBetween(dayAt(props.raisedAt, useOrganizationZone()), today);
  if (days >= longDays)
    return (
      <Chip meaning="overdue">
        <Trans>{days} days</Trans>
      </Chip>
    );
  if (days >= soonDays)
    return (
      <Chip meaning="short">
        <Trans>{days} days</Trans>
      </Chip>
    );
  return <Chip>{days === 0 ? <Trans>Since today</Trans> : <Trans>Day {days + 1}</Trans>}</Chip>;
};

const ReleaseDialog = (props: { readonly hold: Hold; readonly onClose: () => void }): ReactNode => {
  const { t } = useLingui();
  const { hold, onClose } = props;
  const act = useAct(releaseHold, {
    words: claimProblemWords,
    changes: ["claim"],
    done: t`Released.`,
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={<Trans>Release this hold?</Trans>}
      verb={<Trans>Release</Trans>}
      busy={act.busy}
      reasonLabel={<Trans>Why it may go</Trans>}
      keep={{ act, of: hold.id ?? "" }}
      onConfirm={(reason, draftId) => {
        if (hold.id !== null) void act.run({ holdId: hold.id, reason }, draftId);
      }}
    >
      <Trans>The claim goes with the next file, unless something else keeps it.</Trans>
    </ConfirmDialog>
  );
};

/** Holds of one person, one payer and one reason: what is mended once ends them all. */
interface Together {
  readonly first: Hold;
  readonly from: string;
  readonly through: string;
  readonly count: number;
  readonly totalCents: number;
}

const together = (holds: readonly Hold[]): readonly Together[] => {
  const found = new Map<string, Together>();
  for (const hold of holds) {
    const { code, values, claimId, patient, payerName, totalCents } = hold;
    const { fromDate, throughDate } = hold;
    const key = [claimId, patient.id, payerName, code, values["sessionId"]].join(" ");
    const before = found.get(key);
    found.set(key, {
      first: before?.first ?? hold,
      from: before === undefined || fromDate < before.from ? fromDate : before.from,
      through: before === undefined || throughDate > before.through ? throughDate : before.through,
      count: (before?.count ?? 0) + 1,
      totalCents: (before?.totalCents ?? 0) + totalCents,
    });
  }
  return [...found.values()];
};

const About = (props: { readonly holds: Together }): ReactNode => {
  const { first, from, through, count, totalCents } = props.holds;
  return (
    <>
      {first.patient.name} · {saySpan(from, through)}
      {count > 1 && (
        <>
          , <Plural value={count} one="# day" other="# days" />
        </>
      )}{" "}
      · {sayMoney(totalCents)}
    </>
  );
};

/** Where the hold is looked at: its claim, its day, or all the days of its person. */
const homeOf = ({ first, count }: Together): string => {
  if (first.claimId !== null) return paths.claim(first.claimId);
  return count === 1
    ? dayAddress(first.enrollmentId, first.fromDate)
    : `${paths.chargesOf(first.patient.id)}&days.state=held`;
};

const HoldRow = (props: {
  readonly holds: Together;
  readonly dayWords: DayWords;
  readonly isWithin: "claim" | "list";
  readonly onRelease: (hold: Hold) => void;
}): ReactNode => {
  const { i18n } = useLingui();
  const { holds, dayWords, isWithin } = props;
  const { first: hold } = holds;
  const { code, values, claimId, patient } = hold;
  const mayManage = useCan("claims:manage");
  const ofClaim = useClaimHolds();
  const said = ofClaim(code) ?? dayWords.hold({ code, values });
  const place = dayWords.place({ code, values, patientId: patient.id, claimId });
  const owner = sayOwnerRole(i18n, hold.owner);
  const isListed = isWithin === "list";
  return (
    <Row
      title={isListed ? <About holds={holds} /> : said?.sentence}
      {...(isListed && { to: homeOf(holds) })}
      below={
        <>
          {isListed && (
            <>
              {hold.payerName} · {said?.sentence ?? code}{" "}
            </>
          )}
          {said?.mend} <Trans>Waits for {owner}.</Trans>
        </>
      }
      marks={<Age raisedAt={hold.raisedAt} />}
      action={
        <>
          {place !== null && (
            <Button size="small" to={place.to}>
              {place.name}
            </Button>
          )}
          {hold.mayBeReleased && mayManage && (
            <Button size="small" onPress={() => props.onRelease(hold)}>
              <Trans>Release</Trans>
            </Button>
          )}
        </>
      }
    />
  );
};

/** The day of somebody in charge review, its reasons open. */
const dayAddress = (enrollmentId: string, day: string): string =>
  `${paths.charges}?until=${day}&of=${enrollmentId}&day=${day}`;

/** What waits, why, since when, for whom, and where it is ended. */
export const HoldRows = (props: {
  readonly holds: readonly Hold[];
  readonly dayWords: DayWords;
  readonly isWithin: "claim" | "list";
}): ReactNode => {
  const { t } = useLingui();
  const [releasing, setReleasing] = useState<Hold | null>(null);
  return (
    <>
      <Rows label={t`Holds`}>
        {together(props.holds).map((holds) => (
          <HoldRow
            key={`${holds.first.id ?? holds.first.dayChargeId} ${holds.first.code}`}
            holds={holds}
            dayWords={props.dayWords}
            isWithin={props.isWithin}
            onRelease={setReleasing}
          />
        ))}
      </Rows>
      {releasing !== null && <ReleaseDialog hold={releasing} onClose={() => setReleasing(null)} />}
    </>
  );
};
