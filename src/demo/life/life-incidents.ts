import { Temporal } from "temporal-polyfill";
import { correctNote } from "#domain/charting/member-note.api.ts";
import { correctAttendance } from "#domain/scheduling/attendance.api.ts";
import { closeSite } from "#domain/scheduling/closure.api.ts";
import { cancelSession, changeSession } from "#domain/scheduling/session.api.ts";
import { openFrom } from "#demo/holidays.ts";
import { eventsOf } from "#demo/life/life-evening.ts";
import {
  closedOn,
  closedSite,
  dayAfter,
  groupOf,
  momentOf,
  seatedOn,
  weekdayOf,
  type Act,
  type LifeDay,
} from "#demo/life/life-day.ts";
import { workAs } from "#demo/life/life-house.ts";
import type { LifeStay } from "#demo/life/life-plan.ts";
import { findNoteOf, type LifeSession } from "#demo/life/life-sessions.queries.ts";
import { floaters } from "#demo/life/life-staff.ts";
import { getNote } from "#server/charting/member-note.service.ts";
import * as corrections from "#server/charting/note-correction.service.ts";
import * as attendance from "#server/scheduling/attendance.service.ts";
import * as closures from "#server/scheduling/closure.service.ts";
import * as sessions from "#server/scheduling/session.service.ts";
import type { Work } from "#server/platform/work.ts";

const thursday = 4;
const todays = (day: LifeDay): readonly LifeSession[] =>
  day.sessions.filter(
    (one) =>
      one.serviceDate === day.day && one.state === "scheduled" && groupOf(day, one) !== undefined,
  );

/** Somewhat before the middle a site has no water for a day. */
const closureOf = (day: LifeDay): readonly Act[] => {
  if (day.day !== closedOn(day.plan)) return [];
  const director = day.house.colleague("Delacroix");
  const facts = {
    siteId: day.house.site(closedSite),
    startsOn: day.day,
    endsOn: day.day,
    reason: "A water main broke; the building has no water.",
  };
  return [
    {
      at: momentOf(day.house.zone, day.day, "06:50"),
      what: "close a site",
      run: async (work) => {
        await closures.closeSite(workAs(work, director), closeSite.input.parse(facts));
      },
    },
  ];
};

/** Later an evening is cancelled because nobody can lead it. */
const cancellationOf = (day: LifeDay): readonly Act[] => {
  const { startsOn, daysOff, wish } = day.plan;
  const on = dayAfter(startsOn, Math.floor(wish.weeks * 0.7) * 7 + thursday - 1);
  if (day.day !== openFrom(daysOff, on, 7)) return [];
  const last = todays(day).findLast((one) => groupOf(day, one)?.site === "eastside");
  if (last === undefined) return [];
  const director = day.house.colleague("Delacroix");
  return [
    {
      at: momentOf(day.house.zone, day.day, "06:55"),
      what: "cancel a group",
      run: async (work) => {
        const reason = "The facilitator is ill and nobody can stand in.";
        const input = { sessionId: last.id, version: last.version, reason };
        await sessions.cancelSession(workAs(work, director), cancelSession.input.parse(input));
      },
    },
  ];
};

/** On some Thursdays and Fridays somebody stands in for a lead who is ill: one colleague at a site, so one group. */
const substituteOf = (day: LifeDay): readonly Act[] => {
  if (weekdayOf(day.day) < thursday) return [];
  return (["eastside", "riverside"] as const).flatMap((site): Act[] => {
    if (!day.chance.happens(0.22, "ill", site, day.day)) return [];
    const own = todays(day).filter((one) => groupOf(day, one)?.site === site);
    const [session] = own;
    if (session === undefined) return [];
    const colleague = day.house.colleague(floaters[site]);
    const facilitators = [{ staffId: colleague.staffId, role: "lead" }];
    const input = { sessionId: session.id, version: session.version, facilitators };
    return [
      {
        at: momentOf(session.zone, day.day, "06:58"),
        what: "stand in",
        run: async (work) => {
          const director = day.house.colleague("Delacroix");
          await sessions.changeSession(workAs(work, director), changeSession.input.parse(input));
        },
      },
    ];
  });
};

/** What is known before anybody comes: a closed site, a cancelled evening, somebody who stands in. */
export const incidentsOf = (day: LifeDay): readonly Act[] => {
  const cancelled = cancellationOf(day);
  // One bad thing a day.
  return [...closureOf(day), ...(cancelled.length > 0 ? cancelled : substituteOf(day))];
};

const wasLate = (day: LifeDay, stay: LifeStay, session: LifeSession): boolean => {
  const start = Temporal.Instant.from(session.startsAt);
  const minutes = start.until(session.endsAt).total("minutes");
  const [first] = eventsOf(day.chance, stay, { ...session, minutes });
  return (
    first?.kind === "arrive" &&
    start.until(first.occurredAt).total("minutes") > 10 &&
    day.chance.happens(0.14, "put right", stay.person.number, session.startsAt)
  );
};

const whys = [
  "Was there from the beginning; the tablet came round late.",
  "Had signed in at the front desk in time; the list was taken to the room late.",
  "I marked the wrong row first and this one when the break began.",
  "Came in with the first ones; the tablet had no network until later.",
];

/** The arrival is put right, and the note too where it is signed already: its minutes are others now. */
const putRight = async (
  work: Work,
  day: LifeDay,
  stay: LifeStay,
  session: LifeSession,
): Promise<void> => {
  const patientId = day.house.stay(stay)?.patientId;
  if (patientId === undefined) return;
  const why = day.chance.pick(whys, "why put right", stay.person.number, session.startsAt);
  const { rows } = await attendance.listAttendanceEvents(work, { sessionId: session.id });
  const arrival = rows.find((one) => one.patientId === patientId && one.kind === "arrive");
  if (arrival === undefined) return;
  const event = {
    id: work.newId(),
    patientId,
    kind: "arrive",
    occurredAt: session.startsAt,
    correctsId: arrival.id,
  };
  const input = correctAttendance.input.parse({ sessionId: session.id, why, events: [event] });
  await attendance.correctAttendance(work, input);
  const note = await findNoteOf(work, session.id, patientId);
  if (note === undefined) return;
  const author = day.house.byStaffId(note.staffId);
  const { part, creditedMinutes } = await getNote(work, note.id, note.staffId);
  const now = (await attendance.attendanceOf(work, session.id)).find(
    (one) => one.patientId === patientId,
  );
  if (now === undefined || now.creditedMinutes === creditedMinutes) return;
  const corrected = correctNote.input.parse({ noteId: note.id, part, reason: why });
  await corrections.correctNote(workAs(work, author), corrected, note.staffId);
};

/** What was recorded wrongly is put right in the morning of the next day that is no holiday. */
export const correctionsOf = (day: LifeDay): readonly Act[] =>
  day.sessions.flatMap((session): Act[] => {
    const group = groupOf(day, session);
    if (
      group === undefined ||
      openFrom(day.plan.daysOff, dayAfter(session.serviceDate, 1)) !== day.day ||
      session.state === "cancelled"
    )
      return [];
    return seatedOn(day, group, session.serviceDate)
      .filter((stay) => wasLate(day, stay, session))
      .map((stay) => ({
        at: momentOf(session.zone, day.day, "09:40"),
        what: "put attendance right",
        run: (work: Work) => putRight(workAs(work, day.house.lead(group)), day, stay, session),
      }));
  });
