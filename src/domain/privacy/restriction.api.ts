import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { revisionSchema } from "#domain/basics/revision.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import {
  restrictionAnswerSchema,
  restrictionEndGroundSchema,
  restrictionFacts,
  restrictionSchema,
} from "#domain/privacy/restriction.ts";

const restrictionId = idSchema;
const read = { permission: "consents:read", purpose: "operations" } as const;
const write = { permission: "consents:manage", purpose: "operations" } as const;
const answers = { permission: "disclosures:make", purpose: "operations" } as const;
const ofInput = (input: { restrictionId: string }) => ({
  kind: "restriction",
  id: input.restrictionId,
});
const subjectOf = (_: unknown, restriction: { patientId: string }) => [restriction.patientId];

export const listRestrictions = route({
  ...read,
  method: "GET",
  path: "/patients/{patientId}/restrictions",
  summary: "What a patient asked to be kept back, what is kept back now first (42 CFR 2.26)",
  audit: { verb: "restriction.list", subjects: (input) => [input.patientId] },
  input: z.object({ patientId: idSchema }),
  output: z.object({ rows: z.array(restrictionSchema) }),
});

export const createRestriction = route({
  ...write,
  method: "POST",
  path: "/patients/{patientId}/restrictions",
  summary:
    "Write down what a patient asks to be kept back; it keeps nothing back until it is agreed to",
  audit: {
    verb: "restriction.create",
    subjects: (input) => [input.patientId],
    record: (_, restriction) => ({ kind: "restriction", id: restriction.id }),
  },
  input: restrictionFacts.extend({ patientId: idSchema }),
  output: restrictionSchema,
  status: 201,
});

export const answerRestriction = route({
  ...answers,
  method: "POST",
  path: "/restrictions/{restrictionId}/answer",
  summary: "Agree to a request, or not, and say why; what was paid in full is agreed to",
  audit: { verb: "restriction.answer", subjects: subjectOf, record: ofInput },
  input: z.object({
    restrictionId,
    version: versionSchema,
    answer: restrictionAnswerSchema,
    reason: lineSchema(400),
  }),
  output: restrictionSchema,
  errors: { "already-answered": 409, "already-ended": 409, "must-agree": 409 },
});

export const endRestriction = route({
  ...answers,
  method: "POST",
  path: "/restrictions/{restrictionId}/ending",
  summary: "Write down that the patient takes a request back, in writing or aloud",
  audit: { verb: "restriction.end", subjects: subjectOf, record: ofInput },
  input: z.object({
    restrictionId,
    version: versionSchema,
    endedOn: civilDateSchema,
    ground: restrictionEndGroundSchema,
    reason: lineSchema(400),
  }),
  output: restrictionSchema,
  errors: { "already-ended": 409, "not-agreed": 409 },
});

export const listRestrictionRevisions = route({
  ...read,
  method: "GET",
  path: "/restrictions/{restrictionId}/revisions",
  summary: "The history of a request, newest first",
  audit: { verb: "restriction.history", subjects: subjectOf, record: ofInput },
  input: z.object({ restrictionId }),
  output: z.object({ patientId: idSchema, rows: z.array(revisionSchema) }),
});
