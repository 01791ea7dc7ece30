import { z } from "zod";
import { personNameSchema } from "#domain/access/account.ts";
import { personStates } from "#domain/access/person.ts";
import { staffRoles, staffRoleSchema } from "#domain/access/roles.ts";
import { emailSchema } from "#domain/basics/email.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { optional } from "#domain/basics/optional.ts";
import { pageInput, pageOf } from "#domain/basics/page.ts";
import { lineSchema, searchTextSchema } from "#domain/basics/text.ts";
import { revisionSchema } from "#domain/basics/revision.ts";
import { versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";

const rolesSchema = z
  .array(staffRoleSchema)
  .min(1)
  .max(staffRoles.length)
  .transform((roles) => staffRoles.filter((role) => roles.includes(role)));

/** An account's place in this organization. */
export const personSchema = z
  .object({
    id: idSchema,
    /** Null until accepted: when an account was made would tell whether the address had one before the invitation. */
    accountId: idSchema.nullable(),
    name: z.string(),
    email: z.string(),
    /** Those of staff alone; whether somebody is a patient here as well is not told. */
    roles: z.array(z.string()),
    staffId: idSchema.nullable(),
    state: z.enum(personStates),
    invitedAt: instantSchema,
    invitedBy: z.string(),
    acceptedAt: instantSchema.nullable(),
    endedAt: instantSchema.nullable(),
    /** The last request of a session in this organization; of others nothing is told. */
    lastSeenAt: instantSchema.nullable(),
    version: z.int(),
  })
  .meta({ id: "Person" });
export type Person = z.output<typeof personSchema>;

const aboutPerson = (_: unknown, output: { readonly id: string }) => ({
  kind: "affiliation",
  id: output.id,
});

export const listPeople = route({
  method: "GET",
  path: "/people",
  summary: "Who may sign in to this organization, with which roles",
  permission: "people:read",
  purpose: "operations",
  audit: { verb: "affiliation.list", subjects: "none" },
  input: z.object({
    ...pageInput,
    /** Part of a name or an e-mail address. */
    q: searchTextSchema(120).default(""),
    state: z.enum(personStates).optional(),
    role: staffRoleSchema.optional(),
  }),
  output: pageOf(personSchema).extend({
    /** Of everybody who works here, whatever was searched: who may come in, and who was asked to and did not yet. */
    standing: z.object({ active: z.int(), invited: z.int() }),
  }),
});

export const readPerson = route({
  method: "GET",
  path: "/people/{affiliationId}",
  summary: "One person with the history of their access",
  permission: "people:read",
  purpose: "operations",
  audit: {
    verb: "affiliation.read",
    subjects: "none",
    record: (input) => ({ kind: "affiliation", id: input.affiliationId }),
  },
  input: z.object({ affiliationId: idSchema }),
  output: z.object({
    person: personSchema,
    /** Administrators besides this person: what the policy asks before it lets one go. */
    otherAdministrators: z.int(),
    history: z.array(revisionSchema),
  }),
});

export const invitePerson = route({
  method: "POST",
  path: "/people",
  summary: "Invite somebody by e-mail, or somebody whose access had ended",
  permission: "people:manage",
  purpose: "operations",
  audit: { verb: "affiliation.invite", subjects: "none", record: aboutPerson },
  input: z.object({
    email: emailSchema,
    name: personNameSchema,
    roles: rolesSchema,
    /** The colleague whose sign-in this is. */
    staffId: optional(idSchema),
  }),
  output: personSchema,
  errors: { "belongs-already": 409 },
  status: 201,
});

export const changeRoles = route({
  method: "PUT",
  path: "/people/{affiliationId}/roles",
  summary: "Change what somebody may do; holds from their next request on",
  permission: "people:manage",
  purpose: "operations",
  audit: { verb: "affiliation.change-roles", subjects: "none", record: aboutPerson },
  input: z.object({ affiliationId: idSchema, version: versionSchema, roles: rolesSchema }),
  output: personSchema,
  errors: { "access-ended": 409, "last-administrator": 409 },
});

export const sendInvitation = route({
  method: "POST",
  path: "/people/{affiliationId}/invitation",
  summary: "Send the invitation again; the link sent before ends",
  permission: "people:manage",
  purpose: "operations",
  audit: { verb: "affiliation.invite-again", subjects: "none", record: aboutPerson },
  input: z.object({ affiliationId: idSchema }),
  output: personSchema,
  errors: { "access-ended": 409, "accepted-already": 409 },
});

export const endAccess = route({
  method: "POST",
  path: "/people/{affiliationId}/end",
  summary: "End somebody's access now; their sessions in this organization end with it",
  permission: "people:manage",
  purpose: "operations",
  audit: { verb: "affiliation.end", subjects: "none", record: aboutPerson },
  input: z.object({ affiliationId: idSchema, reason: lineSchema(400) }),
  output: personSchema,
  errors: { "access-ended": 409, "own-access": 409, "last-administrator": 409 },
});
