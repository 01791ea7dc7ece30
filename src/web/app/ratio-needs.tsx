import { Plural, Trans } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { overRatio } from "#domain/scheduling/crowding.ts";
import { listSessions } from "#domain/scheduling/session.api.ts";
import type { Session } from "#domain/scheduling/session.ts";
import { useMySessions } from "#web/app/my-sessions.tsx";
import { sayDate, sayTime } from "#web/platform/dates.ts";
import { useSayOtherZone } from "#web/platform/other-zone.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useNow } from "#web/platform/use-now.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useToday } from "#web/platform/use-today.ts";
import { addDays } from "#web/platform/days.ts";
import { WhoFacilitatesDialog } from "#web/scheduling/session-acts.tsx";
import { useSessionPlace } from "#web/scheduling/use-session-place.ts";
import { Button } from "#web/ui/button.tsx";
import { SessionIcon } from "#web/ui/icons.ts";
import { Row } from "#web/ui/rows.tsx";

const mostShown = 3;
const daysAhead = 6;

interface Need {
  readonly session: Session;
  readonly people: number;
  readonly missing: number;
}

/**
 * Sessions with more people than those who facilitate may lead: for whoever plans those of a week, for whoever leads theirs of
 * today. Who comes and who facilitates is read anew whenever it changes.
 */
export const useRatioNeeds = (): {
  readonly today: readonly Need[];
  readonly later: readonly Need[];
  readonly isLoading: boolean;
} => {
  const maySee = useCan("schedule:read");
  const mayPlan = useCan("schedule:manage");
  const now = useNow();
  const today = useToday();
  const ofWeek = { from: today, to: addDays(today, daysAhead), mine: "false" as const };
  const ofEverybody = useRead(listSessions, ofWeek, {
    enabled: maySee && mayPlan,
    alsoOn: ["session", "series", "activity-type", "attendance"],
    quiet: true,
  });
  // Asked for in one place: what this device keeps of them for a lost network is kept by that one.
  const mine = useMySessions();
  const sessions = mayPlan ? (ofEverybody.data?.rows ?? []) : mine.rows;
  const rows = sessions.flatMap((session) => {
    const over = Date.parse(session.endsAt) > now.getTime() ? overRatio(session) : null;
    return over === null ? [] : [{ session, ...over }];
  });
  return {
    today: rows.filter(({ session }) => session.serviceDate === today),
    later: rows.filter(({ session }) => session.serviceDate !== today),
    isLoading: maySee && (mayPlan ? ofEverybody.isPending : !mine.isKnown),
  };
};

const RatioRow = ({ session, people, missing }: Need): ReactNode => {
  const [changing, setChanging] = useState(false);
  const mayPlan = useCan("schedule:manage");
  const { id, name, serviceDate, startsAt, zone } = session;
  const each = session.activity.peoplePerFacilitator;
  const placeOf = useSessionPlace();
  const sayOtherZone = useSayOtherZone();
  const when = `${sayDate(serviceDate)}, ${sayTime(startsAt, zone)}${sayOtherZone(zone)}`;
  const who = session.facilitators.map((one) => one.name).join(" · ");
  const [hasCome, areAllHere] = [session.presentCount > 0, people === session.hereCount];
  return (
    <Row
      icon={SessionIcon}
      {...placeOf(id)}
      title={
        <Plural
          value={missing}
          one={`${name} needs # more who facilitates`}
          other={`${name} needs # more who facilitate`}
        />
      }
      below={
        <>
          {when} ·{" "}
          {areAllHere ? (
            <Plural value={people} one="# is here" other="# are here" />
          ) : hasCome ? (
            <Plural value={people} one="# here or expected" other="# here or expected" />
          ) : (
            <Plural value={people} one="# expected" other="# expected" />
          )}{" "}
          · {who} · <Trans>at most {each} for each</Trans>
        </>
      }
      action={
        mayPlan && (
          <>
            <Button size="small" onPress={() => setChanging(true)}>
              <Trans>Change who facilitates</Trans>
            </Button>
            <WhoFacilitatesDialog
              session={session}
              open={changing}
              onClose={() => setChanging(false)}
            />
          </>
        )
      }
    />
  );
};

/** The first of them, the next one first, and the way to all. */
export const RatioNeedsRows = (props: { readonly rows: readonly Need[] }): ReactNode => {
  const hidden = props.rows.length - mostShown;
  return (
    <>
      {props.rows.slice(0, mostShown).map((need) => (
        <RatioRow key={need.session.id} {...need} />
      ))}
      {hidden > 0 && (
        <Row
          to={paths.sessions}
          title={
            <Plural
              value={hidden}
              one="# more session with too few who facilitate"
              other="# more sessions with too few who facilitate"
            />
          }
        />
      )}
    </>
  );
};
