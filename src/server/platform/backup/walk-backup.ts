import { open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { isDeepStrictEqual } from "node:util";
import { createInflate } from "node:zlib";
import { z } from "zod";
import {
  endSchema,
  manifestSchema,
  tableName,
  tableSchema,
  tableSumSchema,
  type BackedTable,
  type BackupProgress,
  type BackupSummary,
  type End,
  type Manifest,
  type OnProgress,
} from "./backup-content.ts";
import { damaged } from "./backup-refused.ts";
import type { BackupSecret } from "./backup-secret.ts";
import { parseRecord, recordsIn, type ContentRecord, type RecordKind } from "./content-records.ts";
import { RowSum } from "./row-sum.ts";
import { unsealed } from "./sealed-file.ts";

const anchorsSchema = z.array(
  z.object({ organizationId: z.string(), number: z.int(), hash: z.string(), sealedAt: z.string() }),
);
export type BackedAnchors = z.output<typeof anchorsSchema>;

/** What is done with the parts of a backup as they come by. */
export interface BackupVisitor {
  readonly step: BackupProgress["step"];
  manifest?(manifest: Manifest): Promise<void>;
  /** Rows as COPY's text, whole rows at a time. */
  table?(table: BackedTable, rows: AsyncIterable<Buffer>): Promise<void>;
  anchors?(anchors: BackedAnchors): Promise<void>;
  end?(end: End): Promise<void>;
  readonly onProgress?: OnProgress | undefined;
}

/** Takes records one by one, each of the kind that may stand there. */
class RecordReader {
  readonly #records: AsyncIterator<ContentRecord>;
  #ahead: ContentRecord | undefined;

  constructor(source: AsyncIterable<Buffer>) {
    this.#records = recordsIn(source)[Symbol.asyncIterator]();
  }

  async peek(): Promise<RecordKind | undefined> {
    if (this.#ahead === undefined) {
      const next = await this.#records.next();
      this.#ahead = next.done === true ? undefined : next.value;
    }
    return this.#ahead?.kind;
  }

  async take(kind: RecordKind): Promise<ContentRecord> {
    if ((await this.peek()) !== kind || this.#ahead === undefined)
      throw damaged(`where "${kind}" belongs stands "${this.#ahead?.kind ?? "nothing"}"`);
    const record = this.#ahead;
    this.#ahead = undefined;
    return record;
  }
}

async function* rowsOf(
  reader: RecordReader,
  sum: RowSum,
  tell: (sum: RowSum) => void,
): AsyncGenerator<Buffer> {
  while ((await reader.peek()) === "rows") {
    const { bytes } = await reader.take("rows");
    sum.addAll(bytes);
    tell(sum);
    yield bytes;
  }
}

const takeTable = async (
  reader: RecordReader,
  visitor: BackupVisitor,
  place: { readonly number: number; readonly of: number },
) => {
  const table = parseRecord(tableSchema, await reader.take("table"));
  const sum = new RowSum();
  const tell = ({ rows }: RowSum) =>
    visitor.onProgress?.({ step: visitor.step, table: tableName(table), ...place, rows });
  tell(sum);
  const rows = rowsOf(reader, sum, tell);
  await visitor.table?.(table, rows);
  // Whoever only proves a backup takes no rows; they are summed up all the same.
  while ((await rows.next()).done !== true);
  const said = parseRecord(tableSumSchema, await reader.take("sum"));
  if (said.rows !== sum.rows || said.sum !== sum.text())
    throw damaged(`the rows of ${tableName(table)} are not those that were written`);
  const { schema, name } = table;
  return { total: { schema, name, ...said }, bytes: sum.bytes };
};

const walk = async (
  source: AsyncIterable<Buffer>,
  visitor: BackupVisitor,
): Promise<BackupSummary> => {
  const reader = new RecordReader(source);
  const manifest = parseRecord(manifestSchema, await reader.take("manifest"));
  await visitor.manifest?.(manifest);
  const tables: End["tables"] = [];
  let bytes = 0;
  while ((await reader.peek()) === "table") {
    const place = { number: tables.length + 1, of: manifest.tables };
    const taken = await takeTable(reader, visitor, place);
    tables.push(taken.total);
    bytes += taken.bytes;
  }
  while ((await reader.peek()) === "anchors") {
    const anchors = parseRecord(anchorsSchema, await reader.take("anchors"));
    await visitor.anchors?.(anchors);
  }
  const contents = parseRecord(endSchema, await reader.take("end"));
  if (!isDeepStrictEqual(contents.tables, tables))
    throw damaged("its list of tables is not what it holds");
  if ((await reader.peek()) !== undefined) throw damaged("something stands behind its end");
  await visitor.end?.(contents);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return { ...manifest, rows, bytes, contents };
};

/** Goes through a backup from its beginning to its end and proves every part of it on the way. */
export const walkBackup = async (
  file: string,
  secret: BackupSecret,
  visitor: BackupVisitor,
  signal?: AbortSignal,
): Promise<BackupSummary> => {
  const handle = await open(file, "r");
  try {
    return await pipeline(
      unsealed(handle, secret),
      createInflate(),
      (source: AsyncIterable<Buffer>) => walk(source, visitor),
      signal === undefined ? {} : { signal },
    );
  } finally {
    await handle.close();
  }
};
