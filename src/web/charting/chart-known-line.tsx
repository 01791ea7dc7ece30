import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Chart } from "#domain/charting/chart.ts";
import { knownRisk, type KnownMeasure } from "#domain/charting/known-risk.ts";
import { bandWord } from "#web/platform/band-words.ts";
import { sayDate, sayMoment } from "#web/platform/dates.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useSayOtherZone } from "#web/platform/other-zone.ts";
import { Chip } from "#web/ui/chip.tsx";
import { Link } from "#web/ui/link.tsx";

const useSayMeasure = (): ((measure: KnownMeasure) => string) => {
  const { t, i18n } = useLingui();
  return ({ name, score, band, alarmItem, on }) => {
    const day = sayDate(on);
    const said = score === null ? name : t`${name} ${score}, ${i18n._(bandWord(band ?? ""))}`;
    return alarmItem === null
      ? t`${said}, on ${day}`
      : t`${said}; item ${alarmItem} above zero, on ${day}`;
  };
};

const Calls = ({ days }: { readonly days: readonly string[] }): ReactNode => {
  const said = days.map((day) => sayDate(day)).join(", ");
  return (
    <Chip meaning="risk">
      <Trans>An answer needed a call: {said}</Trans>
    </Chip>
  );
};

/** What is known of risk beside the last note, each with its day; nothing where nothing is. */
export const KnownRiskMarks = (props: { readonly chart: Chart }): ReactNode => {
  const say = useSayMeasure();
  const { measures, calls } = knownRisk(props.chart);
  return (
    <>
      {measures.map((measure) => (
        <Chip key={measure.measureId} meaning="risk">
          {say(measure)}
        </Chip>
      ))}
      {calls.length > 0 && <Calls days={calls} />}
    </>
  );
};

/** The next session, or that none is booked; of somebody who is in no program nothing is said. */
export const NextSession = (props: { readonly chart: Chart }): ReactNode => {
  const { next, enrollments } = props.chart;
  const maySee = useCan("attendance:read");
  const mayOpen = useCan("notes:read");
  const sayOtherZone = useSayOtherZone();
  const isInCare = enrollments.some(({ endedOn }) => endedOn === null);
  if (!maySee || (next === null && !isInCare)) return null;
  if (next === null) return <Trans>No session is booked.</Trans>;
  const at = `${sayMoment(next.startsAt, next.zone)}${sayOtherZone(next.zone)}`;
  const { name, sessionId } = next;
  const session = mayOpen ? <Link to={paths.session(sessionId)}>{name}</Link> : name;
  return (
    <Trans>
      Next: {session}, {at}
    </Trans>
  );
};
