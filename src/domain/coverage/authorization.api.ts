import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { revisionSchema } from "#domain/basics/revision.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { changeable, versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import { authorizationFacts, authorizationSchema } from "#domain/coverage/authorization.ts";

const authorizationId = idSchema;
const patientId = idSchema;
const enrollmentId = idSchema;
const read = { permission: "coverage:read", purpose: "payment" } as const;
const manage = { permission: "coverage:manage", purpose: "payment" } as const;
const ofInput = (input: { authorizationId: string }) => ({
  kind: "authorization",
  id: input.authorizationId,
});
const ofOutput = (_: unknown, authorization: { patientId: string }) => [authorization.patientId];

export const listAuthorizations = route({
  ...read,
  method: "GET",
  path: "/patients/{patientId}/authorizations",
  summary: "What payers allowed for a patient, newest first",
  audit: { verb: "authorization.list", subjects: (input) => [input.patientId] },
  input: z.object({ patientId }),
  output: z.object({ rows: z.array(authorizationSchema) }),
});

export const addAuthorization = route({
  ...manage,
  method: "POST",
  path: "/enrollments/{enrollmentId}/authorizations",
  summary: "Write down what a payer allowed for an enrollment",
  audit: {
    verb: "authorization.create",
    subjects: ofOutput,
    record: (_, authorization) => ({ kind: "authorization", id: authorization.id }),
  },
  input: z.object({ enrollmentId, coverageId: idSchema, ...authorizationFacts.shape }),
  output: authorizationSchema,
  status: 201,
});

export const changeAuthorization = route({
  ...manage,
  method: "PATCH",
  path: "/authorizations/{authorizationId}",
  summary: "Change an authorization: a later last day, more units, a number mended",
  audit: { verb: "authorization.change", subjects: ofOutput, record: ofInput },
  input: z.object({
    authorizationId,
    version: versionSchema,
    ...changeable(authorizationFacts.shape),
  }),
  output: authorizationSchema,
  errors: { retired: 409 },
});

export const retireAuthorization = route({
  ...manage,
  method: "POST",
  path: "/authorizations/{authorizationId}/retirement",
  summary: "Take back an authorization that was entered by mistake",
  audit: { verb: "authorization.retire", subjects: ofOutput, record: ofInput },
  input: z.object({ authorizationId, version: versionSchema, reason: lineSchema(400) }),
  output: authorizationSchema,
  errors: { retired: 409 },
});

export const listAuthorizationRevisions = route({
  ...read,
  method: "GET",
  path: "/authorizations/{authorizationId}/revisions",
  summary: "The history of an authorization, newest first",
  audit: {
    verb: "authorization.history",
    subjects: (_, history) => [history.patientId],
    record: ofInput,
  },
  input: z.object({ authorizationId }),
  output: z.object({ patientId, rows: z.array(revisionSchema) }),
});
