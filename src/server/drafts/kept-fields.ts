import { z } from "zod";
import type { KeptFields } from "#domain/drafts/draft-fields.ts";

const wordSchema = z.object({ now: z.unknown(), was: z.unknown() }).nullable();

const keptFieldsSchema = z.record(
  z.string(),
  z.object({
    value: wordSchema,
    revision: z.int(),
    by: z.string(),
    at: z.string(),
    beside: z.array(
      z.object({
        id: z.string(),
        value: wordSchema,
        by: z.string(),
        at: z.string(),
        accountId: z.string().nullable(),
      }),
    ),
    heard: z.array(z.string()),
    said: z.string().optional(),
  }),
);

/** What a row of `draft` holds. */
export const keptFieldsOf = (stored: unknown): KeptFields => keptFieldsSchema.parse(stored);
