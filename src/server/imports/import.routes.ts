import * as decisionApi from "#domain/imports/decision.api.ts";
import * as api from "#domain/imports/import.api.ts";
import * as receivedApi from "#domain/imports/received.api.ts";
import * as decisions from "#server/imports/decision.service.ts";
import * as imports from "#server/imports/import.service.ts";
import { receiveFile } from "#server/imports/receive-file.service.ts";
import { listReceivedRecords } from "#server/imports/received-record.service.ts";
import { on, onUpload, type MountedRoute } from "#server/platform/http/on.ts";

export const importsRoutes: readonly MountedRoute[] = [
  on(api.listImports, ({ work, input }) => imports.listImports(work, input)),
  on(api.startImport, ({ work, input }) => imports.startImport(work, input)),
  on(api.readImport, ({ work, input }) => imports.readImport(work, input.importId)),
  onUpload(api.receiveImportFile, ({ work, input, file }) =>
    receiveFile(work, input.importId, file),
  ),
  on(api.matchColumns, ({ work, input }) => imports.matchColumns(work, input)),
  on(api.rehearseImport, ({ work, input }) => imports.rehearseImport(work, input)),
  on(api.runImport, ({ work, input }) => imports.runImport(work, input)),
  on(api.stopImport, ({ work, input }) => imports.stopImport(work, input.importId)),
  on(api.discardImport, ({ work, input }) => imports.discardImport(work, input)),
  on(api.listImportEntries, ({ work, input }) => imports.listImportEntries(work, input)),
  on(api.listImportRevisions, ({ work, input }) => imports.importHistory(work, input.importId)),
  on(decisionApi.listImportMatches, ({ work, input }) => decisions.listImportMatches(work, input)),
  on(decisionApi.decideImportPerson, ({ work, input }) =>
    decisions.decideImportPerson(work, input),
  ),
  on(decisionApi.listUnknownPayers, ({ work, input }) =>
    decisions.listUnknownPayers(work, input.importId),
  ),
  on(decisionApi.decideImportPayer, ({ work, input }) => decisions.decideImportPayer(work, input)),
  on(receivedApi.listReceivedRecords, ({ work, input }) =>
    listReceivedRecords(work, input.patientId),
  ),
];
