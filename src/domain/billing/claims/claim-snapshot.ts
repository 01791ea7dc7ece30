import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { claimFormSchema } from "#domain/payers/contract-terms.ts";

/**
 * CLM05-3 (NUBC, third digit of the type of bill): 1 admit through discharge, 2 interim first, 3 interim continuing, 4
 * interim last, 7 replacement, 8 void.
 */
export const claimFrequencies = ["1", "2", "3", "4", "7", "8"] as const;
export const claimFrequencySchema = z.enum(claimFrequencies);
export type ClaimFrequency = (typeof claimFrequencies)[number];

/** A street address as it was when the claim was built. `zip`: five or nine digits. */
export const postalSchema = z.object({
  street: z.string(),
  unit: z.string().nullable(),
  city: z.string(),
  state: z.string(),
  zip: z.string(),
});
export type Postal = z.output<typeof postalSchema>;

/** Somebody who treats, by the numbers a payer knows them by. Null is what the record did not have. */
export const clinicianSchema = z.object({
  staffId: idSchema,
  first: z.string(),
  last: z.string(),
  npi: z.string().nullable(),
  taxonomy: z.string().nullable(),
});
export type Clinician = z.output<typeof clinicianSchema>;

/** A person of the policy. `sex` as payers ask for it: F, M or U. */
export const insuredPersonSchema = z.object({
  first: z.string(),
  last: z.string(),
  middle: z.string().nullable(),
  suffix: z.string().nullable(),
  bornOn: z.string().nullable(),
  sex: z.enum(["F", "M", "U"]).nullable(),
  address: postalSchema.nullable(),
});
export type InsuredPerson = z.output<typeof insuredPersonSchema>;

const subscriberSchema = insuredPersonSchema.extend({
  relation: z.enum(["self", "spouse", "child", "other"]),
  memberNumber: z.string(),
  groupNumber: z.string().nullable(),
  /** SBR09. */
  filing: z.string(),
  /** SBR01. */
  sequence: z.enum(["P", "S", "T"]),
});

const claimPayerSchema = z.object({
  id: idSchema,
  name: z.string(),
  electronicId: z.string().nullable(),
});

/** What a line rests on: sessions with the minutes that counted and the note that proves them, and the rule that made it a line. */
export const lineTraceSchema = z.object({
  sessions: z.array(
    z.object({ sessionId: idSchema, minutes: z.int(), noteId: idSchema.nullable() }),
  ),
  rule: z.object({
    code: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    source: z.string(),
  }),
  contractVersionId: idSchema,
});

export const snapshotLineSchema = z.object({
  /** From 1, in the order of the file. */
  number: z.int().min(1),
  serviceDate: z.string(),
  dayChargeId: idSchema,
  chargeLineKey: z.string(),
  /** HCPCS or CPT; null where the contract bills by revenue code alone. */
  procedure: z.string().nullable(),
  modifiers: z.array(z.string()),
  /** Four digits; institutional lines only. */
  revenueCode: z.string().nullable(),
  /** What a unit is, by the contract; the file says UN of all of them. */
  unit: z.string(),
  units: z.int().min(1),
  chargeCents: z.int().min(0),
  /** Which diagnoses of the claim it treats, from 1; at most four. */
  pointers: z.array(z.int()),
  /** Where another than the claim's. */
  rendering: clinicianSchema.nullable(),
  /** Where another than the claim's. */
  placeOfService: z.string().nullable(),
  trace: lineTraceSchema,
});
export type SnapshotLine = z.output<typeof snapshotLineSchema>;

/**
 * A claim as it was billed: everything its file needs, copied on the day it was built and never changed afterwards. What a
 * record lacked is null; the scrubber says what a payer would refuse.
 */
export const claimSnapshotSchema = z
  .object({
    claimId: idSchema,
    /** CLM01: our number, unique, at most 20 characters; payers give it back. */
    control: z.string().max(20),
    form: claimFormSchema,
    frequency: claimFrequencySchema,
    /** REF*F8: the payer's number of the claim that is replaced or voided. */
    payerClaimControl: z.string().nullable(),
    isTest: z.boolean(),
    submitter: z.object({
      name: z.string(),
      id: z.string(),
      contactName: z.string(),
      phone: z.string(),
    }),
    receiver: z.object({ name: z.string(), id: z.string() }),
    billingProvider: z.object({
      name: z.string(),
      npi: z.string(),
      taxonomy: z.string(),
      taxIdKind: z.enum(["ein", "ssn"]),
      taxId: z.string(),
      address: postalSchema,
      phone: z.string().nullable(),
    }),
    /** 2310C or 2310E, where it is not the billing provider's own address. */
    serviceFacility: z
      .object({ name: z.string(), npi: z.string().nullable(), address: postalSchema })
      .nullable(),
    attending: clinicianSchema.nullable(),
    rendering: clinicianSchema.nullable(),
    supervising: clinicianSchema.nullable(),
    subscriber: subscriberSchema,
    /** The patient, where the policy is somebody else's. */
    patient: insuredPersonSchema.nullable(),
    payer: claimPayerSchema,
    /** 2320: who pays behind this payer, once it has answered. */
    otherCoverages: z.array(subscriberSchema.extend({ payer: claimPayerSchema })).default([]),
    /** In order; the first is the principal one. With the point, as clinicians write it. */
    diagnoses: z.array(z.object({ code: z.string(), rank: z.int() })),
    authorizationNumber: z.string().nullable(),
    /** The first two digits of the type of bill; institutional only. */
    billType: z.string().nullable(),
    /** Professional only. */
    placeOfService: z.string().nullable(),
    conditionCodes: z.array(z.string()),
    admission: z.object({
      on: z.string(),
      type: z.string(),
      source: z.string(),
      status: z.string(),
    }),
    statement: z.object({ from: z.string(), through: z.string() }),
    totalCents: z.int().min(0),
    lines: z.array(snapshotLineSchema).min(1),
  })
  .meta({ id: "ClaimSnapshot" });
export type ClaimSnapshot = z.output<typeof claimSnapshotSchema>;
