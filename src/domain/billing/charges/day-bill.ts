import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { claimSpans } from "#domain/payers/contract-terms.ts";

/**
 * Where the bill of a day that is ready stands. `now`: a claim is made of it; `running`: its week, month or stay is not over;
 * `unsettled`: another day of the same bill, or of an interim bill before it, waits for something.
 */
export const billStandings = ["now", "running", "unsettled"] as const;
export type BillStanding = (typeof billStandings)[number];

/** Days that are ready and go into one bill. */
export const dayBillSchema = z
  .object({
    dayChargeIds: z.array(idSchema),
    standing: z.enum(billStandings),
    claimSpan: z.enum(claimSpans),
    /** The first day on which a running bill can come; null while nobody knows when its stay ends. */
    comesOn: z.iso.date().nullable(),
    /** The first day that an unsettled bill waits for; null where it only follows another bill. */
    waitsFor: z.iso.date().nullable(),
  })
  .meta({ id: "DayBill" });
export type DayBill = z.output<typeof dayBillSchema>;
