import * as api from "#domain/exports/export.api.ts";
import { exportOrganization } from "#server/exports/export-organization.service.ts";
import * as runs from "#server/exports/export-run.service.ts";
import { downloadPatientExport, handOverChart } from "#server/exports/hand-over.service.ts";
import { on, onFile, type MountedRoute } from "#server/platform/http/on.ts";

export const exportRoutes: readonly MountedRoute[] = [
  on(api.listPatientExports, ({ work, input }) => runs.listPatientExports(work, input)),
  on(api.handOverChart, ({ work, input }) => handOverChart(work, input)),
  onFile(api.downloadPatientExport, ({ work, input }) => downloadPatientExport(work, input)),
  on(api.listExports, ({ work, input }) => runs.listExports(work, input)),
  on(api.readExport, ({ work, input }) => runs.readExport(work, input.exportId)),
  on(api.exportOrganization, ({ work, input }) => exportOrganization(work, input)),
  on(api.removeExport, ({ work, input }) => runs.removeExport(work, input.exportId)),
  onFile(api.downloadExport, ({ work, input }) => runs.downloadExport(work, input.exportId)),
];
