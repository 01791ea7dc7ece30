import {
  listErrands,
  readOperations,
  repeatErrand,
  repeatFailedErrands,
} from "#domain/operations/operations.api.ts";
import * as operations from "#server/operations/operations.service.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";

/** What an operator sees and does: errands, seals, database, mail. */
export const operationsRoutes = (services: {
  readonly mail: operations.MailRoute;
}): readonly MountedRoute[] => [
  on(readOperations, ({ work }) => operations.getOperations(work, services.mail)),
  on(listErrands, ({ work, input }) => operations.list(work, input)),
  on(repeatErrand, ({ work, input }) => operations.repeat(work, input)),
  on(repeatFailedErrands, ({ work }) => operations.repeatAllFailed(work)),
];
