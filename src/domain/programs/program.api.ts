import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { pageInput, pageOf } from "#domain/basics/page.ts";
import { revisionSchema } from "#domain/basics/revision.ts";
import { lineSchema, searchTextSchema } from "#domain/basics/text.ts";
import { changeable, versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import { orderSchema, recordStateSchema } from "#domain/practice/record-state.ts";
import { programFacts, programSchema } from "#domain/programs/program.ts";

const programId = idSchema;
const read = { permission: "programs:read", purpose: "operations" } as const;
const manage = { permission: "programs:manage", purpose: "operations" } as const;
const ofInput = (input: { programId: string }) => ({ kind: "program", id: input.programId });

export const listPrograms = route({
  ...read,
  method: "GET",
  path: "/programs",
  summary: "Programs by name, with their levels and tracks",
  audit: { verb: "program.list", subjects: "none" },
  input: z.object({
    ...pageInput,
    /** The beginning of a name. */
    q: searchTextSchema(80).default(""),
    state: recordStateSchema.default("active"),
    order: orderSchema.default("asc"),
  }),
  output: pageOf(programSchema),
});

export const readProgram = route({
  ...read,
  method: "GET",
  path: "/programs/{programId}",
  summary: "A program",
  audit: { verb: "program.read", subjects: "none", record: ofInput },
  input: z.object({ programId }),
  output: programSchema,
});

export const createProgram = route({
  ...manage,
  method: "POST",
  path: "/programs",
  summary: "Add a program",
  audit: {
    verb: "program.create",
    subjects: "none",
    record: (_, made) => ({ kind: "program", id: made.id }),
  },
  input: programFacts.extend({ isListed: z.boolean().default(false) }),
  output: programSchema,
  errors: { "name-taken": 409, "site-retired": 409, "level-retired": 409 },
  status: 201,
});

export const changeProgram = route({
  ...manage,
  method: "PATCH",
  path: "/programs/{programId}",
  summary: "Change a program",
  audit: { verb: "program.change", subjects: "none", record: ofInput },
  input: z.object({ programId, version: versionSchema, ...changeable(programFacts.shape) }),
  output: programSchema,
  errors: { "name-taken": 409, "site-retired": 409, "level-retired": 409, retired: 409 },
});

export const listProgramRevisions = route({
  ...read,
  method: "GET",
  path: "/programs/{programId}/revisions",
  summary: "The history of a program, newest first",
  audit: { verb: "program.history", subjects: "none", record: ofInput },
  input: z.object({ programId }),
  output: z.object({ rows: z.array(revisionSchema) }),
});

export const retireProgram = route({
  ...manage,
  method: "POST",
  path: "/programs/{programId}/retirement",
  summary: "Retire a program; what refers to it stays as it was",
  audit: { verb: "program.retire", subjects: "none", record: ofInput },
  input: z.object({ programId, version: versionSchema, reason: lineSchema(400) }),
  output: programSchema,
  errors: { retired: 409 },
});

export const bringBackProgram = route({
  ...manage,
  method: "DELETE",
  path: "/programs/{programId}/retirement",
  summary: "Take a program into use again",
  audit: { verb: "program.bring-back", subjects: "none", record: ofInput },
  input: z.object({ programId, version: versionSchema }),
  output: programSchema,
  errors: { "name-taken": 409, "site-retired": 409, "not-retired": 409 },
});
