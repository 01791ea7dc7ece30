import { kindOfEnd, type EndedStay } from "#domain/reporting/ended-stay.ts";
import { arrange, type Filter } from "#web/ui/table-column.ts";
import type { TableAddress } from "#web/ui/table-address.ts";

export const endedTable = "ended";

type Places = "site" | "program" | "track" | "level" | "therapist";

/** What a stay is filtered by: where it was, with whom, and how it ended. */
export const placeOf: Readonly<Record<Places, (row: EndedStay) => string>> = {
  site: ({ siteName }) => siteName,
  program: ({ programName }) => programName,
  track: ({ trackName }) => trackName,
  level: ({ levelName }) => levelName,
  therapist: ({ therapistName }) => therapistName ?? "",
};

/** Its own end, and the kind of end that counts it among the early. */
export const endsOf = (row: EndedStay): readonly string[] => [row.endReason ?? "", kindOfEnd(row)];

const filters: readonly Filter<EndedStay>[] = Object.entries(placeOf).map(([key, of]) => ({
  key,
  label: key,
  choices: [],
  of,
}));

/** The stays that figures are of: whatever the list is narrowed by but how they ended, which the figures tell. */
export const rowsFiltered = (
  rows: readonly EndedStay[],
  { filter }: Pick<TableAddress, "filter">,
): readonly EndedStay[] =>
  arrange(rows, { find: "", sort: null, filter }, { columns: [], filters, find: undefined });
