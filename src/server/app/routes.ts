import { listenToChanges } from "#domain/operations/events.api.ts";
import type { Apart } from "#server/access/apart.ts";
import { passwordRoutes } from "#server/access/password.routes.ts";
import { peopleRoutes } from "#server/access/people.routes.ts";
import { sessionRoutes } from "#server/access/session.routes.ts";
import { auditRoutes } from "#server/audit/audit.routes.ts";
import { operationsRoutes } from "#server/operations/operations.routes.ts";
import type { MailRoute } from "#server/operations/operations.service.ts";
import type { AnchorFile } from "#server/platform/audit/audit-anchors.ts";
import { onEvents, type MountedRoute } from "#server/platform/http/on.ts";
import type { LiveHub } from "#server/platform/live/live-hub.ts";
import { credentialRoutes } from "#server/practice/credential.routes.ts";
import { homeRoutes } from "#server/practice/home.routes.ts";
import { organizationRoutes } from "#server/practice/organization.routes.ts";
import { roomRoutes } from "#server/practice/room.routes.ts";
import { siteRoutes } from "#server/practice/site.routes.ts";
import { staffRoutes } from "#server/practice/staff.routes.ts";

/** What handlers need besides the work they are given. */
export interface RouteServices {
  readonly apart: Apart;
  readonly anchors: AnchorFile | null;
  readonly live: Pick<LiveHub, "subscribe">;
  readonly mail: MailRoute;
}

/** Everything the API can do, on one list. */
export const routes = ({ apart, anchors, live, mail }: RouteServices): readonly MountedRoute[] => [
  ...sessionRoutes(apart),
  ...passwordRoutes(apart),
  ...peopleRoutes,
  ...homeRoutes,
  ...organizationRoutes,
  ...siteRoutes,
  ...roomRoutes,
  ...staffRoutes,
  ...credentialRoutes,
  ...auditRoutes({ anchors }),
  ...operationsRoutes({ mail }),
  onEvents(listenToChanges, ({ session }, send) => live.subscribe(session.organizationId, send)),
];
