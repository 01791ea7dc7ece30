import {
  listErrands,
  readOperations,
  repeatErrand,
  repeatFailedErrands,
} from "#domain/operations/operations.api.ts";
import type { Installation } from "#server/operations/health.service.ts";
import * as operations from "#server/operations/operations.service.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";

/** What an operator sees and does: what needs a hand, errands, seals, database, backups, disks. */
export const operationsRoutes = (services: {
  readonly installation: Installation;
}): readonly MountedRoute[] => [
  on(readOperations, ({ work }) => operations.getOperations(work, services.installation)),
  on(listErrands, ({ work, input }) => operations.list(work, input)),
  on(repeatErrand, ({ work, input }) => operations.repeat(work, input)),
  on(repeatFailedErrands, ({ work }) => operations.repeatAllFailed(work)),
];
