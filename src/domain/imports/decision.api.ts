import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { route } from "#domain/contract/route.ts";
import { importEntrySchema, importSchema } from "#domain/imports/import.ts";
import { duplicateSchema } from "#domain/patients/duplicate.ts";

const importId = idSchema;
const number = z.coerce.number().int().min(1);
const ofInput = (input: { importId: string }) => ({ kind: "import", id: input.importId });

/** Somebody of a file, in the facts a person compares. */
const incomingPersonSchema = z
  .object({
    givenName: z.string(),
    middleName: z.string().nullable(),
    familyName: z.string(),
    preferredName: z.string().nullable(),
    formerNames: z.array(z.string()),
    birthDate: z.string(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
  })
  .meta({ id: "IncomingPerson" });

export const listImportMatches = route({
  permission: "patients:register",
  purpose: "operations",
  method: "GET",
  path: "/imports/{importId}/entries/{number}/matches",
  summary: "Somebody of a file, and who here may be the same person",
  audit: {
    verb: "import.list-matches",
    subjects: (_, output) => output.rows.map(({ id }) => id),
    record: ofInput,
  },
  input: z.object({ importId, number }),
  output: z.object({ person: incomingPersonSchema, rows: z.array(duplicateSchema) }),
  errors: { "import-entry-not-asked": 409 },
});

export const decideImportPerson = route({
  permission: "patients:register",
  purpose: "operations",
  method: "POST",
  path: "/imports/{importId}/entries/{number}/decision",
  summary: "Say of somebody of a file that it is this person here, another one, or to be left out",
  audit: {
    verb: "import.decide-person",
    subjects: (_, entry) => (entry.patientId === null ? [] : [entry.patientId]),
    record: ofInput,
  },
  input: z.object({
    importId,
    number,
    is: z.enum(["same", "another", "leave"]),
    /** Whom it is, where it is the same. */
    patientId: idSchema.optional(),
  }),
  output: importEntrySchema,
  errors: { "import-entry-not-asked": 409, "import-not-ready": 409 },
});

export const listUnknownPayers = route({
  permission: "coverage:manage",
  purpose: "operations",
  method: "GET",
  path: "/imports/{importId}/unknown-payers",
  summary: "Payers of a file that are none of ours yet, with how many policies name each",
  audit: { verb: "import.list-payers", subjects: "none", record: ofInput },
  input: z.object({ importId }),
  output: z.object({ rows: z.array(z.object({ payerName: z.string(), policies: z.int() })) }),
});

export const decideImportPayer = route({
  permission: "coverage:manage",
  purpose: "operations",
  method: "PUT",
  path: "/imports/{importId}/payers",
  summary: "Say which payer a name of a file is; without one its policies are kept as received",
  audit: { verb: "import.decide-payer", subjects: "none", record: ofInput },
  input: z.object({ importId, payerName: z.string().max(400), payerId: idSchema.nullable() }),
  output: importSchema,
  errors: { "import-not-ready": 409 },
});
