import * as api from "#domain/practice/organization.api.ts";
import { readMyProgram } from "#domain/practice/my-program.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import { getMyProgram } from "#server/practice/my-program.service.ts";
import * as organizations from "#server/practice/organization.service.ts";

export const organizationRoutes: readonly MountedRoute[] = [
  on(api.readOrganization, ({ work }) => organizations.getOrganization(work)),
  on(api.changeOrganization, ({ work, input }) => organizations.changeOrganization(work, input)),
  on(api.listOrganizationRevisions, async ({ work }) => ({
    rows: await organizations.listOrganizationRevisions(work),
  })),
  on(readMyProgram, ({ work }) => getMyProgram(work)),
];
