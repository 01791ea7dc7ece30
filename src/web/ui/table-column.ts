import type { ReactNode } from "react";
import { byteOrderMark, csvLine, type CsvValue } from "#domain/basics/csv-line.ts";
import type { TableAddress } from "#web/ui/table-address.ts";
import { wallMoment } from "#web/ui/wall-moment.ts";

export type CellValue = CsvValue;

export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** What the column sorts by here; without it the column does not sort. */
  readonly value?: (row: Row) => CellValue;
  /** For `remote` tables: the server sorts by this key. */
  readonly sortable?: boolean;
  /** What the export writes; else `value`. Without either the column is not exported. */
  readonly csv?: (row: Row) => CellValue;
  /** Stands in the export and not on the screen: what a head above the rows says already. */
  readonly onlyCsv?: boolean;
  /** Figures stand at the right. */
  readonly figures?: boolean;
  /** Leaves the table on narrower screens: the least needed first. */
  readonly hideBelow?: "desk" | "tablet";
}

export interface Filter<Row> {
  readonly key: string;
  readonly label: string;
  /** What is shown where nothing is chosen; else `<label>: all`. */
  readonly unchosen?: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** What it is compared with, one or each of several; leave out where the server filters. */
  readonly of?: (row: Row) => string | readonly string[];
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

const compare = (one: CellValue, other: CellValue): number => {
  if (one === other) return 0;
  if (one === null || one === "") return 1;
  if (other === null || other === "") return -1;
  return typeof one === "number" && typeof other === "number"
    ? one - other
    : collator.compare(String(one), String(other));
};

const plain = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** The rows that remain, in the order asked for. Marks on letters do not matter for finding: `nguyen` finds Nguyễn. */
export const arrange = <Row>(
  rows: readonly Row[],
  state: Pick<TableAddress, "find" | "sort" | "filter">,
  by: {
    readonly columns: readonly Column<Row>[];
    readonly filters: readonly Filter<Row>[];
    readonly find: ((row: Row) => string) | undefined;
  },
): readonly Row[] => {
  const words = plain(state.find).split(/\s+/).filter(Boolean);
  const { find } = by;
  const kept = rows.filter((row) => {
    const text = find && words.length > 0 ? plain(find(row)) : "";
    return (
      (!find || words.every((word) => text.includes(word))) &&
      by.filters.every((filter) => {
        const wanted = state.filter(filter.key);
        return wanted === "" || !filter.of || [filter.of(row)].flat().includes(wanted);
      })
    );
  });
  const value = by.columns.find((column) => column.key === state.sort?.key)?.value;
  if (!value) return kept;
  const direction = state.sort?.descending ? -1 : 1;
  return kept.toSorted((one, other) => direction * compare(value(one), value(other)));
};

/** What an export takes of a column. */
export type ExportedColumn<Row> = Pick<Column<Row>, "head" | "csv" | "value">;

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** A moment as the wall of the place shows it, with how far that wall is from UTC; anything else as it is. */
const onTheWall = (value: CellValue, zone: string | undefined): CellValue =>
  typeof value === "string" && instant.test(value) ? wallMoment(value, zone) : value;

/**
 * The rows as RFC 4180 text with a byte order mark, so that spreadsheet programs read the letters right. Moments are those of
 * `zone`, as the screens say them.
 */
export const toCsv = <Row>(
  rows: readonly Row[],
  columns: readonly ExportedColumn<Row>[],
  zone?: string,
): string => {
  const written = columns.filter((column) => column.csv ?? column.value);
  const lines = [
    written.map((column) => column.head),
    ...rows.map((row) =>
      written.map((column) => onTheWall((column.csv ?? column.value)?.(row) ?? null, zone)),
    ),
  ];
  return byteOrderMark + lines.map(csvLine).join("");
};
