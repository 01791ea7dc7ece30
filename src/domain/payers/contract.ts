import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { optional } from "#domain/basics/optional.ts";
import { lineSchema, optionalLineSchema } from "#domain/basics/text.ts";
import { contractTermsSchema } from "#domain/payers/contract-terms.ts";

/**
 * Whom a contract is about. What is left out is any: any plan of the payer, any site, program and level of care. The most
 * specific contract decides a day (`chooseContract`).
 */
export const contractFacts = z.object({
  payerId: idSchema,
  name: lineSchema(120),
  planName: optionalLineSchema(120),
  siteId: optional(idSchema),
  programId: optional(idSchema),
  levelOfCareId: optional(idSchema),
});

export const contractSchema = z
  .object({
    id: idSchema,
    payerId: idSchema,
    payerName: z.string(),
    name: z.string(),
    planName: z.string().nullable(),
    siteId: idSchema.nullable(),
    siteName: z.string().nullable(),
    programId: idSchema.nullable(),
    programName: z.string().nullable(),
    levelOfCareId: idSchema.nullable(),
    levelName: z.string().nullable(),
    createdAt: instantSchema,
    retiredAt: instantSchema.nullable(),
    version: z.int(),
  })
  .meta({ id: "Contract" });
export type Contract = z.output<typeof contractSchema>;

/**
 * The life of a version. A draft bills nothing; one in testing makes test claims; a confirmed one bills; a retired one
 * bills no day after its last.
 */
export const versionStates = ["draft", "testing", "confirmed", "retired"] as const;
export const versionStateSchema = z.enum(versionStates);
export type VersionState = (typeof versionStates)[number];

/** What people say of a version: from when it holds, what it says, and where that is written. */
export const contractVersionFacts = z.object({
  effectiveFrom: civilDateSchema,
  effectiveTo: optional(civilDateSchema),
  terms: contractTermsSchema,
  source: lineSchema(400),
});
export type ContractVersionFacts = z.output<typeof contractVersionFacts>;

export const contractVersionSchema = z
  .object({
    id: idSchema,
    contractId: idSchema,
    /** 1 is the first of its contract. */
    number: z.int(),
    state: versionStateSchema,
    effectiveFrom: z.iso.date(),
    /** The last day, included; a day before `effectiveFrom` where it never came to hold. */
    effectiveTo: z.iso.date().nullable(),
    terms: contractTermsSchema,
    source: z.string(),
    createdAt: instantSchema,
    createdBy: z.string(),
    /** When it was confirmed; null for one that never was. */
    publishedAt: instantSchema.nullable(),
    version: z.int(),
  })
  .meta({ id: "ContractVersion" });
export type ContractVersion = z.output<typeof contractVersionSchema>;

type Dated = Pick<ContractVersion, "effectiveFrom" | "effectiveTo">;

/** True on every day from the first to the last, both included. */
export const isInForceOn = ({ effectiveFrom, effectiveTo }: Dated, day: string): boolean =>
  effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo);

/** Whether real days are billed by it: confirmed, or retired after it was confirmed and within its dates. */
export const billsOn = (
  version: Pick<ContractVersion, "state" | "publishedAt" | "effectiveFrom" | "effectiveTo">,
  day: string,
): boolean =>
  (version.state === "confirmed" || version.state === "retired") &&
  version.publishedAt !== null &&
  isInForceOn(version, day);

const nextStates: Readonly<Record<VersionState, readonly VersionState[]>> = {
  draft: ["testing", "confirmed", "retired"],
  testing: ["confirmed", "retired"],
  confirmed: ["retired"],
  retired: [],
};

/** Whether a version may go on to a state: forward only, since what has billed must stay what it was. */
export const mayBecome = (from: VersionState, to: VersionState): boolean =>
  nextStates[from].includes(to);
