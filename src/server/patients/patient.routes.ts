import * as duplicateApi from "#domain/patients/duplicate.api.ts";
import * as api from "#domain/patients/patient.api.ts";
import * as duplicates from "#server/patients/duplicate.service.ts";
import { listLikelyDuplicates } from "#server/patients/likely-duplicates.service.ts";
import { searchPatients } from "#server/patients/find-patients.service.ts";
import * as patients from "#server/patients/patient.service.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import { getHistory } from "#server/platform/revision.ts";

export const patientRoutes: readonly MountedRoute[] = [
  on(api.searchPatients, ({ work, input }) => searchPatients(work, input)),
  on(api.readPatient, ({ work, input }) => patients.getPatient(work, input.patientId)),
  on(api.listLikelyDuplicates, ({ work, input }) => listLikelyDuplicates(work, input)),
  on(api.registerPatient, ({ work, input }) => patients.registerPatient(work, input)),
  on(api.changePatient, ({ work, input }) => patients.changePatient(work, input)),
  on(api.listPatientRevisions, ({ work, input }) => getHistory(work, "patient", input.patientId)),
  on(api.retirePatient, ({ work, input }) => patients.retirePatient(work, input)),
  on(api.bringBackPatient, ({ work, input }) => patients.bringBackPatient(work, input)),
  on(duplicateApi.listDuplicates, ({ work, input }) =>
    duplicates.listDuplicates(work, input.patientId),
  ),
  on(duplicateApi.markDuplicate, ({ work, input }) => duplicates.markDuplicate(work, input)),
  on(duplicateApi.unmarkDuplicate, ({ work, input }) => duplicates.unmarkDuplicate(work, input)),
];
