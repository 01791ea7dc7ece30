import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { instrumentOf } from "#domain/measures/instruments/instrument-list.ts";
import { itemsAsked } from "#domain/measures/instruments/score.ts";
import type { CrisisCall, Measure } from "#domain/measures/measure.ts";
import { readMyMeasure } from "#domain/measures/measure.api.ts";
import { sayMoment } from "#web/platform/dates.ts";
import { useLanguage } from "#web/platform/language.ts";
import { myPaths } from "#web/platform/paths.ts";
import { useSession } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { Button } from "#web/ui/button.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { GivenAnswers } from "#web/ui/patient/answer-list.tsx";
import { PatientCard } from "#web/ui/patient/patient-card.tsx";
import { useSetTrail } from "#web/ui/trail.ts";
import { CheckInQuestions } from "#web/patient/check-in-questions.tsx";
import { HelpNowCard } from "#web/patient/help-now-card.tsx";
import { MyPage } from "#web/patient/my-page.tsx";

const Thanks = (): ReactNode => (
  <PatientCard lifted takesFocus title={<Trans>Thank you</Trans>}>
    <p>
      <Trans>
        Your check-in is with your team. You can talk about it when you see them. What you sent
        stays under Me.
      </Trans>
    </p>
    <Button kind="primary" size="touch" wide to={myPaths.today}>
      <Trans>Go to Today</Trans>
    </Button>
  </PatientCard>
);

/** What one answered, question by question, as it was sent. */
const SentAnswers = (props: { readonly measure: Measure; readonly sentAt: string }): ReactNode => {
  const language = useLanguage();
  const { organization } = useSession();
  const { answers } = props.measure;
  const when = sayMoment(props.sentAt, organization.zone);
  const items = itemsAsked(instrumentOf(props.measure.instrument), answers);
  return (
    <PatientCard title={<Trans>What you answered</Trans>}>
      <p>
        <Trans>Sent {when}. To change something, tell your team.</Trans>
      </p>
      <GivenAnswers
        rows={items.map((item) => {
          const choice = item.choices.find(({ value }) => value === answers[item.id]);
          return {
            id: item.id,
            question: item.text[language],
            answer: choice?.text[language] ?? <Trans>Left out</Trans>,
          };
        })}
      />
    </PatientCard>
  );
};

const StillTold = (props: { readonly crisis: CrisisCall | null }): ReactNode => {
  const { organization } = useSession();
  const { crisis } = props;
  return (
    crisis && (
      <HelpNowCard standing={{ kind: "told", crisis }} crisisPhone={organization.crisisPhone} />
    )
  );
};

/** A check-in on the phone: one question a page; once it is sent, what was answered. */
export const CheckInScreen = (props: { readonly requestId: string }): ReactNode => {
  const { t } = useLingui();
  const language = useLanguage();
  const sheet = useRead(readMyMeasure, { requestId: props.requestId }, { alsoOn: ["my-today"] });
  const [isJustSent, setIsJustSent] = useState(false);
  useSetTrail([{ label: t`Check in` }]);
  const title = sheet.data && instrumentOf(sheet.data.measure.instrument).title[language];
  return (
    <MyPage title={title ?? <Trans>Check in</Trans>}>
      <Loaded read={sheet}>
        {({ measure, crisis }) =>
          measure.completedAt === null ? (
            <CheckInQuestions
              sheet={{ measure, crisis }}
              onSent={() => setIsJustSent(true)}
              onClosed={() => void sheet.refetch()}
            />
          ) : (
            <>
              <StillTold crisis={crisis} />
              {isJustSent && <Thanks />}
              <SentAnswers measure={measure} sentAt={measure.completedAt} />
            </>
          )
        }
      </Loaded>
    </MyPage>
  );
};
