import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { demoProgressSchema } from "#domain/operations/demo-progress.ts";
import { weekOf } from "#domain/programs/week.ts";

/** So many weeks are drawn: the quarter that a program is judged by. */
const weeksShown = 12;

/** The Mondays of the weeks that are drawn, the last that of the running week. */
export const shownWeeks = (today: string): readonly string[] => {
  const lastWeek = Temporal.PlainDate.from(weekOf("monday", today, today).startsOn);
  return Array.from({ length: weeksShown }, (_, place) =>
    lastWeek.subtract({ weeks: weeksShown - 1 - place }).toString(),
  );
};

/** One week from Monday to Sunday; the last one has not ended yet. */
export const programWeekSchema = z.object({
  startsOn: z.iso.date(),
  /** People in care on the last day of the week, or today. */
  inCare: z.int(),
  admitted: z.int(),
  ended: z.int(),
  /** Seats in sessions that are over, by what became of them: together all that were planned and not cancelled. */
  attended: z.int(),
  excused: z.int(),
  absent: z.int(),
  unmarked: z.int(),
});
export type ProgramWeek = z.output<typeof programWeekSchema>;

const seatsSchema = z.object({
  seriesId: idSchema,
  name: z.string(),
  filled: z.int(),
  capacity: z.int(),
});

/** What stands of the days that are in no claim yet, in cents. */
const moneySchema = z.object({
  heldDays: z.int(),
  heldCents: z.int(),
  /** How many of the held days have no price yet and so count with nothing. */
  heldUnpriced: z.int(),
  readyDays: z.int(),
  readyCents: z.int(),
  /** Held and ready together. */
  days: z.int(),
});

/** How the program stands on a day. Every figure with what it is a part of. */
export const programFiguresSchema = z
  .object({
    on: z.iso.date(),
    inCare: z.int(),
    tracks: z.array(
      z.object({ id: idSchema, name: z.string(), programName: z.string(), inCare: z.int() }),
    ),
    weeks: z.array(programWeekSchema),
    /** The hours of this week against the floors: who falls short, of those whose week is a whole one. */
    hours: z.object({
      short: z.int(),
      shortMinutes: z.int(),
      whole: z.int(),
      /** Stays whose week is a first or a last one, or has a closed day: held to nothing. */
      notWhole: z.int(),
    }),
    /** How the week before ended: on a Monday morning the running one has hardly anything to fall short of. */
    hoursLastWeek: z.object({ short: z.int(), whole: z.int() }),
    seats: z.array(seatsSchema),
    lateNotes: z.object({
      notes: z.int(),
      /** How many of them are of sessions before the days that are looked through. */
      earlier: z.int(),
      sessions: z.int(),
      /** Seats attended in the days that are looked through: each wants a note. Earlier ones are not among them. */
      of: z.int(),
      oldestOn: z.iso.date().nullable(),
    }),
    atRisk: z.int(),
    /** Null for whoever does not see charges. */
    money: moneySchema.nullable(),
    /** How far a demo has come that is still being made; null where none is. */
    demo: demoProgressSchema.nullable(),
  })
  .meta({ id: "ProgramFigures" });
export type ProgramFigures = z.output<typeof programFiguresSchema>;

type Seats = Pick<ProgramWeek, "attended" | "excused" | "absent" | "unmarked">;

export const plannedSeats = (week: Seats): number =>
  week.attended + week.excused + week.absent + week.unmarked;

/** Seats that were taken among those that were planned; null where none was planned yet. */
export const attendanceShare = (week: Seats): number | null => {
  const planned = plannedSeats(week);
  return planned === 0 ? null : week.attended / planned;
};
