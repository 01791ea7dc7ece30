import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { SnapshotLine } from "#domain/billing/claims/claim-snapshot.ts";
import type { Claim, ProvedSession } from "#domain/billing/claims/claim.ts";
import type { DayWords } from "#web/billing/claims/day-words.ts";
import { sayDate, sayMoment, sayTime } from "#web/platform/dates.ts";
import { sayMoney } from "#web/platform/money.ts";
import { useSayOtherZone } from "#web/platform/other-zone.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { Button } from "#web/ui/button.tsx";
import { OpenRow, OpenRows } from "#web/ui/open-rows.tsx";
import { Quiet } from "#web/ui/quiet.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";

const NoteSaid = (props: { readonly session: ProvedSession }): ReactNode => {
  const { note, zone } = props.session;
  const other = useSayOtherZone()(zone);
  if (note === null) return <Trans>No note.</Trans>;
  const { authorName } = note;
  const when = sayMoment(note.signedAt, zone) + other;
  const cosigned = note.cosignedAt === null ? null : sayMoment(note.cosignedAt, zone) + other;
  return (
    <>
      <Trans>
        Note signed by {authorName}, {when}
      </Trans>
      {cosigned !== null && (
        <>
          {" · "}
          <Trans>cosigned {cosigned}</Trans>
        </>
      )}
      {note.isRetracted && (
        <>
          {" · "}
          <strong>
            <Trans>retracted since</Trans>
          </strong>
        </>
      )}
    </>
  );
};

const SessionRow = (props: {
  readonly session: ProvedSession | undefined;
  readonly minutes: number;
}): ReactNode => {
  const { session, minutes } = props;
  const mayExplain = useCan("charges:read");
  const maySeeNote = useCan("notes:read");
  const sayOtherZone = useSayOtherZone();
  const figure = <Plural value={minutes} one="# minute" other="# minutes" />;
  if (session === undefined)
    return <Row title={<Trans>A session that is no longer here</Trans>} marks={figure} />;
  const [from, to] = [
    sayTime(session.startsAt, session.zone),
    sayTime(session.endsAt, session.zone),
  ];
  return (
    <Row
      title={
        <>
          {session.name}, {from}–{to}
          {sayOtherZone(session.zone)}
        </>
      }
      {...(mayExplain && { to: paths.sessionCharges(session.sessionId) })}
      below={<NoteSaid session={session} />}
      marks={figure}
      action={
        maySeeNote &&
        session.note !== null && (
          <Button size="small" to={paths.note(session.note.id)}>
            <Trans>Open the note</Trans>
          </Button>
        )
      }
    />
  );
};

const codesOf = ({ revenueCode, procedure, modifiers }: SnapshotLine): string =>
  [revenueCode, procedure, ...modifiers].filter((code) => code !== null).join(" ");

const Clinician = (props: { readonly line: SnapshotLine }): ReactNode => {
  const { rendering } = props.line;
  if (rendering === null) return null;
  const { first, last, npi } = rendering;
  return (
    <Quiet>
      <Trans>
        Treated by {first} {last}, NPI {npi ?? "–"}
      </Trans>
    </Quiet>
  );
};

const diagnosesOf = (line: SnapshotLine, claim: Claim): string =>
  line.pointers.flatMap((pointer) => claim.snapshot.diagnoses[pointer - 1]?.code ?? []).join(", ");

const LineRow = (props: {
  readonly line: SnapshotLine;
  readonly claim: Claim;
  readonly dayWords: DayWords;
}): ReactNode => {
  const { line, claim, dayWords } = props;
  const { rule, sessions } = line.trace;
  const day = sayDate(line.serviceDate);
  const diagnoses = diagnosesOf(line, claim);
  const minutes = sessions.reduce((sum, one) => sum + one.minutes, 0);
  return (
    <OpenRow
      title={
        <>
          {line.number} · {day} · {codesOf(line)} × {line.units}
        </>
      }
      below={
        <>
          <Plural value={minutes} one="# minute" other="# minutes" /> ·{" "}
          <Plural value={sessions.length} one="# session" other="# sessions" />
          {diagnoses !== "" && <> · {diagnoses}</>}
        </>
      }
      figure={sayMoney(line.chargeCents)}
      isOpen={claim.snapshot.lines.length === 1}
    >
      <p>{dayWords.rule(rule)}</p>
      <Rows>
        {sessions.map((one) => (
          <SessionRow
            key={one.sessionId}
            session={claim.sessions.find(({ sessionId }) => sessionId === one.sessionId)}
            minutes={one.minutes}
          />
        ))}
      </Rows>
      <Clinician line={line} />
      <Quiet>
        <Trans>Said by: {rule.source}</Trans>
      </Quiet>
    </OpenRow>
  );
};

/** Each line of a claim; open, the rule that made it and the sessions, minutes and notes that prove it. */
export const ClaimLines = (props: {
  readonly claim: Claim;
  readonly dayWords: DayWords;
}): ReactNode => {
  const { t } = useLingui();
  return (
    <OpenRows label={t`Lines`}>
      {props.claim.snapshot.lines.map((line) => (
        <LineRow key={line.number} line={line} claim={props.claim} dayWords={props.dayWords} />
      ))}
    </OpenRows>
  );
};
