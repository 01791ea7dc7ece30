import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { instrumentOf } from "#domain/measures/instruments/instrument-list.ts";
import type { CrisisCall, Measure } from "#domain/measures/measure.ts";
import { useStaffAnswers } from "#web/measures/use-staff-answers.ts";
import { sayTime } from "#web/platform/dates.ts";
import { useSession } from "#web/platform/session.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { ChoiceChips } from "#web/ui/choice-bar.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { ScreenFoot } from "#web/ui/screen-foot.tsx";

/** What an answer has set off, for whoever sits with the person. */
export const CrisisWords = (props: {
  readonly crisis: CrisisCall;
  readonly name: string;
}): ReactNode => {
  const { organization } = useSession();
  const { crisis, name } = props;
  return (
    <Trans>
      This answer raised a crisis task, due {sayTime(crisis.callBy, organization.zone)}. Stay with{" "}
      {name} until somebody has taken it.
    </Trans>
  );
};

/** The questions of one measure with what was answered; open ones are read aloud and written down here. */
export const MeasureQuestions = (props: {
  readonly measure: Measure;
  readonly crisis: CrisisCall | null;
  readonly onCrisis: (crisis: CrisisCall) => void;
}): ReactNode => {
  const { t } = useLingui();
  const { measure } = props;
  const { stem, name } = instrumentOf(measure.instrument);
  const asking = useStaffAnswers(measure, props.onCrisis);
  const { isOpen, language, items, answers, nextId } = asking;
  const all = items.length;
  const count = items.filter(({ id }) => answers[id] !== undefined).length;
  return (
    <>
      <Card
        flush
        title={<span lang={language}>{stem[language]}</span>}
        actions={
          isOpen && (
            <ChoiceChips
              label={t`Read aloud in`}
              choices={[
                { value: "en", label: "English" },
                { value: "es", label: "Español" },
              ]}
              chosen={language}
              onChoose={(chosen) => asking.setLanguage(chosen === "es" ? "es" : "en")}
            />
          )
        }
      >
        <Rows label={name}>
          {items.map(({ id, text, choices }) => (
            <Row
              key={id}
              title={<span lang={language}>{text[language]}</span>}
              below={
                isOpen ? (
                  <ChoiceChips
                    label={text[language]}
                    choices={choices.map((choice) => ({
                      value: String(choice.value),
                      label: choice.text[language],
                      press: String(choice.value),
                    }))}
                    chosen={answers[id] === undefined ? null : String(answers[id])}
                    isAsked={id === nextId && count > 0}
                    onChoose={(value) => asking.choose(id, Number(value))}
                  />
                ) : (
                  (choices.find(({ value }) => value === answers[id])?.text[language] ?? (
                    <Trans>Not answered</Trans>
                  ))
                )
              }
            />
          ))}
        </Rows>
      </Card>
      {isOpen && (
        <ScreenFoot
          count={
            props.crisis === null ? (
              <Trans>
                {count} of {all} answered
              </Trans>
            ) : (
              // Where the answers are given the head of the screen is out of sight.
              <b>
                <CrisisWords crisis={props.crisis} name={measure.patientName} />
              </b>
            )
          }
          actions={
            <Button
              kind="primary"
              size="large"
              {...(count === all && { keys: ["c"] })}
              busy={asking.busy}
              onPress={asking.finish}
            >
              <Trans>Complete and score</Trans>
            </Button>
          }
        />
      )}
    </>
  );
};
