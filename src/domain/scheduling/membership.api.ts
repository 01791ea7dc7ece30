import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { optional } from "#domain/basics/optional.ts";
import { versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import { membershipSchema } from "#domain/scheduling/membership.ts";

const ofOutput = (_: unknown, membership: { patientId: string }) => [membership.patientId];
const ofInput = (input: { membershipId: string }) => ({
  kind: "membership",
  id: input.membershipId,
});
const manage = { permission: "enrollments:manage", purpose: "treatment" } as const;
const joining = {
  "series-full": 409,
  "already-member": 409,
  "enrollment-not-running": 409,
  "outside-series": 409,
  "dates-not-in-order": 409,
  retired: 409,
} as const;
const ending = {
  "membership-withdrawn": 409,
  "membership-ended": 409,
  "was-there-later": 409,
  "dates-not-in-order": 409,
} as const;

export const listMemberships = route({
  method: "GET",
  path: "/series/{seriesId}/memberships",
  summary: "Members of a series: of a day, or all who ever were",
  permission: "attendance:read",
  purpose: "treatment",
  audit: {
    verb: "membership.list",
    subjects: (_, { rows }) => [...new Set(rows.map((row) => row.patientId))],
    record: (input) => ({ kind: "series", id: input.seriesId }),
  },
  input: z.object({ seriesId: idSchema, on: civilDateSchema.optional() }),
  output: z.object({ rows: z.array(membershipSchema) }),
});

export const joinSeries = route({
  ...manage,
  method: "POST",
  path: "/series/{seriesId}/memberships",
  summary: "A person joins a series from a day on",
  audit: {
    verb: "membership.join",
    subjects: ofOutput,
    record: (_, membership) => ({ kind: "membership", id: membership.id }),
  },
  input: z.object({
    seriesId: idSchema,
    patientId: idSchema,
    enrollmentId: idSchema,
    startsOn: civilDateSchema,
    endsOn: optional(civilDateSchema),
  }),
  output: membershipSchema,
  errors: joining,
  status: 201,
});

export const leaveSeries = route({
  ...manage,
  method: "POST",
  path: "/memberships/{membershipId}/ending",
  summary: "A member leaves after a last day",
  audit: { verb: "membership.leave", subjects: ofOutput, record: ofInput },
  input: z.object({
    membershipId: idSchema,
    version: versionSchema,
    lastDay: civilDateSchema,
    reason: z.enum(["completed", "discharged", "left"]),
  }),
  output: membershipSchema,
  errors: ending,
});

export const withdrawMembership = route({
  ...manage,
  method: "POST",
  path: "/memberships/{membershipId}/withdrawal",
  summary: "Take back a seat that was given by mistake and never used; the record of it stays",
  audit: { verb: "membership.withdraw", subjects: ofOutput, record: ofInput },
  input: z.object({ membershipId: idSchema, version: versionSchema, reason: lineSchema(400) }),
  output: membershipSchema,
  errors: { "membership-withdrawn": 409, "membership-used": 409 },
});

export const pauseMembership = route({
  ...manage,
  method: "POST",
  path: "/memberships/{membershipId}/pause",
  summary: "A member is away after a last day, and back on another",
  audit: { verb: "membership.pause", subjects: ofOutput, record: ofInput },
  input: z.object({
    membershipId: idSchema,
    version: versionSchema,
    lastDay: civilDateSchema,
    backOn: optional(civilDateSchema),
  }),
  /** The membership that goes on afterwards, or the one that ended when nobody knows yet. */
  output: membershipSchema,
  errors: { ...ending, ...joining },
});

export const transferMembership = route({
  ...manage,
  method: "POST",
  path: "/memberships/{membershipId}/transfer",
  summary: "A member goes over into another series",
  audit: { verb: "membership.transfer", subjects: ofOutput, record: ofInput },
  input: z.object({
    membershipId: idSchema,
    version: versionSchema,
    toSeriesId: idSchema,
    startsOn: civilDateSchema,
  }),
  output: membershipSchema,
  errors: { ...ending, ...joining },
});
