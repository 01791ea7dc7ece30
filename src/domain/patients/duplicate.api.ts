import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import { patientRowSchema, patientSchema } from "#domain/patients/patient.ts";

const patientId = idSchema;
const register = { permission: "patients:register", purpose: "treatment" } as const;
const ofInput = (input: { patientId: string }) => ({ kind: "patient", id: input.patientId });

export const listDuplicates = route({
  permission: "patients:read",
  purpose: "treatment",
  method: "GET",
  path: "/patients/{patientId}/duplicates",
  summary: "Records that turned out to be the same person as this one, and the one that is kept",
  audit: {
    verb: "patient.list-duplicates",
    subjects: (input, output) => [
      ...new Set([input.patientId, ...output.duplicates.map(({ id }) => id)]),
    ],
    record: ofInput,
  },
  input: z.object({ patientId }),
  output: z.object({
    /** The record that is kept, where this is the other one. */
    keptAs: patientRowSchema.nullable(),
    duplicates: z.array(patientRowSchema),
  }),
});

export const markDuplicate = route({
  ...register,
  method: "POST",
  path: "/patients/{patientId}/duplicate",
  summary:
    "Say that this record is of somebody who has another one: the other is kept, this one is found no more; both keep their history",
  audit: {
    verb: "patient.mark-duplicate",
    subjects: (input) => [input.patientId, input.keptId],
    record: ofInput,
  },
  input: z.object({
    patientId,
    version: versionSchema,
    keptId: patientId,
    reason: lineSchema(400),
  }),
  output: patientSchema,
  errors: {
    retired: 409,
    "kept-not-in-use": 409,
    "has-stays": 409,
    "both-have-stays": 409,
    "has-duplicates": 409,
  },
});

export const unmarkDuplicate = route({
  ...register,
  method: "DELETE",
  path: "/patients/{patientId}/duplicate",
  summary: "Take back that two records are one person: this one is in use again",
  audit: {
    verb: "patient.unmark-duplicate",
    subjects: (input) => [input.patientId],
    record: ofInput,
  },
  input: z.object({ patientId, version: versionSchema }),
  output: patientSchema,
  errors: { "not-a-duplicate": 409 },
});
