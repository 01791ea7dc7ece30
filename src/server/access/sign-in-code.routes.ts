import * as api from "#domain/access/sign-in-code.api.ts";
import type { Apart } from "#server/access/apart.ts";
import { letIn } from "#server/access/let-in.ts";
import * as codes from "#server/access/sign-in-code.service.ts";
import { onOpen, type MountedRoute } from "#server/platform/http/on.ts";

/** How people in care sign in: by a code that is mailed to them. */
export const signInCodeRoutes = (apart: Apart): readonly MountedRoute[] => [
  onOpen(api.requestSignInCode, async ({ work, input, http }) => {
    await codes.requestSignInCode(work, input.email, http.address);
    return {};
  }),
  onOpen(api.signInWithCode, async (request) =>
    letIn(request, await codes.signInWithCode(request.work, apart, request.input, request.http)),
  ),
];
