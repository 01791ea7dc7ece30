import { z } from "zod";
import { daysBetween } from "#domain/basics/civil-date.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { shownName } from "#domain/patients/shown-name.ts";
import type { HourRule } from "#domain/programs/hour-rule.ts";
import { weekOf } from "#domain/programs/week.ts";
import type * as api from "#domain/scheduling/hours.api.ts";
import {
  missedSeatSchema,
  type listMissedSeats as MissedRoute,
  type listSeats as SeatsRoute,
} from "#domain/scheduling/seat.api.ts";
import type { WeekHours } from "#domain/scheduling/hours.ts";
import { weekHoursOf, type FloorRule } from "#domain/scheduling/week-hours.ts";
import { getPatient } from "#server/patients/patient.service.ts";
import type { Work } from "#server/platform/work.ts";
import { todayOf } from "#server/practice/organization.service.ts";
import { listHourRules } from "#server/programs/hour-rule.service.ts";
import * as queries from "#server/scheduling/hours.queries.ts";
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
      bookedMinutes: z.int(),
      missed: z.int(),
      excused: z.int(),
      isPart: z.boolean(),
    }),
  ),
});

const floorsOf = (rules: readonly HourRule[]): FloorRule[] =>
  rules.map(({ level, ...rule }) => ({ ...rule, levelOfCareId: level.id }));

const weeksOf = async (
  work: Work,
  wanted: Parameters<typeof queries.selectStays>[1],
): Promise<{ weeks: WeekHours[]; rules: readonly HourRule[] }> => {
  const { on } = wanted;
  const rows = await queries.selectStays(work, wanted);
  const { rows: rules } = await listHourRules(work, { on });
  const floors = floorsOf(rules);
  const weeks = rows
    .map((row) => stayRead.parse(row.stay))
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
  const those = (wanted: boolean) =>
    rows.filter((row) => row.isBooked === wanted).map(({ isBooked: _, ...seat }) => seat);
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

const daysInWeek = 7;

/** Everybody in care in the week of a day, whoever misses most first; a week begins where their own rule says. */
export const listHours = async (
  work: Work,
  { on: asked, siteId, programId }: Parsed<typeof api.listHours>,
): Promise<Output<typeof api.listHours>> => {
  const today = await todayOf(work);
  const on = asked ?? today;
  const found = await queries.selectStays(work, { patientIds: null, on, siteId, programId });
  const { rows: rules } = await listHourRules(work, { on });
  const floors = floorsOf(rules);
  const rows = found
    .map((row) => stayRead.parse(row.stay))
    .map((stay) => ({
      ...weekHoursOf(stay, floors, on),
      admittedOn: stay.admittedOn,
      endedOn: stay.endedOn,
      name: shownName(stay),
      trackName: stay.trackName,
      programId: stay.programId,
      programName: stay.programName,
      week: Math.max(1, Math.floor(daysBetween(stay.admittedOn, on) / daysInWeek) + 1),
    }))
    .filter((row) => row.admittedOn <= row.endsOn && (row.endedOn ?? on) >= row.startsOn)
    .toSorted((a, b) => b.shortMinutes - a.shortMinutes);
  const told = on === today ? await withGaps(work, rows, rules, today) : rows;
  return { on, today, ...weekOf("monday", on, on), rows: told };
};
