import { z } from "zod";

/** What a session works with: the vocabulary of clinicians, kept short enough that a list can be read. */
export const modalities = [
  "process",
  "cbt",
  "dbt",
  "act",
  "emdr",
  "trauma-focused",
  "motivational-interviewing",
  "psychoeducation",
  "relapse-prevention",
  "contingency-management",
  "twelve-step-facilitation",
  "skills-training",
  "mindfulness",
  "somatic",
  "family",
  "expressive-arts",
  "nutrition",
  "medication",
  "peer-support",
  "case-management",
  "assessment",
  "complementary",
] as const;
export const modalitySchema = z.enum(modalities);
export type Modality = (typeof modalities)[number];
