import * as api from "#domain/privacy/restriction.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import * as restrictions from "#server/privacy/restriction.service.ts";

export const restrictionRoutes: readonly MountedRoute[] = [
  on(api.listRestrictions, ({ work, input }) =>
    restrictions.listRestrictions(work, input.patientId),
  ),
  on(api.createRestriction, ({ work, input }) => restrictions.createRestriction(work, input)),
  on(api.answerRestriction, ({ work, input }) => restrictions.answerRestriction(work, input)),
  on(api.endRestriction, ({ work, input }) => restrictions.endRestriction(work, input)),
  on(api.listRestrictionRevisions, ({ work, input }) =>
    restrictions.listRestrictionRevisions(work, input.restrictionId),
  ),
];
