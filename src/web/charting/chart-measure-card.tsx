import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { daysBetween } from "#domain/basics/civil-date.ts";
import type { Chart } from "#domain/charting/chart.ts";
import { bandWord } from "#web/charting/chart-words.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { MeasureChart } from "#web/ui/measure-chart.tsx";
import { Quiet } from "#web/ui/quiet.tsx";

// Kroenke, Spitzer, Williams 2001: the cut points of the PHQ-9; a change of 5 points is clinically meaningful.
const highest = 27;
const bands = [
  { from: 0, code: "minimal" },
  { from: 5, code: "mild" },
  { from: 10, code: "moderate" },
  { from: 15, code: "moderately-severe" },
  { from: 20, code: "severe" },
];
const meaningfulChange = 5;

const pointsOf = (rows: Chart["phq9"]["rows"]) => {
  const first = rows[0]?.on ?? "";
  const span = Math.max(1, daysBetween(first, rows.at(-1)?.on ?? first));
  return rows.map(({ id, on, score }) => ({ id, score, at: daysBetween(first, on) / span }));
};

const Sentence = (props: { readonly first: number; readonly last: number }): ReactNode => {
  const better = props.first - props.last;
  const worse = -better;
  if (better >= meaningfulChange)
    return (
      <Trans>{better} points better since the first answer. A change of 5 or more matters.</Trans>
    );
  if (worse >= meaningfulChange)
    return (
      <Trans>{worse} points worse since the first answer. A change of 5 or more matters.</Trans>
    );
  return <Trans>Less than 5 points away from the first answer: no change that matters.</Trans>;
};

/** The PHQ-9 over time upon its bands; answers without a score stay a gap. */
export const ChartMeasureCard = (props: {
  readonly patientId: string;
  readonly phq9: Chart["phq9"];
}): ReactNode => {
  const { t, i18n } = useLingui();
  const maySee = useCan("measures:read");
  const { asked, answered, rows } = props.phq9;
  const scored = rows.flatMap(({ score, band }) => (score === null ? [] : [{ score, band }]));
  const first = scored[0];
  const last = scored.at(-1);
  return (
    <Card
      title={<Trans>PHQ-9</Trans>}
      aside={
        <Trans>
          {answered} of {asked} answered
        </Trans>
      }
      actions={
        <>
          {last !== undefined && <Chip>{i18n._(bandWord(last.band ?? ""))}</Chip>}
          {maySee && (
            <Button size="small" kind="quiet" to={paths.measures(props.patientId)}>
              {asked === 0 ? <Trans>Ask</Trans> : <Trans>All measures</Trans>}
            </Button>
          )}
        </>
      }
    >
      {first === undefined || last === undefined ? (
        <Quiet>
          {asked === 0 ? (
            <Trans>Not asked yet.</Trans>
          ) : (
            <Trans>Asked; no answer has made a score yet.</Trans>
          )}
        </Quiet>
      ) : (
        <>
          <MeasureChart
            label={t`PHQ-9 from ${first.score} to ${last.score} of 27`}
            maximum={highest}
            bands={bands.map(({ from, code }) => ({ from, label: i18n._(bandWord(code)) }))}
            points={pointsOf(rows)}
          />
          {scored.length > 1 && (
            <Quiet>
              <Sentence first={first.score} last={last.score} />
            </Quiet>
          )}
        </>
      )}
    </Card>
  );
};
