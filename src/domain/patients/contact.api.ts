import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { revisionSchema } from "#domain/basics/revision.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { changeable, versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import { contactFacts, contactSchema } from "#domain/patients/contact.ts";

const contactId = idSchema;
const read = { permission: "patients:read", purpose: "treatment" } as const;
const register = { permission: "patients:register", purpose: "treatment" } as const;
const ofInput = (input: { contactId: string }) => ({
  kind: "patient-contact",
  id: input.contactId,
});
const subjectOf = (_: unknown, contact: { patientId: string }) => [contact.patientId];

export const listContacts = route({
  ...read,
  method: "GET",
  path: "/patients/{patientId}/contacts",
  summary: "The people around a patient, retired ones last",
  audit: { verb: "patient-contact.list", subjects: (input) => [input.patientId] },
  input: z.object({ patientId: idSchema }),
  output: z.object({ rows: z.array(contactSchema) }),
});

export const createContact = route({
  ...register,
  method: "POST",
  path: "/patients/{patientId}/contacts",
  summary: "Add somebody around a patient",
  audit: {
    verb: "patient-contact.create",
    subjects: (input) => [input.patientId],
    record: (_, contact) => ({ kind: "patient-contact", id: contact.id }),
  },
  input: contactFacts.extend({
    patientId: idSchema,
    roles: contactFacts.shape.roles.default([]),
  }),
  output: contactSchema,
  errors: { retired: 409 },
  status: 201,
});

export const changeContact = route({
  ...register,
  method: "PATCH",
  path: "/patient-contacts/{contactId}",
  summary: "Change what is said of somebody around a patient",
  audit: { verb: "patient-contact.change", subjects: subjectOf, record: ofInput },
  input: z.object({ contactId, version: versionSchema, ...changeable(contactFacts.shape) }),
  output: contactSchema,
  errors: { retired: 409 },
});

export const listContactRevisions = route({
  ...read,
  method: "GET",
  path: "/patient-contacts/{contactId}/revisions",
  summary: "The history of somebody around a patient, newest first",
  audit: {
    verb: "patient-contact.history",
    subjects: (_, output) => [output.patientId],
    record: ofInput,
  },
  input: z.object({ contactId }),
  output: z.object({ patientId: idSchema, rows: z.array(revisionSchema) }),
});

export const retireContact = route({
  ...register,
  method: "POST",
  path: "/patient-contacts/{contactId}/retirement",
  summary: "Take somebody from among the people around a patient",
  audit: { verb: "patient-contact.retire", subjects: subjectOf, record: ofInput },
  input: z.object({ contactId, version: versionSchema, reason: lineSchema(400) }),
  output: contactSchema,
  errors: { retired: 409 },
});

export const bringBackContact = route({
  ...register,
  method: "DELETE",
  path: "/patient-contacts/{contactId}/retirement",
  summary: "Count somebody among the people around a patient again",
  audit: { verb: "patient-contact.bring-back", subjects: subjectOf, record: ofInput },
  input: z.object({ contactId, version: versionSchema }),
  output: contactSchema,
  errors: { "not-retired": 409 },
});
