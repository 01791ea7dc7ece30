import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { pageInput, pageOf } from "#domain/basics/page.ts";
import { revisionSchema } from "#domain/basics/revision.ts";
import { versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import { dateOrders } from "#domain/imports/incoming-date.ts";
import {
  importEntrySchema,
  importFacts,
  importOutcomeSchema,
  importRowSchema,
  importSchema,
} from "#domain/imports/import.ts";
import { columnFactSchema } from "#domain/imports/table-columns.ts";

const importId = idSchema;
const run = { permission: "imports:run", purpose: "operations" } as const;
const ofInput = (input: { importId: string }) => ({ kind: "import", id: input.importId });
const act = z.object({ importId, version: versionSchema });

export const listImports = route({
  ...run,
  method: "GET",
  path: "/imports",
  summary: "Imports, newest first",
  audit: { verb: "import.list", subjects: "none" },
  input: z.object({ ...pageInput }),
  output: pageOf(importRowSchema),
});

export const startImport = route({
  ...run,
  method: "POST",
  path: "/imports",
  summary: "Begin an import: from which system, and how closely what comes is to be kept",
  audit: {
    verb: "import.start",
    subjects: "none",
    record: (_, started) => ({ kind: "import", id: started.id }),
  },
  input: importFacts,
  output: importSchema,
  status: 201,
});

export const readImport = route({
  ...run,
  method: "GET",
  path: "/imports/{importId}",
  summary: "One import: its files, how far it has come, and how many entries have which outcome",
  audit: { verb: "import.read", subjects: "none", record: ofInput },
  input: z.object({ importId }),
  output: importSchema,
});

export const receiveImportFile = route({
  ...run,
  method: "POST",
  path: "/imports/{importId}/files",
  summary: "Add a file to an import that has not been looked at yet; a broken file changes nothing",
  audit: { verb: "import.receive", subjects: "none", record: ofInput },
  body: "upload",
  uploadBytes: 200_000_000,
  input: z.object({ importId, file: z.unknown().optional() }),
  output: importSchema,
  errors: {
    "import-not-open": 409,
    "import-file-broken": 409,
    "import-file-twice": 409,
    "import-one-table": 409,
  },
});

export const matchColumns = route({
  ...run,
  method: "PUT",
  path: "/imports/{importId}/columns",
  summary: "Say which column of a table is which fact, and in which order its days are written",
  audit: { verb: "import.match-columns", subjects: "none", record: ofInput },
  input: act.extend({
    facts: z.array(columnFactSchema.nullable()).max(200),
    dateOrder: z.enum(dateOrders).nullable(),
  }),
  output: importSchema,
  errors: { "import-not-open": 409 },
});

export const rehearseImport = route({
  ...run,
  method: "POST",
  path: "/imports/{importId}/rehearsal",
  summary: "Look at every entry and say what would become of it; nobody is changed",
  audit: { verb: "import.rehearse", subjects: "none", record: ofInput },
  input: act,
  output: importSchema,
  errors: { "import-not-ready": 409, "import-empty": 409 },
});

export const runImport = route({
  ...run,
  method: "POST",
  path: "/imports/{importId}/run",
  summary: "Take what was looked at, person by person; goes on where it was stopped",
  audit: { verb: "import.run", subjects: "none", record: ofInput },
  input: act,
  output: importSchema,
  errors: { "import-not-ready": 409 },
});

export const stopImport = route({
  ...run,
  method: "POST",
  path: "/imports/{importId}/stop",
  summary: "Stop between two people: everybody is here whole or not at all, and it can go on",
  audit: { verb: "import.stop", subjects: "none", record: ofInput },
  input: z.object({ importId }),
  output: importSchema,
  errors: { "import-not-running": 409 },
});

export const discardImport = route({
  ...run,
  method: "POST",
  path: "/imports/{importId}/discard",
  summary: "Throw away what was received and not taken; who was taken stays",
  audit: { verb: "import.discard", subjects: "none", record: ofInput },
  input: act,
  output: importSchema,
  errors: { "import-is-over": 409 },
});

export const listImportEntries = route({
  ...run,
  method: "GET",
  path: "/imports/{importId}/entries",
  summary: "The report of an import, entry by entry: what becomes of each, and why",
  audit: {
    verb: "import.list-entries",
    subjects: (_, output) => [
      ...new Set(output.rows.flatMap(({ patientId }) => (patientId === null ? [] : [patientId]))),
    ],
    record: ofInput,
  },
  input: z.object({
    ...pageInput,
    importId,
    outcome: importOutcomeSchema.optional(),
    /** People, or what belongs to them. */
    of: z.enum(["people", "belongings"]).optional(),
  }),
  output: pageOf(importEntrySchema),
});

export const listImportRevisions = route({
  ...run,
  method: "GET",
  path: "/imports/{importId}/revisions",
  summary: "Who did what with an import, newest first",
  audit: { verb: "import.history", subjects: "none", record: ofInput },
  input: z.object({ importId }),
  output: z.object({ rows: z.array(revisionSchema) }),
});
