import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { pageInput, pageOf } from "#domain/basics/page.ts";
import { revisionSchema } from "#domain/basics/revision.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { changeable, versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import { credentialFacts, credentialSchema } from "#domain/practice/credential.ts";
import { orderSchema, recordStateSchema } from "#domain/practice/record-state.ts";

const credentialId = idSchema;
const read = { permission: "staff:read", purpose: "operations" } as const;
const manage = { permission: "staff:manage", purpose: "operations" } as const;
const ofInput = (input: { credentialId: string }) => ({
  kind: "credential",
  id: input.credentialId,
});

export const listCredentials = route({
  ...read,
  method: "GET",
  path: "/credentials",
  summary:
    "Credentials of one colleague or of all; `due` shows those that lapse soon or have lapsed",
  audit: { verb: "credential.list", subjects: "none" },
  input: z.object({
    ...pageInput,
    staffId: idSchema.optional(),
    show: z.enum(["all", "due"]).default("all"),
    state: recordStateSchema.default("active"),
    sort: z.enum(["expires", "code"]).default("expires"),
    order: orderSchema.default("asc"),
  }),
  output: pageOf(credentialSchema),
});

export const readCredential = route({
  ...read,
  method: "GET",
  path: "/credentials/{credentialId}",
  summary: "One credential",
  audit: { verb: "credential.read", subjects: "none", record: ofInput },
  input: z.object({ credentialId }),
  output: credentialSchema,
});

export const createCredential = route({
  ...manage,
  method: "POST",
  path: "/credentials",
  summary: "Add a credential to a colleague",
  audit: {
    verb: "credential.create",
    subjects: "none",
    record: (_, credential) => ({ kind: "credential", id: credential.id }),
  },
  input: z.object({ staffId: idSchema, ...credentialFacts.shape }),
  output: credentialSchema,
  errors: { "staff-retired": 409 },
  status: 201,
});

export const changeCredential = route({
  ...manage,
  method: "PATCH",
  path: "/credentials/{credentialId}",
  summary: "Change a credential, or renew it by a later last day",
  audit: { verb: "credential.change", subjects: "none", record: ofInput },
  input: z.object({ credentialId, version: versionSchema, ...changeable(credentialFacts.shape) }),
  output: credentialSchema,
  errors: { retired: 409 },
});

export const listCredentialRevisions = route({
  ...read,
  method: "GET",
  path: "/credentials/{credentialId}/revisions",
  summary: "The history of a credential, newest first",
  audit: { verb: "credential.history", subjects: "none", record: ofInput },
  input: z.object({ credentialId }),
  output: z.object({ rows: z.array(revisionSchema) }),
});

export const retireCredential = route({
  ...manage,
  method: "POST",
  path: "/credentials/{credentialId}/retirement",
  summary: "Retire a credential: surrendered, replaced or entered by mistake",
  audit: { verb: "credential.retire", subjects: "none", record: ofInput },
  input: z.object({ credentialId, version: versionSchema, reason: lineSchema(400) }),
  output: credentialSchema,
  errors: { retired: 409 },
});

export const bringBackCredential = route({
  ...manage,
  method: "DELETE",
  path: "/credentials/{credentialId}/retirement",
  summary: "Take a retired credential into use again",
  audit: { verb: "credential.bring-back", subjects: "none", record: ofInput },
  input: z.object({ credentialId, version: versionSchema }),
  output: credentialSchema,
  errors: { "not-retired": 409, "staff-retired": 409 },
});
