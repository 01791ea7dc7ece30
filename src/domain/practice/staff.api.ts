import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { pageInput, pageOf } from "#domain/basics/page.ts";
import { revisionSchema } from "#domain/basics/revision.ts";
import { lineSchema, searchTextSchema } from "#domain/basics/text.ts";
import { changeable, versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import { positionSchema } from "#domain/practice/position.ts";
import { orderSchema, recordStateSchema } from "#domain/practice/record-state.ts";
import { staffFacts, staffRowSchema, staffSchema } from "#domain/practice/staff.ts";

const staffId = idSchema;
const read = { permission: "staff:read", purpose: "operations" } as const;
const manage = { permission: "staff:manage", purpose: "operations" } as const;
const ofInput = (input: { staffId: string }) => ({ kind: "staff", id: input.staffId });

export const listStaff = route({
  ...read,
  method: "GET",
  path: "/staff",
  summary: "Staff by name, site, position or supervisor",
  audit: { verb: "staff.list", subjects: "none" },
  input: z.object({
    ...pageInput,
    /** The beginning of a name: `oka`, `denise o` or `okafor, d`. */
    q: searchTextSchema(120).default(""),
    state: recordStateSchema.default("active"),
    siteId: idSchema.optional(),
    position: positionSchema.optional(),
    supervisorId: idSchema.optional(),
    sort: z.enum(["name", "position", "site", "started", "members"]).default("name"),
    order: orderSchema.default("asc"),
  }),
  output: pageOf(staffRowSchema),
});

export const readStaff = route({
  ...read,
  method: "GET",
  path: "/staff/{staffId}",
  summary: "One colleague",
  audit: { verb: "staff.read", subjects: "none", record: ofInput },
  input: z.object({ staffId }),
  output: staffSchema,
});

export const createStaff = route({
  ...manage,
  method: "POST",
  path: "/staff",
  summary: "Add a colleague",
  audit: {
    verb: "staff.create",
    subjects: "none",
    record: (_, staff) => ({ kind: "staff", id: staff.id }),
  },
  input: staffFacts,
  output: staffSchema,
  errors: { "email-taken": 409, "npi-taken": 409, "site-retired": 409, "staff-retired": 409 },
  status: 201,
});

export const changeStaff = route({
  ...manage,
  method: "PATCH",
  path: "/staff/{staffId}",
  summary: "Change what is said of a colleague",
  audit: { verb: "staff.change", subjects: "none", record: ofInput },
  input: z.object({ staffId, version: versionSchema, ...changeable(staffFacts.shape) }),
  output: staffSchema,
  errors: {
    "email-taken": 409,
    "npi-taken": 409,
    "site-retired": 409,
    "staff-retired": 409,
    "supervision-circle": 409,
    retired: 409,
  },
});

export const listStaffRevisions = route({
  ...read,
  method: "GET",
  path: "/staff/{staffId}/revisions",
  summary: "The history of a colleague's record, newest first",
  audit: { verb: "staff.history", subjects: "none", record: ofInput },
  input: z.object({ staffId }),
  output: z.object({ rows: z.array(revisionSchema) }),
});

export const retireStaff = route({
  ...manage,
  method: "POST",
  path: "/staff/{staffId}/retirement",
  summary: "Retire a colleague; refused while they supervise somebody",
  audit: { verb: "staff.retire", subjects: "none", record: ofInput },
  input: z.object({ staffId, version: versionSchema, reason: lineSchema(400) }),
  output: staffSchema,
  errors: { "supervises-others": 409, retired: 409 },
});

export const bringBackStaff = route({
  ...manage,
  method: "DELETE",
  path: "/staff/{staffId}/retirement",
  summary: "Take a retired colleague back; a site or supervisor retired meanwhile is left out",
  audit: { verb: "staff.bring-back", subjects: "none", record: ofInput },
  input: z.object({ staffId, version: versionSchema }),
  output: staffSchema,
  errors: { "email-taken": 409, "npi-taken": 409, "not-retired": 409 },
});
