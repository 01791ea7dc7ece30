import type { Filter } from "#web/ui/table-column.ts";
import type { TableAddress } from "#web/ui/table-address.ts";

/** What narrows a table, each in words: what was searched for, and what was chosen of each filter. */
export const narrowedBy = <Row>(
  state: Pick<TableAddress, "find" | "filter">,
  by: { readonly findLabel: string | undefined; readonly filters: readonly Filter<Row>[] },
): readonly string[] => {
  const found =
    by.findLabel === undefined || state.find.trim() === ""
      ? []
      : [`${by.findLabel}: ${state.find.trim()}`];
  const chosen = by.filters.flatMap(({ key, label, choices }) => {
    const value = state.filter(key);
    if (value === "") return [];
    return [`${label}: ${choices.find((choice) => choice.value === value)?.label ?? value}`];
  });
  return [...found, ...chosen];
};
