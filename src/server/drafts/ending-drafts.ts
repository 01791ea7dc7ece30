import { changesState, type AnyRoute } from "#domain/contract/route.ts";
import { assertUnsent, endDraft } from "#server/drafts/draft.service.ts";
import type { MountedRoute, SignedInRequest } from "#server/platform/http/on.ts";

/**
 * Every act that was typed in a form ends its draft in its own transaction: whatever becomes of the answer, words that took effect
 * are never offered again as unsent, and words that did not take effect are still there. The same words are not sent twice, even
 * by a device that never heard that they arrived.
 */
export const endingDrafts = (routes: readonly MountedRoute[]): readonly MountedRoute[] =>
  routes.map((route) => {
    const { contract } = route;
    if (route.kind !== "signed-in" || !changesState(contract) || contract.fleeting) return route;
    return {
      ...route,
      handle: async (request: SignedInRequest<AnyRoute>) => {
        const { draftId } = request.http;
        if (draftId !== undefined) await assertUnsent(request.work, draftId);
        const answer: unknown = await route.handle(request);
        if (draftId !== undefined) await endDraft(request.work, draftId, "sent");
        return answer;
      },
    };
  });
