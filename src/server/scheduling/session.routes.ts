import * as api from "#domain/scheduling/session.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import * as closures from "#server/scheduling/closure.service.ts";
import * as sessions from "#server/scheduling/session.service.ts";

export const schedulingSessionRoutes: readonly MountedRoute[] = [
  on(api.listSessions, ({ work, input }) => sessions.listSessions(work, input)),
  on(api.readSession, ({ work, input }) => sessions.getSession(work, input.sessionId)),
  on(api.createSession, ({ work, input }) => sessions.createSession(work, input)),
  on(api.changeSession, ({ work, input }) => sessions.changeSession(work, input)),
  on(api.cancelSession, ({ work, input }) => sessions.cancelSession(work, input)),
  on(api.closeSite, ({ work, input }) => closures.closeSite(work, input)),
  on(api.listClosures, ({ work, input }) => closures.listClosures(work, input)),
];
