import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useLanguage } from "#web/platform/language.ts";
import { useSession } from "#web/platform/session.tsx";
import { Button } from "#web/ui/button.tsx";
import { ErrorPanel } from "#web/ui/error-panel.tsx";
import { AnswerList, AskedQuestion, HowFar } from "#web/ui/patient/answer-list.tsx";
import { PatientCard } from "#web/ui/patient/patient-card.tsx";
import { HelpNowCard } from "#web/patient/help-now-card.tsx";
import { useCheckIn, type CheckIn, type Sheet } from "#web/patient/use-check-in.ts";

interface Asking {
  readonly checkIn: CheckIn;
}

const Failure = ({ checkIn: { failure } }: Asking): ReactNode =>
  failure && <ErrorPanel onRetry={failure.again}>{failure.sentence}</ErrorPanel>;

const Review = ({ checkIn }: Asking): ReactNode => {
  const of = checkIn.items.length;
  const answered = checkIn.items.filter(({ id }) => checkIn.answers[id] !== undefined).length;
  return (
    <PatientCard lifted takesFocus={checkIn.hasMoved} title={<Trans>That is all</Trans>}>
      <p>
        <Trans>
          You answered {answered} of {of}. Your team sees your answers.
        </Trans>
      </p>
      <Failure checkIn={checkIn} />
      <Button kind="primary" size="touch" wide busy={checkIn.busy} onPress={checkIn.send}>
        <Trans>Send to my team</Trans>
      </Button>
      <Button size="touch" wide onPress={() => checkIn.goTo(0)}>
        <Trans>Look at my answers again</Trans>
      </Button>
    </PatientCard>
  );
};

const Question = ({ checkIn }: Asking): ReactNode => {
  const { t } = useLingui();
  const language = useLanguage();
  const { instrument, item, number } = checkIn;
  // The most there can be: an answer may ask for one more, and a number that grows on the way is no number.
  const count = instrument.items.length;
  if (item === undefined) return <Review checkIn={checkIn} />;
  return (
    <PatientCard lifted>
      <HowFar done={number - 1} of={count}>
        <Trans>
          Question {number} of {count}
        </Trans>
      </HowFar>
      <AskedQuestion
        key={item.id}
        stem={item.isScored ? instrument.stem[language] : null}
        takesFocus={checkIn.hasMoved}
      >
        {item.text[language]}
      </AskedQuestion>
      <Failure checkIn={checkIn} />
      <AnswerList
        label={t`Your answer`}
        choices={item.choices.map(({ value, text }) => ({ value, label: text[language] }))}
        chosen={checkIn.chosen}
        busy={checkIn.busy}
        onChoose={checkIn.choose}
      />
      {checkIn.isClosing && (
        <p>
          <Trans>The last question: with your answer, all of them go to your team.</Trans>
        </p>
      )}
      {number > 1 && (
        <Button size="touch" wide onPress={() => checkIn.goTo(number - 2)}>
          <Trans>Back</Trans>
        </Button>
      )}
      <Button kind="quiet" size="touch" wide onPress={() => checkIn.goTo(number)}>
        <Trans>Skip this question</Trans>
      </Button>
    </PatientCard>
  );
};

/** The questions of one answer sheet, one at a time; help in their place where an answer asks for it. */
export const CheckInQuestions = (props: {
  readonly sheet: Sheet;
  readonly onSent: () => void;
  /** It went, or was taken back, from somewhere else. */
  readonly onClosed: () => void;
}): ReactNode => {
  const { organization } = useSession();
  const checkIn = useCheckIn(props.sheet, props);
  if (checkIn.help === null) return <Question checkIn={checkIn} />;
  return (
    <HelpNowCard standing={checkIn.help} crisisPhone={organization.crisisPhone} takesFocus>
      <Button size="touch" wide onPress={checkIn.closeHelp}>
        <Trans>Go on with the check-in</Trans>
      </Button>
    </HelpNowCard>
  );
};
