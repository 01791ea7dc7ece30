export interface TableSort {
  readonly key: string;
  readonly descending: boolean;
}

/** What a table shows, as the address says it. */
export interface TableAddress {
  readonly find: string;
  readonly sort: TableSort | null;
  readonly filter: (key: string) => string;
  /** How many pages are shown, one under the other; 1 where nobody asked for more. */
  readonly pages: number;
  readonly isNarrowed: boolean;
}

/** More pages than this are not shown from an address that somebody wrote by hand. */
const mostPages = 100;

/** `-name` is descending by name. */
const readSort = (text: string | null): TableSort | null =>
  !text ? null : { key: text.replace(/^-/, ""), descending: text.startsWith("-") };

const readPages = (text: string | null): number => {
  const pages = Number(text);
  return Number.isInteger(pages) && pages > 1 ? Math.min(pages, mostPages) : 1;
};

/** What narrows the table called `name`: all its words but those of order and length. */
export const narrowingWords = (name: string, search: URLSearchParams): readonly string[] =>
  [...search.keys()].filter(
    (word) => word.startsWith(`${name}.`) && word !== `${name}.sort` && word !== `${name}.pages`,
  );

/** Reads what the table called `name` shows: `?sites.find=…&sites.sort=-city&sites.pages=3`. */
export const readTableAddress = (name: string, search: URLSearchParams): TableAddress => ({
  find: search.get(`${name}.find`) ?? "",
  sort: readSort(search.get(`${name}.sort`)),
  filter: (key) => search.get(`${name}.${key}`) ?? "",
  pages: readPages(search.get(`${name}.pages`)),
  isNarrowed: narrowingWords(name, search).length > 0,
});

/** The address with some words of the table changed; an empty one goes. Whoever narrows or sorts begins at the first page. */
export const withTableWords = (
  name: string,
  search: URLSearchParams,
  changes: Readonly<Record<string, string>>,
): URLSearchParams => {
  const next = new URLSearchParams(search);
  next.delete(`${name}.pages`);
  for (const [key, value] of Object.entries(changes)) {
    if (value === "") next.delete(`${name}.${key}`);
    else next.set(`${name}.${key}`, value);
  }
  return next;
};

/** First up, then down, then as it came. */
export const turnedSort = (sort: TableSort | null, key: string): string => {
  if (sort?.key !== key) return key;
  return sort.descending ? "" : `-${key}`;
};
