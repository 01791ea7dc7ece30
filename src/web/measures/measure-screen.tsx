import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { instrumentOf } from "#domain/measures/instruments/instrument-list.ts";
import { itemsAsked } from "#domain/measures/instruments/score.ts";
import { answerMeasure, completeMeasure, readMeasure } from "#domain/measures/measure.api.ts";
import type { CrisisCall, Measure } from "#domain/measures/measure.ts";
import { bandWord, measureWords } from "#web/measures/measure-words.ts";
import { TakeBackMeasure } from "#web/measures/take-back-measure.tsx";
import { useParam } from "#web/platform/address.ts";
import { sayTime } from "#web/platform/dates.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan, useSession } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useRead } from "#web/platform/use-read.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { ChoiceChips } from "#web/ui/choice-bar.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Note } from "#web/ui/note.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Columns, Screen } from "#web/ui/screen.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { Time } from "#web/ui/time.tsx";

type Language = "en" | "es";

const Outcome = (props: { readonly measure: Measure }): ReactNode => {
  const { t, i18n } = useLingui();
  const { organization } = useSession();
  const { measure } = props;
  const { highest } = instrumentOf(measure.instrument).scoring;
  const { completedAt, score, band, notScoredBecause } = measure;
  const word = bandWord(band ?? "");
  return (
    <>
      <Card title={<Trans>Score</Trans>}>
        <Facts
          facts={[
            {
              name: t`Completed`,
              value: completedAt && <Time at={completedAt} zone={organization.zone} />,
              absent: t`Not yet`,
            },
            {
              name: t`Score`,
              value: score === null ? null : t`${score} of ${highest}`,
              absent:
                notScoredBecause === null
                  ? t`Not yet`
                  : t`Not scored: too many answers are missing`,
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

const Questions = (props: {
  readonly measure: Measure;
  readonly onCrisis: (crisis: CrisisCall) => void;
}): ReactNode => {
  const { t } = useLingui();
  const { measure } = props;
  const { id: requestId, answers } = measure;
  const instrument = instrumentOf(measure.instrument);
  const mayAsk = useCan("measures:ask");
  const isOpen = measure.completedAt === null && measure.cancelledAt === null && mayAsk;
  const [language, setLanguage] = useState<Language>(measure.language ?? "en");
  const answer = useAct(answerMeasure, {
    words: measureWords,
    changes: ["task"],
    onDone: ({ crisis }) => {
      if (crisis !== null) props.onCrisis(crisis);
    },
  });
  const complete = useAct(completeMeasure, { words: measureWords, done: t`Completed and scored.` });
  return (
    <Card title={<span lang={language}>{instrument.stem[language]}</span>}>
      {isOpen && (
        <SelectField
          label={t`Read aloud in`}
          name="language"
          value={language}
          onChange={(chosen) => setLanguage(chosen === "es" ? "es" : "en")}
          error={undefined}
          choices={[
            { value: "en", label: "English" },
            { value: "es", label: "Español" },
          ]}
        />
      )}
      <Rows label={instrument.name}>
        {itemsAsked(instrument, answers).map((item) => (
          <Row
            key={item.id}
            title={<span lang={language}>{item.text[language]}</span>}
            below={
              isOpen ? (
                <ChoiceChips
                  label={item.text[language]}
                  choices={item.choices.map(({ value, text }) => ({
                    value: String(value),
                    label: `${value} ${text[language]}`,
                  }))}
                  chosen={answers[item.id] === undefined ? null : String(answers[item.id])}
                  onChoose={(value) =>
                    void answer.run({ requestId, item: item.id, value: Number(value), language })
                  }
                />
              ) : (
                (item.choices.find(({ value }) => value === answers[item.id])?.text[language] ?? (
                  <Trans>Not answered</Trans>
                ))
              )
            }
          />
        ))}
      </Rows>
      {isOpen && (
        <Button
          kind="primary"
          busy={complete.busy}
          onPress={() => void complete.run({ requestId })}
        >
          <Trans>Complete and score</Trans>
        </Button>
      )}
    </Card>
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
        <Screen
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
              <Trans>
                This answer raised a crisis task, due {sayTime(crisis.callBy, organization.zone)}.
                Stay with {name} until somebody has taken it.
              </Trans>
            </Note>
          )}
          <Columns aside={<Outcome measure={data} />}>
            <Questions key={data.id} measure={data} onCrisis={setCrisis} />
          </Columns>
        </Screen>
      )}
    </Loaded>
  );
};
