import { Temporal } from "temporal-polyfill";
import { signSession } from "#domain/charting/session-room.api.ts";
import { Problem } from "#domain/contract/problem.ts";
import { participations, progresses, responses } from "#domain/charting/note-fields.ts";
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
import { hours } from "#demo/life/life-phrases.ts";
import type { LifeStay } from "#demo/life/life-plan.ts";
import { hourSentenceOf, sentenceOf } from "#demo/life/life-sentences.ts";
import {
  findRowsToWrite,
  type LifeSession,
  type RowToWrite,
} from "#demo/life/life-sessions.queries.ts";
import { internOf } from "#demo/life/life-staff.ts";
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
  return momentOf(session.zone, dayAfter(session.serviceDate, days), wall);
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
  readonly again: number;
}

const rowOf = ({ day, session, again }: Writing, row: RowToWrite) => {
  const stay = stayOf(day, row.patientId, session.serviceDate);
  if (stay === undefined) throw new Error("somebody was there whom the plan does not know");
  const { chance, plan } = day;
  const of = [stay.person.number, session.startsAt];
  const { number: group, theme } = stay.group;
  const number = sessionNumber(plan, stay.group, session.serviceDate);
  const turn = { group, theme, seat: stay.seat, session: number, again };
  const weeks = daysFrom(stay.admittedOn, session.serviceDate) / 7;
  const isGoing = stay.person.course === "responds" || stay.person.course === "early";
  const progress = chance.happens(isGoing && weeks > 2 ? 0.4 : 0.15, "progress", ...of) ? 0 : 1;
  const isDown = stay.person.course === "worse" && chance.happens(0.3, "down", ...of);
  return {
    patientId: row.patientId,
    objectiveId: row.objectiveId,
    participation: chance.pick(participations, "part", ...of),
    response: chance.pick(responses, "response", ...of),
    progress: isDown ? progresses[2] : progresses[progress],
    risk: chance.happens(0.03, "risk", ...of) ? "low" : "none-noted",
    nextStep: null,
    sentence: session.seriesId === null ? hourSentenceOf(turn) : sentenceOf(turn),
    attendanceVersion: row.version,
    revision: 0,
  };
};

const sharedOf = ({ day, session }: Writing) => {
  const group = groupOf(day, session);
  if (group === undefined) return null;
  const number = sessionNumber(day.plan, group, session.serviceDate) + group.number * 2;
  const fields = {
    ...hours[number % hours.length],
    curriculum: null,
    interventions:
      group.theme === "recovery"
        ? ["Relapse prevention", "Motivational interviewing"]
        : ["Cognitive restructuring", "Skills practice"],
  };
  return { fields, revision: 0 };
};

const tries = 8;

/** Signs; where a guard finds a sentence too much like another, it is said otherwise. */
const sign = async (work: Work, day: LifeDay, session: LifeSession): Promise<void> => {
  const { leadStaffId, rows: found } = await findRowsToWrite(work, session.id);
  const rows = found.filter(({ objectiveId }) => objectiveId !== null);
  if (rows.length === 0 || leadStaffId === null) return;
  const group = groupOf(day, session);
  const signer: Colleague =
    group !== undefined && isInterns(day, group, session.serviceDate)
      ? day.house.colleague(internOf.familyName)
      : day.house.byStaffId(leadStaffId);
  for (let again = 0; ; again++) {
    const writing = { day, session, again };
    const input = signSession.input.parse({
      sessionId: session.id,
      shared: sharedOf(writing),
      rows: rows.map((row) => rowOf(writing, row)),
    });
    try {
      await signatures.signSession(workAs(work, signer), signer.staffId, input);
      day.count("notes", rows.length);
      return;
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "findings-stand" || again > tries)
        throw error;
    }
  }
};

/** Signatures that are given today, for sessions of today and of the days before. `sessions` are read anew at the time. */
export const signaturesOf = (day: LifeDay, sessions: readonly LifeSession[]): readonly Act[] =>
  sessions.flatMap((session): Act[] => {
    if (session.state === "cancelled") return [];
    const at = signedAt(day, session);
    if (at === null || !isSameDay(at, session.zone, day.day)) return [];
    return [{ at, what: "sign", run: (work) => sign(work, day, session) }];
  });
