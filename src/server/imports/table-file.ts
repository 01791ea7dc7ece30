import { Readable } from "node:stream";
import type { CsvError } from "csv-parse";
import { z } from "zod";
import { brokenFile } from "#domain/imports/conflict.ts";
import { sha256, type FileEntry } from "#server/imports/fhir-file.ts";

/** How a table is written: its header, what stands between cells, and a few values of each column. */
export interface TableHead {
  readonly delimiter: string;
  readonly headers: readonly string[];
  readonly samples: readonly (readonly string[])[];
}

const delimiters = [",", ";", "\t", "|"];
const mostColumns = 200;
const samplesKept = 5;
const longestShown = 60;

const outsideQuotes = (line: string): string => line.replace(/"(?:[^"]|"")*"/g, "");

/** What stands most often between the cells of the first line that has any. */
const delimiterOf = (text: string): string => {
  const [line] = text.split(/\r\n|\n|\r/).filter((one) => one.trim() !== "");
  const bare = outsideQuotes(line ?? "");
  const [first] = delimiters.toSorted(
    (one, other) => bare.split(other).length - bare.split(one).length,
  );
  return first ?? ",";
};

async function* withFirst(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

const rowSchema = z.object({
  record: z.array(z.string()),
  info: z.object({ lines: z.int() }),
});

/** A row, and the line of the file on which it begins. */
interface TableRow {
  readonly cells: string[];
  readonly line: number;
}

/** Says of each row where it begins. The parser says where it ends, and counts a CRLF within quotes twice. */
const lineCounter = (): ((row: unknown) => TableRow) => {
  let countedTwice = 0;
  return (row) => {
    const { record: cells, info } = rowSchema.parse(row);
    const text = cells.join("");
    countedTwice += text.split("\r\n").length - 1;
    const breaks = text.split(/\r\n|\n|\r/).length - 1;
    return { cells, line: info.lines - countedTwice - breaks };
  };
};

const lineOf = ({ lines }: CsvError): number | undefined => z.number().safeParse(lines).data;

const isOfTable = (error: unknown): error is CsvError =>
  error instanceof Error && "code" in error && String(error.code).startsWith("CSV_");

const asRefusal = (error: unknown): unknown => {
  if (!isOfTable(error)) return error;
  if (error.code === "CSV_QUOTE_NOT_CLOSED") return brokenFile("cut-off", lineOf(error));
  if (error.code === "CSV_MAX_RECORD_SIZE") return brokenFile("too-long", lineOf(error));
  return brokenFile("not-a-table", lineOf(error));
};

async function* rowsOf(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<TableRow> {
  const { parse } = await import("csv-parse");
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: 1_000_000,
  });
  const source = Readable.from(text);
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  const placed = lineCounter();
  try {
    for await (const row of parser) yield placed(row);
  } catch (error) {
    throw asRefusal(error);
  }
}

/** `nombre`, `nombre (2)`: two columns of one name are told apart. */
const named = (cells: readonly string[]): string[] => {
  const seen = new Map<string, number>();
  return cells.map((cell, place) => {
    const name = cell.trim().slice(0, longestShown) || `(${place + 1})`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
};

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");

const entryOf = ({ cells, line }: TableRow): FileEntry => {
  const content = JSON.stringify(cells);
  return {
    line,
    phase: 1,
    resourceType: "Row",
    fullUrl: null,
    typeId: null,
    content,
    contentSha256: sha256(content),
  };
};

/**
 * The rows of a table, one at a time, and its head. Whatever begins with `=` is a text like any other. Rows without a letter
 * are counted.
 */
export const tableEntries = async (
  text: AsyncGenerator<string>,
  count: (kind: string) => void,
): Promise<{ head: () => TableHead; entries: AsyncGenerator<FileEntry> }> => {
  const first = await text.next();
  if (first.done === true) throw brokenFile("empty");
  const delimiter = delimiterOf(first.value);
  const rows = rowsOf(withFirst(first.value, text), delimiter);
  const header = await rows.next();
  if (header.done === true || isEmpty(header.value.cells)) throw brokenFile("no-header");
  if (header.value.cells.length > mostColumns) throw brokenFile("too-many-columns");
  const headers = named(header.value.cells);
  const samples: string[][] = headers.map(() => []);
  const sample = (cells: readonly string[]) => {
    for (const [place, kept] of samples.entries()) {
      const cell = (cells[place] ?? "").trim();
      if (cell !== "" && kept.length < samplesKept && !kept.includes(cell))
        kept.push(cell.slice(0, longestShown));
    }
  };
  async function* entries(): AsyncGenerator<FileEntry> {
    for await (const row of rows) {
      if (isEmpty(row.cells)) {
        count("(empty row)");
        continue;
      }
      sample(row.cells);
      yield entryOf(row);
    }
  }
  return { head: () => ({ delimiter, headers, samples }), entries: entries() };
};
