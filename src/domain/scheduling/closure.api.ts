import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import {
  callsSchema,
  closingSchema,
  closureSchema,
  liftingSchema,
} from "#domain/scheduling/closure.ts";

const manage = { permission: "schedule:manage", purpose: "operations" } as const;
const ofInput = (input: { closureId: string }) => ({ kind: "closure", id: input.closureId });

export const closeSite = route({
  ...manage,
  method: "POST",
  path: "/sites/{siteId}/closures",
  summary:
    "Close a site for a holiday or for weather: its sessions of these days are cancelled and none are made",
  audit: {
    verb: "closure.create",
    subjects: "none",
    record: ({ siteId }) => ({ kind: "site", id: siteId }),
  },
  input: z.object({
    siteId: idSchema,
    startsOn: civilDateSchema,
    endsOn: civilDateSchema,
    reason: lineSchema(200),
  }),
  output: z.object({ id: idSchema, cancelled: z.int(), kept: z.int() }),
  errors: { "dates-not-in-order": 409, "closure-too-long": 409, "closed-already": 409 },
  status: 201,
});

export const foreseeClosing = route({
  ...manage,
  method: "GET",
  path: "/sites/{siteId}/closing",
  summary:
    "What closing a site on some days would call off, and for how many people too many days would lie between services",
  audit: {
    verb: "closure.foresee-closing",
    subjects: "none",
    record: ({ siteId }) => ({ kind: "site", id: siteId }),
  },
  input: z.object({ siteId: idSchema, startsOn: civilDateSchema, endsOn: civilDateSchema }),
  output: closingSchema,
  errors: { "dates-not-in-order": 409, "closure-too-long": 409 },
});

export const listClosingCalls = route({
  method: "GET",
  path: "/sites/{siteId}/closing/calls",
  summary:
    "Whom to call because a site is closed on some days, or is about to be: whoever has a seat there that is still to come, in the order in which they would come",
  permission: "attendance:read",
  purpose: "treatment",
  audit: {
    verb: "closure.list-calls",
    subjects: (_, { rows }) => rows.map(({ patientId }) => patientId),
    record: ({ siteId }) => ({ kind: "site", id: siteId }),
  },
  input: z.object({
    siteId: idSchema,
    startsOn: civilDateSchema,
    endsOn: civilDateSchema,
    /** The closure that called them off; without it, what would be called off by one. */
    closureId: idSchema.optional(),
    limit: z.coerce.number().int().min(1).max(2000).default(2000),
  }),
  output: callsSchema,
  errors: { "dates-not-in-order": 409, "closure-too-long": 409 },
});

export const listClosures = route({
  method: "GET",
  path: "/closures",
  summary: "Days on which a site is closed, newest first, lifted ones among them",
  permission: "schedule:read",
  purpose: "treatment",
  audit: { verb: "closure.list", subjects: "none" },
  input: z.object({ siteId: idSchema.optional() }),
  output: z.object({ rows: z.array(closureSchema) }),
});

export const foreseeLifting = route({
  ...manage,
  method: "GET",
  path: "/closures/{closureId}/lifting",
  summary: "What lifting a closure would do with the sessions it called off",
  audit: { verb: "closure.foresee", subjects: "none", record: ofInput },
  input: z.object({ closureId: idSchema }),
  output: liftingSchema,
  errors: { "closure-lifted": 409 },
});

export const liftClosure = route({
  ...manage,
  method: "POST",
  path: "/closures/{closureId}/lifting",
  summary:
    "Take a closure back: its sessions to come are planned again where nothing is in the way",
  audit: { verb: "closure.lift", subjects: "none", record: ofInput },
  input: z.object({ closureId: idSchema, version: versionSchema, reason: lineSchema(400) }),
  output: liftingSchema,
  errors: { "closure-lifted": 409, "room-taken": 409, "facilitator-taken": 409, "day-taken": 409 },
});
