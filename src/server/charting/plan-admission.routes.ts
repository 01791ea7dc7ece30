import * as api from "#domain/charting/plan-admission.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import * as admissions from "#server/charting/plan-admission.service.ts";

export const planAdmissionRoutes: readonly MountedRoute[] = [
  on(api.admitPatient, ({ work, input }) => admissions.admitPatient(work, input)),
  on(api.readAdmissionChoices, ({ work, input }) =>
    admissions.getAdmissionChoices(work, input.patientId),
  ),
];
