import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { pageInput, pageOf } from "#domain/basics/page.ts";
import { revisionSchema } from "#domain/basics/revision.ts";
import { lineSchema, searchTextSchema } from "#domain/basics/text.ts";
import { changeable, versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import { duplicateSchema } from "#domain/patients/duplicate.ts";
import {
  careStates,
  patientFacts,
  patientListedSchema,
  patientSchema,
} from "#domain/patients/patient.ts";
import { orderSchema, recordStateSchema } from "#domain/practice/record-state.ts";

const patientId = idSchema;
const read = { permission: "patients:read", purpose: "treatment" } as const;
const register = { permission: "patients:register", purpose: "treatment" } as const;
const ofInput = (input: { patientId: string }) => ({ kind: "patient", id: input.patientId });
const subjectOf = (input: { patientId: string }) => [input.patientId];
const idsOf = (_: unknown, output: { rows: readonly { id: string }[] }) =>
  output.rows.map((row) => row.id);

export const searchPatients = route({
  ...read,
  method: "GET",
  path: "/patients",
  summary:
    "Patients by any name, record number, date of birth or telephone, best first, forgiving slips; without a search by name. Each with where they are in care now",
  audit: { verb: "patient.search", subjects: idsOf },
  input: z.object({
    ...pageInput,
    q: searchTextSchema(120).default(""),
    state: recordStateSchema.default("active"),
    /** Left out: whether somebody is in care or not. A stay that whoever asks does not see counts as none. */
    care: z.enum(careStates).optional(),
    /** Left out: everybody by name; what was searched for best first. */
    sort: z.enum(["name", "birthday", "mrn"]).optional(),
    order: orderSchema.default("asc"),
  }),
  /** A search answers its best rows and no further page; `total` counts the rows shown. */
  output: pageOf(patientListedSchema),
});

export const readPatient = route({
  ...read,
  method: "GET",
  path: "/patients/{patientId}",
  summary: "One patient",
  audit: { verb: "patient.read", subjects: subjectOf, record: ofInput },
  input: z.object({ patientId }),
  output: patientSchema,
});

export const listLikelyDuplicates = route({
  ...register,
  method: "GET",
  path: "/patient-duplicates",
  summary: "Patients who may be the person that is about to be registered, and what speaks for it",
  audit: { verb: "patient.duplicates", subjects: idsOf },
  input: z.object({
    givenName: searchTextSchema(100),
    familyName: searchTextSchema(100),
    birthDate: civilDateSchema.optional(),
    phone: searchTextSchema(30).optional(),
    email: searchTextSchema(254).optional(),
  }),
  output: z.object({ rows: z.array(duplicateSchema) }),
});

export const registerPatient = route({
  ...register,
  method: "POST",
  path: "/patients",
  summary: "Register a person; refused where they may be here already, unless somebody looked",
  audit: {
    verb: "patient.register",
    subjects: (_, patient) => [patient.id],
    record: (_, patient) => ({ kind: "patient", id: patient.id }),
  },
  input: patientFacts.extend({
    formerNames: patientFacts.shape.formerNames.default([]),
    nicknames: patientFacts.shape.nicknames.default([]),
    language: patientFacts.shape.language.default("en"),
    needsInterpreter: z.boolean().default(false),
    phoneMayBeCalled: z.boolean().default(false),
    phoneMayBeTexted: z.boolean().default(false),
    voicemailMayBeLeft: z.boolean().default(false),
    /** Somebody looked at the likely duplicates: this is another person. */
    sureItIsNew: z.boolean().default(false),
  }),
  output: patientSchema,
  errors: { "likely-duplicates": 409 },
  status: 201,
});

export const changePatient = route({
  ...register,
  method: "PATCH",
  path: "/patients/{patientId}",
  summary:
    "Change what is said of a patient; a legal or preferred name that changes is kept as a former one",
  audit: { verb: "patient.change", subjects: subjectOf, record: ofInput },
  input: z.object({ patientId, version: versionSchema, ...changeable(patientFacts.shape) }),
  output: patientSchema,
  errors: { retired: 409 },
});

export const listPatientRevisions = route({
  ...read,
  method: "GET",
  path: "/patients/{patientId}/revisions",
  summary: "The history of a patient's facts, newest first",
  audit: { verb: "patient.history", subjects: subjectOf, record: ofInput },
  input: z.object({ patientId }),
  output: z.object({ rows: z.array(revisionSchema) }),
});

export const retirePatient = route({
  ...register,
  method: "POST",
  path: "/patients/{patientId}/retirement",
  summary: "Take a record that was made by mistake out of use; it stays readable",
  audit: { verb: "patient.retire", subjects: subjectOf, record: ofInput },
  input: z.object({ patientId, version: versionSchema, reason: lineSchema(400) }),
  output: patientSchema,
  errors: { retired: 409 },
});

export const bringBackPatient = route({
  ...register,
  method: "DELETE",
  path: "/patients/{patientId}/retirement",
  summary: "Take a retired record into use again",
  audit: { verb: "patient.bring-back", subjects: subjectOf, record: ofInput },
  input: z.object({ patientId, version: versionSchema }),
  output: patientSchema,
  errors: { "not-retired": 409, "is-duplicate": 409 },
});
