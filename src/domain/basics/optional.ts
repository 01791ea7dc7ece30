import { z } from "zod";

/** A value that may be missing: absent, null and the empty text of a form all mean nothing and become null. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .union([z.null(), z.literal("").transform(() => null), schema])
    .optional()
    .transform((value) => value ?? null);
