import { takeList } from "#domain/access/taken-list.api.ts";
import { takeListOut } from "#server/access/taken-list.service.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";

export const takenListRoutes: readonly MountedRoute[] = [
  on(takeList, ({ work, input }) => takeListOut(work, input)),
];
