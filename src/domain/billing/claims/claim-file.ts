import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { fileStandingSchema } from "#domain/billing/claims/acknowledgment.ts";
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
    /** When it left the house first, and by whom: downloaded, or carried otherwise and answered; null while it lies here. */
    handedOverAt: instantSchema.nullable(),
    handedOverBy: z.string().nullable(),
    /** Who took it back before it ever left, when and why. */
    takenBack: z.object({ at: instantSchema, by: z.string(), reason: z.string() }).nullable(),
    /** Where it stands with its receiver, and since when. */
    standing: fileStandingSchema,
    standsSince: instantSchema,
    rejectedClaims: z.int(),
    /** Of them those that nothing has taken the place of. */
    toSendAgain: z.int(),
    /** Until when nobody has to ask for the answer, and whether that day is over; null while it lies here. */
    answerDueOn: z.iso.date().nullable(),
    isOverdue: z.boolean(),
  })
  .meta({ id: "ClaimFile" });
export type ClaimFile = z.output<typeof claimFileSchema>;
