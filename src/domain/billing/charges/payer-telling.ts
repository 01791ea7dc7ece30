import type { DisclosurePurpose, Information } from "#domain/privacy/information.ts";
import type { Recipient } from "#domain/privacy/disclosure.ts";

/** Whether the door stays shut because the patient asked for it (42 CFR 2.26), and for no want of a consent. */
export const isKeptBack = (refused: string): boolean => refused === "restricted-by-agreement";

/** What a claim tells a payer: days and services, what for, and what it costs. */
export const payerTelling = (
  payerName: string,
): { recipient: Recipient; purpose: DisclosurePurpose; information: Information[] } => ({
  recipient: {
    name: payerName,
    isPatient: false,
    classes: ["third-party-payers", "health-plans"],
  },
  purpose: "payment",
  information: ["attendance", "diagnoses", "billing"],
});
