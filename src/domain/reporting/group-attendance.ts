import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { attendanceReasons } from "#domain/scheduling/attendance-event.ts";

/** One week of a group. Seats in sessions that are over, by what became of them, and how many sessions there were. */
export const groupWeekSchema = z.object({
  startsOn: z.iso.date(),
  attended: z.int(),
  excused: z.int(),
  absent: z.int(),
  unmarked: z.int(),
  sessions: z.int(),
  calledOff: z.int(),
});
export type GroupWeek = z.output<typeof groupWeekSchema>;

/** A weekly group, or everything that belongs to none: hours alone, single sessions. */
export const groupAttendanceRowSchema = z
  .object({
    seriesId: idSchema.nullable(),
    name: z.string().nullable(),
    programName: z.string().nullable(),
    /** Every week that is shown, also those without a session. */
    weeks: z.array(groupWeekSchema),
    /** Why seats were not taken, the most frequent first; null where nobody said why. */
    reasons: z.array(z.object({ reason: z.enum(attendanceReasons).nullable(), seats: z.int() })),
  })
  .meta({ id: "GroupAttendanceRow" });
export type GroupAttendanceRow = z.output<typeof groupAttendanceRowSchema>;

type Counts = Omit<GroupWeek, "startsOn">;

/** Several weeks as one. */
export const sumOfWeeks = (weeks: readonly Counts[]): Counts => {
  const sum = (of: (week: Counts) => number): number =>
    weeks.reduce((total, week) => total + of(week), 0);
  return {
    attended: sum(({ attended }) => attended),
    excused: sum(({ excused }) => excused),
    absent: sum(({ absent }) => absent),
    unmarked: sum(({ unmarked }) => unmarked),
    sessions: sum(({ sessions }) => sessions),
    calledOff: sum(({ calledOff }) => calledOff),
  };
};

const weeksCompared = 4;

/** The last four weeks that are over, and the four before them. The running week is still being filled. */
export const comparedWeeks = <Week>(
  weeks: readonly Week[],
): { readonly latest: readonly Week[]; readonly before: readonly Week[] } => {
  const whole = weeks.slice(0, -1);
  return {
    latest: whole.slice(-weeksCompared),
    before: whole.slice(-2 * weeksCompared, -weeksCompared),
  };
};

/**
 * The weeks of a row by where they stand: those that are compared and the running one each in a column of its own, whatever is
 * earlier together in one before them, so that the columns hold all that the sums of the row count.
 */
export const earlierWeeks = <Week>(weeks: readonly Week[]): readonly Week[] =>
  weeks.slice(0, Math.max(0, weeks.length - 1 - 2 * weeksCompared));

/**
 * The weeks worth a column, by their first day: all that are over, and the running one once a session of it was held or
 * called off. On a Monday morning it would be a column of dashes.
 */
export const weeksWorthAColumn = (rows: readonly GroupAttendanceRow[]): readonly string[] => {
  const weeks = rows[0]?.weeks ?? [];
  const hasBegun = rows.some((row) => {
    const running = row.weeks.at(-1);
    return running !== undefined && running.sessions + running.calledOff > 0;
  });
  return (hasBegun ? weeks : weeks.slice(0, -1)).map(({ startsOn }) => startsOn);
};
