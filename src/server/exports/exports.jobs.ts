import { organizationExportKind } from "#server/exports/export-organization.service.ts";
import { makeExport, type ExportServices } from "#server/exports/make-export.service.ts";
import type { ErrandHandler } from "#server/platform/outbox/outbox.ts";

/** Makes the exports that were asked for on a screen. */
export const exportsJobs = (services: ExportServices): readonly ErrandHandler[] => [
  {
    kind: organizationExportKind,
    handle: async ({ organizationId, actor }, { recordId }) => {
      if (recordId !== null) await makeExport(services, organizationId, recordId, actor);
    },
  },
];
