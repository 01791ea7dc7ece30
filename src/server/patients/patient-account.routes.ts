import * as api from "#domain/patients/patient-account.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import * as accounts from "#server/patients/patient-account.service.ts";

export const patientAccountRoutes: readonly MountedRoute[] = [
  on(api.readPatientAccount, ({ work, input }) =>
    accounts.readPatientAccount(work, input.patientId),
  ),
  on(api.openPatientAccount, ({ work, input }) => accounts.openPatientAccount(work, input)),
  on(api.endPatientAccount, ({ work, input }) => accounts.endPatientAccount(work, input)),
];
