import type { Output } from "#domain/contract/route.ts";
import {
  overtakenDays,
  type listOvertakenNotes as api,
} from "#domain/charting/overtaken-note.api.ts";
import { selectOvertaken } from "#server/charting/overtaken-note.queries.ts";
import type { Work } from "#server/platform/work.ts";

/** The reader's own notes that the attendance overtook; whoever is nobody of the staff wrote none. */
export const listOvertakenNotes = async (
  work: Work,
  staffId: string | null,
): Promise<Output<typeof api>> => {
  if (staffId === null) return { rows: [] };
  const since = work.now.subtract({ hours: 24 * overtakenDays }).toString();
  return { rows: [...(await selectOvertaken(work, { staffId, since }))] };
};
