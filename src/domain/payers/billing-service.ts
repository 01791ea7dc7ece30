import { z } from "zod";
import type { ActivityType } from "#domain/programs/activity-type.ts";
import type { Modality } from "#domain/programs/modality.ts";

/** What a session is to a payer. Contracts name these, never the organization's own types of activity. */
export const billingServices = [
  "group-therapy",
  "individual-therapy",
  "family-therapy",
  "multifamily-therapy",
  "education",
  "activity-therapy",
  "assessment",
  "medication",
  "case-management",
] as const;
export const billingServiceSchema = z.enum(billingServices);
export type BillingService = (typeof billingServices)[number];

/** What a group teaches or does is paid apart from therapy in it: G0177 and G0176 beside G0410 (Medicare, OPPS). */
const groupsThatAreNotTherapy: Partial<Record<Modality, BillingService>> = {
  psychoeducation: "education",
  nutrition: "education",
  "skills-training": "education",
  "expressive-arts": "activity-therapy",
  somatic: "activity-therapy",
  mindfulness: "activity-therapy",
  complementary: "activity-therapy",
};

/** The billing service of a type of activity: its format decides, and in a group what the group works with. */
export const serviceOf = ({
  format,
  modality,
}: Pick<ActivityType, "format" | "modality">): BillingService => {
  switch (format) {
    case "group":
      return groupsThatAreNotTherapy[modality] ?? "group-therapy";
    case "individual":
      return modality === "case-management" ? "case-management" : "individual-therapy";
    case "family":
      return "family-therapy";
    case "multifamily":
      return "multifamily-therapy";
    case "medication":
    case "assessment":
    case "case-management":
      return format;
  }
};
