import { Temporal } from "temporal-polyfill";
import { dateAt } from "#domain/basics/civil-date.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/reporting/late-note.api.ts";
import {
  isUnfinished,
  lateNoteDays,
  noteDueAt,
  type LateNote,
} from "#domain/reporting/late-note.ts";
import * as queries from "#server/reporting/late-note.queries.ts";
import type { Work } from "#server/platform/work.ts";
import { askedAbout } from "#server/tasks/asked.service.ts";
import { getOrganization } from "#server/practice/organization.service.ts";

/** A note that is due, before it is said who asked for it. */
export type DueNote = Omit<LateNote, "asked">;

const asDueNote = (row: queries.LateNoteRow, now: Temporal.Instant): DueNote => {
  const dueAt = noteDueAt(row);
  return {
    ...row,
    leads: [...row.leads],
    dueAt: dueAt.toString(),
    isLate: Temporal.Instant.compare(dueAt, now) <= 0,
  };
};

/**
 * Every seat attended in the days looked through, from the first of them on, and the sessions that are not done: notes to sign,
 * or seats to enter. Sessions before that day are among them while their missing notes hold a day from billing.
 */
export const unsignedNotes = async (
  work: Work,
  siteId?: string,
): Promise<{ readonly rows: DueNote[]; readonly attended: number; readonly from: string }> => {
  const { zone } = await getOrganization(work);
  const today = dateAt(work.now, zone);
  const from = Temporal.PlainDate.from(today).subtract({ days: lateNoteDays }).toString();
  // East of the organization's own zone it may be tomorrow already.
  const to = Temporal.PlainDate.from(today).add({ days: 1 }).toString();
  const sessions = await queries.selectUnsigned(work, { from, to, siteId });
  const sessionIds = await queries.selectHeldSessions(work, { before: from });
  const earlier =
    sessionIds.length === 0 ? [] : await queries.selectUnsigned(work, { sessionIds, siteId });
  return {
    rows: [...earlier, ...sessions].filter(isUnfinished).map((row) => asDueNote(row, work.now)),
    attended: sessions.reduce((sum, { attended }) => sum + attended, 0),
    from,
  };
};

/** Sessions whose notes are not all signed or of whose seats some are not entered, the oldest first: one's own, or everybody's. */
export const listLateNotes = async (
  work: Work,
  { whose, siteId }: Parsed<typeof api.listLateNotes>,
): Promise<Output<typeof api.listLateNotes>> => {
  const { rows } = await unsignedNotes(work, siteId);
  const wanted = whose === "mine" ? rows.filter(({ isMine }) => isMine) : rows;
  const asked = await askedAbout(
    work,
    wanted.map(({ sessionId }) => sessionId),
  );
  return {
    rows: wanted.map((note) => ({ ...note, asked: asked("session-notes", note.sessionId) })),
    lateCount: wanted.filter(({ isLate }) => isLate).length,
  };
};
