import { z } from "zod";
import { patientRowSchema } from "#domain/patients/patient.ts";

/** What speaks for two records being one person. */
export const duplicateReasons = ["birth-date", "name", "phone", "email"] as const;
export const duplicateReasonSchema = z.enum(duplicateReasons);
export type DuplicateReason = (typeof duplicateReasons)[number];

export const duplicateSchema = z
  .object({ ...patientRowSchema.shape, reasons: z.array(duplicateReasonSchema) })
  .meta({ id: "LikelyDuplicate" });
export type LikelyDuplicate = z.output<typeof duplicateSchema>;

/**
 * Whether what two records share makes them one person likely enough to ask: a like name with the same birthday, telephone
 * or e-mail address. One alone does not: names repeat, twins share a birthday, families a telephone.
 */
export const isLikelySame = (shared: readonly DuplicateReason[]): boolean =>
  shared.includes("name") && shared.length > 1;

/** Worth a look before a second record: a telephone or an address may be of a family, and then nothing is refused for it. */
export const isWorthALook = (shared: readonly DuplicateReason[]): boolean =>
  isLikelySame(shared) || shared.includes("phone") || shared.includes("email");
