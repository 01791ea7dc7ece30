import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { pageInput, pageOf } from "#domain/basics/page.ts";
import { route } from "#domain/contract/route.ts";
import {
  exportRunSchema,
  handoverFacts,
  organizationExportFacts,
} from "#domain/exports/export-run.ts";

const patientId = idSchema;
const exportId = idSchema;
const person = { permission: "exports:person", purpose: "operations" } as const;
const organization = { permission: "exports:organization", purpose: "operations" } as const;
const ofInput = (input: { exportId: string }) => ({ kind: "export", id: input.exportId });
const ofOutput = (_: unknown, { id }: { id: string }) => ({ kind: "export", id });

const tellingRefusals = {
  "no-consent": 403,
  "consent-deficient": 403,
  "consent-expired": 403,
  "consent-revoked": 403,
  "consent-not-yet": 403,
  "consent-does-not-cover": 403,
  "restricted-by-agreement": 403,
  "nothing-to-tell": 403,
} as const;

export const listPatientExports = route({
  ...person,
  method: "GET",
  path: "/patients/{patientId}/exports",
  summary: "What was handed over of one person's chart, newest first",
  audit: { verb: "export.list-of-patient", subjects: (input) => [input.patientId] },
  input: z.object({ ...pageInput, patientId }),
  output: pageOf(exportRunSchema),
});

export const handOverChart = route({
  ...person,
  method: "POST",
  path: "/patients/{patientId}/exports",
  summary:
    "Hand over one person's chart: FHIR, PDF or both; refused without a ground, accounted for with one",
  audit: {
    verb: "export.hand-over",
    subjects: (input) => [input.patientId],
    record: ofOutput,
    details: ({ format, purpose, recipient, from, to }) => ({
      format,
      purpose,
      toPatient: recipient.isPatient,
      from: from ?? undefined,
      to: to ?? undefined,
    }),
  },
  input: z.object({ patientId, ...handoverFacts.shape }),
  output: exportRunSchema,
  errors: { ...tellingRefusals, "not-their-own-name": 422, "identity-not-confirmed": 422 },
  status: 201,
});

export const downloadPatientExport = route({
  ...person,
  method: "GET",
  path: "/patients/{patientId}/exports/{exportId}/content",
  summary: "The files of a hand-over, as long as they are kept; asked of the door anew",
  audit: {
    verb: "export.download-of-patient",
    subjects: (input) => [input.patientId],
    record: ofInput,
  },
  reply: "file",
  input: z.object({ patientId, exportId }),
  output: z.unknown(),
  errors: { ...tellingRefusals, "export-not-ready": 409, "export-removed": 410 },
});

export const listExports = route({
  ...organization,
  method: "GET",
  path: "/exports",
  summary: "Exports of the whole organization, newest first",
  audit: { verb: "export.list", subjects: "none" },
  input: z.object({ ...pageInput }),
  output: pageOf(exportRunSchema),
});

export const readExport = route({
  ...organization,
  method: "GET",
  path: "/exports/{exportId}",
  summary: "How far an export of the whole organization is, and what it holds",
  audit: { verb: "export.read", subjects: "none", record: ofInput },
  input: z.object({ exportId }),
  output: exportRunSchema,
});

export const exportOrganization = route({
  ...organization,
  method: "POST",
  path: "/exports",
  summary: "Begin to export the whole organization; the files are ready when everything is in them",
  audit: {
    verb: "export.begin",
    subjects: "none",
    record: ofOutput,
    details: ({ ground }) => ({ ground }),
  },
  input: organizationExportFacts,
  output: exportRunSchema,
  errors: { "export-under-way": 409, "successor-unnamed": 422 },
  confirmation: true,
  status: 201,
});

export const removeExport = route({
  ...organization,
  method: "DELETE",
  path: "/exports/{exportId}",
  summary: "Stop an export under way, or remove what a finished one holds; that it was made stays",
  audit: { verb: "export.remove", subjects: "none", record: ofInput },
  input: z.object({ exportId }),
  output: exportRunSchema,
});

export const downloadExport = route({
  ...organization,
  method: "GET",
  path: "/exports/{exportId}/content",
  summary: "The whole organization as one .zip, as long as it is kept",
  audit: { verb: "export.download", subjects: "none", record: ofInput },
  reply: "file",
  input: z.object({ exportId }),
  output: z.unknown(),
  errors: { "export-not-ready": 409, "export-removed": 410, "consent-changed-meanwhile": 409 },
  confirmation: true,
});
