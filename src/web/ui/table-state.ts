import { useAddress } from "#web/platform/address.ts";

export interface TableSort {
  readonly key: string;
  readonly descending: boolean;
}

export interface TableState {
  readonly find: string;
  readonly sort: TableSort | null;
  readonly filter: (key: string) => string;
  readonly setFind: (text: string) => void;
  /** First up, then down, then as it came. */
  readonly turnSort: (key: string) => void;
  readonly setFilter: (key: string, value: string) => void;
  readonly clear: () => void;
  readonly isNarrowed: boolean;
}

/** `-name` is descending by name. */
const readSort = (text: string | null): TableSort | null =>
  !text ? null : { key: text.replace(/^-/, ""), descending: text.startsWith("-") };

/**
 * What a table shows, kept in the address under the table's name, so that going back, reloading and
 * sharing the link show the same. A screen whose server filters reads its input from here.
 */
export const useTableState = (name: string): TableState => {
  const { path, search, go } = useAddress();
  const word = (key: string): string => `${name}.${key}`;
  const change = (changes: Readonly<Record<string, string>>): void => {
    const next = new URLSearchParams(search);
    for (const [key, value] of Object.entries(changes)) {
      if (value === "") next.delete(key);
      else next.set(key, value);
    }
    const text = next.toString();
    go(text === "" ? path : `${path}?${text}`, { replace: true });
  };
  const sort = readSort(search.get(word("sort")));
  const narrowing = [...search.keys()].filter(
    (key) => key.startsWith(`${name}.`) && key !== word("sort"),
  );
  return {
    find: search.get(word("find")) ?? "",
    sort,
    filter: (key) => search.get(word(key)) ?? "",
    setFind: (text) => change({ [word("find")]: text }),
    turnSort: (key) => {
      const next = sort?.key !== key ? key : sort.descending ? "" : `-${key}`;
      change({ [word("sort")]: next });
    },
    setFilter: (key, value) => change({ [word(key)]: value }),
    clear: () => change(Object.fromEntries(narrowing.map((key) => [key, ""]))),
    isNarrowed: narrowing.length > 0,
  };
};
