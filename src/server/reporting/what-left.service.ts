import type { Output, Parsed } from "#domain/contract/route.ts";
import { shownName } from "#domain/patients/shown-name.ts";
import {
  whatLeftRowSchema,
  type listWhatLeft as contract,
} from "#domain/reporting/what-left.api.ts";
import { pageOfRows } from "#server/db/keyset.ts";
import type { Work } from "#server/platform/work.ts";
import { selectWhatLeft } from "#server/reporting/what-left.queries.ts";

/** What was told outside in the last thirty days, whoever it is about. */
export const listWhatLeft = async (
  work: Work,
  input: Parsed<typeof contract>,
): Promise<Output<typeof contract>> => {
  const page = pageOfRows(await selectWhatLeft(work, input), input.limit);
  return {
    ...page,
    rows: page.rows.map((row) => whatLeftRowSchema.parse({ ...row, name: shownName(row) })),
  };
};
