import { z } from "zod";

/** How urgent the admission was (the type of admission on an institutional claim). */
export const admissionTypes = ["elective", "urgent", "emergency", "unknown"] as const;
export const admissionTypeSchema = z.enum(admissionTypes);
export type AdmissionType = (typeof admissionTypes)[number];

/** Where the person came from (the point of origin on an institutional claim, and who sent them). */
export const admissionSources = [
  "self",
  "family",
  "clinic",
  "hospital",
  "emergency-department",
  "residential",
  "higher-level-here",
  "lower-level-here",
  "school",
  "employer",
  "court",
  "other",
] as const;
export const admissionSourceSchema = z.enum(admissionSources);
export type AdmissionSource = (typeof admissionSources)[number];

/** Where the person is as a claim counts it: still in care, or where they went. */
export const patientStatuses = [
  "still-in-care",
  "home",
  "other-program",
  "hospital",
  "residential",
  "against-advice",
  "law-enforcement",
  "died",
] as const;
export const patientStatusSchema = z.enum(patientStatuses);
export type PatientStatus = (typeof patientStatuses)[number];

/**
 * Why an enrollment ended. A transfer to another level of care is a reason of its own, so that a step down is never
 * counted as a completed or a broken off stay.
 */
export const endReasons = [
  "completed",
  "transfer",
  "against-advice",
  "no-contact",
  "administrative",
  "hospitalized",
  "incarcerated",
  "died",
  "payer-financial",
  "moved",
] as const;
export const endReasonSchema = z.enum(endReasons);
export type EndReason = (typeof endReasons)[number];

const statusAfter: Readonly<Record<EndReason, PatientStatus>> = {
  completed: "home",
  transfer: "other-program",
  "against-advice": "against-advice",
  "no-contact": "home",
  administrative: "home",
  hospitalized: "hospital",
  incarcerated: "law-enforcement",
  died: "died",
  "payer-financial": "home",
  moved: "home",
};

/** The patient status that a reason for the end stands for, where nobody said another. */
export const statusAfterEnd = (reason: EndReason): PatientStatus => statusAfter[reason];
