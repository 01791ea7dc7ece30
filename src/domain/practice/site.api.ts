import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { pageInput, pageOf } from "#domain/basics/page.ts";
import { revisionSchema } from "#domain/basics/revision.ts";
import { lineSchema, searchTextSchema } from "#domain/basics/text.ts";
import { changeable, versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import { orderSchema, recordStateSchema } from "#domain/practice/record-state.ts";
import { siteFacts, siteSchema } from "#domain/practice/site.ts";

const siteId = idSchema;
const read = { permission: "practice:read", purpose: "operations" } as const;
const manage = { permission: "practice:manage", purpose: "operations" } as const;
const ofInput = (input: { siteId: string }) => ({ kind: "site", id: input.siteId });

export const listSites = route({
  ...read,
  method: "GET",
  path: "/sites",
  summary: "Sites by name or city",
  audit: { verb: "site.list", subjects: "none" },
  input: z.object({
    ...pageInput,
    /** The beginning of a name or a city. */
    q: searchTextSchema(80).default(""),
    state: recordStateSchema.default("active"),
    sort: z.enum(["name", "city"]).default("name"),
    order: orderSchema.default("asc"),
  }),
  output: pageOf(siteSchema),
});

export const readSite = route({
  ...read,
  method: "GET",
  path: "/sites/{siteId}",
  summary: "One site",
  audit: { verb: "site.read", subjects: "none", record: ofInput },
  input: z.object({ siteId }),
  output: siteSchema,
});

export const createSite = route({
  ...manage,
  method: "POST",
  path: "/sites",
  summary: "Add a site",
  audit: {
    verb: "site.create",
    subjects: "none",
    record: (_, site) => ({ kind: "site", id: site.id }),
  },
  input: siteFacts,
  output: siteSchema,
  errors: { "name-taken": 409 },
  status: 201,
});

export const changeSite = route({
  ...manage,
  method: "PATCH",
  path: "/sites/{siteId}",
  summary: "Change what is said of a site",
  audit: { verb: "site.change", subjects: "none", record: ofInput },
  input: z.object({ siteId, version: versionSchema, ...changeable(siteFacts.shape) }),
  output: siteSchema,
  errors: { "name-taken": 409, retired: 409 },
});

export const listSiteRevisions = route({
  ...read,
  method: "GET",
  path: "/sites/{siteId}/revisions",
  summary: "The history of a site, newest first",
  audit: { verb: "site.history", subjects: "none", record: ofInput },
  input: z.object({ siteId }),
  output: z.object({ rows: z.array(revisionSchema) }),
});

export const retireSite = route({
  ...manage,
  method: "POST",
  path: "/sites/{siteId}/retirement",
  summary: "Retire a site; refused while rooms are in use or staff are based there",
  audit: { verb: "site.retire", subjects: "none", record: ofInput },
  input: z.object({ siteId, version: versionSchema, reason: lineSchema(400) }),
  output: siteSchema,
  errors: { "site-in-use": 409, retired: 409 },
});

export const bringBackSite = route({
  ...manage,
  method: "DELETE",
  path: "/sites/{siteId}/retirement",
  summary: "Take a retired site into use again",
  audit: { verb: "site.bring-back", subjects: "none", record: ofInput },
  input: z.object({ siteId, version: versionSchema }),
  output: siteSchema,
  errors: { "name-taken": 409, "not-retired": 409 },
});
