import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Chart } from "#domain/charting/chart.ts";
import { riskWord } from "#web/charting/chart-words.ts";
import { sayClosure } from "#web/platform/closure-words.ts";
import { paths } from "#web/platform/paths.ts";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { Link } from "#web/ui/link.tsx";
import { Quiet } from "#web/ui/quiet.tsx";
import { Time } from "#web/ui/time.tsx";

const worrying = new Set(["moderate", "high", "assessed", "call-asked"]);

type Risk = NonNullable<Chart["risk"]>;

/** Which answer it was, and how the call that it asked for ended. */
const Answer = (props: {
  readonly answer: NonNullable<Risk["answer"]>;
  readonly patientId: string;
  readonly zone: string;
}): ReactNode => {
  const { i18n } = useLingui();
  const { measureId, instrument, item, value, at, closure } = props.answer;
  const measure = instrument.toUpperCase();
  const hour = <Time at={at} zone={props.zone} as="time" />;
  return (
    <Quiet>
      <Link to={paths.measure(props.patientId, measureId)}>
        <Trans>
          {measure}, item {item}: {value} of 3
        </Trans>
      </Link>
      , {hour} ·{" "}
      {closure === null ? <Trans>the call is not closed</Trans> : sayClosure(i18n, closure)}
    </Quiet>
  );
};

/** What was last said of risk, by a signed note or by an answer that asked for a call, and what was said before. */
export const ChartRiskCard = (props: { readonly chart: Chart }): ReactNode => {
  const { i18n } = useLingui();
  const { risk, patient, zone } = props.chart;
  if (risk === null)
    return (
      <Card title={<Trans>Risk</Trans>}>
        <Quiet>
          <Trans>Nothing signed or answered speaks of risk yet.</Trans>
        </Quiet>
      </Card>
    );
  const level = i18n._(riskWord(risk.level));
  const before = risk.before === null ? "" : i18n._(riskWord(risk.before.level));
  return (
    <Card
      title={<Trans>Risk</Trans>}
      aside={
        <>
          <Time at={risk.on} as="day" />
          {risk.by !== null && <> · {risk.by}</>}
        </>
      }
    >
      <Figure
        value={
          worrying.has(risk.level) ? <Chip meaning="risk">{level}</Chip> : <Chip>{level}</Chip>
        }
        unit={risk.answer === null ? <Trans>in the last note</Trans> : ""}
        beside={
          risk.before !== null && (
            <>
              <Trans>before: {before}</Trans>, <Time at={risk.before.on} as="day" />
            </>
          )
        }
      />
      {risk.answer !== null && <Answer answer={risk.answer} patientId={patient.id} zone={zone} />}
      {risk.sentence !== null && <Quiet>{risk.sentence}</Quiet>}
    </Card>
  );
};
