import { z } from "zod";
import type { contactFacts } from "#domain/patients/contact.ts";
import { coverageFacts } from "#domain/coverage/coverage.ts";
import type { patientFacts } from "#domain/patients/patient.ts";

/** A number another system knows somebody by. */
export const incomingIdentifierSchema = z.object({
  system: z.string().min(1).max(400),
  value: z.string().min(1).max(400),
});
export type IncomingIdentifier = z.output<typeof incomingIdentifierSchema>;

/** Somebody around a patient as another system says it. */
export type IncomingContact = z.output<typeof contactFacts>;

/** A person as another system knows them, in this product's own facts. */
export interface IncomingPatient {
  readonly facts: z.output<typeof patientFacts>;
  readonly identifiers: readonly IncomingIdentifier[];
  readonly contacts: readonly IncomingContact[];
}

/** A policy without its payer: who pays is a name and numbers until it is matched to a payer here. */
export const incomingCoverageFacts = z
  .object(coverageFacts.shape)
  .omit({ payerId: true, rank: true });

export interface IncomingPayer {
  /** The reference to the organization that pays, where one is given. */
  readonly reference: string | null;
  readonly name: string | null;
  readonly identifiers: readonly string[];
}

export interface IncomingCoverage {
  readonly facts: z.output<typeof incomingCoverageFacts>;
  /** 1 pays first; null where the file does not say. */
  readonly rank: 1 | 2 | 3 | null;
  readonly payer: IncomingPayer;
}

/** What is kept as it was received, in the few words a list shows. */
export const receivedSummarySchema = z.object({
  title: z.string(),
  /** The code in its own system, such as ICD-10-CM `F33.1`. */
  code: z.string().nullable(),
  codeSystem: z.string().nullable(),
  /** As the other system says it: active, resolved, stopped … */
  status: z.string().nullable(),
  /** The day it began, was written or was asked for. */
  on: z.string().nullable(),
  /** What else matters at a glance: a reaction, a dose. */
  detail: z.string().nullable(),
});
export type ReceivedSummary = z.output<typeof receivedSummarySchema>;
