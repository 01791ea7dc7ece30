import { createSession } from "#domain/scheduling/session.api.ts";
import type { Temporal } from "temporal-polyfill";
import {
  closedOn,
  closedSite,
  dayAfter,
  daysFrom,
  momentOf,
  runsOn,
  weekdayOf,
  type Act,
  type LifeDay,
} from "#demo/life/life-day.ts";
import type { LifeGroup } from "#demo/life/life-groups.ts";
import { workAs } from "#demo/life/life-house.ts";
import type { LifeStay } from "#demo/life/life-plan.ts";
import { record } from "#demo/life/record-events.ts";
import type { Work } from "#server/platform/work.ts";
import * as sessions from "#server/scheduling/session.service.ts";

/** Name of the hour alone with the therapist. */
export const hourName = "Individual hour";

const minutes = 50;
const workdays = [1, 2, 3, 4, 5];

interface Slot {
  readonly weekday: number;
  readonly hour: number;
}

/** Each seat has an hour of its own beside the group; who comes once a week only has one on the other days. */
const slotOf = ({ group, seat, level }: LifeStay): Slot => {
  if (level === "outpatient") {
    const others = workdays.filter((day) => !group.weekdays.includes(day));
    return {
      weekday: others[seat % others.length] ?? 1,
      hour: 9 + Math.floor(seat / others.length),
    };
  }
  const isMorning = group.startsAtWall < "12:00";
  const weekday = group.weekdays[seat % group.weekdays.length] ?? 1;
  return { weekday, hour: (isMorning ? 13 : 8) + Math.floor(seat / group.weekdays.length) };
};

const wallOf = ({ hour }: Slot): string => `${String(hour).padStart(2, "0")}:05`;

/** In intensive outpatient every second week, afterwards every week; one that would be on a holiday falls out. */
const isDue = ({ plan }: LifeDay, stay: LifeStay, day: string): boolean => {
  if (!runsOn(stay, day) || stay.admittedOn === day || plan.daysOff.has(day)) return false;
  if (slotOf(stay).weekday !== weekdayOf(day)) return false;
  if (stay.group.site === closedSite && day === closedOn(plan)) return false;
  const week = Math.floor(daysFrom(plan.startsOn, day) / 7);
  return stay.level === "outpatient" || (week + stay.seat) % 2 === 0;
};

const placeOf = (day: LifeDay, group: LifeGroup) => {
  const { id: programId, siteId } = day.house.program(group.program);
  return {
    programId,
    siteId,
    activityTypeId: day.house.activity("Individual therapy"),
    roomId: null,
  };
};

const planHour = async (
  work: Work,
  day: LifeDay,
  stay: LifeStay,
  on: string,
): Promise<string | null> => {
  const known = day.house.stay(stay);
  if (known === undefined) return null;
  const { id } = await sessions.createSession(
    work,
    createSession.input.parse({
      name: hourName,
      ...placeOf(day, stay.group),
      day: on,
      startsAtWall: wallOf(slotOf(stay)),
      minutes,
      capacity: 1,
      facilitators: [{ staffId: day.house.lead(stay.group).staffId, role: "lead" }],
      attendees: [known],
    }),
  );
  return id;
};

const holdHour = async (work: Work, day: LifeDay, stay: LifeStay, begins: Temporal.Instant) => {
  const sessionId = await planHour(work, day, stay, day.day);
  const patientId = day.house.stay(stay)?.patientId ?? null;
  if (sessionId === null) return;
  const comes = day.chance.happens(0.93, "hour", stay.person.number, day.day);
  const late = day.chance.whole(-3, 6, "door of the hour", stay.person.number, day.day);
  await record(work, sessionId, [
    comes
      ? { kind: "arrive", occurredAt: begins.add({ minutes: late }).toString(), patientId }
      : { kind: "absent", reason: "called", occurredAt: begins.toString(), patientId },
  ]);
  day.count("sessions");
};

/** The hours of the day, written down when they are over; where the life catches up, those of the days to come are planned. */
export const hoursOf = (day: LifeDay): readonly Act[] => {
  const held = day.plan.stays
    .filter((stay) => isDue(day, stay, day.day))
    .map((stay): Act => {
      const begins = momentOf(stay.group.zone, day.day, wallOf(slotOf(stay)));
      return {
        at: begins.add({ minutes: minutes + 1 }),
        what: "hold an hour",
        run: (work) => holdHour(workAs(work, day.house.lead(stay.group)), day, stay, begins),
      };
    });
  return day.day === day.plan.wish.today ? [...held, ...plannedAhead(day)] : held;
};

const daysAhead = 6;

const plannedAhead = (day: LifeDay): readonly Act[] =>
  Array.from({ length: daysAhead }, (_, place) => dayAfter(day.day, place + 1)).flatMap((on) =>
    day.plan.stays
      .filter((stay) => stay.endsOn === null && isDue(day, stay, on))
      .map((stay): Act => ({
        at: momentOf(day.house.zone, day.day, "00:01"),
        what: "plan an hour",
        run: async (work) => {
          await planHour(workAs(work, day.house.lead(stay.group)), day, stay, on);
        },
      })),
  );
