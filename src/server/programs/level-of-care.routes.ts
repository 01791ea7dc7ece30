import * as api from "#domain/programs/level-of-care.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import { getHistory } from "#server/platform/revision.ts";
import * as levels from "#server/programs/level-of-care.service.ts";

export const levelOfCareRoutes: readonly MountedRoute[] = [
  on(api.listLevelsOfCare, async ({ work }) => ({ rows: await levels.listLevelsOfCare(work) })),
  on(api.changeLevelOfCare, ({ work, input }) => levels.changeLevelOfCare(work, input)),
  on(api.listLevelOfCareRevisions, ({ work, input }) =>
    getHistory(work, "level-of-care", input.levelOfCareId),
  ),
  on(api.readLevelOfCareUse, ({ work, input }) => levels.readLevelOfCareUse(work, input)),
  on(api.retireLevelOfCare, ({ work, input }) => levels.retireLevelOfCare(work, input)),
  on(api.bringBackLevelOfCare, ({ work, input }) => levels.bringBackLevelOfCare(work, input)),
];
