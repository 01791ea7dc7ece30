import { sql } from "kysely";
import { Problem } from "#domain/contract/problem.ts";
import { unsaidSince } from "#server/db/transaction.ts";
import type { Work } from "#server/platform/work.ts";

const undo = async (tx: Work["tx"], unsay: () => void): Promise<void> => {
  await sql`rollback to savepoint entry`.execute(tx);
  await sql`release savepoint entry`.execute(tx);
  unsay();
};

/**
 * Does something whole or not at all within a longer transaction. Answers the refusal where there was one, with nothing left of
 * what came before it; what nobody foresaw ends the transaction.
 */
export const attempt = async <Result>(
  { tx }: Work,
  act: () => Promise<Result>,
): Promise<Result | Problem> => {
  await sql`savepoint entry`.execute(tx);
  const unsay = unsaidSince(tx);
  try {
    const result = await act();
    await sql`release savepoint entry`.execute(tx);
    return result;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await undo(tx, unsay);
    return error;
  }
};

/** Does something to see what comes of it, and leaves nothing of it. Answers the refusal where there was one. */
export const rehearse = async <Result>(
  { tx }: Work,
  act: () => Promise<Result>,
): Promise<Result | Problem> => {
  await sql`savepoint entry`.execute(tx);
  const unsay = unsaidSince(tx);
  try {
    const result = await act();
    await undo(tx, unsay);
    return result;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await undo(tx, unsay);
    return error;
  }
};
