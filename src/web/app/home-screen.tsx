import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Output } from "#domain/contract/route.ts";
import { readHome } from "#domain/practice/home.api.ts";
import { HouseStrip } from "#web/app/house-strip.tsx";
import { MoneyStrip } from "#web/app/money-strip.tsx";
import { MyPeopleCard } from "#web/app/my-people-card.tsx";
import { MySessionsCard, useMySessions } from "#web/app/my-sessions.tsx";
import { NeedsMeCard } from "#web/app/needs-me-card.tsx";
import { OnTodayCard } from "#web/app/on-today-card.tsx";
import { PrivacyWatchPart } from "#web/app/privacy-watch.tsx";
import { ProgramTodayStrip, ProgramWeeks, useProgramFigures } from "#web/app/program-today.tsx";
import { setupWords } from "#web/app/setup-words.ts";
import { hourAt, sayDayInFull } from "#web/platform/dates.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan, useSession } from "#web/platform/session.tsx";
import { useNow } from "#web/platform/use-now.ts";
import { useSite } from "#web/platform/use-site.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useToday } from "#web/platform/use-today.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { DoneIcon, SetupIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Columns, Screen } from "#web/ui/screen.tsx";
import { SiteSelect } from "#web/platform/site-select.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";

type Home = Output<typeof readHome>;

const Setup = (props: { readonly steps: Home["setup"] }): ReactNode => {
  const { i18n } = useLingui();
  const open = props.steps.filter((step) => !step.done);
  const done = props.steps.filter((step) => step.done);
  const doneCount = done.length;
  const all = props.steps.length;
  return (
    <Card
      flush
      title={<Trans>Before the first day</Trans>}
      aside={
        <Trans>
          {doneCount} of {all} done
        </Trans>
      }
    >
      <Rows>
        {open.map(({ step, path }) => (
          <Row
            key={step}
            icon={SetupIcon}
            title={i18n._(setupWords[step].title)}
            below={i18n._(setupWords[step].why)}
            action={
              <Button size="small" to={path}>
                {i18n._(setupWords[step].verb)}
              </Button>
            }
          />
        ))}
        {done.map(({ step }) => (
          <Row key={step} icon={DoneIcon} quiet title={i18n._(setupWords[step].title)} />
        ))}
      </Rows>
    </Card>
  );
};

const useGreeting = (hour: number, name: string): string => {
  const { t } = useLingui();
  if (hour < 12) return t`Good morning, ${name}`;
  return hour < 18 ? t`Good afternoon, ${name}` : t`Good evening, ${name}`;
};

/** What whoever looks begins with: their next session, else the batch, else somebody new. */
const FirstAct = (props: {
  readonly session: ReturnType<typeof useMySessions>["next"];
}): ReactNode => {
  const [mayLead, mayBill] = [useCan("attendance:record"), useCan("claims:export")];
  const mayRegister = useCan("patients:register");
  if (props.session !== undefined)
    return (
      <Button kind="primary" to={paths.session(props.session.id)}>
        <Trans>Open {props.session.name}</Trans>
      </Button>
    );
  if (mayBill)
    return (
      <Button kind="primary" to={paths.billing}>
        <Trans>Open the batch</Trans>
      </Button>
    );
  return (
    mayRegister &&
    !mayLead && (
      <Button kind="primary" to={`${paths.patients}?add=patient`}>
        <Trans>Register somebody</Trans>
      </Button>
    )
  );
};

/** Today: how it stands, what needs the person who looks, what is on, and what the program still lacks. */
export const HomeScreen = (): ReactNode => {
  const { t } = useLingui();
  const { account, organization } = useSession();
  const home = useRead(
    readHome,
    {},
    { alsoOn: ["staff", "credential", "site", "room", "organization", "affiliation"] },
  );
  const now = useNow();
  const today = useToday();
  const sessions = useMySessions();
  const site = useSite();
  const figures = useProgramFigures(site.asked);
  const mayLead = useCan("attendance:record");
  const looksAfterPrivacy = useCan("disclosures:read") && figures === null;
  const name = account.name.split(" ", 1)[0] ?? account.name;
  const greeting = useGreeting(hourAt(now, organization.zone), name);
  return (
    <Screen
      title={greeting}
      shortTitle={t`Today`}
      facts={sayDayInFull(today)}
      otherActions={figures !== null && <SiteSelect site={site} />}
      action={<FirstAct session={sessions.next} />}
    >
      {figures === null ? <MoneyStrip /> : <ProgramTodayStrip read={figures} />}
      {figures === null && <HouseStrip />}
      {looksAfterPrivacy && <PrivacyWatchPart />}
      <Loaded read={home} skeleton={<Skeleton rows={6} />}>
        {(data) => {
          const isSetUp = data.setup.every((step) => step.done);
          return (
            <Columns
              aside={
                mayLead || figures !== null || !isSetUp ? (
                  <>
                    {figures !== null && <OnTodayCard site={site} />}
                    {mayLead && sessions.isKnown && (
                      <MySessionsCard {...sessions} goneWhenEmpty={figures !== null} />
                    )}
                    <MyPeopleCard />
                    {!isSetUp && <Setup steps={data.setup} />}
                  </>
                ) : undefined
              }
            >
              <NeedsMeCard home={data} />
            </Columns>
          );
        }}
      </Loaded>
      {/* Without a network nothing else of this screen is known; their own sessions are. */}
      {home.data === undefined && sessions.isKnown && (home.error || sessions.asOf) && (
        <MySessionsCard {...sessions} />
      )}
      {figures !== null && <ProgramWeeks read={figures} />}
      {/* Whoever answers for the program sees the people first and the machine last. */}
      {figures !== null && <HouseStrip />}
    </Screen>
  );
};
