import { sql } from "kysely";
import { Problem } from "#domain/contract/problem.ts";
import type { Work } from "#server/platform/work.ts";

/**
 * Does something whole or not at all within a longer transaction. Answers the refusal where there was one, with nothing left of
 * what came before it; what nobody foresaw ends the transaction.
 */
export const attempt = async <Result>(
  { tx }: Work,
  act: () => Promise<Result>,
): Promise<Result | Problem> => {
  await sql`savepoint entry`.execute(tx);
  try {
    const result = await act();
    await sql`release savepoint entry`.execute(tx);
    return result;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await sql`rollback to savepoint entry`.execute(tx);
    await sql`release savepoint entry`.execute(tx);
    return error;
  }
};
