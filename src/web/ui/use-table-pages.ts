import { mostTakenRows } from "#domain/access/taken-list.ts";
import type { AnyRoute, Input } from "#domain/contract/route.ts";
import { useReadPages, type ReadOptions } from "#web/platform/use-read.ts";
import { useTableState } from "#web/ui/table-state.ts";

export const rowsOfPage = 100;

interface TablePagesOptions extends ReadOptions {
  /** The table sorts, finds and filters here: then all rows are read before it does, so that none is missing. */
  readonly isArrangedHere?: boolean;
}

/**
 * Reads a list for the table called `name`, with as many pages as the address says. Spread `table` over its
 * `DataTable`; show `read` with `Loaded`.
 */
export const useTablePages = <R extends AnyRoute>(
  name: string,
  contract: R,
  input: Input<R>,
  { isArrangedHere = false, ...options }: TablePagesOptions = {},
) => {
  const state = useTableState(name);
  const isArranged = isArrangedHere && (state.sort !== null || state.isNarrowed);
  const found = useReadPages(contract, { ...(input as object), limit: rowsOfPage } as Input<R>, {
    ...options,
    pages: isArranged ? mostTakenRows / rowsOfPage : state.pages,
  });
  const { rows, error, refetch, first, total, more, isLoadingMore, pages, readAll } = found;
  return {
    read: { data: rows, error, refetch },
    first,
    total,
    table: {
      name,
      remote: !isArrangedHere,
      total,
      more:
        more &&
        (() => {
          more();
          state.setPages(pages + 1);
        }),
      isLoadingMore,
      readAll: () => readAll(mostTakenRows),
    },
  };
};
