import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { daysBetween } from "#domain/basics/civil-date.ts";

/**
 * Where a week begins is defined nowhere for all (Medicare's OTP add-on means seven contiguous days, many payers Sunday to
 * Saturday): each hour rule says it. `rolling` are the seven days up to the day, `admission` counts from the first day of care.
 */
export const weekKinds = ["sunday", "monday", "rolling", "admission"] as const;
export type WeekKind = (typeof weekKinds)[number];
export const weekKindSchema = z.enum(weekKinds);

export interface Week {
  readonly startsOn: string;
  readonly endsOn: string;
}

const daysPerWeek = 7;

const daysSinceStart = (kind: WeekKind, day: Temporal.PlainDate, admittedOn: string): number => {
  switch (kind) {
    case "sunday":
      return day.dayOfWeek % daysPerWeek;
    case "monday":
      return day.dayOfWeek - 1;
    case "rolling":
      return daysPerWeek - 1;
    case "admission": {
      const days = Temporal.PlainDate.from(admittedOn).until(day).days;
      return ((days % daysPerWeek) + daysPerWeek) % daysPerWeek;
    }
  }
};

/**
 * The day as of which a week is told: its last one where it is over, today while it runs, and where it is to come the day that
 * lies whole weeks from today, so that from week to week everybody is one week further.
 */
export const dayToldOf = ({ startsOn, endsOn }: Week, today: string): string => {
  if (endsOn < today) return endsOn;
  if (startsOn <= today) return today;
  const weeks = Math.ceil(daysBetween(today, startsOn) / daysPerWeek);
  return Temporal.PlainDate.from(today).add({ weeks }).toString();
};

/** The week of a kind that a day lies in: seven days, both ends included. */
export const weekOf = (kind: WeekKind, on: string, admittedOn: string): Week => {
  const day = Temporal.PlainDate.from(on);
  const start = day.subtract({ days: daysSinceStart(kind, day, admittedOn) });
  return { startsOn: start.toString(), endsOn: start.add({ days: daysPerWeek - 1 }).toString() };
};
