import * as api from "#domain/practice/site.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import { getHistory } from "#server/platform/revision.ts";
import * as sites from "#server/practice/site.service.ts";

export const siteRoutes: readonly MountedRoute[] = [
  on(api.listSites, ({ work, input }) => sites.listSites(work, input)),
  on(api.readSite, ({ work, input }) => sites.getSite(work, input.siteId)),
  on(api.createSite, ({ work, input }) => sites.createSite(work, input)),
  on(api.changeSite, ({ work, input }) => sites.changeSite(work, input)),
  on(api.listSiteRevisions, ({ work, input }) => getHistory(work, "site", input.siteId)),
  on(api.retireSite, ({ work, input }) => sites.retireSite(work, input)),
  on(api.bringBackSite, ({ work, input }) => sites.bringBackSite(work, input)),
];
