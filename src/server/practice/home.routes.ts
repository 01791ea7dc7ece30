import { readHome } from "#domain/practice/home.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import { getHome } from "#server/practice/home.service.ts";

export const homeRoutes: readonly MountedRoute[] = [
  on(readHome, ({ work, session }) => getHome(work, session.staffId)),
];
