import * as api from "#domain/patients/contact.api.ts";
import * as contacts from "#server/patients/contact.service.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";

export const contactRoutes: readonly MountedRoute[] = [
  on(api.listContacts, ({ work, input }) => contacts.listContacts(work, input.patientId)),
  on(api.createContact, ({ work, input }) => contacts.createContact(work, input)),
  on(api.changeContact, ({ work, input }) => contacts.changeContact(work, input)),
  on(api.listContactRevisions, ({ work, input }) =>
    contacts.listContactRevisions(work, input.contactId),
  ),
  on(api.retireContact, ({ work, input }) => contacts.retireContact(work, input)),
  on(api.bringBackContact, ({ work, input }) => contacts.bringBackContact(work, input)),
];
