import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { holdOwnerSchema, waitsForSchema } from "#domain/billing/charges/day-charge.ts";
import { isKeptBack } from "#domain/billing/charges/payer-telling.ts";

/** Why a claim waits. Days have reasons of their own (day charges). The bill is held, never the care. */
export const claimHoldCodes = [
  /** The scrubber found what the payer would refuse. */
  "scrub-errors",
  /** Its file would not be one: something that the guide wants could not be written. */
  "file-errors",
  /** The person did not consent that the payer is told, or no longer does (42 CFR 2.13, 2.31). */
  "consent-refused",
  /** The person asked that the payer is not told, and it was agreed to (42 CFR 2.26). */
  "kept-back",
  /** Medicare: the next interim bill waits until the one before was answered (CMS Pub. 100-04, ch. 1, 50.2). */
  "previous-bill-open",
  /** Its receiver rejected it unread, and it was not sent again. */
  "claim-rejected",
  /** What it takes the place of was rejected unread, and then accepted after all: sent as well, it would be billed twice. */
  "accepted-after-all",
  /** Another payer pays behind the one that was sent this claim, and is billed once that one has answered. */
  "second-payer-waits",
] as const;
export type ClaimHoldCode = (typeof claimHoldCodes)[number];

/** So many days before the last on which a payer takes a claim for it, what waits is told of. */
export const filingSoonDays = 30;

/** Which hold it is that the door of disclosures refuses a claim. */
export const holdOfRefusal = (refused: string): ClaimHoldCode =>
  isKeptBack(refused) ? "kept-back" : "consent-refused";

/** Whether the door refused, which is asked anew before a claim goes. */
export const isRefusal = (code: string): boolean =>
  code === "consent-refused" || code === "kept-back";

/** What somebody may let go with a written reason; the others end when their cause does. */
export const releasableHolds: readonly string[] = ["previous-bill-open", "accepted-after-all"];

const valueSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** A reason why a claim, or a day that is in no claim yet, waits. */
export const holdSchema = z
  .object({
    /** Of the hold of a claim; a day's are computed and have none. */
    id: idSchema.nullable(),
    claimId: idSchema.nullable(),
    /** Our number of the claim. */
    claimControl: z.string().nullable(),
    dayChargeId: idSchema.nullable(),
    enrollmentId: idSchema,
    patient: z.object({ id: idSchema, name: z.string(), mrn: z.string() }),
    payerName: z.string(),
    fromDate: z.string(),
    throughDate: z.string(),
    totalCents: z.int(),
    /** Until when the payer takes a first claim for it, by its contract; null without one, and for what was billed already. */
    fileBy: z.iso.date().nullable(),
    code: z.string(),
    values: z.record(z.string(), valueSchema),
    owner: holdOwnerSchema,
    /** Null where anybody of the owner's role will do. */
    waitsFor: waitsForSchema.nullable(),
    /** How many were put together in it: of one person, payer, reason and session. */
    count: z.int(),
    raisedAt: instantSchema,
    mayBeReleased: z.boolean(),
  })
  .meta({ id: "Hold" });
export type Hold = z.output<typeof holdSchema>;
