import { expect, test } from "vitest";
import type { DraftField } from "#domain/charting/note-draft.ts";
import { openDraftBook, type Place } from "#web/charting/room-draft.ts";

const topic: Place = { patientId: null, field: "topic" };

const field = (value: string, revision: number, beside: DraftField["beside"] = []): DraftField => ({
  value,
  revision,
  by: "Ray",
  at: "2026-11-19T18:00:00Z",
  beside,
});

const openBook = () => {
  let made = 0;
  return openDraftBook(() => `id ${++made}`);
};

test("what is typed is shown at once, and builds on what its writer saw", () => {
  const book = openBook();
  const patch = book.write(topic, "Riding", 2, []);
  expect(patch).toEqual({
    id: "id 1",
    patientId: null,
    field: "topic",
    value: "Riding",
    baseRevision: 2,
    follows: null,
  });
  expect(book.shown(topic, field("Cravings", 2), [patch])).toMatchObject({
    value: "Riding",
    isWaiting: true,
  });
});

test("the next patch builds on what the one before made of the field", () => {
  const book = openBook();
  const first = book.write(topic, "Riding", 0, []);
  const second = book.write(topic, "Riding the urge", 0, []);
  book.answered(
    { fields: [{ ...topic, draft: field("Riding", 1) }], revisions: [], beside: [] },
    [first],
    [second],
  );
  expect(book.seal(second).baseRevision).toBe(1);
});

test("typing on while somebody else's words arrive does not take them for seen", () => {
  const book = openBook();
  book.write(topic, "Riding", 1, []);
  const patch = book.write(topic, "Riding the urge", 4, []);
  expect(book.seal(patch).baseRevision).toBe(1);
});

test("a space at the end stays under the cursor though the server keeps none", () => {
  const book = openBook();
  const patch = book.write(topic, "Riding ", 0, []);
  book.answered(
    { fields: [{ ...topic, draft: field("Riding", 1) }], revisions: [], beside: [] },
    [patch],
    [],
  );
  expect(book.shown(topic, undefined, []).value).toBe("Riding ");
  expect(book.shown(topic, field("Trust", 2), []).value).toBe("Trust");
});

test("words that came too late stand beside, and leave when somebody settles them", () => {
  const book = openBook();
  const late = { id: "late", value: "Riding", by: "Denise", at: "2026-11-19T18:00:01Z" };
  const patch = book.write(topic, "Riding", 0, []);
  const draft = field("Trust", 1, [late]);
  book.answered(
    {
      fields: [{ ...topic, draft }],
      revisions: [],
      beside: [{ ...topic, patchId: patch.id, beside: late }],
    },
    [patch],
    [],
  );
  expect(book.shown(topic, undefined, [])).toMatchObject({ value: "Trust", beside: [late] });
  const settling = book.write(topic, "Riding", 1, ["late"]);
  expect(book.shown(topic, undefined, [settling])).toMatchObject({ value: "Riding", beside: [] });
});
