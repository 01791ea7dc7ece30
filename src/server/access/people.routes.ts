import {
  changeRoles,
  endAccess,
  invitePerson,
  listPeople,
  readPerson,
  sendInvitation,
} from "#domain/access/people.api.ts";
import * as affiliations from "#server/access/affiliation.service.ts";
import * as people from "#server/access/people.service.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";

/** Who may sign in to this organization. */
export const peopleRoutes: readonly MountedRoute[] = [
  on(listPeople, ({ work, input }) => people.listPeople(work, input)),
  on(readPerson, ({ work, input }) => people.readPerson(work, input.affiliationId)),
  on(invitePerson, ({ work, input }) => people.invitePerson(work, input)),
  on(changeRoles, ({ work, input }) => affiliations.changeRoles(work, input)),
  on(sendInvitation, ({ work, input }) => affiliations.sendInvitation(work, input.affiliationId)),
  on(endAccess, ({ work, input }) => affiliations.endAccess(work, input)),
];
