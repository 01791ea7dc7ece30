import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { spokenPhone } from "#domain/basics/phone.ts";
import type { Output } from "#domain/contract/route.ts";
import { readMyToday } from "#domain/measures/my-today.api.ts";
import { dayAt, deviceZone, sayDayInFull } from "#web/platform/dates.ts";
import { myPaths } from "#web/platform/paths.ts";
import { useNow } from "#web/platform/use-now.ts";
import { useRead } from "#web/platform/use-read.ts";
import { Button } from "#web/ui/button.tsx";
import { PhoneIcon, SiteIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { PatientCard } from "#web/ui/patient/patient-card.tsx";
import { useSetTrail } from "#web/ui/trail.ts";
import { HelpNowCard } from "#web/patient/help-now-card.tsx";
import { MyPage } from "#web/patient/my-page.tsx";
import { MySessionCard } from "#web/patient/my-session-card.tsx";
import { MyWeekCard } from "#web/patient/my-week-card.tsx";

type Today = Output<typeof readMyToday>;

const CheckIn = (props: { readonly checkIn: Today["checkIns"][number] }): ReactNode => (
  <PatientCard lifted title={<Trans>How have you been?</Trans>}>
    <p>
      <Trans>A few questions for your team, so that they know how you are.</Trans>
    </p>
    <Button kind="primary" size="touch" wide to={myPaths.checkIn(props.checkIn.requestId)}>
      {props.checkIn.isBegun ? (
        <Trans>Go on with the check-in</Trans>
      ) : (
        <Trans>Check in, 2 minutes</Trans>
      )}
    </Button>
  </PatientCard>
);

const NothingPlanned = (props: { readonly today: Today }): ReactNode => {
  const { phone, programName } = props.today;
  return (
    <PatientCard title={<Trans>No session is planned</Trans>}>
      <p>
        <Trans>{programName} will tell you when your next session is. It will stand here.</Trans>
      </p>
      {phone !== null && (
        <Button size="touch" wide icon={PhoneIcon} href={`tel:+1${phone}`}>
          <Trans>Call {spokenPhone(phone)}</Trans>
        </Button>
      )}
      <Button size="touch" wide icon={SiteIcon} to={myPaths.places}>
        <Trans>See where we are</Trans>
      </Button>
    </PatientCard>
  );
};

const Cards = (props: { readonly today: Today }): ReactNode => {
  const { today } = props;
  return (
    <>
      {today.crisis !== null && (
        <HelpNowCard
          standing={{ kind: "told", crisis: today.crisis }}
          crisisPhone={today.crisisPhone}
        />
      )}
      {today.checkIns.map((checkIn) => (
        <CheckIn key={checkIn.requestId} checkIn={checkIn} />
      ))}
      {today.today.map((session) => (
        <MySessionCard key={session.id} session={session} isToday />
      ))}
      {today.week !== null && <MyWeekCard week={today.week} />}
      {today.next !== null && <MySessionCard session={today.next} />}
      {today.today.length === 0 && today.next === null && <NothingPlanned today={today} />}
    </>
  );
};

/** What is on today, what comes next, and the check-in that waits. */
export const TodayScreen = (): ReactNode => {
  const { t } = useLingui();
  const read = useRead(
    readMyToday,
    {},
    { alsoOn: ["session", "attendance", "measure", "task"], everySeconds: 300 },
  );
  useSetTrail([{ label: t`Today` }]);
  const now = useNow();
  const firstName = read.data?.callName;
  const zone = read.data?.zone ?? deviceZone();
  return (
    <MyPage
      title={firstName === undefined ? <Trans>Hello</Trans> : <Trans>Hello, {firstName}</Trans>}
      below={sayDayInFull(dayAt(now, zone))}
    >
      <Loaded read={read}>{(today) => <Cards today={today} />}</Loaded>
    </MyPage>
  );
};
