import { Problem } from "#domain/contract/problem.ts";
import type { AnyRoute, Input } from "#domain/contract/route.ts";
import { call } from "#web/platform/call.ts";

export interface PageAnswer<Row> {
  readonly rows: readonly Row[];
  readonly total?: number;
  readonly nextCursor: string | null;
}

const rowsAtOnce = 200;

/** Every row of a list, page after page. Throws `too-many-rows` as soon as they are more than `most`. */
export const readAllPages = async <R extends AnyRoute, Row>(
  contract: R,
  input: Input<R>,
  most: number,
): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const asked: object = { ...(input as object), limit: rowsAtOnce, ...(cursor && { cursor }) };
    const page = (await call(contract, asked as Input<R>)) as PageAnswer<Row>;
    if (Math.max(page.total ?? 0, rows.length + page.rows.length) > most)
      throw new Problem("too-many-rows", 422, { values: { most } });
    rows.push(...page.rows);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
};
