import { z } from "zod";
import { revisionSchema } from "#domain/basics/revision.ts";
import { changeable, versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import { organizationFacts, organizationSchema } from "#domain/practice/organization.ts";

const record = (_: unknown, organization: { id: string }) => ({
  kind: "organization",
  id: organization.id,
});

export const readOrganization = route({
  method: "GET",
  path: "/organization",
  summary: "The organization of the session",
  permission: "practice:read",
  purpose: "operations",
  audit: { verb: "organization.read", subjects: "none", record },
  input: z.object({}),
  output: organizationSchema,
});

export const changeOrganization = route({
  method: "PATCH",
  path: "/organization",
  summary: "Change what is said of the organization",
  permission: "practice:manage",
  purpose: "operations",
  audit: { verb: "organization.change", subjects: "none", record },
  input: z.object({ version: versionSchema, ...changeable(organizationFacts.shape) }),
  output: organizationSchema,
});

export const listOrganizationRevisions = route({
  method: "GET",
  path: "/organization/revisions",
  summary: "The history of the organization, newest first",
  permission: "practice:read",
  purpose: "operations",
  audit: { verb: "organization.history", subjects: "none" },
  input: z.object({}),
  output: z.object({ rows: z.array(revisionSchema) }),
});
