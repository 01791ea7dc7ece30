import type { z } from "zod";
import { damaged } from "./backup-refused.ts";

/** A portion of the content: what it is, and its bytes. Behind it stand a byte for the kind and four for the length. */
export interface ContentRecord {
  readonly kind: RecordKind;
  readonly bytes: Buffer;
}

/** In this order: manifest, then for each table its name, rows and sum, then anchors, then the end. */
const kinds = { manifest: 1, table: 2, rows: 3, sum: 4, anchors: 5, end: 6 } as const;
export type RecordKind = keyof typeof kinds;

const kindOf = new Map<number, RecordKind>(
  Object.entries(kinds).map(([name, number]) => [number, name as RecordKind]),
);
const headBytes = 5;
/** A row that is longer cannot leave PostgreSQL either. */
const mostBytes = 2 ** 30;

export const recordBytes = (kind: RecordKind, bytes: Buffer): Buffer => {
  const head = Buffer.alloc(headBytes);
  head[0] = kinds[kind];
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
};

export const recordOf = (kind: RecordKind, value: unknown): Buffer =>
  recordBytes(kind, Buffer.from(JSON.stringify(value)));

/** Reads a record's JSON; what was authenticated and does not fit was made by something else than us. */
export const parseRecord = <Schema extends z.ZodType>(
  schema: Schema,
  record: ContentRecord,
): z.output<Schema> => {
  try {
    return schema.parse(JSON.parse(record.bytes.toString("utf8")));
  } catch {
    throw damaged(`its part "${record.kind}" cannot be read`);
  }
};

/** Puts the records together from bytes that come in pieces of any length. */
export async function* recordsIn(source: AsyncIterable<Buffer>): AsyncGenerator<ContentRecord> {
  let pieces: Buffer[] = [];
  let length = 0;
  let needed = headBytes;
  for await (const piece of source) {
    pieces.push(piece);
    length += piece.length;
    if (length < needed) continue;
    let rest = Buffer.concat(pieces);
    for (;;) {
      needed = headBytes;
      if (rest.length < needed) break;
      const size = rest.readUInt32BE(1);
      const kind = kindOf.get(rest[0] ?? 0);
      if (kind === undefined || size > mostBytes) throw damaged("an unknown part");
      needed = headBytes + size;
      if (rest.length < needed) break;
      yield { kind, bytes: rest.subarray(headBytes, needed) };
      rest = rest.subarray(needed);
    }
    pieces = [rest];
    length = rest.length;
  }
  if (length > 0) throw damaged("it ends within a part");
}
