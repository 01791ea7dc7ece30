import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";

/** So many days back every session is looked at; an earlier one while its missing note holds a day from billing. */
export const lateNoteDays = 60;

/** A session that is over and in which somebody sat whose note is not signed, or somebody was expected of whom nothing was entered. */
export const lateNoteSchema = z
  .object({
    sessionId: idSchema,
    sessionName: z.string(),
    serviceDate: z.iso.date(),
    zone: z.string(),
    leads: z.array(z.object({ staffId: idSchema, name: z.string() })),
    isMine: z.boolean(),
    /** Who asked whoever led it for the notes, while that is open. */
    asked: z.object({ by: z.string(), at: instantSchema }).nullable(),
    /** Notes that are missing, of those who were there. */
    missing: z.int(),
    attended: z.int(),
    /** Seats of which nothing was entered: neither that somebody came nor that they did not. */
    unmarked: z.int(),
    seats: z.int(),
    /** From this moment on it is late. */
    dueAt: z.iso.datetime({ offset: true }),
    isLate: z.boolean(),
  })
  .meta({ id: "LateNote" });
export type LateNote = z.output<typeof lateNoteSchema>;

/** Nothing was said of who was there: before a note can be missed, somebody has to be entered. */
export const isUnentered = ({ unmarked, seats }: Pick<LateNote, "unmarked" | "seats">): boolean =>
  unmarked > 0 && unmarked === seats;

/** Something is still to do of it: notes to sign, or seats to enter. */
export const isUnfinished = ({
  missing,
  unmarked,
}: Pick<LateNote, "missing" | "unmarked">): boolean => missing > 0 || unmarked > 0;

/** What is to do in these sessions together; nothing only where every note is signed and every seat entered. */
export const toDoIn = (
  rows: readonly Pick<LateNote, "missing" | "unmarked" | "isLate">[],
): { readonly notes: number; readonly late: number; readonly seats: number } => ({
  notes: rows.reduce((sum, { missing }) => sum + missing, 0),
  late: rows.reduce((sum, { missing, isLate }) => sum + (isLate ? missing : 0), 0),
  seats: rows.reduce((sum, { unmarked }) => sum + unmarked, 0),
});

/**
 * When the notes of a session are due: by the end of the day after it, by the clock of the site. No federal rule names an
 * hour; 42 CFR 410.43(c) and the payers want the note with the day that is billed, and a day later memory is still one's own.
 */
export const noteDueAt = (session: {
  readonly serviceDate: string;
  readonly zone: string;
}): Temporal.Instant =>
  Temporal.PlainDate.from(session.serviceDate)
    .add({ days: 2 })
    .toZonedDateTime(session.zone)
    .toInstant();
