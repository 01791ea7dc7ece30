import { z } from "zod";
import { weekToldOn } from "#domain/admissions/enrollment.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { shownName } from "#domain/patients/shown-name.ts";
import type { HourRule } from "#domain/programs/hour-rule.ts";
import { dayToldOf, weekOf } from "#domain/programs/week.ts";
import type * as api from "#domain/scheduling/hours.api.ts";
import {
  missedSeatSchema,
  type listMissedSeats as MissedRoute,
  type listSeats as SeatsRoute,
} from "#domain/scheduling/seat.api.ts";
import type { WeekHours } from "#domain/scheduling/hours.ts";
import {
  likelyDays,
  usualBreakMinutes,
  type LikelySeat,
} from "#domain/scheduling/likely-minutes.ts";
import { weekHoursOf, type FloorRule } from "#domain/scheduling/week-hours.ts";
import { getPatient } from "#server/patients/patient.service.ts";
import type { Work } from "#server/platform/work.ts";
import { todayOf } from "#server/practice/organization.service.ts";
import { listHourRules } from "#server/programs/hour-rule.service.ts";
import * as queries from "#server/scheduling/hours.queries.ts";
import { ledgerEventRead, readMoment } from "#server/scheduling/ledger-read.ts";
import { selectMissedSeats, selectSeats } from "#server/scheduling/seat.queries.ts";
import { gapsOf } from "#server/scheduling/service-gap.service.ts";

const stayRead = z.object({
  patientId: z.string(),
  enrollmentId: z.string(),
  levelOfCareId: z.string(),
  levelName: z.string(),
  population: z.string(),
  admittedOn: z.string(),
  endedOn: z.string().nullable(),
  givenName: z.string(),
  familyName: z.string(),
  preferredName: z.string().nullable(),
  trackName: z.string(),
  programId: z.string(),
  programName: z.string(),
  closedOn: z.array(z.string()),
  days: z.array(
    z.object({
      date: z.string(),
      scheduledMinutes: z.int(),
      deliveredMinutes: z.int(),
      creditedMinutes: z.int(),
      overLimitMinutes: z.int(),
      missed: z.int(),
      excused: z.int(),
      isPart: z.boolean(),
      seats: z.array(
        z.object({
          seriesId: z.string().nullable(),
          startsAt: readMoment,
          endsAt: readMoment,
          isBooked: z.boolean(),
          /** Credited a short while ago. */
          isNear: z.boolean(),
          minutes: z.int(),
          breaksCount: z.boolean().nullable(),
        }),
      ),
    }),
  ),
});
type StayRead = z.output<typeof stayRead>;
type SeatRead = StayRead["days"][number]["seats"][number];

const heldRead = z.object({
  startsAt: readMoment,
  endsAt: readMoment,
  events: z.array(ledgerEventRead),
});

/** So many sessions back it is looked for how long the breaks of a group are. */
const sessionsLookedAt = 4;

/** What each group usually spends in breaks; asked only of those that somebody sits or sat in and whose breaks earn nothing. */
const usualBreaksOf = async (
  work: Work,
  stays: readonly StayRead[],
): Promise<ReadonlyMap<string, number | null>> => {
  const seats = stays.flatMap(({ days }) => days.flatMap((day) => day.seats));
  const wanted = seats.flatMap(({ breaksCount, seriesId }) =>
    breaksCount !== true && seriesId !== null ? [seriesId] : [],
  );
  return usualBreaksIn(work, wanted);
};

const usualBreaksIn = async (
  work: Work,
  wanted: readonly string[],
): Promise<ReadonlyMap<string, number | null>> => {
  if (wanted.length === 0) return new Map();
  const rows = await queries.selectLastHeld(work, [...new Set(wanted)], sessionsLookedAt);
  const held = Map.groupBy(rows, ({ seriesId }) => seriesId);
  return new Map(
    [...held].map(([id, own]) => [
      id,
      usualBreakMinutes(own.map((row) => heldRead.parse(row.held))),
    ]),
  );
};

/** What comes off a seat for breaks: nothing by itself or where the rule counts them, null where a group has shown none yet. */
const breakMinutesOf = (
  { seriesId, breaksCount }: Pick<SeatRead, "seriesId" | "breaksCount">,
  usual: ReadonlyMap<string, number | null>,
): number | null =>
  // An hour by itself has no breaks that anybody planned with. Without a rule the ledger counts none.
  breaksCount !== true && seriesId !== null ? (usual.get(seriesId) ?? null) : 0;

const seatOf = (
  date: string,
  seat: SeatRead,
  usual: ReadonlyMap<string, number | null>,
): LikelySeat => ({
  startsAt: seat.startsAt,
  endsAt: seat.endsAt,
  isBooked: seat.isBooked,
  date,
  isOfGroup: seat.seriesId !== null,
  breakMinutes: breakMinutesOf(seat, usual),
});

const noneLikely = { bookedMinutes: 0, breakMinutes: 0, isBeforeBreaks: false, isDoubled: false };

/** The stays that are asked for, their days with what is likely to come. */
export const readStays = async (work: Work, wanted: Parameters<typeof queries.selectStays>[1]) => {
  const stays = (await queries.selectStays(work, wanted)).map((row) => stayRead.parse(row.stay));
  const usual = await usualBreaksOf(work, stays);
  return stays.map((stay) => {
    const likely = likelyDays(
      stay.days.flatMap(({ date, seats }) =>
        seats.flatMap((seat) => (seat.isBooked || seat.isNear ? [seatOf(date, seat, usual)] : [])),
      ),
    );
    const days = stay.days.map(({ seats, ...day }) => ({
      ...day,
      usualBreakMinutes: seats.reduce(
        (total, seat) => total + Math.min(seat.minutes, breakMinutesOf(seat, usual) ?? 0),
        0,
      ),
      ...(likely.get(day.date) ?? noneLikely),
    }));
    return { ...stay, days };
  });
};

export const floorsOf = (rules: readonly HourRule[]): FloorRule[] =>
  rules.map(({ level, ...rule }) => ({ ...rule, levelOfCareId: level.id }));

const weeksOf = async (
  work: Work,
  wanted: Parameters<typeof queries.selectStays>[1],
): Promise<{ weeks: WeekHours[]; rules: readonly HourRule[] }> => {
  const { on } = wanted;
  const stays = await readStays(work, wanted);
  const { rows: rules } = await listHourRules(work, { on });
  const floors = floorsOf(rules);
  const weeks = stays
    .filter((stay) => stay.admittedOn <= on && (stay.endedOn ?? on) >= on)
    .map((stay) => weekHoursOf(stay, floors, on));
  return { weeks, rules };
};

/** The hours of these patients in the week of a day, for each of their stays. `isOwn`: the person asks for themselves. */
export const hoursOf = async (
  work: Work,
  patientIds: readonly string[],
  on: string,
  isOwn = false,
): Promise<WeekHours[]> => (await weeksOf(work, { patientIds, on, isOwn })).weeks;

/** The hours of these patients in the week of a day, as they are and as they would be without one session. */
export const hoursWithout = async (
  work: Work,
  patientIds: readonly string[],
  { sessionId, on }: { readonly sessionId: string; readonly on: string },
): Promise<{ readonly asIs: WeekHours[]; readonly without: WeekHours[] }> => ({
  asIs: await hoursOf(work, patientIds, on),
  without: (await weeksOf(work, { patientIds, on, without: sessionId })).weeks,
});

const withGaps = async <Week extends WeekHours>(
  work: Work,
  weeks: readonly Week[],
  rules: readonly HourRule[],
  today: string,
): Promise<Week[]> => {
  const stays = weeks.map(({ enrollmentId }) => enrollmentId);
  const gaps = await gapsOf(work, stays, rules, today);
  return weeks.map((week) => ({ ...week, gap: gaps.get(week.enrollmentId) ?? null }));
};

/** The same as of today, with the days since the last service where the rule of a stay speaks of them. */
export const hoursToday = async (
  work: Work,
  patientIds: readonly string[],
  today: string,
): Promise<WeekHours[]> => {
  const { weeks, rules } = await weeksOf(work, { patientIds, on: today });
  return withGaps(work, weeks, rules, today);
};

export const readHours = async (
  work: Work,
  { patientId, on }: Parsed<typeof api.readHours>,
): Promise<Output<typeof api.readHours>> => {
  await getPatient(work, patientId);
  const rows =
    on === undefined
      ? await hoursToday(work, [patientId], await todayOf(work))
      : await hoursOf(work, [patientId], on);
  return { rows };
};

/** Where a patient sits in the coming days, and which free seats would bring hours in this week. */
export const listSeats = async (
  work: Work,
  input: Parsed<typeof SeatsRoute>,
): Promise<Output<typeof SeatsRoute>> => {
  await getPatient(work, input.patientId);
  const rows = await selectSeats(work, { ...input, today: await todayOf(work) });
  const usual = await usualBreaksIn(
    work,
    rows.flatMap(({ breaksCount, seriesId }) =>
      breaksCount !== true && seriesId !== null ? [seriesId] : [],
    ),
  );
  const those = (wanted: boolean) =>
    rows
      .filter((row) => row.isBooked === wanted)
      .map(({ isBooked: _, breaksCount, ...seat }) => ({
        ...seat,
        likelyMinutes: Math.max(
          0,
          seat.minutes - (breakMinutesOf({ ...seat, breaksCount }, usual) ?? 0),
        ),
      }));
  return { booked: those(true), open: those(false) };
};

/** What a make-up of this stay may be for. */
export const listMissedSeats = async (
  work: Work,
  input: Parsed<typeof MissedRoute>,
): Promise<Output<typeof MissedRoute>> => {
  await getPatient(work, input.patientId);
  const rows = await selectMissedSeats(work, { ...input, today: await todayOf(work) });
  const { status } = missedSeatSchema.shape;
  return { rows: rows.map((row) => ({ ...row, status: status.parse(row.status) })) };
};

/** Everybody in care in the week of a day, whoever misses most first; a week begins where their own rule says. */
export const listHours = async (
  work: Work,
  { on: asked, siteId, programId }: Parsed<typeof api.listHours>,
): Promise<Output<typeof api.listHours>> => {
  const today = await todayOf(work);
  const on = asked ?? today;
  const week = weekOf("monday", on, on);
  const toldOn = dayToldOf(week, today);
  const stays = await readStays(work, { patientIds: null, on, siteId, programId });
  const { rows: rules } = await listHourRules(work, { on });
  const floors = floorsOf(rules);
  const rows = stays
    .map((stay) => ({
      ...weekHoursOf(stay, floors, on),
      admittedOn: stay.admittedOn,
      endedOn: stay.endedOn,
      name: shownName(stay),
      trackName: stay.trackName,
      programId: stay.programId,
      programName: stay.programName,
      week: weekToldOn(stay, toldOn),
    }))
    .filter((row) => row.admittedOn <= row.endsOn && (row.endedOn ?? on) >= row.startsOn)
    .toSorted((a, b) => b.shortMinutes - a.shortMinutes);
  const told = on === today ? await withGaps(work, rows, rules, today) : rows;
  return { on, today, ...week, rows: told };
};
