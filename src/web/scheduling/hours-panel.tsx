import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { HoursRow } from "#domain/scheduling/hours.api.ts";
import { floorMinutesOf, plannedShortOf, type HoursDay } from "#domain/scheduling/hours.ts";
import { sayClockLength, sayLengthToMinute } from "#web/platform/clock-length.ts";
import { sayDate } from "#web/platform/dates.ts";
import { paths } from "#web/platform/paths.ts";
import { BookedLines } from "#web/scheduling/booked-lines.tsx";
import { sayDays } from "#web/scheduling/hours-notes.ts";
import { phaseOf, type Phase } from "#web/scheduling/hours-phase.ts";
import { HoursSeats } from "#web/scheduling/hours-seats.tsx";
import { HoursStandingChip } from "#web/scheduling/hours-standing.tsx";
import { Button } from "#web/ui/button.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { PanelPart } from "#web/ui/panel-part.tsx";
import { HoursBar } from "#web/ui/hours-bar.tsx";

/** Why what is missing in a week is held against nobody. */
const VarianceLine = ({ row }: { readonly row: HoursRow }): ReactNode => {
  const days = sayDays(row.closedOn);
  const [first, last] = [sayDate(row.startsOn), sayDate(row.endsOn)];
  switch (row.standing === "variance" ? row.variance : null) {
    case "closure":
      return (
        <p>
          <Trans>Closed {days}: this week is not held against anybody.</Trans>
        </p>
      );
    case "first-week":
      return (
        <p>
          <Trans>Their first week, begun after its {first}: it is not held against anybody.</Trans>
        </p>
      );
    case "last-week":
      return (
        <p>
          <Trans>Their last week, ended before its {last}: it is not held against anybody.</Trans>
        </p>
      );
    case null:
      return null;
  }
};

/** What is booked and what is missing: of a week that is over nothing more comes. */
const Rest = (props: { readonly row: HoursRow; readonly phase: Phase }): ReactNode => {
  const booked = sayClockLength(props.row.bookedMinutes);
  const short = sayLengthToMinute(props.row.shortMinutes);
  const { shortMinutes, bookedMinutes } = props.row;
  const isRunning = props.phase === "now";
  if (props.phase === "over")
    return (
      shortMinutes > 0 && (
        <p>
          <Trans>{short} were missing.</Trans>
        </p>
      )
    );
  if (bookedMinutes === 0)
    return (
      <p>
        {isRunning ? (
          <Trans>Nothing more is booked in this week.</Trans>
        ) : (
          <Trans>Nothing is booked in this week.</Trans>
        )}{" "}
        {shortMinutes > 0 && <Trans>{short} will be missing.</Trans>}
      </p>
    );
  return (
    <p>
      {isRunning ? (
        <Trans>{booked} h more are booked.</Trans>
      ) : (
        <Trans>{booked} h are booked.</Trans>
      )}{" "}
      {shortMinutes > 0 && <Trans>{short} will be missing.</Trans>}
    </p>
  );
};

/** Said where nobody can mend the week by coming: the seats that are planned do not reach the floor. */
const PlannedLine = (props: { readonly row: HoursRow; readonly phase: Phase }): ReactNode => {
  const plannedMinutes = plannedShortOf(props.row);
  if (plannedMinutes === null || plannedMinutes === 0) return null;
  const planned = sayClockLength(plannedMinutes);
  const required = sayClockLength(floorMinutesOf(props.row) ?? 0);
  return (
    <p>
      {props.phase === "over" ? (
        <Trans>
          Planned seats came to {planned} of {required} h: the floor was out of reach even with
          every seat taken.
        </Trans>
      ) : (
        <Trans>
          Planned seats come to {planned} of {required} h: the floor is out of reach even with every
          seat taken.
        </Trans>
      )}
    </p>
  );
};

const Summary = (props: { readonly row: HoursRow; readonly phase: Phase }): ReactNode => {
  const { t } = useLingui();
  const { row, phase } = props;
  const { week } = row;
  const floor = floorMinutesOf(row);
  const required = sayClockLength(floor ?? 0);
  return (
    <PanelPart
      title={phase === "now" ? t`This week` : t`The week`}
      hint={t`${row.trackName}, ${row.levelName}, week ${week}`}
    >
      <Figure
        value={sayClockLength(row.creditedMinutes)}
        unit={floor === null ? <Trans>h credited</Trans> : <Trans>of {required} h</Trans>}
        marks={<HoursStandingChip row={row} />}
      />
      <HoursBar
        creditedMinutes={row.creditedMinutes}
        bookedMinutes={row.bookedMinutes}
        requiredMinutes={floor}
        scaleMinutes={Math.max(600, floor ?? 0, row.creditedMinutes + row.bookedMinutes)}
        requiredWords={t`${required} h required`}
      />
      <Rest row={row} phase={phase} />
      <PlannedLine row={row} phase={phase} />
      <BookedLines days={row.days} />
      <VarianceLine row={row} />
      <div>
        <Button size="small" to={paths.patient(row.patientId)}>
          <Trans>Open the chart</Trans>
        </Button>
      </div>
    </PanelPart>
  );
};

const SaidDay = (props: { readonly day: HoursDay }): ReactNode => {
  const { day } = props;
  const [credited, booked] = [
    sayClockLength(day.creditedMinutes),
    sayClockLength(day.bookedMinutes),
  ];
  const over = sayClockLength(day.overLimitMinutes);
  return (
    <>
      {day.creditedMinutes > 0 && <Trans>{credited} h credited</Trans>}
      {day.isPart && (
        <>
          , <Trans>part of a session</Trans>
        </>
      )}
      {day.creditedMinutes > 0 && day.bookedMinutes > 0 && ", "}
      {day.bookedMinutes > 0 && <Trans>{booked} h booked</Trans>}
      {day.overLimitMinutes > 0 && (
        <>
          {day.creditedMinutes + day.bookedMinutes > 0 && ", "}
          <Trans>{over} h of a make-up not credited: the rule counts no more in this week</Trans>
        </>
      )}
      {day.creditedMinutes + day.bookedMinutes + day.overLimitMinutes === 0 &&
        (day.missed > 0 ? <Trans>missed</Trans> : <Trans>excused</Trans>)}
    </>
  );
};

const isToldOf = (day: HoursDay): boolean =>
  day.creditedMinutes + day.overLimitMinutes + day.bookedMinutes + day.missed + day.excused > 0;

const RuleFacts = (props: { readonly row: HoursRow }): ReactNode => {
  const { t } = useLingui();
  const { rule, gap } = props.row;
  const [from, to] = [sayDate(props.row.startsOn), sayDate(props.row.endsOn)];
  if (rule === null)
    return (
      <PanelPart title={t`Rule in force`}>
        <p>
          <Trans>No rule asks for hours at this level of care.</Trans>
        </p>
      </PanelPart>
    );
  const floor = sayClockLength(rule.floorMinutes);
  const most = plural(gap?.longestGapDays ?? 0, { one: "at most # day", other: "at most # days" });
  const dueBy = gap?.dueBy ?? null;
  return (
    <PanelPart title={t`Rule in force`}>
      <Facts
        facts={[
          { name: t`Rule`, value: rule.name },
          {
            name: t`Asks for`,
            value: rule.floorMinutes === 0 ? t`no hours` : t`${floor} h a week`,
          },
          { name: t`Week`, value: `${from} – ${to}` },
          ...(gap === null ? [] : [{ name: t`Between services`, value: most }]),
          ...(dueBy === null ? [] : [{ name: t`Next due by`, value: sayDate(dueBy) }]),
          ...(rule.mostMakeUps === null
            ? []
            : [{ name: t`Make-ups that count`, value: t`at most ${rule.mostMakeUps} a week` }]),
          { name: t`Source`, value: rule.source },
        ]}
      />
    </PanelPart>
  );
};

/** One person's week beside the board: what each day came to, what is booked, which seats would help, and which rule decides. */
export const HoursPanel = (props: {
  readonly row: HoursRow;
  readonly today: string;
}): ReactNode => {
  const { t } = useLingui();
  const { row } = props;
  const phase = phaseOf(row, props.today);
  const days = row.days
    .filter((day) => day.date >= row.startsOn && day.date <= row.endsOn && isToldOf(day))
    .toSorted((a, b) => a.date.localeCompare(b.date));
  return (
    <>
      <Summary row={row} phase={phase} />
      <PanelPart title={t`Days`}>
        {days.length === 0 ? (
          <p>
            <Trans>No session in this week.</Trans>
          </p>
        ) : (
          <Facts
            facts={days.map((day) => ({ name: sayDate(day.date), value: <SaidDay day={day} /> }))}
          />
        )}
      </PanelPart>
      {phase !== "over" && <HoursSeats row={row} phase={phase} />}
      <RuleFacts row={row} />
    </>
  );
};
