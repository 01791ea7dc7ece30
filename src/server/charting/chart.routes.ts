import * as api from "#domain/charting/chart.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import * as charts from "#server/charting/chart.service.ts";

export const chartRoutes: readonly MountedRoute[] = [
  on(api.readChart, ({ work, input }) => charts.getChart(work, input.patientId)),
  on(api.readTimeline, ({ work, input }) => charts.getTimeline(work, input)),
];
