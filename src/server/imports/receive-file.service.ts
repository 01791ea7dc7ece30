import { createHash } from "node:crypto";
import { brokenFile, conflict } from "#domain/imports/conflict.ts";
import { guessColumns } from "#domain/imports/guess-columns.ts";
import type { Import, ImportFile } from "#domain/imports/import.ts";
import type { TableColumns } from "#domain/imports/table-columns.ts";
import { fhirEntries, type FileEntry } from "#server/imports/fhir-file.ts";
import { advance, lockRun, readImport } from "#server/imports/import.service.ts";
import { insertEntries, type NewEntry } from "#server/imports/import-entry.queries.ts";
import type { ImportRun } from "#server/imports/import-run.ts";
import { tableEntries } from "#server/imports/table-file.ts";
import { textOfBytes, type ReadAs } from "#server/imports/text-of-bytes.ts";
import type { Work } from "#server/platform/work.ts";

export interface IncomingFile {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

const entriesAtOnce = 200;
const lettersAtOnce = 4_000_000;

/** Puts entries into the database in portions, so that a file is never held as a whole. */
class Portions {
  private waiting: NewEntry[] = [];
  private letters = 0;
  private readonly write: (entries: readonly NewEntry[]) => Promise<void>;
  number: number;
  count = 0;

  constructor(first: number, write: (entries: readonly NewEntry[]) => Promise<void>) {
    this.number = first;
    this.write = write;
  }

  async add({ line, ...entry }: FileEntry): Promise<void> {
    this.number = line ?? this.number + 1;
    this.count += 1;
    this.letters += entry.content.length;
    const outcome = entry.phase === 0 ? ("skipped" as const) : null;
    this.waiting.push({ ...entry, number: this.number, outcome });
    if (this.waiting.length >= entriesAtOnce || this.letters > lettersAtOnce) await this.flush();
  }

  async flush(): Promise<void> {
    await this.write(this.waiting);
    this.waiting = [];
    this.letters = 0;
  }
}

/** Passes bytes on, and says afterwards how many there were and what their sum is. */
const measured = (bytes: AsyncIterable<Uint8Array>) => {
  const hash = createHash("sha256");
  let size = 0;
  async function* passed(): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      hash.update(chunk);
      size += chunk.length;
      yield chunk;
    }
  }
  return { passed: passed(), sum: () => ({ bytes: size, sha256: hash.digest("hex") }) };
};

/** More kinds than R4 has: a file that makes up a name for each of millions of entries fills no memory with them. */
const mostKindsCounted = 200;
const otherKinds = "(unknown)";

interface Received {
  readonly lastEntry: number;
  /** How many there are: of a table fewer than its last line says. */
  readonly count: number;
  readonly skipped: Readonly<Record<string, number>>;
  readonly columns: TableColumns | null;
}

const receiveEntries = async (
  work: Work,
  run: ImportRun,
  text: AsyncGenerator<string>,
): Promise<Received> => {
  const skipped = new Map(Object.entries(run.skipped));
  const count = (said: string) => {
    const kind = skipped.has(said) || skipped.size < mostKindsCounted ? said : otherKinds;
    skipped.set(kind, (skipped.get(kind) ?? 0) + 1);
  };
  const portions = new Portions(run.entries, (some) => insertEntries(work, run.id, some));
  let columns: TableColumns | null = null;
  if (run.kind === "fhir") {
    for await (const entry of fhirEntries(text, count)) await portions.add(entry);
  } else {
    const { head, entries } = await tableEntries(text, count);
    for await (const entry of entries) await portions.add(entry);
    const { headers, samples, delimiter } = head();
    columns = guessColumns(headers, samples, delimiter);
  }
  await portions.flush();
  const { number: lastEntry, count: read } = portions;
  return { lastEntry, count: read, skipped: Object.fromEntries(skipped), columns };
};

const longestName = 200;

/**
 * Reads a file into entries that wait to be looked at. Where it breaks anywhere, the whole transaction is refused with the line
 * and the reason, and nothing of it is left.
 */
export const receiveFile = async (
  work: Work,
  importId: string,
  file: IncomingFile,
): Promise<Import> => {
  const run = await lockRun(work, importId);
  if (run.state !== "receiving") throw conflict("import-not-open");
  if (run.kind === "patients-csv" && run.files.length > 0) throw conflict("import-one-table");
  const { passed, sum } = measured(file.bytes);
  const readAs: ReadAs = { encoding: "utf-8" };
  const received = await receiveEntries(work, run, textOfBytes(passed, readAs));
  const { bytes, sha256 } = sum();
  if (bytes === 0) throw brokenFile("empty");
  if (run.files.some((other) => other.sha256 === sha256)) throw conflict("import-file-twice");
  const known: ImportFile = {
    name: file.name.replace(/[\p{Cc}\p{Cf}]/gu, "").slice(0, longestName),
    bytes,
    sha256,
    encoding: readAs.encoding,
    firstEntry: run.entries + 1,
    lastEntry: received.lastEntry,
  };
  const { columns } = received;
  await advance(work, run, "receive", {
    files: JSON.stringify([...run.files, known]),
    entries: run.entries + received.count,
    skipped: JSON.stringify(received.skipped),
    ...(columns !== null && { columns: JSON.stringify(columns) }),
  });
  return readImport(work, importId);
};
