import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { revisionSchema } from "#domain/basics/revision.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import { courtOrderFacts, courtOrderSchema } from "#domain/privacy/court-order.ts";

const courtOrderId = idSchema;
const read = { permission: "consents:read", purpose: "operations" } as const;
const manage = { permission: "disclosures:make", purpose: "operations" } as const;
const ofInput = (input: { courtOrderId: string }) => ({
  kind: "court-order",
  id: input.courtOrderId,
});
const subjectOf = (_: unknown, order: { patientId: string }) => [order.patientId];

export const listCourtOrders = route({
  ...read,
  method: "GET",
  path: "/patients/{patientId}/court-orders",
  summary: "Papers of courts about a patient's records, those in force first",
  audit: { verb: "court-order.list", subjects: (input) => [input.patientId] },
  input: z.object({ patientId: idSchema }),
  output: z.object({ rows: z.array(courtOrderSchema) }),
});

export const createCourtOrder = route({
  ...manage,
  method: "POST",
  path: "/patients/{patientId}/court-orders",
  summary: "Write down a paper of a court as it is; what it lacks to open a record is answered",
  audit: {
    verb: "court-order.create",
    subjects: (input) => [input.patientId],
    record: (_, order) => ({ kind: "court-order", id: order.id }),
  },
  input: courtOrderFacts.extend({ patientId: idSchema }),
  output: courtOrderSchema,
  status: 201,
});

export const endCourtOrder = route({
  ...manage,
  method: "POST",
  path: "/court-orders/{courtOrderId}/ending",
  summary:
    "Write down that a court took its order back, or that it was written down by mistake; from that day it opens nothing",
  audit: { verb: "court-order.end", subjects: subjectOf, record: ofInput },
  input: z.object({
    courtOrderId,
    version: versionSchema,
    endedOn: civilDateSchema,
    reason: lineSchema(400),
  }),
  output: courtOrderSchema,
  errors: { "already-ended": 409 },
});

export const listCourtOrderRevisions = route({
  ...read,
  method: "GET",
  path: "/court-orders/{courtOrderId}/revisions",
  summary: "The history of a paper of a court, newest first",
  audit: { verb: "court-order.history", subjects: subjectOf, record: ofInput },
  input: z.object({ courtOrderId }),
  output: z.object({ patientId: idSchema, rows: z.array(revisionSchema) }),
});
