import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { revisionSchema } from "#domain/basics/revision.ts";
import { changeable, versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import { coverageFacts, coverageSchema } from "#domain/coverage/coverage.ts";

const patientId = idSchema;
const coverageId = idSchema;
const read = { permission: "coverage:read", purpose: "payment" } as const;
const manage = { permission: "coverage:manage", purpose: "payment" } as const;
const ofInput = (input: { coverageId: string }) => ({ kind: "coverage", id: input.coverageId });

export const listCoverages = route({
  ...read,
  method: "GET",
  path: "/patients/{patientId}/coverages",
  summary: "The policies of a patient, those in force first",
  audit: { verb: "coverage.list", subjects: (input) => [input.patientId] },
  input: z.object({ patientId }),
  output: z.object({ rows: z.array(coverageSchema) }),
});

export const addCoverage = route({
  ...manage,
  method: "POST",
  path: "/patients/{patientId}/coverages",
  summary: "Add a policy to a patient",
  audit: {
    verb: "coverage.create",
    subjects: (input) => [input.patientId],
    record: (_, coverage) => ({ kind: "coverage", id: coverage.id }),
  },
  input: z.object({ patientId, ...coverageFacts.shape, rank: coverageFacts.shape.rank.default(1) }),
  output: coverageSchema,
  status: 201,
});

export const changeCoverage = route({
  ...manage,
  method: "PATCH",
  path: "/coverages/{coverageId}",
  summary: "Change or end a policy",
  audit: {
    verb: "coverage.change",
    subjects: (_, coverage) => [coverage.patientId],
    record: ofInput,
  },
  input: z.object({ coverageId, version: versionSchema, ...changeable(coverageFacts.shape) }),
  output: coverageSchema,
});

export const listCoverageRevisions = route({
  ...read,
  method: "GET",
  path: "/coverages/{coverageId}/revisions",
  summary: "The history of a policy, newest first",
  audit: {
    verb: "coverage.history",
    subjects: (_, history) => [history.patientId],
    record: ofInput,
  },
  input: z.object({ coverageId }),
  output: z.object({ patientId, rows: z.array(revisionSchema) }),
});
