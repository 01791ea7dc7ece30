import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { dayExplanationSchema } from "#domain/billing/charges/day-charge.api.ts";
import { releasableDayHolds } from "#domain/billing/charges/day-facts.ts";
import { route } from "#domain/contract/route.ts";

export const releaseDay = route({
  permission: "claims:manage",
  purpose: "payment",
  method: "POST",
  path: "/enrollments/{enrollmentId}/day-charges/{serviceDate}/releases",
  summary: "Bill a day although an authorization is missing or used up, with the reason in writing",
  audit: {
    verb: "day-charge.release",
    subjects: (_, day) => [day.patientId],
    record: ({ enrollmentId }) => ({ kind: "enrollment", id: enrollmentId }),
    details: ({ serviceDate, code }) => ({ serviceDate, code }),
  },
  input: z.object({
    enrollmentId: idSchema,
    serviceDate: civilDateSchema,
    code: z.enum(releasableDayHolds),
    reason: lineSchema(400),
  }),
  output: dayExplanationSchema,
  errors: { "hold-not-there": 409 },
});

export const takeBackRelease = route({
  permission: "claims:manage",
  purpose: "payment",
  method: "POST",
  path: "/enrollments/{enrollmentId}/day-charges/{serviceDate}/releases/{releaseId}/withdrawal",
  summary:
    "Let a day wait again for what somebody let it go without, with the reason in writing; refused once the day is in a claim",
  audit: {
    verb: "day-charge.take-back",
    subjects: (_, day) => [day.patientId],
    record: ({ enrollmentId }) => ({ kind: "enrollment", id: enrollmentId }),
    details: ({ serviceDate, releaseId }) => ({ serviceDate, releaseId }),
  },
  input: z.object({
    enrollmentId: idSchema,
    serviceDate: civilDateSchema,
    releaseId: idSchema,
    reason: lineSchema(400),
  }),
  output: dayExplanationSchema,
  errors: {
    "release-taken-back": 409,
    "release-claimed": 409,
    "release-sent": 409,
    "release-of-claim": 409,
  },
});
