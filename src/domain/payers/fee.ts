import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { optional } from "#domain/basics/optional.ts";
import { procedureCodeSchema, revenueCodeSchema } from "#domain/payers/contract-terms.ts";

/** A hundred thousand dollars: no unit costs more, so it was mistyped. */
export const mostFeeCents = 10_000_000;

/** A price of one unit in whole cents, from a day on. It names a code, a revenue code, or both; the level where they differ. */
export const feeFacts = z.object({
  code: optional(procedureCodeSchema),
  revenueCode: optional(revenueCodeSchema),
  levelOfCareId: optional(idSchema),
  effectiveFrom: civilDateSchema,
  amountCents: z.int().min(1).max(mostFeeCents),
});

export const feeSchema = z
  .object({
    id: idSchema,
    contractId: idSchema,
    code: z.string().nullable(),
    revenueCode: z.string().nullable(),
    levelOfCareId: idSchema.nullable(),
    levelName: z.string().nullable(),
    from: z.iso.date(),
    /** The last day, included. */
    to: z.iso.date().nullable(),
    amountCents: z.int(),
    createdAt: instantSchema,
    createdBy: z.string(),
    /** Entered by mistake: kept to be read, never used. */
    withdrawnAt: instantSchema.nullable(),
    version: z.int(),
  })
  .meta({ id: "ContractFee" });
export type Fee = z.output<typeof feeSchema>;

/** A price with what it is for and when; what is left out of `revenueCode` and `levelOfCareId` is any. */
export type PricedCode = Pick<
  Fee,
  "code" | "revenueCode" | "levelOfCareId" | "from" | "to" | "amountCents"
>;

/** What a line bills, at which level of care, on which day. */
export interface FeeQuestion {
  readonly code: string | null;
  readonly revenueCode: string | null;
  readonly levelOfCareId: string;
  readonly on: string;
}

const isFor = (fee: PricedCode, asked: FeeQuestion): boolean =>
  fee.code === asked.code &&
  (fee.revenueCode === null ? fee.code !== null : fee.revenueCode === asked.revenueCode) &&
  (fee.levelOfCareId === null || fee.levelOfCareId === asked.levelOfCareId) &&
  fee.from <= asked.on &&
  (fee.to === null || asked.on <= fee.to);

const weight = (fee: PricedCode): number =>
  (fee.levelOfCareId === null ? 0 : 2) + (fee.revenueCode === null ? 0 : 1);

/**
 * The price of one unit on a day in cents, or null: without a price nothing is charged and the day is held. A price without
 * a code is for lines that have none; it never prices a code that happens to share its revenue code.
 */
export const feeOn = (fees: readonly PricedCode[], asked: FeeQuestion): number | null =>
  fees
    .filter((fee) => isFor(fee, asked))
    .toSorted((a, b) => weight(b) - weight(a) || b.from.localeCompare(a.from))
    .at(0)?.amountCents ?? null;

/** Whether two prices are of the same thing: the next of it ends the one before. */
export const isOfSame = (
  one: Pick<PricedCode, "code" | "revenueCode" | "levelOfCareId">,
  other: Pick<PricedCode, "code" | "revenueCode" | "levelOfCareId">,
): boolean =>
  one.code === other.code &&
  one.revenueCode === other.revenueCode &&
  one.levelOfCareId === other.levelOfCareId;
