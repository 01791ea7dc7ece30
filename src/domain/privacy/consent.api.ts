import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { revisionSchema } from "#domain/basics/revision.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { changeable, versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import { consentFacts, consentSchema } from "#domain/privacy/consent.ts";

const consentId = idSchema;
const read = { permission: "consents:read", purpose: "operations" } as const;
const manage = { permission: "consents:manage", purpose: "operations" } as const;
const ofInput = (input: { consentId: string }) => ({ kind: "consent", id: input.consentId });
const subjectOf = (_: unknown, consent: { patientId: string }) => [consent.patientId];

export const listConsents = route({
  ...read,
  method: "GET",
  path: "/patients/{patientId}/consents",
  summary: "The consents of a patient, those in force first",
  audit: { verb: "consent.list", subjects: (input) => [input.patientId] },
  input: z.object({ patientId: idSchema }),
  output: z.object({ rows: z.array(consentSchema) }),
});

export const createConsent = route({
  ...manage,
  method: "POST",
  path: "/patients/{patientId}/consents",
  summary: "Write down a consent as the paper says it; what it lacks is answered",
  audit: {
    verb: "consent.create",
    subjects: (input) => [input.patientId],
    record: (_, consent) => ({ kind: "consent", id: consent.id }),
  },
  input: consentFacts.extend({ patientId: idSchema }),
  output: consentSchema,
  status: 201,
});

export const changeConsent = route({
  ...manage,
  method: "PATCH",
  path: "/consents/{consentId}",
  summary: "Change a consent that nobody has signed; a signed one is revoked and written anew",
  audit: { verb: "consent.change", subjects: subjectOf, record: ofInput },
  input: z.object({ consentId, version: versionSchema, ...changeable(consentFacts.shape) }),
  output: consentSchema,
  errors: { "already-signed": 409, "already-revoked": 409 },
});

export const revokeConsent = route({
  ...manage,
  method: "POST",
  path: "/consents/{consentId}/revocation",
  summary: "Write down that a consent is revoked; from that day it discloses nothing",
  audit: { verb: "consent.revoke", subjects: subjectOf, record: ofInput },
  input: z.object({
    consentId,
    version: versionSchema,
    revokedOn: civilDateSchema,
    reason: lineSchema(400),
  }),
  output: consentSchema,
  errors: { "already-revoked": 409 },
});

export const endConsent = route({
  ...manage,
  method: "POST",
  path: "/consents/{consentId}/expiry",
  summary: "Write down that the event happened at which a consent ends",
  audit: { verb: "consent.end", subjects: subjectOf, record: ofInput },
  input: z.object({ consentId, version: versionSchema, eventOn: civilDateSchema }),
  output: consentSchema,
  errors: { "no-event": 409, "already-revoked": 409 },
});

export const listConsentRevisions = route({
  ...read,
  method: "GET",
  path: "/consents/{consentId}/revisions",
  summary: "The history of a consent, newest first",
  audit: { verb: "consent.history", subjects: subjectOf, record: ofInput },
  input: z.object({ consentId }),
  output: z.object({ patientId: idSchema, rows: z.array(revisionSchema) }),
});
