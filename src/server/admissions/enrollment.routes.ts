import * as api from "#domain/admissions/enrollment.api.ts";
import { listNewStays } from "#domain/admissions/stay-lack.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import * as enrollments from "#server/admissions/enrollment.service.ts";
import * as lacks from "#server/admissions/stay-lack.service.ts";

/** Ending a stay is mounted by `scheduling/discharge.routes.ts`, where its seats are given back with it. */
export const enrollmentRoutes: readonly MountedRoute[] = [
  on(api.listEnrollments, ({ work, input }) => enrollments.listEnrollments(work, input.patientId)),
  on(listNewStays, ({ work }) => lacks.listNewStays(work)),
  on(api.readEnrollment, ({ work, input }) => enrollments.getEnrollment(work, input.enrollmentId)),
  on(api.changeEnrollment, ({ work, input }) => enrollments.changeEnrollment(work, input)),
  on(api.resumeEnrollment, ({ work, input }) => enrollments.resumeEnrollment(work, input)),
  on(api.listEnrollmentRevisions, ({ work, input }) =>
    enrollments.enrollmentHistory(work, input.enrollmentId),
  ),
];
