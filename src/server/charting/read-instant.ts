import { Temporal } from "temporal-polyfill";
import { z } from "zod";

/** A moment as PostgreSQL writes it into JSON, turned into the one form that screens and hashes know. */
export const readInstant = z.string().transform((text) => Temporal.Instant.from(text).toString());
