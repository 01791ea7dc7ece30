/** PostgreSQL cannot be started or used here; the message says why and what to do, for a terminal. */
export class PostgresError extends Error {
  override readonly name = "PostgresError";
}
