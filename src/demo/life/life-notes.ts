import { Temporal } from "temporal-polyfill";
import { signSession } from "#domain/charting/session-room.api.ts";
import { openFrom } from "#demo/holidays.ts";
import {
  groupOf,
  momentOf,
  runsOn,
  sessionNumber,
  dayAfter,
  daysFrom,
  type Act,
  type LifeDay,
} from "#demo/life/life-day.ts";
import type { LifeGroup } from "#demo/life/life-groups.ts";
import { workAs, type Colleague } from "#demo/life/life-house.ts";
import type { LifeStay } from "#demo/life/life-plan.ts";
import {
  findRowsToWrite,
  type LifeSession,
  type RowToWrite,
} from "#demo/life/life-sessions.queries.ts";
import { internOf } from "#demo/life/life-staff.ts";
import { hourOf } from "#demo/group-hours.ts";
import { sayUntilAccepted, type NoteVoice } from "#demo/note-voice.ts";
import * as signatures from "#server/charting/note-signature.service.ts";
import type { Work } from "#server/platform/work.ts";

const stayOf = (day: LifeDay, patientId: string, on: string): LifeStay | undefined =>
  day.plan.stays.find((stay) => runsOn(stay, on) && day.house.stay(stay)?.patientId === patientId);

/** The question that chance is asked about a session: the same whoever asks, and in every life of the same seed. */
const questionOf = (day: LifeDay, { name, startsAt, serviceDate, patientIds }: LifeSession) => {
  const [alone] = patientIds;
  const stay = alone === undefined ? undefined : stayOf(day, alone, serviceDate);
  return [name, startsAt, stay?.person.number ?? "group"];
};

/** Of the last days more is still to be written. */
const recentDays = 3;

/** Most are signed before the lights go out, some the next morning, a few days later, and one in a hundred is forgotten. */
const signedAt = (day: LifeDay, session: LifeSession): Temporal.Instant | null => {
  const of = questionOf(day, session);
  const when = day.chance.share("signing", ...of);
  const minute = day.chance.whole(6, 55, "minute", ...of);
  const isRecent = daysFrom(session.serviceDate, day.plan.wish.today) <= recentDays;
  if (isRecent && when > 0.6) return null;
  if (when < 0.72) return Temporal.Instant.from(session.endsAt).add({ minutes: minute });
  const days = when < 0.9 ? 1 : when < 0.96 ? 2 : when < 0.99 ? 4 : null;
  if (days === null) return null;
  const wall = `08:${String(minute).padStart(2, "0")}`;
  const { daysOff } = day.plan;
  return momentOf(session.zone, openFrom(daysOff, dayAfter(session.serviceDate, days)), wall);
};

/** How far back somebody may still sign. */
export const signingDays = 5;

const isSameDay = (at: Temporal.Instant, zone: string, day: string): boolean =>
  at.toZonedDateTimeISO(zone).toPlainDate().toString() === day;

/** Every sixth evening of the midday group is written by the intern. */
const isInterns = (day: LifeDay, group: LifeGroup, serviceDate: string): boolean =>
  group.number === internOf.group && sessionNumber(day.plan, group, serviceDate) % 6 === 4;

interface Writing {
  readonly day: LifeDay;
  readonly session: LifeSession;
  readonly voice: NoteVoice;
}

/** In the last week somebody may have come to where a step of the plan led. */
const isNearEnd = ({ ending, endsOn }: LifeStay, on: string): boolean =>
  ending === "completed" && endsOn !== null && daysFrom(on, endsOn) <= 7;

const progressOf = (day: LifeDay, stay: LifeStay, { serviceDate, startsAt }: LifeSession) => {
  const of = [stay.person.number, startsAt];
  const { course } = stay.person;
  const isGoing = course === "responds" || course === "early";
  if (course === "worse" && day.chance.happens(0.3, "down", ...of)) return "down";
  if (isGoing && isNearEnd(stay, serviceDate) && day.chance.happens(0.3, "met", ...of))
    return "met";
  const weeks = daysFrom(stay.admittedOn, serviceDate) / 7;
  return day.chance.happens(isGoing && weeks > 2 ? 0.4 : 0.15, "progress", ...of) ? "up" : "steady";
};

/**
 * An hour of the same day is about something else than the group, and so is a make-up in another one. Neither has a number that a
 * session of the own group comes to, or the same would be said in both.
 */
const aloneLater = 1003;
const madeUpLater = 2007;

const furtherOn = (day: LifeDay, session: LifeSession, stay: LifeStay): number => {
  if (session.seriesId === null) return aloneLater;
  return groupOf(day, session) === stay.group ? 0 : madeUpLater;
};

const rowOf = ({ day, session, voice }: Writing, { row, stay }: WhoWasThere) => {
  const isAlone = session.seriesId === null;
  const { objective, ...words } = voice.of({
    who: stay.person.number,
    turn: sessionNumber(day.plan, stay.group, session.serviceDate) + furtherOn(day, session, stay),
    objectives: row.objectives.map(({ statement }) => statement),
    isYoung: stay.group.theme === "young",
    isAlone,
  });
  const isRisky = day.chance.happens(0.03, "risk", stay.person.number, session.startsAt);
  return {
    patientId: row.patientId,
    objectiveId: row.objectives[objective]?.id,
    ...words,
    progress: progressOf(day, stay, session),
    risk: isRisky ? "low" : "none-noted",
    attendanceVersion: row.version,
    revision: 0,
  };
};

const sharedOf = (day: LifeDay, session: LifeSession) => {
  const group = groupOf(day, session);
  if (group === undefined) return null;
  const number = sessionNumber(day.plan, group, session.serviceDate) + group.number * 2;
  return { fields: hourOf(group.theme === "recovery", number), revision: 0 };
};

interface WhoWasThere {
  readonly row: RowToWrite;
  readonly stay: LifeStay;
}

/** In an order that does not hang on ids. */
const whoWasThere = (
  day: LifeDay,
  session: LifeSession,
  rows: readonly RowToWrite[],
): readonly WhoWasThere[] =>
  rows
    .filter(({ objectives }) => objectives.length > 0)
    .map((row) => {
      const stay = stayOf(day, row.patientId, session.serviceDate);
      if (stay === undefined) throw new Error("somebody was there whom the plan does not know");
      return { row, stay };
    })
    .toSorted((one, other) => one.stay.person.number - other.stay.person.number);

const sign = async (work: Work, day: LifeDay, session: LifeSession): Promise<void> => {
  const { leadStaffId, rows: found } = await findRowsToWrite(work, session.id);
  const rows = whoWasThere(day, session, found);
  if (rows.length === 0 || leadStaffId === null) return;
  const group = groupOf(day, session);
  const signer: Colleague =
    group !== undefined && isInterns(day, group, session.serviceDate)
      ? day.house.colleague(internOf.familyName)
      : day.house.byStaffId(leadStaffId);
  await sayUntilAccepted(day.chance, async (voice) => {
    const input = signSession.input.parse({
      sessionId: session.id,
      shared: sharedOf(day, session),
      rows: rows.map((row) => rowOf({ day, session, voice }, row)),
    });
    await signatures.signSession(workAs(work, signer), signer.staffId, input);
  });
  day.count("notes", rows.length);
};

/** Signatures that are given today, for sessions of today and of the days before. `sessions` are read anew at the time. */
export const signaturesOf = (day: LifeDay, sessions: readonly LifeSession[]): readonly Act[] =>
  sessions.flatMap((session): Act[] => {
    if (session.state === "cancelled") return [];
    const at = signedAt(day, session);
    if (at === null || !isSameDay(at, session.zone, day.day)) return [];
    return [{ at, what: "sign", run: (work) => sign(work, day, session) }];
  });
