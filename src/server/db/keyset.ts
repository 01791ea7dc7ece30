import { sql, type RawBuilder, type SelectQueryBuilder } from "kysely";
import { isId } from "#domain/basics/ids.ts";
import { problem } from "#domain/contract/problem.ts";

/** What a page is ordered by: a text (never null), then the id, which makes the order total. */
export interface PageOrder {
  readonly key: RawBuilder<string>;
  readonly id: RawBuilder<string>;
  readonly order: "asc" | "desc";
  readonly limit: number;
  readonly cursor?: string | undefined;
}

interface Place {
  readonly key: string;
  readonly id: string;
}

const cursorOf = ({ key, id }: Place): string =>
  Buffer.from(JSON.stringify([key, id])).toString("base64url");

const placeOf = (cursor: string): Place => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    const [key, id] = Array.isArray(parts) ? (parts as readonly unknown[]) : [];
    // PostgreSQL keeps no NUL in a text, so no key of ours holds one.
    if (typeof key === "string" && !key.includes("\0") && typeof id === "string" && isId(id))
      return { key, id };
  } catch {
    // Falls through to the refusal: whatever is no cursor of ours is refused alike.
  }
  throw problem("invalid-input", { fields: { cursor: { code: "not-a-choice" } } });
};

/**
 * One page of a query, beginning after the cursor. It compares with the pattern operators because they are leakproof:
 * under row-level security only such an operator finds its index (`… text_pattern_ops, id`).
 */
export const inPages = <Tables, Table extends keyof Tables, Row>(
  query: SelectQueryBuilder<Tables, Table, Row>,
  { key, id, order, limit, cursor }: PageOrder,
): SelectQueryBuilder<Tables, Table, Row & { pageKey: string }> => {
  const [atOrAfter, after, idAfter] =
    order === "asc"
      ? [sql.raw("~>=~"), sql.raw("~>~"), sql.raw(">")]
      : [sql.raw("~<=~"), sql.raw("~<~"), sql.raw("<")];
  const using = order === "asc" ? sql.raw("~<~") : sql.raw("~>~");
  const place = cursor === undefined ? undefined : placeOf(cursor);
  return query
    .select(key.as("pageKey"))
    .$if(place !== undefined, (all) =>
      all.where(
        sql<boolean>`(${key} ${atOrAfter} ${place?.key} and (${key} ${after} ${place?.key} or ${id} ${idAfter} ${place?.id}))`,
      ),
    )
    .orderBy(sql`${key} using ${using}`)
    .orderBy(id, order)
    .limit(limit + 1) as SelectQueryBuilder<Tables, Table, Row & { pageKey: string }>;
};

/** How many rows match in all, as a column of the same statement. `matching` has its conditions and no columns yet. */
export const totalOf = <Tables, Table extends keyof Tables>(
  matching: SelectQueryBuilder<Tables, Table, object>,
) => sql<number>`${matching.select(sql`count(*)`.as("matches"))}`.as("total");

/** The answer of a list: rows, the total they carry, and where the next page begins. Ask for one row more than the page holds. */
export const pageOfRows = <
  Row extends { readonly id: string; readonly pageKey: string; readonly total: number },
>(
  rows: readonly Row[],
  limit: number,
): { rows: Row[]; total: number; nextCursor: string | null } => {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown,
    total: rows[0]?.total ?? 0,
    nextCursor:
      rows.length > limit && last !== undefined
        ? cursorOf({ key: last.pageKey, id: last.id })
        : null,
  };
};

/**
 * True where a column begins with what was typed. `column` is folded like the typed text and has a `text_pattern_ops` index; LIKE could
 * not use it under row-level security. No text is above a prefix followed by the last code point.
 */
export const beginsWith = (column: RawBuilder<string>, typed: string) =>
  sql<boolean>`(${column} ~>=~ stepwell.folded(${typed}::text) and ${column} ~<~ (stepwell.folded(${typed}::text) || ${"\u{10FFFF}"}::text))`;
