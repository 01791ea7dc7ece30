import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { leadsSessions } from "#domain/practice/position.ts";
import { staffName } from "#domain/practice/staff.ts";
import { listSessions } from "#domain/scheduling/session.api.ts";
import type { Closure } from "#domain/scheduling/closure.ts";
import { standingAt, type Session } from "#domain/scheduling/session.ts";
import { useSearchWord } from "#web/platform/address.ts";
import { sayDate, sayDayInFull, sayTime } from "#web/platform/dates.ts";
import { addDays } from "#web/platform/days.ts";
import { useKeptAt } from "#web/platform/kept-answers.ts";
import { useKeys } from "#web/platform/keys.ts";
import { paths } from "#web/platform/paths.ts";
import { useSearchDay } from "#web/platform/search-day.ts";
import { useCan, useSession } from "#web/platform/session.tsx";
import { useNow } from "#web/platform/use-now.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useSite, type SiteChosen } from "#web/platform/use-site.ts";
import { useToday } from "#web/platform/use-today.ts";
import { mondayOf, weekFrom } from "#web/scheduling/days.ts";
import { ClosedRows, useClosures } from "#web/scheduling/closed-rows.tsx";
import { ClosuresPanel } from "#web/scheduling/closures-panel.tsx";
import { PlanSessionForm } from "#web/scheduling/plan-session-form.tsx";
import { scheduleWords } from "#web/scheduling/schedule-words.ts";
import { SessionActs } from "#web/scheduling/session-acts.tsx";
import { SessionsExport } from "#web/scheduling/sessions-export.tsx";
import { SessionRow } from "#web/scheduling/session-row.tsx";
import { useStaffChoices } from "#web/scheduling/use-schedule-choices.ts";
import { WeekSteps } from "#web/scheduling/week-steps.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { CellItems } from "#web/ui/cell-items.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { FilterSelect } from "#web/ui/filter-select.tsx";
import { AddIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Rows } from "#web/ui/rows.tsx";
import { Columns, Screen } from "#web/ui/screen.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";
import { SiteSelect } from "#web/platform/site-select.tsx";

const loadKept = async () => (await import("#web/scheduling/kept-sessions.ts")).readKeptSessions;

/** One day of the week: nothing is said of days on which nothing happens, today and those on which a site is closed excepted. */
const DayCard = (props: {
  readonly day: string;
  readonly today: string;
  readonly sessions: readonly Session[];
  readonly closures: readonly Closure[];
}): ReactNode => {
  const { day, today, sessions, closures } = props;
  const said = sayDayInFull(day);
  const isSaid = sessions.length > 0 || closures.length > 0;
  if (!isSaid && day !== today) return null;
  return (
    <Card title={day === today ? <Trans>Today, {said}</Trans> : said} flush>
      {!isSaid ? (
        <EmptyState>
          <Trans>No session today. Look at another week above.</Trans>
        </EmptyState>
      ) : (
        <Rows label={said}>
          <ClosedRows closures={closures} />
          {sessions.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              action={<SessionActs session={session} />}
            />
          ))}
        </Rows>
      )}
    </Card>
  );
};

/** How many of those expected came, in the shown sessions that are over. */
const SeatsTaken = (props: {
  readonly sessions: readonly Session[];
  readonly isOver: boolean;
}): ReactNode => {
  const now = useNow();
  const over = props.sessions.filter((session) => standingAt(session, now.getTime()) === "ended");
  const seats = over.reduce((sum, { expectedCount }) => sum + expectedCount, 0);
  const taken = over.reduce((sum, { presentCount }) => sum + presentCount, 0);
  if (seats === 0) return null;
  return (
    <>
      {" · "}
      {props.isOver ? (
        <Trans>
          {taken} of {seats} came
        </Trans>
      ) : (
        <Trans>
          {taken} of {seats} came so far
        </Trans>
      )}
    </>
  );
};

const Choices = (props: {
  readonly whose: string;
  readonly onWhose: (value: string) => void;
  readonly site: SiteChosen;
  readonly shown: readonly Session[];
  readonly from: string;
}): ReactNode => {
  const { t } = useLingui();
  const staff = useStaffChoices();
  const colleagues = (staff.data?.rows ?? [])
    .filter(({ id, position }) => leadsSessions(position) || id === props.whose)
    .map((one) => ({ value: one.id, label: staffName(one) }));
  return (
    <CellItems>
      <FilterSelect
        label={t`Whose`}
        all={t`Everybody’s sessions`}
        value={props.whose}
        onChange={props.onWhose}
        choices={[{ value: "mine", label: t`My sessions` }, ...colleagues]}
      />
      <SiteSelect site={props.site} />
      {props.shown.length > 0 && (
        <SessionsExport
          sessions={props.shown}
          isNarrowed={props.whose !== "" || props.site.siteId !== ""}
          from={props.from}
        />
      )}
    </CellItems>
  );
};

/** What happens today and this week, mine or everybody's. */
export const SessionsScreen = (): ReactNode => {
  const { t } = useLingui();
  const [week, setWeek] = useSearchDay("week");
  const [whose, setWhose] = useSearchWord("whose");
  const site = useSite();
  const [adding, setAdding] = useSearchWord("add");
  // An hour alone with somebody is planned from their chart, which names them.
  const [planning, aloneWith = ""] = /^session-?(.*)$/u.exec(adding) ?? [];
  const today = useToday();
  const from = mondayOf(week === "" ? today : week);
  const mayPlan = useCan("attendance:record");
  const asked = {
    from,
    to: addDays(from, 6),
    ...site.asked,
    ...(whose === "mine" && { mine: "true" as const }),
    ...(whose !== "" && whose !== "mine" && { staffId: whose }),
  };
  const sessions = useRead(listSessions, asked, {
    keepWhileLoading: true,
    alsoOn: ["series", "attendance"],
    keep: loadKept,
  });
  const closuresOf = useClosures(site.siteId);
  const asOf = useKeptAt(listSessions, asked);
  const { organization } = useSession();
  const open = (): void => setAdding("session");
  useKeys(mayPlan ? [{ keys: ["n"], label: t`Plan a session`, run: open }] : []);
  const days = weekFrom(from);
  const first = days.includes(today) ? days.filter((day) => day >= today) : days;
  const earlier = days.filter((day) => !first.includes(day)).toReversed();
  const keptAt = asOf ? sayTime(asOf, organization.zone) : "";
  const [begin, end] = [sayDate(from), sayDate(addDays(from, 6))];
  return (
    <Screen
      title={t`Sessions`}
      facts={
        keptAt === "" ? (
          <>
            <Trans>
              {begin} to {end}
            </Trans>
            <SeatsTaken sessions={sessions.data?.rows ?? []} isOver={addDays(from, 6) < today} />
          </>
        ) : (
          <Trans>
            {begin} to {end}, as of {keptAt}
          </Trans>
        )
      }
      otherActions={
        <>
          <WeekSteps from={from} onWeek={setWeek} />
          <Button to={paths.seriesList}>
            <Trans>Weekly groups</Trans>
          </Button>
          <Button onPress={() => setAdding("closure")}>
            <Trans>Closed days</Trans>
          </Button>
        </>
      }
      action={
        mayPlan && (
          <Button kind="primary" icon={AddIcon} onPress={open} keys={["n"]}>
            <Trans>Plan a session</Trans>
          </Button>
        )
      }
    >
      <Columns>
        <Choices
          whose={whose}
          onWhose={setWhose}
          site={site}
          shown={sessions.data?.rows ?? []}
          from={from}
        />
        <Loaded read={sessions} words={scheduleWords}>
          {({ rows }) => (
            <>
              {rows.length === 0 &&
                !days.includes(today) &&
                days.every((day) => closuresOf(day).length === 0) && (
                  <Card>
                    <EmptyState>
                      <Trans>No session in this week. Look at another week above.</Trans>
                    </EmptyState>
                  </Card>
                )}
              {[...first, ...earlier].map((day) => (
                <DayCard
                  key={day}
                  day={day}
                  today={today}
                  sessions={rows.filter((one) => one.serviceDate === day)}
                  closures={closuresOf(day)}
                />
              ))}
            </>
          )}
        </Loaded>
      </Columns>
      <SidePanel
        open={planning !== undefined && mayPlan}
        onClose={() => setAdding("")}
        title={aloneWith === "" ? <Trans>Plan a session</Trans> : <Trans>Individual note</Trans>}
      >
        <PlanSessionForm day={today} aloneWith={aloneWith} onClose={() => setAdding("")} />
      </SidePanel>
      <SidePanel
        open={adding === "closure"}
        onClose={() => setAdding("")}
        title={<Trans>Closed days</Trans>}
      >
        <ClosuresPanel today={today} />
      </SidePanel>
    </Screen>
  );
};
