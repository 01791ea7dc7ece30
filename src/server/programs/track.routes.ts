import * as api from "#domain/programs/track.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import { getHistory } from "#server/platform/revision.ts";
import * as tracks from "#server/programs/track.service.ts";

export const trackRoutes: readonly MountedRoute[] = [
  on(api.createTrack, ({ work, input }) => tracks.createTrack(work, input)),
  on(api.changeTrack, ({ work, input }) => tracks.changeTrack(work, input)),
  on(api.listTrackRevisions, ({ work, input }) => getHistory(work, "track", input.trackId)),
  on(api.retireTrack, ({ work, input }) => tracks.retireTrack(work, input)),
  on(api.bringBackTrack, ({ work, input }) => tracks.bringBackTrack(work, input)),
];
