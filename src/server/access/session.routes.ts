import {
  changeAccount,
  changeOrganization,
  confirmSession,
  endConfirmation,
  endSession,
  listSessions,
  readSession,
  signIn,
  signOut,
} from "#domain/access/session.api.ts";
import { openVaultKey } from "#domain/access/vault-key.api.ts";
import type { Apart } from "#server/access/apart.ts";
import * as sessions from "#server/access/session.service.ts";
import { signIn as signInService } from "#server/access/sign-in.service.ts";
import { letIn } from "#server/access/let-in.ts";
import * as vaultKeys from "#server/access/vault-key.service.ts";
import { on, onOpen, type MountedRoute } from "#server/platform/http/on.ts";

/** Signing in and everything about one's own sessions and account. */
export const sessionRoutes = (apart: Apart): readonly MountedRoute[] => [
  onOpen(signIn, async (request) =>
    letIn(request, await signInService(request.work, apart, request.input, request.http)),
  ),
  on(readSession, ({ work, session }) => sessions.readSession(work, session)),
  on(signOut, async ({ work, session, http }) => {
    await sessions.signOut(work, session);
    http.clearSessionCookie();
    return {};
  }),
  on(changeOrganization, async ({ work, session, input, http }) => {
    const { organization, token } = await sessions.changeOrganization(
      work,
      session,
      input.organizationId,
    );
    if (token !== undefined) http.setSessionCookie(token);
    return { organization };
  }),
  on(confirmSession, ({ work, session, input }) =>
    sessions.confirmSession(work, apart, session, input.password),
  ),
  on(endConfirmation, async ({ work, session }) => {
    await sessions.endConfirmation(work, session);
    return {};
  }),
  on(listSessions, ({ work, session }) => sessions.listSessions(work, session)),
  on(endSession, async ({ work, session, input }) => {
    await sessions.endSession(work, session, input.sessionId);
    return {};
  }),
  on(openVaultKey, ({ work, session }) => vaultKeys.openVaultKey(work, session)),
  on(changeAccount, ({ work, session, input }) => sessions.changeAccount(work, session, input)),
];
