import { Temporal } from "temporal-polyfill";
import { z } from "zod";

/** What PostgreSQL writes of a whole second in a session of UTC: most moments of a room are of this kind. */
const wholeSecond = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/;

/** A moment as PostgreSQL writes it into JSON, turned into the one form that screens and hashes know. */
export const readInstant = z
  .string()
  .transform((text) =>
    wholeSecond.test(text) ? `${text.slice(0, 19)}Z` : Temporal.Instant.from(text).toString(),
  );
