import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { pageInput, pageOf } from "#domain/basics/page.ts";
import { revisionSchema } from "#domain/basics/revision.ts";
import { lineSchema, searchTextSchema } from "#domain/basics/text.ts";
import { changeable, versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import { orderSchema, recordStateSchema } from "#domain/practice/record-state.ts";
import { activityTypeFacts, activityTypeSchema } from "#domain/programs/activity-type.ts";

const activityTypeId = idSchema;
const read = { permission: "programs:read", purpose: "operations" } as const;
const manage = { permission: "programs:manage", purpose: "operations" } as const;
const ofInput = (input: { activityTypeId: string }) => ({
  kind: "activity-type",
  id: input.activityTypeId,
});

export const listActivityTypes = route({
  ...read,
  method: "GET",
  path: "/activity-types",
  summary: "Types of activity by name",
  audit: { verb: "activity-type.list", subjects: "none" },
  input: z.object({
    ...pageInput,
    /** The beginning of a name. */
    q: searchTextSchema(80).default(""),
    state: recordStateSchema.default("active"),
    order: orderSchema.default("asc"),
  }),
  output: pageOf(activityTypeSchema),
});

export const readActivityType = route({
  ...read,
  method: "GET",
  path: "/activity-types/{activityTypeId}",
  summary: "A type of activity",
  audit: { verb: "activity-type.read", subjects: "none", record: ofInput },
  input: z.object({ activityTypeId }),
  output: activityTypeSchema,
});

export const createActivityType = route({
  ...manage,
  method: "POST",
  path: "/activity-types",
  summary: "Add a type of activity",
  audit: {
    verb: "activity-type.create",
    subjects: "none",
    record: (_, made) => ({ kind: "activity-type", id: made.id }),
  },
  input: activityTypeFacts.extend({
    minutesToCount: activityTypeFacts.shape.minutesToCount.default(0),
    needsLicensedLead: z.boolean().default(false),
    servesPerDiem: z.boolean().default(false),
    peoplePerFacilitator: activityTypeFacts.shape.peoplePerFacilitator.default(null),
  }),
  output: activityTypeSchema,
  errors: { "name-taken": 409 },
  status: 201,
});

export const changeActivityType = route({
  ...manage,
  method: "PATCH",
  path: "/activity-types/{activityTypeId}",
  summary: "Change a type of activity",
  audit: { verb: "activity-type.change", subjects: "none", record: ofInput },
  input: z.object({
    activityTypeId,
    version: versionSchema,
    ...changeable(activityTypeFacts.shape),
  }),
  output: activityTypeSchema,
  errors: { "name-taken": 409, retired: 409 },
});

export const listActivityTypeRevisions = route({
  ...read,
  method: "GET",
  path: "/activity-types/{activityTypeId}/revisions",
  summary: "The history of a type of activity, newest first",
  audit: { verb: "activity-type.history", subjects: "none", record: ofInput },
  input: z.object({ activityTypeId }),
  output: z.object({ rows: z.array(revisionSchema) }),
});

export const retireActivityType = route({
  ...manage,
  method: "POST",
  path: "/activity-types/{activityTypeId}/retirement",
  summary: "Retire a type of activity; what refers to it stays as it was",
  audit: { verb: "activity-type.retire", subjects: "none", record: ofInput },
  input: z.object({ activityTypeId, version: versionSchema, reason: lineSchema(400) }),
  output: activityTypeSchema,
  errors: { retired: 409 },
});

export const bringBackActivityType = route({
  ...manage,
  method: "DELETE",
  path: "/activity-types/{activityTypeId}/retirement",
  summary: "Take a type of activity into use again",
  audit: { verb: "activity-type.bring-back", subjects: "none", record: ofInput },
  input: z.object({ activityTypeId, version: versionSchema }),
  output: activityTypeSchema,
  errors: { "name-taken": 409, "not-retired": 409 },
});
