import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { revisionSchema } from "#domain/basics/revision.ts";
import { lineSchema } from "#domain/basics/text.ts";
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
  input: z.object({
    patientId,
    ...coverageFacts.shape,
    /** Left out: behind those that hold at the same time. */
    rank: coverageFacts.shape.rank.optional(),
  }),
  output: coverageSchema,
  errors: { "too-many-policies": 409 },
  status: 201,
});

export const changeCoverage = route({
  ...manage,
  method: "PATCH",
  path: "/coverages/{coverageId}",
  summary: "Put a policy right; what stood there before stays in its history",
  audit: {
    verb: "coverage.change",
    subjects: (_, coverage) => [coverage.patientId],
    record: ofInput,
  },
  input: z.object({
    coverageId,
    version: versionSchema,
    ...changeable(z.object(coverageFacts.shape).omit({ rank: true }).shape),
  }),
  output: coverageSchema,
  errors: { retired: 409 },
});

export const endCoverage = route({
  ...manage,
  method: "POST",
  path: "/coverages/{coverageId}/ending",
  summary: "Give a policy its last day; what it paid for until then stays explained by it",
  audit: {
    verb: "coverage.end",
    subjects: (_, coverage) => [coverage.patientId],
    record: ofInput,
  },
  input: z.object({
    coverageId,
    version: versionSchema,
    endsOn: civilDateSchema,
    reason: lineSchema(400),
  }),
  output: coverageSchema,
  errors: { retired: 409 },
});

export const retireCoverage = route({
  ...manage,
  method: "POST",
  path: "/coverages/{coverageId}/retirement",
  summary:
    "Take back a policy that was entered by mistake; refused while something is authorized under it",
  audit: {
    verb: "coverage.retire",
    subjects: (_, coverage) => [coverage.patientId],
    record: ofInput,
  },
  input: z.object({ coverageId, version: versionSchema, reason: lineSchema(400) }),
  output: coverageSchema,
  errors: { retired: 409, "has-authorizations": 409 },
});

export const orderCoverages = route({
  ...manage,
  method: "PUT",
  path: "/patients/{patientId}/coverage-order",
  summary: "Say which of the policies in force pays first, second and third",
  audit: { verb: "coverage.order", subjects: (input) => [input.patientId] },
  input: z.object({ patientId, coverageIds: z.array(coverageId).min(1).max(3) }),
  output: z.object({ rows: z.array(coverageSchema) }),
  errors: { "order-incomplete": 409 },
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
