import * as api from "#domain/drafts/draft.api.ts";
import * as drafts from "#server/drafts/draft.service.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";

export const draftRoutes = (setting: drafts.DraftsSetting): readonly MountedRoute[] => {
  const find = drafts.contractsByName(setting);
  return [
    on(api.listDrafts, ({ work }) => drafts.listDrafts(work, find)),
    on(api.readDraftsBeside, ({ work, input }) =>
      drafts.readDraftsBeside(work, input, find, setting),
    ),
    on(api.listAgedDrafts, ({ work }) => drafts.listAgedDrafts(work, find)),
    on(api.saveDraft, ({ work, input }) => drafts.saveDraft(work, input, find, setting)),
    on(api.discardDraft, async ({ work, input }) => {
      await drafts.discardDraft(work, input.draftId);
      return {};
    }),
  ];
};
