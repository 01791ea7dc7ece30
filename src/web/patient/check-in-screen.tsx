import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import type { Output } from "#domain/contract/route.ts";
import { instrumentOf } from "#domain/measures/instruments/instrument-list.ts";
import { itemsAsked } from "#domain/measures/instruments/score.ts";
import { answerMyMeasure, completeMyMeasure, readMyMeasure } from "#domain/measures/measure.api.ts";
import type { CrisisCall } from "#domain/measures/measure.ts";
import { useLanguage } from "#web/platform/language.ts";
import { myPaths } from "#web/platform/paths.ts";
import type { ProblemWords } from "#web/platform/problem-words.ts";
import { useSession } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useRead } from "#web/platform/use-read.ts";
import { Button } from "#web/ui/button.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { AnswerList, AskedQuestion, HowFar } from "#web/ui/patient/answer-list.tsx";
import { PatientCard } from "#web/ui/patient/patient-card.tsx";
import { useSetTrail } from "#web/ui/trail.ts";
import { HelpNowCard } from "#web/patient/help-now-card.tsx";
import { MyPage } from "#web/patient/my-page.tsx";

type Sheet = Output<typeof readMyMeasure>;

const words: ProblemWords = {
  completed: msg`This check-in went to your team already.`,
  cancelled: msg`Your team took this check-in back.`,
  "nothing-answered": msg`Nothing is answered yet. Go back and answer what you can.`,
};

const Sent = (): ReactNode => (
  <PatientCard lifted title={<Trans>Thank you</Trans>}>
    <p>
      <Trans>Your check-in is with your team. You can talk about it when you see them.</Trans>
    </p>
    <Button kind="primary" size="touch" wide to={myPaths.today}>
      <Trans>Go to Today</Trans>
    </Button>
  </PatientCard>
);

const Review = (props: {
  readonly answered: number;
  readonly of: number;
  readonly busy: boolean;
  readonly onBack: () => void;
  readonly onSend: () => void;
}): ReactNode => {
  const { answered, of } = props;
  return (
    <PatientCard lifted title={<Trans>That is all</Trans>}>
      <p>
        <Trans>
          You answered {answered} of {of}. Your team sees your answers.
        </Trans>
      </p>
      <Button kind="primary" size="touch" wide busy={props.busy} onPress={props.onSend}>
        <Trans>Send to my team</Trans>
      </Button>
      <Button size="touch" wide onPress={props.onBack}>
        <Trans>Look at my answers again</Trans>
      </Button>
    </PatientCard>
  );
};

/** The questions of one answer sheet, one at a time; every answer is kept the moment it is given. */
const Questions = (props: {
  readonly sheet: Sheet;
  readonly onHelp: (crisis: CrisisCall) => void;
}): ReactNode => {
  const { t } = useLingui();
  const language = useLanguage();
  const { id: requestId, instrument: name } = props.sheet.measure;
  const [answers, setAnswers] = useState(props.sheet.measure.answers);
  const instrument = instrumentOf(name);
  const items = itemsAsked(instrument, answers);
  const [at, setAt] = useState(() => {
    const first = items.findIndex((item) => answers[item.id] === undefined);
    return first === -1 ? items.length : first;
  });
  const answer = useAct(answerMyMeasure, {
    words,
    changes: ["my-today"],
    onDone: ({ measure, crisis }) => {
      setAnswers(measure.answers);
      setAt((now) => now + 1);
      if (crisis !== null) props.onHelp(crisis);
    },
  });
  const complete = useAct(completeMyMeasure, { words, changes: ["my-today"] });
  const item = items[at];
  if (item === undefined)
    return (
      <Review
        answered={items.filter((one) => answers[one.id] !== undefined).length}
        of={items.length}
        busy={complete.busy}
        onBack={() => setAt(0)}
        onSend={() => void complete.run({ requestId })}
      />
    );
  const number = at + 1;
  const count = items.length;
  // Never the one that asks for help: it can always be looked at again before all of it goes.
  const isClosing =
    number === count &&
    !item.isScored &&
    items.every(({ id }) => id === item.id || answers[id] !== undefined);
  const choose = async (value: number): Promise<void> => {
    const kept = await answer.run({ requestId, item: item.id, value, language });
    if (kept !== undefined && isClosing) await complete.run({ requestId });
  };
  return (
    <PatientCard lifted>
      <HowFar done={at} of={count}>
        <Trans>
          Question {number} of {count}
        </Trans>
      </HowFar>
      <AskedQuestion stem={item.isScored ? instrument.stem[language] : null}>
        {item.text[language]}
      </AskedQuestion>
      <AnswerList
        key={item.id}
        label={t`Your answer`}
        choices={item.choices.map(({ value, text }) => ({ value, label: text[language] }))}
        chosen={answers[item.id] ?? null}
        busy={answer.busy}
        onChoose={(value) => void choose(value)}
      />
      {isClosing && (
        <p>
          <Trans>The last question: with your answer, all of them go to your team.</Trans>
        </p>
      )}
      {at > 0 && (
        <Button size="touch" wide onPress={() => setAt(at - 1)}>
          <Trans>Back</Trans>
        </Button>
      )}
      <Button kind="quiet" size="touch" wide onPress={() => setAt(at + 1)}>
        <Trans>Skip this question</Trans>
      </Button>
    </PatientCard>
  );
};

/** A check-in on the phone: one question a page, help at once where an answer asks for it. */
export const CheckInScreen = (props: { readonly requestId: string }): ReactNode => {
  const { t } = useLingui();
  const language = useLanguage();
  const { organization } = useSession();
  const sheet = useRead(readMyMeasure, { requestId: props.requestId }, { alsoOn: ["my-today"] });
  const [help, setHelp] = useState<CrisisCall | null>(null);
  useSetTrail([{ label: t`Check in` }]);
  const title = sheet.data && instrumentOf(sheet.data.measure.instrument).title[language];
  return (
    <MyPage title={title ?? <Trans>Check in</Trans>}>
      {help !== null && (
        <HelpNowCard crisis={help} crisisPhone={organization.crisisPhone}>
          <Button size="touch" wide onPress={() => setHelp(null)}>
            <Trans>Go on with the check-in</Trans>
          </Button>
        </HelpNowCard>
      )}
      <Loaded read={sheet} words={words}>
        {(data) => {
          if (data.measure.completedAt !== null)
            return (
              <>
                {help === null && data.crisis !== null && (
                  <HelpNowCard crisis={data.crisis} crisisPhone={organization.crisisPhone} />
                )}
                <Sent />
              </>
            );
          return help === null && <Questions sheet={data} onHelp={setHelp} />;
        }}
      </Loaded>
    </MyPage>
  );
};
