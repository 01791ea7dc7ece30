import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";

/** What a field was and became. Values are shown as they were stored. */
export const fieldChangeSchema = z.object({ from: z.unknown(), to: z.unknown() });

/** One version of a record: who made it, when, which act, why, and every field that became another. */
export const revisionSchema = z
  .object({
    id: idSchema,
    version: z.int(),
    changedAt: instantSchema,
    /** The account that acted, or null for the machine; a name can change, this cannot. */
    accountId: idSchema.nullable(),
    actorName: z.string(),
    verb: z.string(),
    reason: z.string().nullable(),
    changes: z.record(z.string(), fieldChangeSchema),
  })
  .meta({ id: "Revision" });
export type Revision = z.output<typeof revisionSchema>;
export type Changes = Revision["changes"];

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The fields of `after` that are not what they were in `before`; a new record has been nothing before. */
export const changesBetween = (
  before: Readonly<Record<string, unknown>> | undefined,
  after: Readonly<Record<string, unknown>>,
): Changes => {
  const changes: Changes = {};
  for (const [field, to] of Object.entries(after)) {
    const from = before?.[field] ?? null;
    const value = to ?? null;
    if (!isSame(from, value)) changes[field] = { from, to: value };
  }
  return changes;
};
