import * as api from "#domain/practice/credential.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import { getHistory } from "#server/platform/revision.ts";
import * as credentials from "#server/practice/credential.service.ts";

export const credentialRoutes: readonly MountedRoute[] = [
  on(api.listCredentials, ({ work, input }) => credentials.listCredentials(work, input)),
  on(api.readCredential, ({ work, input }) => credentials.getCredential(work, input.credentialId)),
  on(api.createCredential, ({ work, input }) => credentials.createCredential(work, input)),
  on(api.changeCredential, ({ work, input }) => credentials.changeCredential(work, input)),
  on(api.listCredentialRevisions, ({ work, input }) =>
    getHistory(work, "credential", input.credentialId),
  ),
  on(api.retireCredential, ({ work, input }) => credentials.retireCredential(work, input)),
  on(api.bringBackCredential, ({ work, input }) => credentials.bringBackCredential(work, input)),
];
