import * as api from "#domain/payers/payer.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import * as payers from "#server/payers/payer.service.ts";

export const payerRoutes: readonly MountedRoute[] = [
  on(api.listPayers, ({ work }) => payers.listPayers(work)),
  on(api.createPayer, ({ work, input }) => payers.createPayer(work, input)),
  on(api.changePayer, ({ work, input }) => payers.changePayer(work, input)),
  on(api.listPayerRevisions, ({ work, input }) => payers.payerHistory(work, input.payerId)),
];
