import { acceptInvitation, readInvitation } from "#domain/access/invitation.api.ts";
import {
  askPasswordReset,
  changePassword,
  readPasswordReset,
  resetPassword,
} from "#domain/access/password.api.ts";
import type { Apart } from "#server/access/apart.ts";
import * as invitations from "#server/access/invitation.service.ts";
import { letIn } from "#server/access/let-in.ts";
import * as passwords from "#server/access/password.service.ts";
import { on, onOpen, type MountedRoute } from "#server/platform/http/on.ts";

/** Choosing a password: by a letter, by an invitation, or with the old one. */
export const passwordRoutes = (apart: Apart): readonly MountedRoute[] => [
  onOpen(askPasswordReset, async ({ work, input, http }) => {
    await passwords.askPasswordReset(work, input.email, http.address);
    return {};
  }),
  onOpen(readPasswordReset, ({ work, input }) => passwords.readPasswordReset(work, input.token)),
  onOpen(resetPassword, async ({ work, input, http }) => {
    await passwords.resetPassword(work, input, http.address);
    return {};
  }),
  on(changePassword, async ({ work, session, input, http }) => {
    http.setSessionCookie(await passwords.changePassword(work, apart, session, input));
    return {};
  }),
  onOpen(readInvitation, ({ work, input }) => invitations.readInvitation(work, input.token)),
  onOpen(acceptInvitation, async (request) =>
    letIn(
      request,
      await invitations.acceptInvitation(request.work, apart, request.input, request.http),
    ),
  ),
];
