import { Temporal } from "temporal-polyfill";
import { dateAt } from "#domain/basics/civil-date.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/reporting/late-note.api.ts";
import { lateNoteDays, noteDueAt, type LateNote } from "#domain/reporting/late-note.ts";
import { ownStaffId } from "#server/reporting/own-staff.queries.ts";
import * as queries from "#server/reporting/late-note.queries.ts";
import type { Work } from "#server/platform/work.ts";
import { getOrganization } from "#server/practice/organization.service.ts";

const asLateNote = (row: queries.LateNoteRow, now: Temporal.Instant): LateNote => {
  const dueAt = noteDueAt(row);
  return {
    ...row,
    leads: [...row.leads],
    dueAt: dueAt.toString(),
    isLate: Temporal.Instant.compare(dueAt, now) <= 0,
  };
};

/** Every seat attended in the days looked through, and the sessions among them whose notes are not all signed. */
export const unsignedNotes = async (
  work: Work,
  siteId?: string,
): Promise<{ readonly rows: LateNote[]; readonly attended: number }> => {
  const { zone } = await getOrganization(work);
  const today = dateAt(work.now, zone);
  const from = Temporal.PlainDate.from(today).subtract({ days: lateNoteDays }).toString();
  // East of the organization's own zone it may be tomorrow already.
  const to = Temporal.PlainDate.from(today).add({ days: 1 }).toString();
  const staffId = await ownStaffId(work);
  const sessions = await queries.selectUnsigned(work, { from, to, staffId, siteId });
  return {
    rows: sessions.filter(({ missing }) => missing > 0).map((row) => asLateNote(row, work.now)),
    attended: sessions.reduce((sum, { attended }) => sum + attended, 0),
  };
};

/** Sessions whose notes are not all signed, the oldest first: one's own, or everybody's. */
export const listLateNotes = async (
  work: Work,
  { whose }: Parsed<typeof api.listLateNotes>,
): Promise<Output<typeof api.listLateNotes>> => {
  const { rows } = await unsignedNotes(work);
  const asked = whose === "mine" ? rows.filter(({ isMine }) => isMine) : rows;
  return { rows: asked, lateCount: asked.filter(({ isLate }) => isLate).length };
};
