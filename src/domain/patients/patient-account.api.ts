import { z } from "zod";
import { emailSchema } from "#domain/basics/email.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { route } from "#domain/contract/route.ts";

const patientId = idSchema;
const ofPatient = (input: { patientId: string }) => [input.patientId];
const record = (input: { patientId: string }) => ({
  kind: "patient-account",
  id: input.patientId,
});
const account = z.object({ email: z.string(), openedAt: instantSchema, openedBy: z.string() });

export const readPatientAccount = route({
  method: "GET",
  path: "/patients/{patientId}/account",
  summary: "Whether a patient can sign in to their own app",
  permission: "patients:read",
  purpose: "treatment",
  audit: { verb: "patient-account.read", subjects: ofPatient, record },
  input: z.object({ patientId }),
  output: z.object({ account: account.nullable() }),
});

export const openPatientAccount = route({
  method: "POST",
  path: "/patients/{patientId}/account",
  summary: "Let a patient sign in by codes that are mailed to this address",
  permission: "patients:register",
  purpose: "treatment",
  audit: { verb: "patient-account.open", subjects: ofPatient, record },
  input: z.object({ patientId, email: emailSchema }),
  output: z.object({ account }),
  errors: { "has-account": 409, "address-in-use": 409 },
  status: 201,
});

export const endPatientAccount = route({
  method: "POST",
  path: "/patients/{patientId}/account/end",
  summary: "End a patient's access at once; their record stays",
  permission: "patients:register",
  purpose: "treatment",
  audit: { verb: "patient-account.end", subjects: ofPatient, record },
  input: z.object({ patientId, reason: lineSchema(400) }),
  output: z.object({}),
});
