import * as members from "#domain/scheduling/membership.api.ts";
import * as api from "#domain/scheduling/series.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import * as memberships from "#server/scheduling/membership.service.ts";
import * as series from "#server/scheduling/series.service.ts";

export const seriesRoutes: readonly MountedRoute[] = [
  on(api.listSeries, ({ work, input }) => series.listSeries(work, input)),
  on(api.readSeries, ({ work, input }) => series.getSeries(work, input.seriesId)),
  on(api.createSeries, ({ work, input }) => series.createSeries(work, input)),
  on(api.changeSeries, ({ work, input }) => series.changeSeries(work, input)),
  on(api.listSeriesRevisions, ({ work, input }) =>
    series.listSeriesRevisions(work, input.seriesId),
  ),
  on(api.retireSeries, ({ work, input }) => series.retireSeries(work, input)),
  on(members.listMemberships, ({ work, input }) => memberships.listMemberships(work, input)),
  on(members.joinSeries, ({ work, input }) => memberships.joinSeries(work, input)),
  on(members.leaveSeries, ({ work, input }) => memberships.leaveSeries(work, input)),
  on(members.withdrawMembership, ({ work, input }) => memberships.withdrawMembership(work, input)),
  on(members.pauseMembership, ({ work, input }) => memberships.pauseMembership(work, input)),
  on(members.transferMembership, ({ work, input }) => memberships.transferMembership(work, input)),
];
