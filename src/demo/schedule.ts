import { Temporal } from "temporal-polyfill";
import { dateAt } from "#domain/basics/civil-date.ts";
import { recordAttendance } from "#domain/scheduling/attendance.api.ts";
import { listRooms } from "#domain/practice/room.api.ts";
import { listActivityTypes } from "#domain/programs/activity-type.api.ts";
import { createSeries } from "#domain/scheduling/series.api.ts";
import { createSession } from "#domain/scheduling/session.api.ts";
import type { Session } from "#domain/scheduling/session.ts";
import type { MadeCare } from "#demo/care.ts";
import { eveningEvents } from "#demo/attendance.ts";
import type { PersonInCare } from "#demo/people-in-care.ts";
import { runningMinutes, runningSince } from "#demo/running-group.ts";
import type { Work } from "#server/platform/work.ts";
import * as rooms from "#server/practice/room.service.ts";
import * as types from "#server/programs/activity-type.service.ts";
import * as attendance from "#server/scheduling/attendance.service.ts";
import * as memberships from "#server/scheduling/membership.service.ts";
import * as series from "#server/scheduling/series.service.ts";
import * as sessions from "#server/scheduling/session.service.ts";

interface DemoSeries {
  readonly name: string;
  /** What whoever looks for help reads, where the name alone says too little. */
  readonly publicName?: string;
  readonly program: string;
  readonly activity: string;
  readonly room: string;
  /** Whole weeks of which there is something to read. */
  readonly weeksOfPast: number;
  readonly weekdays: (today: number) => number[];
  readonly startsAtWall: string;
  readonly minutes: number;
  readonly capacity: number;
  readonly hasVideo: boolean;
  /** Family names, the lead first. */
  readonly staff: readonly string[];
}

const evenings = [1, 3, 4];
const sunday = 7;
/** Monday, Wednesday and Thursday; on any other day but Sunday that day stands in, so that there is an evening group today. */
const threeEvenings = (today: number): number[] =>
  evenings.includes(today) || today === sunday ? evenings : [1, 3, today];
const freeDay = (today: number): number =>
  [6, 5, 2].find((day) => !threeEvenings(today).includes(day)) ?? 6;

/** Three services follow each other on a morning of the hospital: Medicare pays a day by how many there were. */
const hospitalMornings: readonly DemoSeries[] = (
  [
    ["Later life group", "Process group", "09:00"],
    ["Living with illness", "Psychoeducation group", "10:00"],
    ["Movement and breath", "Mindfulness and movement group", "11:00"],
  ] as const
).map(([name, activity, startsAtWall]) => ({
  name,
  program: "hospital-iop",
  activity,
  room: "Lakeside Room",
  weeksOfPast: 2,
  weekdays: () => [2, 4, 5],
  startsAtWall,
  minutes: 50,
  capacity: 12,
  hasVideo: false,
  staff: ["Holt"],
}));

const seriesOf: Readonly<Record<string, readonly DemoSeries[]>> = {
  "cedar-bridge": [
    {
      name: "Evening SUD group",
      publicName: "Evening recovery group",
      program: "evening-sud",
      activity: "Process group",
      room: "Cedar Room",
      weeksOfPast: 4,
      weekdays: threeEvenings,
      startsAtWall: "18:00",
      minutes: 180,
      capacity: 14,
      hasVideo: true,
      staff: ["Okonjo", "Umbertide", "Thistlewood"],
    },
    {
      name: "Recovery skills",
      publicName: "Skills for staying sober",
      program: "evening-sud",
      activity: "Psychoeducation group",
      room: "Juniper Room",
      weeksOfPast: 2,
      weekdays: (today) => [freeDay(today)],
      startsAtWall: "17:00",
      minutes: 60,
      capacity: 14,
      hasVideo: false,
      staff: ["Quintanar"],
    },
    {
      name: "Morning mood group",
      publicName: "Morning group for depression and anxiety",
      program: "day-mh",
      activity: "Process group",
      room: "Juniper Room",
      weeksOfPast: 2,
      weekdays: () => [1, 2, 3, 4],
      startsAtWall: "09:00",
      minutes: 180,
      capacity: 12,
      hasVideo: false,
      staff: ["Castellvi"],
    },
    {
      name: "After school group",
      publicName: "After-school group for teenagers",
      program: "adolescent",
      activity: "Process group",
      room: "Heron Room",
      weeksOfPast: 2,
      weekdays: () => [1, 3, 4],
      startsAtWall: "16:00",
      minutes: 150,
      capacity: 12,
      hasVideo: true,
      staff: ["Lindqvist"],
    },
  ],
  "harbor-steps": [
    {
      name: "Lantern mornings",
      publicName: "Morning group for substance use and mental health",
      program: "harbor-iop",
      activity: "Process group",
      room: "Lantern Room",
      weeksOfPast: 2,
      weekdays: () => [1, 3, 5],
      startsAtWall: "09:30",
      minutes: 180,
      capacity: 10,
      hasVideo: false,
      staff: ["Strand"],
    },
    ...hospitalMornings,
  ],
};

interface Ground {
  readonly work: Work;
  readonly care: MadeCare;
  readonly zone: string;
  readonly today: Temporal.PlainDate;
  readonly activityOf: (name: string) => string;
  readonly roomOf: (name: string) => string;
}

const known = (ids: ReadonlyMap<string, string>, name: string): string => {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`the demo names "${name}" and has not made it`);
  return id;
};

const groundOf = async (work: Work, zone: string, care: MadeCare): Promise<Ground> => {
  const wanted = listActivityTypes.input.parse({ limit: 200 });
  const { rows } = await types.listActivityTypes(work, wanted);
  const activities = new Map(rows.map((type) => [type.name, type.id]));
  const places = await rooms.listRooms(work, listRooms.input.parse({ limit: 200 }));
  const roomIds = new Map(places.rows.map((room) => [room.name, room.id]));
  return {
    work,
    care,
    zone,
    today: Temporal.PlainDate.from(dateAt(work.now, zone)),
    activityOf: (name) => known(activities, name),
    roomOf: (name) => known(roomIds, name),
  };
};

const firstMonday = ({ today }: Ground, { weeksOfPast }: DemoSeries): string =>
  today
    .subtract({ days: today.dayOfWeek - 1 })
    .subtract({ weeks: weeksOfPast })
    .toString();

const makeSeries = async (ground: Ground, demo: DemoSeries): Promise<string> => {
  const { work, care, today } = ground;
  const place = care.programs.programs.get(demo.program);
  if (place === undefined) throw new Error(`no program "${demo.program}" in the demo`);
  const { siteId, programId, trackId } = place;
  const input = createSeries.input.parse({
    name: demo.name,
    publicName: demo.publicName,
    siteId,
    programId,
    trackId,
    activityTypeId: ground.activityOf(demo.activity),
    roomId: ground.roomOf(demo.room),
    weekdays: demo.weekdays(today.dayOfWeek),
    startsAtWall: demo.startsAtWall,
    minutes: demo.minutes,
    startsOn: firstMonday(ground, demo),
    endsOn: null,
    capacity: demo.capacity,
    hasVideo: demo.hasVideo,
    facilitators: demo.staff.map((name, rank) => ({
      staffId: known(care.staff, name),
      role: rank === 0 ? "lead" : rank === 1 ? "co-facilitator" : "trainee",
    })),
  });
  return (await series.createSeries(work, input)).id;
};

const later = (a: string, b: string): string => (a > b ? a : b);

const joinAll = (
  { work }: Ground,
  seriesId: string,
  from: string,
  people: readonly PersonInCare[],
): Promise<void> =>
  memberships.joinTogether(
    work,
    seriesId,
    people.map(({ patientId, enrollmentId, admittedOn }) => ({
      patientId,
      enrollmentId,
      startsOn: later(from, admittedOn),
      endsOn: null,
    })),
  );

/** What happened on the evenings that are over, each recorded as it would have been: at its own end. */
const recordPast = async (
  ground: Ground,
  seriesId: string,
  from: string,
  people: readonly PersonInCare[],
): Promise<void> => {
  const { work, today } = ground;
  const input = { from, to: today.toString(), seriesId, mine: false, ledForMe: false };
  const { rows } = await sessions.listSessions(work, input);
  const past = rows.filter((one) => one.endsAt <= work.now.toString());
  for (const [place, session] of past.entries()) {
    const seated = people.filter((one) => one.admittedOn <= session.serviceDate);
    const events = eveningEvents(session, seated, place, work.newId);
    const then = { ...work, now: Temporal.Instant.from(session.endsAt) };
    const batch = recordAttendance.input.parse({ sessionId: session.id, events });
    if (events.length > 0) await attendance.recordAttendance(then, batch);
  }
};

/** A group that runs right now, whatever the hour, with everybody of the evening program: somebody who tries the demo at noon has a room to open. */
const makeRunning = async (
  ground: Ground,
  tonight: Session | undefined,
  people: readonly PersonInCare[],
): Promise<void> => {
  const { work, zone, care } = ground;
  const place = care.programs.programs.get("evening-sud");
  const begin = runningSince(work.now.toZonedDateTimeISO(zone), tonight);
  if (begin === null || place === undefined) return;
  const input = createSession.input.parse({
    name: "Relapse prevention group",
    siteId: place.siteId,
    programId: place.programId,
    activityTypeId: ground.activityOf("Relapse prevention group"),
    roomId: ground.roomOf("Family Room"),
    ...begin,
    minutes: runningMinutes,
    capacity: 14,
    hasVideo: true,
    facilitators: [{ staffId: known(care.staff, "Okonjo"), role: "lead" }],
    attendees: people.map(({ patientId, enrollmentId }) => ({ patientId, enrollmentId })),
  });
  await sessions.createSession(work, input);
};

/** The weekly groups of an organization, who is in them, the attendance of some weeks, and something that is on today. */
export const seedSchedule = async (
  work: Work,
  demo: { readonly slug: string; readonly zone: string },
  care: MadeCare,
): Promise<void> => {
  const ground = await groundOf(work, demo.zone, care);
  const [first, ...rest] = seriesOf[demo.slug] ?? [];
  if (first === undefined) return;
  const membersOf = (one: DemoSeries) => care.people.filter((who) => who.program === one.program);
  for (const one of [first, ...rest]) {
    const seriesId = await makeSeries(ground, one);
    const from = firstMonday(ground, one);
    await joinAll(ground, seriesId, from, membersOf(one));
    await recordPast(ground, seriesId, from, membersOf(one));
  }
  const day = ground.today.toString();
  const asked = { from: day, to: day, mine: false, ledForMe: false };
  const { rows } = await sessions.listSessions(work, asked);
  const tonight = rows.find((one) => one.name === first.name);
  await makeRunning(ground, tonight, membersOf(first));
};
