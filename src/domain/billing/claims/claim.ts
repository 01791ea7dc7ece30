import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { labelSchema } from "#domain/basics/label.ts";
import {
  claimFrequencySchema,
  claimSnapshotSchema,
} from "#domain/billing/claims/claim-snapshot.ts";
import { findingSchema } from "#domain/billing/claims/finding.ts";
import { holdSchema } from "#domain/billing/claims/hold.ts";
import { acknowledgmentNotesSchema, faultSchema } from "#domain/billing/claims/acknowledgment.ts";
import { claimFormSchema } from "#domain/payers/contract-terms.ts";

/**
 * Where a claim stands. `built`: put together; `scrubbed`: checked, and something keeps it; `ready`: checked and free to go;
 * `exported`: in a file; `withdrawn`: taken back before it was ever sent.
 */
export const claimStates = ["built", "scrubbed", "ready", "exported", "withdrawn"] as const;
export const claimStateSchema = z.enum(claimStates);
export type ClaimState = (typeof claimStates)[number];

/**
 * Where a claim counts, with its whole amount; each in one place. `ready`: would go into a file now; `held`: not sent, and
 * something keeps it; `made`: in a file that nobody downloaded; `asked`: its payer was asked for it and has not refused it; `test`: in a test file, which asks for nothing;
 * `rejected`: refused unread, and nothing was made in its place yet; `nothing`: withdrawn, voided, replaced, sent again or let go.
 */
export const claimCounts = [
  "ready",
  "held",
  "made",
  "asked",
  "test",
  "rejected",
  "nothing",
] as const;
export const claimCountSchema = z.enum(claimCounts);
export type ClaimCount = (typeof claimCounts)[number];

/** How many days ago the last service day of a claim was. */
export const claimAges = ["0-30", "31-60", "61-90", "over-90"] as const;
export const claimAgeSchema = z.enum(claimAges);
export type ClaimAge = (typeof claimAges)[number];

const personSchema = z.object({ id: idSchema, name: z.string(), mrn: z.string() });

/** Another claim, such as one that takes the place of this. */
const relativeSchema = z.object({
  id: idSchema,
  control: z.string(),
  frequency: claimFrequencySchema,
  state: claimStateSchema,
});

/** A claim in a list. */
export const claimRowSchema = z
  .object({
    id: idSchema,
    control: z.string(),
    patient: personSchema,
    payer: z.object({ id: idSchema, name: z.string() }),
    form: claimFormSchema,
    frequency: claimFrequencySchema,
    state: claimStateSchema,
    isTest: z.boolean(),
    fromDate: z.string(),
    throughDate: z.string(),
    lineCount: z.int(),
    totalCents: z.int(),
    /** As its own facts say; whether the door of disclosures lets it pass is asked where all that is ready is added up. */
    countsAs: claimCountSchema,
    /** Until when its payer takes it, by its contract; null once it was accepted, and where it is no first bill. */
    fileBy: z.iso.date().nullable(),
    /** What takes its place or takes it back, sent or not; and whether that was rejected unread, as whatever said it again since. */
    replacedBy: relativeSchema.extend({ isUnread: z.boolean() }).nullable(),
    /** Codes of what keeps it now, the oldest first. */
    holds: z.array(z.string()),
    /** When its receiver rejected it unread, by the answer that stands; null where none did. */
    rejectedAt: instantSchema.nullable(),
    /** Faults that this answer names in it; with none it was rejected along with others. */
    rejectedFaults: z.int(),
    /** One of its days would be billed otherwise now: what was delivered was put right after it was made. */
    isOutdated: z.boolean(),
    errorCount: z.int(),
    warningCount: z.int(),
    /** The first fault that its check found. */
    fault: findingSchema.nullable(),
    label: labelSchema,
    claimFileId: idSchema.nullable(),
    createdAt: instantSchema,
    version: z.int(),
  })
  .meta({ id: "ClaimRow" });
export type ClaimRow = z.output<typeof claimRowSchema>;

/** A session as a line of a claim shows it. */
const provedSessionSchema = z.object({
  sessionId: idSchema,
  name: z.string(),
  startsAt: instantSchema,
  endsAt: instantSchema,
  zone: z.string(),
  minutes: z.int(),
  note: z
    .object({
      id: idSchema,
      authorName: z.string(),
      signedAt: instantSchema,
      cosignedAt: instantSchema.nullable(),
      isRetracted: z.boolean(),
    })
    .nullable(),
});
export type ProvedSession = z.output<typeof provedSessionSchema>;

/** One claim with everything it says, what stands against it, and for each line the sessions and notes that prove it. */
export const claimSchema = z
  .object({
    ...claimRowSchema.shape,
    enrollmentId: idSchema,
    contract: z.object({ id: idSchema, name: z.string(), versionNumber: z.int() }),
    snapshot: claimSnapshotSchema,
    /** Sessions the lines name, by their id in `trace`. */
    sessions: z.array(provedSessionSchema),
    findings: z.array(findingSchema),
    /** How many other claims wait for its first fault as well. */
    alike: z.int(),
    openHolds: z.array(holdSchema),
    replaces: relativeSchema.nullable(),
    /** It was sent and rejected unread, and none of its days is billed by it any more. */
    isLetGo: z.boolean(),
    claimFile: z
      .object({
        id: idSchema,
        name: z.string(),
        createdAt: instantSchema,
        /** When it left the house; null while it lies here. */
        handedOverAt: instantSchema.nullable(),
      })
      .nullable(),
    /** What its receiver answered that rejected it: of this claim, and of the file as a whole. */
    rejection: z
      .object({
        faults: z.array(faultSchema),
        notes: acknowledgmentNotesSchema,
        /** What somebody wrote who noted it by hand. */
        noted: z.object({ by: z.string(), reason: z.string() }).nullable(),
      })
      .nullable(),
    /** Who asked a colleague to put the facts of the person right, and when, while that is open. */
    factsAsked: z.object({ by: z.string(), at: instantSchema }).nullable(),
    /** Its segments as they stand in the file, or as they would today. */
    segments: z.array(z.string()),
  })
  .meta({ id: "Claim" });
export type Claim = z.output<typeof claimSchema>;
