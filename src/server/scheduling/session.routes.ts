import * as api from "#domain/scheduling/session.api.ts";
import * as closed from "#domain/scheduling/closure.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import * as closures from "#server/scheduling/closure.service.ts";
import * as calling from "#server/scheduling/calling-off.service.ts";
import * as again from "#server/scheduling/planning-again.service.ts";
import * as liftings from "#server/scheduling/closure-lifting.service.ts";
import * as sessions from "#server/scheduling/session.service.ts";

export const schedulingSessionRoutes: readonly MountedRoute[] = [
  on(api.listSessions, ({ work, input }) => sessions.listSessions(work, input)),
  on(api.readSession, ({ work, input }) => sessions.getSession(work, input.sessionId)),
  on(api.createSession, ({ work, input }) => sessions.createSession(work, input)),
  on(api.changeSession, ({ work, input }) => sessions.changeSession(work, input)),
  on(api.cancelSession, ({ work, input }) => sessions.cancelSession(work, input)),
  on(api.foreseeCallingOff, ({ work, input }) => calling.foreseeCallingOff(work, input)),
  on(api.listSessionCalls, ({ work, input }) => calling.listSessionCalls(work, input)),
  on(api.foreseePlanningAgain, ({ work, input }) => again.foreseePlanningAgain(work, input)),
  on(api.planAgain, ({ work, input }) => again.planAgain(work, input)),
  on(closed.closeSite, ({ work, input }) => closures.closeSite(work, input)),
  on(closed.foreseeClosing, ({ work, input }) => closures.foreseeClosing(work, input)),
  on(closed.listClosingCalls, ({ work, input }) => closures.listClosingCalls(work, input)),
  on(closed.listClosures, ({ work, input }) => closures.listClosures(work, input)),
  on(closed.foreseeLifting, ({ work, input }) => liftings.foreseeLifting(work, input.closureId)),
  on(closed.liftClosure, ({ work, input }) => liftings.liftClosure(work, input)),
];
