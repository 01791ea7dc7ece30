import { routes } from "#server/app/routes.ts";
import { inGlobalTransaction } from "#server/db/transaction.ts";
import type { MountedRoute } from "#server/platform/http/on.ts";
import type { HttpServices } from "#server/platform/http/request-context.ts";
import { testInstallation } from "#test/support/health-records.ts";

/** Every route of the product over a test's own services; nothing is kept outside the database, and nobody is told. */
export const testRoutes = ({ pool }: HttpServices): readonly MountedRoute[] =>
  routes({
    apart: (step) => inGlobalTransaction(pool, step),
    anchors: null,
    live: { subscribe: () => () => {} },
    installation: testInstallation(),
  });
