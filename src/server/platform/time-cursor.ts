import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { problem } from "#domain/contract/problem.ts";

/** The last row of a page in a list ordered by time, then id. */
export interface TimePlace {
  /** ISO 8601, UTC, as precise as the database keeps it. */
  readonly at: string;
  readonly id: string;
}

const placeSchema = z.tuple([instantSchema, idSchema]);

/** Where a page ended, as the opaque text a client sends back. */
const writeTimeCursor = ({ at, id }: TimePlace): string =>
  Buffer.from(JSON.stringify([at, id])).toString("base64url");

/** Throws `invalid-input` for a text that is no cursor of ours. */
export const readTimeCursor = (cursor: string): TimePlace => {
  try {
    const [at, id] = placeSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    return { at, id };
  } catch {
    throw problem("invalid-input", { fields: { cursor: { code: "not-a-choice" } } });
  }
};

/** Cuts a page out of rows of which one more was asked for, and says where the next one begins. */
export const timePageOf = <Row extends { readonly id: string }>(
  found: readonly Row[],
  limit: number,
  atOf: (row: Row) => string,
): { rows: Row[]; nextCursor: string | null } => {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const hasMore = found.length > limit && last !== undefined;
  return { rows, nextCursor: hasMore ? writeTimeCursor({ at: atOf(last), id: last.id }) : null };
};
