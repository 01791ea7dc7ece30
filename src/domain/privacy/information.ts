import { z } from "zod";

/** What can be told of somebody, by kind: specific enough that a consent means something (42 CFR 2.31(a)(3)). */
export const informationKinds = [
  "presence",
  "attendance",
  "assessments",
  "diagnoses",
  "treatment-plan",
  "progress",
  "session-notes",
  "measures",
  "medications",
  "drug-tests",
  "discharge-summary",
  "billing",
  "counseling-notes",
] as const;
export const informationSchema = z.enum(informationKinds);
export type Information = (typeof informationKinds)[number];

/** Why something is told (42 CFR 2.31(a)(5), 45 CFR 164.506). */
export const disclosurePurposes = [
  "treatment",
  "payment",
  "operations",
  "patient-request",
  "family-involvement",
  "employment",
  "school",
  "housing-and-benefits",
  "legal-advice",
  "legal-proceeding",
  "research",
] as const;
export const disclosurePurposeSchema = z.enum(disclosurePurposes);
export type DisclosurePurpose = (typeof disclosurePurposes)[number];

/** The three purposes that one consent for all future uses may name (42 CFR 2.31(a)(5)(ii)). */
export const treatmentPaymentOperations = ["treatment", "payment", "operations"] as const;
export const isTreatmentPaymentOperations = (purpose: DisclosurePurpose): boolean =>
  treatmentPaymentOperations.some((one) => one === purpose);

/** Classes of recipients that a consent may name in place of names (42 CFR 2.31(a)(4)(i)). */
export const recipientClasses = [
  "treating-providers",
  "health-plans",
  "third-party-payers",
  "program-contractors",
] as const;
export const recipientClassSchema = z.enum(recipientClasses);
export type RecipientClass = (typeof recipientClasses)[number];
