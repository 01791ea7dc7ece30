import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FormDraft, type DraftGround } from "#web/drafts/form-draft.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const place = {
  route: "POST /api/claims/{claimId}/void",
  form: "void",
  recordId: null,
  place: "/staff",
};
const words = { why: { now: "Written in error", was: "" } };

const groundOf = (save: DraftGround["save"]): DraftGround => ({
  shelf: {
    put: () => Promise.resolve(true),
    remove: () => Promise.resolve(),
    left: () => Promise.resolve([]),
    drop: () => Promise.resolve(),
    ended: () => Promise.resolve([]),
    putEnded: () => Promise.resolve(),
    dropEnded: () => Promise.resolve(),
  },
  save,
  throwAway: () => Promise.resolve(),
  find: () => Promise.resolve(null),
});

test("what another window sent is said to be sent, is not saved any more, and keeps its name", async () => {
  const save = vi.fn<DraftGround["save"]>();
  const draft = new FormDraft(groundOf(save), place);
  draft.write(words);
  const id = draft.idToSend();
  expect(id).toBeTypeOf("string");
  draft.sentElsewhere();
  expect(draft.standing.get()).toEqual({ kind: "ended", as: "sent" });
  await vi.runAllTimersAsync();
  // As where the window is hidden with words that wait.
  await draft.save();
  expect(save).not.toHaveBeenCalled();
  expect(draft.standing.get()).toEqual({ kind: "ended", as: "sent" });
  expect(draft.idToSend()).toBe(id);
});
