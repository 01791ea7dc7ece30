import { Readable } from "node:stream";
import {
  exportAudit,
  listAuditEvents,
  listAuditPeople,
  listLookers,
  readAuditEvent,
  verifyAudit,
} from "#domain/audit/audit.api.ts";
import * as audit from "#server/audit/audit.service.ts";
import type { TrailFiles } from "#server/platform/audit/verify-and-tell.ts";
import { on, onFile, type MountedRoute } from "#server/platform/http/on.ts";

/** The trail over HTTP. `anchors` is what the seals are held against; null where nothing is kept outside. */
export const auditRoutes = (services: TrailFiles): readonly MountedRoute[] => [
  on(listAuditEvents, ({ input, work, session }) => audit.list(work, input, session.zone)),
  on(readAuditEvent, ({ input, work }) => audit.read(work, input)),
  on(listLookers, ({ input, work, session }) => audit.lookers(work, input, session.zone)),
  on(listAuditPeople, ({ work }) => audit.listPeople(work)),
  on(verifyAudit, ({ input, work }) => audit.verify(work, input, services)),
  onFile(exportAudit, async ({ input, work, session }) => {
    const { name, type, lines } = audit.begin(work, input, session.zone);
    return { name, type, content: Readable.from(lines) };
  }),
];
