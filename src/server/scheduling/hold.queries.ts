import { sql } from "kysely";

/** Held: until the transaction ends, for who is about to change what is read; a look holds nothing. */
export type Hold = "held" | "looked-at";

export const holding = (hold: Hold, what = sql``) =>
  hold === "held" ? sql`for update ${what}` : sql``;
