import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { endedHours } from "#domain/drafts/draft-rules.ts";
import { discardDraft, listDrafts, saveDraft } from "#domain/drafts/draft.api.ts";
import { createSite } from "#domain/practice/site.api.ts";
import { sweepDrafts } from "#server/drafts/draft.service.ts";
import { newId } from "#server/platform/ids.ts";
import { openDraftHouse, type DraftHouse } from "#test/support/draft-house.ts";
import { saved, typed } from "#test/support/draft-words.ts";
import { aSite } from "#test/support/practice-house.ts";
import { later, type TestPerson } from "#test/support/test-product.ts";

let house: DraftHouse;
let director: TestPerson;
let administrator: TestPerson;
let therapist: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  house = await openDraftHouse();
});
afterAll(() => house.product.close());
beforeEach(async () => {
  ({ director, administrator, therapist, stranger } = await house.enter());
});

const refused: DraftHouse["refused"] = (...asked) => house.refused(...asked);
const done: DraftHouse["done"] = (...asked) => house.done(...asked);

const mine = async (person: TestPerson) => (await done(person, listDrafts, {})).rows;

describe("what is typed", () => {
  test("is kept by field, heard once, goes on from its own window, and belongs to its author alone", async () => {
    const first = typed("name", "Pearl");
    const input = saved(director, [first]);
    const answer = await done(director, saveDraft, input);
    expect(answer).toMatchObject({
      draftId: input.draftId,
      ended: null,
      fields: { name: { word: { now: "Pearl", was: "" }, revision: 1, elsewhere: [] } },
    });
    expect(await done(director, saveDraft, input)).toMatchObject({
      fields: { name: { revision: 1 } },
    });
    const next = typed("name", "Pearl Street", { follows: first.id });
    await done(director, saveDraft, { ...input, patches: [next] });
    expect(await mine(director)).toMatchObject([
      {
        id: input.draftId,
        verb: "site.create",
        fields: { name: { word: { now: "Pearl Street" }, revision: 2 } },
      },
    ]);
    expect(await mine(administrator)).toEqual([]);
    expect(await mine(stranger)).toEqual([]);
    const theirs = saved(administrator, [typed("name", "x")], { draftId: input.draftId });
    expect(await refused(administrator, saveDraft, theirs)).toMatchObject({ code: "not-found" });
    expect(await refused(administrator, discardDraft, { draftId: input.draftId })).toMatchObject({
      code: "not-found",
    });
    expect(await mine(director)).toHaveLength(1);
  });

  test("in two windows of one person is one draft, and the words of both stay", async () => {
    const [one, other] = [typed("name", "Pearl"), typed("name", "Opal")];
    const [first, second] = [saved(director, [one]), saved(director, [other])];
    const answers = await Promise.all([
      done(director, saveDraft, first),
      done(director, saveDraft, second),
    ]);
    expect(new Set(answers.map(({ draftId }) => draftId)).size).toBe(1);
    const [row] = await mine(director);
    const words = [
      row?.fields["name"]?.word,
      ...(row?.fields["name"]?.elsewhere ?? []).map(({ word }) => word),
    ];
    expect(words.map((word) => word?.now).toSorted()).toEqual(["Opal", "Pearl"]);
  });

  test("asks for the very permission of the act it is for", async () => {
    expect(
      await refused(therapist, saveDraft, saved(therapist, [typed("name", "x")])),
    ).toMatchObject({
      code: "not-allowed",
    });
    const unknown = saved(director, [], { route: "POST /nothing" });
    expect(await refused(director, saveDraft, unknown)).toMatchObject({
      code: "invalid-input",
      fields: { route: { code: "not-a-choice" } },
    });
    const open = saved(director, [], { route: "POST /session" });
    expect(await refused(director, saveDraft, open)).toMatchObject({ code: "invalid-input" });
  });

  test("is never kept as the work of whoever signed in meanwhile", async () => {
    const input = saved(administrator, [typed("name", "x")]);
    expect(await refused(director, saveDraft, input)).toMatchObject({ code: "somebody-else" });
  });

  test("is refused where it is no form's: passwords, nonsense, and more than anybody types", async () => {
    for (const field of ["password", "currentPassword", "a b", ""])
      expect(
        await refused(director, saveDraft, saved(director, [typed(field, "x")])),
      ).toMatchObject({
        code: "invalid-input",
      });
    const nested = JSON.parse(`${"[".repeat(20)}${"]".repeat(20)}`) as unknown;
    for (const value of ["x".repeat(20_001), nested])
      expect(
        await refused(director, saveDraft, saved(director, [typed("name", value)])),
      ).toMatchObject({ code: "invalid-input" });
    const much = ["a", "b", "c", "d", "e"].map((name) => typed(name, "x".repeat(19_000)));
    expect(await refused(director, saveDraft, saved(director, much))).toMatchObject({
      status: 413,
      code: "draft-too-large",
    });
    expect(await mine(director)).toEqual([]);
  });
});

describe("the end of a draft", () => {
  test("comes in the transaction of the act that sends it, and nothing brings the words back", async () => {
    const patch = typed("name", "Garnet");
    const input = saved(director, [patch]);
    await done(director, saveDraft, input);
    const draft = { "x-draft-id": input.draftId };
    const broken = { ...aSite(" ") };
    await refused(director, createSite, broken, draft);
    expect(await mine(director)).toHaveLength(1);
    await done(director, createSite, aSite("Garnet"), draft);
    expect(await mine(director)).toEqual([]);
    const late = { ...input, patches: [typed("name", "Garnet!", { follows: patch.id })] };
    expect(await done(director, saveDraft, late)).toMatchObject({ ended: "sent", fields: {} });
    expect(await mine(director)).toEqual([]);
    expect(await refused(director, createSite, aSite("Garnet two"), draft)).toMatchObject({
      code: "already-sent",
    });
    const { rows } = await house.product.ownerPool.query(
      "select fields, ended_as from stepwell.draft where id = $1",
      [input.draftId],
    );
    expect(rows).toEqual([{ fields: {}, ended_as: "sent" }]);
  });

  test("is known before its first word has arrived", async () => {
    const input = saved(director, [typed("name", "Beryl")]);
    await done(director, createSite, aSite("Beryl"), { "x-draft-id": input.draftId });
    expect(await done(director, saveDraft, input)).toMatchObject({ ended: "sent" });
    expect(await mine(director)).toEqual([]);
  });

  test("is its author's: a request that names somebody else's draft leaves it", async () => {
    const input = saved(director, [typed("name", "Topaz")]);
    await done(director, saveDraft, input);
    await done(administrator, createSite, aSite("Topaz"), { "x-draft-id": input.draftId });
    expect(await mine(director)).toHaveLength(1);
    await done(director, discardDraft, { draftId: input.draftId });
    expect(await mine(director)).toEqual([]);
    expect(await done(director, saveDraft, input)).toMatchObject({ ended: "discarded" });
  });

  test("is remembered for a month; what is unsent stays, however old, and so does what is another organization's", async () => {
    const [ended, open, theirs] = [
      saved(director, [typed("name", "Agate")]),
      saved(administrator, [typed("name", "Amber")]),
      saved(stranger, [typed("name", "Coral")]),
    ];
    await done(director, saveDraft, ended);
    await done(administrator, saveDraft, open);
    await done(stranger, saveDraft, theirs);
    await done(director, discardDraft, { draftId: ended.draftId });
    await done(stranger, discardDraft, { draftId: theirs.draftId });
    const ids = [ended.draftId, open.draftId, theirs.draftId];
    const sweep = async (now: string) => {
      await house.product.inside(house.here, (work) =>
        sweepDrafts({ ...work, now: Temporal.Instant.from(now) }),
      );
      const { rows } = await house.product.ownerPool.query(
        "select id from stepwell.draft where id = any($1::uuid[]) order by array_position($1::uuid[], id)",
        [ids],
      );
      return rows.map(({ id }) => id);
    };
    expect(await sweep(later({ hours: endedHours }))).toEqual(ids);
    expect(await sweep(later({ hours: endedHours, minutes: 1 }))).toEqual(ids.slice(1));
    expect(await sweep(later({ hours: 100 * endedHours }))).toEqual(ids.slice(1));
    expect(await mine(administrator)).toMatchObject([
      { fields: { name: { word: { now: "Amber" } } } },
    ]);
  });

  test("of many requests of one draft at once lets one take effect", async () => {
    const draft = { "x-draft-id": newId() };
    const answers = await Promise.all(
      ["A", "B", "C", "D"].map((name) =>
        house.product.call(director, createSite, aSite(`Quartz ${name}`), { headers: draft }),
      ),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });
});
