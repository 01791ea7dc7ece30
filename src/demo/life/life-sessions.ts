import { Temporal } from "temporal-polyfill";
import { eventsOf, breaksOf } from "#demo/life/life-evening.ts";
import { groupOf, seatedOn, type Act, type LifeDay } from "#demo/life/life-day.ts";
import type { LifeGroup } from "#demo/life/life-groups.ts";
import { workAs } from "#demo/life/life-house.ts";
import type { LifeStay } from "#demo/life/life-plan.ts";
import type { LifeSession } from "#demo/life/life-sessions.queries.ts";
import { pulledOutOf } from "#demo/life/life-pulled-out.ts";
import { record } from "#demo/life/record-events.ts";

const minutesOf = ({ startsAt, endsAt }: Pick<LifeSession, "startsAt" | "endsAt">): number =>
  Temporal.Instant.from(startsAt).until(endsAt).total("minutes");

/** What the ledger of a group is told when it is over. */
const eveningOf = (
  day: LifeDay,
  group: LifeGroup,
  session: LifeSession,
  seated: readonly LifeStay[],
) => {
  const occasion = { ...session, minutes: minutesOf(session) };
  const pulled = pulledOutOf(day, group, session, seated);
  const ofPeople = seated.flatMap((stay) => {
    const patientId = day.house.stay(stay)?.patientId ?? null;
    const events = eventsOf(day.chance, stay, occasion);
    const all = pulled?.stay === stay ? [...events, ...pulled.events] : events;
    return all.map((event) => ({ ...event, patientId }));
  });
  return [...breaksOf(occasion).map((event) => ({ ...event, patientId: null })), ...ofPeople];
};

/** The groups of the day, each recorded by its lead two minutes after its end. */
export const groupsOf = (day: LifeDay): readonly Act[] =>
  day.sessions.flatMap((session): Act[] => {
    const group = groupOf(day, session);
    if (group === undefined || session.serviceDate !== day.day || session.state === "cancelled")
      return [];
    const lead = day.house.lead(group);
    return [
      {
        at: Temporal.Instant.from(session.endsAt).add({ minutes: 2 }),
        what: "record a group",
        run: async (work) => {
          const events = eveningOf(day, group, session, seatedOn(day, group, day.day));
          if (events.some(({ patientId }) => patientId !== null))
            await record(workAs(work, lead), session.id, events);
          day.count("sessions");
        },
      },
    ];
  });
