import { listAtRisk } from "#domain/reporting/at-risk.api.ts";
import { listCensus } from "#domain/reporting/census.api.ts";
import { listCoverageGaps } from "#domain/reporting/coverage-gap.api.ts";
import { listEndedStays } from "#domain/reporting/ended-stay.api.ts";
import { readGroupAttendance } from "#domain/reporting/group-attendance.api.ts";
import { listLateNotes } from "#domain/reporting/late-note.api.ts";
import { readPrivacyWatch } from "#domain/reporting/privacy-watch.api.ts";
import { readProgramFigures } from "#domain/reporting/program-figures.api.ts";
import { listWhatLeft } from "#domain/reporting/what-left.api.ts";
import type { Installation } from "#server/operations/health.service.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import * as atRisk from "#server/reporting/at-risk.service.ts";
import * as census from "#server/reporting/census.service.ts";
import * as coverageGaps from "#server/reporting/coverage-gap.service.ts";
import * as endedStays from "#server/reporting/ended-stay.service.ts";
import * as groups from "#server/reporting/group-attendance.service.ts";
import * as lateNotes from "#server/reporting/late-note.service.ts";
import * as privacy from "#server/reporting/privacy-watch.service.ts";
import * as figures from "#server/reporting/program-figures.service.ts";
import * as whatLeft from "#server/reporting/what-left.service.ts";

export const reportingRoutes = ({
  installation,
}: {
  readonly installation: Pick<Installation, "demo">;
}): readonly MountedRoute[] => [
  on(readProgramFigures, ({ work, input }) =>
    figures.readProgramFigures(work, input, installation),
  ),
  on(listCensus, ({ work, input }) => census.listCensus(work, input)),
  on(listEndedStays, ({ work, input }) => endedStays.listEndedStays(work, input)),
  on(readGroupAttendance, ({ work, input }) => groups.listGroupAttendance(work, input)),
  on(listCoverageGaps, ({ work }) => coverageGaps.listCoverageGaps(work)),
  on(listAtRisk, ({ work, input }) => atRisk.listAtRisk(work, input)),
  on(listLateNotes, ({ work, input }) => lateNotes.listLateNotes(work, input)),
  on(listWhatLeft, ({ work, input }) => whatLeft.listWhatLeft(work, input)),
  on(readPrivacyWatch, ({ work }) => privacy.readPrivacyWatch(work)),
];
