import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { revisionSchema } from "#domain/basics/revision.ts";
import { changeable, versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import { payerFacts, payerSchema } from "#domain/payers/payer.ts";

const read = { permission: "coverage:read", purpose: "payment" } as const;
const manage = { permission: "coverage:manage", purpose: "payment" } as const;
const payerId = idSchema;
const ofInput = (input: { payerId: string }) => ({ kind: "payer", id: input.payerId });

export const listPayers = route({
  ...read,
  method: "GET",
  path: "/payers",
  summary: "Payers in use, by name",
  audit: { verb: "payer.list", subjects: "none" },
  input: z.object({}),
  output: z.object({ rows: z.array(payerSchema) }),
});

export const createPayer = route({
  ...manage,
  method: "POST",
  path: "/payers",
  summary: "Add a payer by name",
  audit: {
    verb: "payer.create",
    subjects: "none",
    record: (_, payer) => ({ kind: "payer", id: payer.id }),
  },
  input: payerFacts,
  output: payerSchema,
  errors: { "name-taken": 409 },
  status: 201,
});

export const changePayer = route({
  ...manage,
  method: "PATCH",
  path: "/payers/{payerId}",
  summary: "Change what is said of a payer",
  audit: { verb: "payer.change", subjects: "none", record: ofInput },
  input: z.object({ payerId, version: versionSchema, ...changeable(payerFacts.shape) }),
  output: payerSchema,
  errors: { "name-taken": 409 },
});

export const listPayerRevisions = route({
  ...read,
  method: "GET",
  path: "/payers/{payerId}/revisions",
  summary: "The history of a payer, newest first",
  audit: { verb: "payer.history", subjects: "none", record: ofInput },
  input: z.object({ payerId }),
  output: z.object({ rows: z.array(revisionSchema) }),
});
