import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { claimFormSchema } from "#domain/payers/contract-terms.ts";

/** One exported interchange: what is sent to a payer or clearinghouse, kept to the byte. */
export const claimFileSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    form: claimFormSchema,
    /** GS08 and ST03. */
    guide: z.string(),
    payer: z.object({ id: idSchema, name: z.string() }),
    isTest: z.boolean(),
    /** ISA13 and GS06. */
    interchangeControl: z.string(),
    groupControl: z.string(),
    claims: z.int(),
    lines: z.int(),
    totalCents: z.int(),
    bytes: z.int(),
    /** SHA-256 of the bytes, in hex. */
    sha256: z.string(),
    createdAt: instantSchema,
    createdBy: z.string(),
  })
  .meta({ id: "ClaimFile" });
export type ClaimFile = z.output<typeof claimFileSchema>;
