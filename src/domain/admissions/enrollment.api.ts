import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { revisionSchema } from "#domain/basics/revision.ts";
import { lineSchema, optionalLineSchema } from "#domain/basics/text.ts";
import { changeable, versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import { endReasonSchema, patientStatusSchema } from "#domain/admissions/admission-terms.ts";
import {
  diagnosesOfStaySchema,
  enrollmentFacts,
  enrollmentSchema,
} from "#domain/admissions/enrollment.ts";

const patientId = idSchema;
const enrollmentId = idSchema;
const read = { permission: "enrollments:read", purpose: "treatment" } as const;
const manage = { permission: "enrollments:manage", purpose: "treatment" } as const;
const ofInput = (input: { enrollmentId: string }) => ({
  kind: "enrollment",
  id: input.enrollmentId,
});
const ofOutput = (_: unknown, enrollment: { patientId: string }) => [enrollment.patientId];

export const listEnrollments = route({
  ...read,
  method: "GET",
  path: "/patients/{patientId}/enrollments",
  summary: "The stays of a patient, running ones first, then newest first",
  audit: { verb: "enrollment.list", subjects: (input) => [input.patientId] },
  input: z.object({ patientId }),
  output: z.object({ rows: z.array(enrollmentSchema) }),
});

export const readEnrollment = route({
  ...read,
  method: "GET",
  path: "/enrollments/{enrollmentId}",
  summary: "One stay",
  audit: { verb: "enrollment.read", subjects: ofOutput, record: ofInput },
  input: z.object({ enrollmentId }),
  output: enrollmentSchema,
});

// Track and level are what the stay is: another one is a transfer, which ends this stay and begins the next.
const { trackId: _track, levelOfCareId: _level, ...changeableFacts } = enrollmentFacts.shape;

export const changeEnrollment = route({
  ...manage,
  method: "PATCH",
  path: "/enrollments/{enrollmentId}",
  summary: "Change what is said of a stay",
  audit: { verb: "enrollment.change", subjects: ofOutput, record: ofInput },
  input: z.object({
    enrollmentId,
    version: versionSchema,
    ...changeable(changeableFacts),
    diagnoses: z.exactOptional(diagnosesOfStaySchema),
  }),
  output: enrollmentSchema,
  errors: { "staff-retired": 409, "stay-ended": 409 },
});

export const dischargePatient = route({
  ...manage,
  method: "POST",
  path: "/enrollments/{enrollmentId}/discharge",
  summary: "Discharge from a stay, with the reason",
  audit: { verb: "enrollment.discharge", subjects: ofOutput, record: ofInput },
  input: z.object({
    enrollmentId,
    version: versionSchema,
    endedOn: civilDateSchema,
    reason: endReasonSchema,
    /** Where the person went, where it is not what the reason stands for. */
    patientStatus: z.exactOptional(patientStatusSchema),
    words: optionalLineSchema(400),
  }),
  output: enrollmentSchema,
  errors: { "stay-ended": 409, "was-there-later": 409 },
});

export const resumeEnrollment = route({
  ...manage,
  method: "DELETE",
  path: "/enrollments/{enrollmentId}/discharge",
  summary: "Take back a discharge that was entered by mistake",
  audit: { verb: "enrollment.resume", subjects: ofOutput, record: ofInput },
  input: z.object({ enrollmentId, version: versionSchema, reason: lineSchema(400) }),
  output: enrollmentSchema,
  errors: { "already-enrolled": 409, "stay-running": 409 },
});

export const listEnrollmentRevisions = route({
  ...read,
  method: "GET",
  path: "/enrollments/{enrollmentId}/revisions",
  summary: "The history of a stay, newest first",
  audit: {
    verb: "enrollment.history",
    subjects: (_, history) => [history.patientId],
    record: ofInput,
  },
  input: z.object({ enrollmentId }),
  output: z.object({ patientId, rows: z.array(revisionSchema) }),
});
