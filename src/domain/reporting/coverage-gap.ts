import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import {
  holdOwnerSchema,
  type DayHoldCode,
  type HoldOwner,
} from "#domain/billing/charges/day-charge.ts";

/** So many days before its end an authorization is told of that none follows. */
export const authorizationEndsDays = 7;

export const gapCodes = [
  "no-coverage",
  "no-authorization",
  "authorization-used-up",
  "authorization-ends",
] as const;
export type GapCode = (typeof gapCodes)[number];

/** The reasons among them that hold days already, and whose they are to mend. */
export const heldGapCodes = gapCodes.filter(
  (code) => code !== "authorization-ends",
) satisfies readonly DayHoldCode[];

/** Who is to mend it: policies are entered by admissions, what a payer allows is asked for by utilization review. */
export const gapOwner = (code: GapCode): HoldOwner =>
  code === "no-coverage" ? "admissions" : "utilization-reviewer";

/** Somebody whose days are not covered, or soon will not be. */
export const coverageGapSchema = z
  .object({
    patientId: idSchema,
    name: z.string(),
    payerName: z.string().nullable(),
    code: z.enum(gapCodes),
    owner: holdOwnerSchema,
    /** Days that wait for it; none where it is told ahead. */
    days: z.int(),
    /** What those days come to, told to whoever may see what days bill; nothing without a policy, for nobody has a price for them. */
    cents: z.int().nullable(),
    /** The first and the last of them; of an authorization that ends its own days. */
    from: z.iso.date(),
    through: z.iso.date(),
  })
  .meta({ id: "CoverageGap" });
export type CoverageGap = z.output<typeof coverageGapSchema>;
