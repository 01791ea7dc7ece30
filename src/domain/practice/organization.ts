import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { optionalNpiSchema } from "#domain/basics/npi.ts";
import { optional } from "#domain/basics/optional.ts";
import { optionalPhoneSchema } from "#domain/basics/phone.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { zoneSchema } from "#domain/basics/zone.ts";
import type { FieldProblem } from "#domain/contract/problem.ts";

/** What the people in care are called on screens. In code they are patients everywhere. */
export const patientWords = ["patient", "client", "member", "participant"] as const;
export const patientWordSchema = z.enum(patientWords);
export type PatientWord = z.output<typeof patientWordSchema>;

/** Employer identification number as nine digits (26 CFR 301.6109-1); typed with or without its dash. */
const taxIdSchema = z
  .string()
  .transform((value) => value.replace(/[\s-]/g, ""))
  .pipe(z.string().regex(/^\d{9}$/));

/** What people say of their organization. Its zone is the one of whatever belongs to no site. */
export const organizationFacts = z.object({
  name: lineSchema(120),
  npi: optionalNpiSchema,
  taxId: optional(taxIdSchema),
  phone: optionalPhoneSchema,
  crisisPhone: optionalPhoneSchema,
  patientWord: patientWordSchema,
  zone: zoneSchema,
  isListed: z.boolean(),
});

export const organizationSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    slug: z.string(),
    npi: z.string().nullable(),
    taxId: z.string().nullable(),
    phone: z.string().nullable(),
    crisisPhone: z.string().nullable(),
    patientWord: patientWordSchema,
    zone: z.string(),
    isListed: z.boolean(),
    version: z.int(),
  })
  .meta({ id: "Organization" });
export type Organization = z.output<typeof organizationSchema>;

/**
 * What stands against a set of facts, by field. A public page must show a line for a crisis and one to call, so an
 * organization is listed only when it has both.
 */
export const organizationProblems = (
  facts: Pick<Organization, "isListed" | "crisisPhone" | "phone">,
): Record<string, FieldProblem> => {
  const problems: Record<string, FieldProblem> = {};
  if (facts.isListed && facts.crisisPhone === null)
    problems["crisisPhone"] = { code: "needed-for-listing" };
  if (facts.isListed && facts.phone === null) problems["phone"] = { code: "needed-for-listing" };
  return problems;
};
