import { Temporal } from "temporal-polyfill";
import { addAttendee } from "#domain/scheduling/attendance.api.ts";
import {
  dayAfter,
  daysFrom,
  groupOf,
  runsOn,
  weekdayOf,
  type Act,
  type LifeDay,
} from "#demo/life/life-day.ts";
import type { LifeGroup } from "#demo/life/life-groups.ts";
import { workAs } from "#demo/life/life-house.ts";
import type { LifeStay } from "#demo/life/life-plan.ts";
import type { LifeSession } from "#demo/life/life-sessions.queries.ts";
import { record } from "#demo/life/record-events.ts";
import type { Work } from "#server/platform/work.ts";
import * as attendees from "#server/scheduling/attendee.service.ts";
import { listMissedSeats } from "#server/scheduling/hours.service.ts";

/** Two groups of one site whose people make up in the other one, on days on which their own does not meet. */
const kin: readonly (readonly LifeGroup["theme"][])[] = [["mood", "trauma"]];

/** In every third week somebody makes up for what they missed. */
const everySoManyWeeks = 3;
const workdays = [0, 1, 2, 3, 4];

const isKin = (one: LifeGroup, other: LifeGroup): boolean =>
  one !== other &&
  one.site === other.site &&
  kin.some((themes) => themes.includes(one.theme) && themes.includes(other.theme));

const weekFrom = ({ plan }: LifeDay, day: string): number =>
  Math.floor(daysFrom(plan.startsOn, day) / 7);

/** The last whole week without a holiday: in it somebody makes up twice, once more than the rule counts. */
const weekOfTwo = ({ plan: { startsOn, daysOff, wish } }: LifeDay): number => {
  const isWhole = (week: number): boolean =>
    !workdays.some((place) => daysOff.has(dayAfter(startsOn, week * 7 + place)));
  let week = wish.weeks - 1;
  while (week > 0 && !isWhole(week)) week -= 1;
  return week;
};

/** Whose turn it is in a week, if anybody's: in care since the week before, and until after this one. */
const whoMakesUp = (day: LifeDay, session: LifeSession, host: LifeGroup): LifeStay | undefined => {
  const { plan, chance } = day;
  const week = weekFrom(day, session.serviceDate);
  const isOfTwo = week === weekOfTwo(day);
  if (week % everySoManyWeeks !== 1 && !isOfTwo) return undefined;
  const before = dayAfter(plan.startsOn, (week - 1) * 7);
  const after = dayAfter(plan.startsOn, (week + 1) * 7);
  const people = plan.stays.filter(
    (stay) =>
      stay.level === "iop" &&
      isKin(stay.group, host) &&
      runsOn(stay, before) &&
      runsOn(stay, after) &&
      day.house.stay(stay) !== undefined,
  );
  if (people.length === 0) return undefined;
  const stay = chance.pick(people, "who makes up", week);
  const free = host.weekdays.filter((one) => !stay.group.weekdays.includes(one));
  const days = isOfTwo ? free.slice(0, 2) : free.slice(0, 1);
  return days.includes(weekdayOf(session.serviceDate)) ? stay : undefined;
};

const sit = async (
  work: Work,
  day: LifeDay,
  session: LifeSession,
  stay: LifeStay,
): Promise<void> => {
  const known = day.house.stay(stay);
  if (known === undefined) return;
  const [missed] = (await listMissedSeats(work, known)).rows;
  const seat = { sessionId: session.id, ...known, kind: "make-up" };
  const input = addAttendee.input.parse({ ...seat, makesUpFor: missed?.attendanceId });
  await attendees.addAttendee(work, input);
  const comes = { kind: "arrive" as const, occurredAt: session.startsAt };
  await record(work, session.id, [{ ...comes, patientId: known.patientId }]);
};

/** Who makes up in the groups of the day, written down by their lead soon after the group. */
export const makeUpsOf = (day: LifeDay): readonly Act[] =>
  day.sessions.flatMap((session): Act[] => {
    const host = groupOf(day, session);
    if (host === undefined || session.serviceDate !== day.day || session.state === "cancelled")
      return [];
    const stay = whoMakesUp(day, session, host);
    if (stay === undefined) return [];
    return [
      {
        at: Temporal.Instant.from(session.endsAt).add({ minutes: 3 }),
        what: "make up",
        run: (work) => sit(workAs(work, day.house.lead(host)), day, session, stay),
      },
    ];
  });
