import * as authorizationApi from "#domain/coverage/authorization.api.ts";
import * as api from "#domain/coverage/coverage.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import * as authorizations from "#server/coverage/authorization.service.ts";
import * as coverages from "#server/coverage/coverage.service.ts";

export const coverageRoutes: readonly MountedRoute[] = [
  on(api.listCoverages, ({ work, input }) => coverages.listCoverages(work, input.patientId)),
  on(api.addCoverage, ({ work, input }) => coverages.addPolicy(work, input)),
  on(api.changeCoverage, ({ work, input }) => coverages.changeCoverage(work, input)),
  on(api.endCoverage, ({ work, input }) => coverages.endCoverage(work, input)),
  on(api.retireCoverage, ({ work, input }) => coverages.retireCoverage(work, input)),
  on(api.orderCoverages, ({ work, input }) => coverages.orderCoverages(work, input)),
  on(api.listCoverageRevisions, ({ work, input }) =>
    coverages.coverageHistory(work, input.coverageId),
  ),
  on(authorizationApi.listAuthorizations, ({ work, input }) =>
    authorizations.listAuthorizations(work, input.patientId),
  ),
  on(authorizationApi.addAuthorization, ({ work, input }) =>
    authorizations.addAuthorization(work, input),
  ),
  on(authorizationApi.changeAuthorization, ({ work, input }) =>
    authorizations.changeAuthorization(work, input),
  ),
  on(authorizationApi.retireAuthorization, ({ work, input }) =>
    authorizations.retireAuthorization(work, input),
  ),
  on(authorizationApi.listAuthorizationRevisions, ({ work, input }) =>
    authorizations.authorizationHistory(work, input.authorizationId),
  ),
];
