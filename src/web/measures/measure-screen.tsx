import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { instrumentOf } from "#domain/measures/instruments/instrument-list.ts";
import { readMeasure } from "#domain/measures/measure.api.ts";
import type { CrisisCall, Measure } from "#domain/measures/measure.ts";
import { CrisisWords, MeasureQuestions } from "#web/measures/measure-questions.tsx";
import { bandWord } from "#web/measures/measure-words.ts";
import { TakeBackMeasure } from "#web/measures/take-back-measure.tsx";
import { useParam } from "#web/platform/address.ts";
import { paths } from "#web/platform/paths.ts";
import { useSession } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { Card } from "#web/ui/card.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Note } from "#web/ui/note.tsx";
import { Columns, Screen } from "#web/ui/screen.tsx";
import { Time } from "#web/ui/time.tsx";

const Outcome = (props: { readonly measure: Measure }): ReactNode => {
  const { t, i18n } = useLingui();
  const { organization } = useSession();
  const { measure } = props;
  const { highest } = instrumentOf(measure.instrument).scoring;
  const { completedAt, cancelledAt, score, band, notScoredBecause } = measure;
  const open = cancelledAt === null ? t`Not yet` : t`Taken back`;
  const word = bandWord(band ?? "");
  return (
    <>
      <Card title={<Trans>Score</Trans>}>
        <Facts
          facts={[
            {
              name: t`Completed`,
              value: completedAt && <Time at={completedAt} zone={organization.zone} />,
              absent: open,
            },
            {
              name: t`Score`,
              value: score === null ? null : t`${score} of ${highest}`,
              absent:
                notScoredBecause === null ? open : t`Not scored: too many answers are missing`,
            },
            { name: t`Band`, value: band && (typeof word === "string" ? word : i18n._(word)) },
            {
              name: t`Answered by`,
              value:
                measure.answeredBy === null
                  ? null
                  : measure.answeredBy === "self"
                    ? t`the person, on their own device`
                    : t`staff, as it was said aloud`,
            },
            { name: t`Asked by`, value: measure.requestedBy },
          ]}
        />
      </Card>
      <Note>
        <Trans>A score is a screening, not a diagnosis.</Trans>
      </Note>
    </>
  );
};

/** One measure: entered by staff as it is said aloud, or read as it was answered on the phone. */
export const MeasureScreen = (): ReactNode => {
  const { t } = useLingui();
  const { organization } = useSession();
  const patientId = useParam("patientId");
  const measure = useRead(
    readMeasure,
    { requestId: useParam("requestId") },
    { alsoOn: ["my-measure"] },
  );
  const [crisis, setCrisis] = useState<CrisisCall | null>(null);
  const name = measure.data?.patientName ?? "";
  return (
    <Loaded read={measure}>
      {(data) => (
        // What was pressed is gone when it is completed or taken back: the screen begins anew at its title.
        <Screen
          key={`${data.completedAt ?? ""} ${data.cancelledAt ?? ""}`}
          title={instrumentOf(data.instrument).name}
          facts={name}
          above={[
            { label: name, to: paths.patient(patientId) },
            { label: t`Measures`, to: paths.measures(patientId) },
          ]}
          otherActions={<TakeBackMeasure measure={data} />}
        >
          {data.cancelledAt !== null && (
            <Note>
              <Trans>
                Taken back <Time at={data.cancelledAt} zone={organization.zone} />. What was
                answered before stays readable.
              </Trans>
            </Note>
          )}
          {crisis !== null && (
            <Note meaning="risk">
              <CrisisWords crisis={crisis} name={name} />
            </Note>
          )}
          <Columns aside={<Outcome measure={data} />}>
            <MeasureQuestions key={data.id} measure={data} crisis={crisis} onCrisis={setCrisis} />
          </Columns>
        </Screen>
      )}
    </Loaded>
  );
};
