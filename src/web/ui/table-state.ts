import { useAddress } from "#web/platform/address.ts";
import {
  narrowingWords,
  readTableAddress,
  turnedSort,
  withTableWords,
  type TableAddress,
} from "#web/ui/table-address.ts";

export interface TableState extends TableAddress {
  readonly setFind: (text: string) => void;
  /** First up, then down, then as it came. */
  readonly turnSort: (key: string) => void;
  /** `name` upwards, `-name` downwards, nothing as it came. */
  readonly setSort: (sort: string) => void;
  readonly setFilter: (key: string, value: string) => void;
  readonly setPages: (pages: number) => void;
  readonly clear: () => void;
}

/**
 * What a table shows, kept in the address under the table's name, so that going back, reloading and
 * sharing the link show the same. A screen whose server filters reads its input from here.
 * `alsoNarrowing`: words of the address by which the screen narrows it beside that; showing all ends them, too.
 */
export const useTableState = (name: string, alsoNarrowing: readonly string[] = []): TableState => {
  const { path, search, go } = useAddress();
  const change = (changes: Readonly<Record<string, string>>): void => {
    const text = withTableWords(name, search, changes).toString();
    go(text === "" ? path : `${path}?${text}`, { replace: true });
  };
  const address = readTableAddress(name, search);
  const others = alsoNarrowing.filter((word) => search.has(word));
  const clear = (): void => {
    const narrowed = narrowingWords(name, search).map(
      (word) => [word.slice(name.length + 1), ""] as const,
    );
    const next = withTableWords(name, search, Object.fromEntries(narrowed));
    for (const word of others) next.delete(word);
    const text = next.toString();
    go(text === "" ? path : `${path}?${text}`, { replace: true });
  };
  return {
    ...address,
    isNarrowed: address.isNarrowed || others.length > 0,
    setFind: (text) => change({ find: text }),
    turnSort: (key) => change({ sort: turnedSort(address.sort, key) }),
    setSort: (sort) => change({ sort }),
    setFilter: (key, value) => change({ [key]: value }),
    setPages: (pages) => change({ pages: String(pages) }),
    clear,
  };
};
