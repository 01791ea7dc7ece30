import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { patchNoteDraft } from "#domain/charting/note-draft.api.ts";
import { readSessionRoom, signSession } from "#domain/charting/session-room.api.ts";
import { newId } from "#server/platform/ids.ts";
import { type Colleague } from "#test/support/note-ground.ts";
import { openNoteHouse, signatureOf, type NoteHouse } from "#test/support/note-house.ts";

let house: NoteHouse;
beforeAll(async () => {
  house = await openNoteHouse();
});
afterAll(() => house.product.close());

describe("a draft", () => {
  test("is saved by field, kept beside when it was stale, heard once, and closed by the signature", async () => {
    const [member] = await house.group(1);
    if (member === undefined) throw new Error("nobody");
    const { patientId } = member;
    const sessionId = await house.session([member]);
    const patch = (value: string, baseRevision: number, id = newId()) => ({
      id,
      patientId,
      field: "sentence" as const,
      value,
      baseRevision,
    });
    const write = (who: Colleague, ...patches: ReturnType<typeof patch>[]) =>
      house.done(who, patchNoteDraft, { sessionId, patches });
    const first = patch("Rated it 7, then 3.", 0);
    expect(await write(house.therapist, first)).toMatchObject({
      fields: [{ draft: { value: "Rated it 7, then 3.", revision: 1, by: "Theo Lindqvist" } }],
      revisions: [{ patientId, revision: 1 }],
      beside: [],
    });
    expect(await write(house.therapist, first)).toMatchObject({ revisions: [{ revision: 1 }] });
    const late = patch("Spoke of payday.", 0);
    expect(await write(house.intern, late)).toMatchObject({
      beside: [{ patchId: late.id, beside: { value: "Spoke of payday.", by: "Ines Wrenfield" } }],
    });
    const room = await house.room(sessionId);
    expect(room.rows[0]?.draft.fields.sentence).toMatchObject({
      value: "Rated it 7, then 3.",
      beside: [{ value: "Spoke of payday." }],
    });
    const input = signatureOf(sessionId, [member]);
    expect(await house.refused(house.therapist, signSession, input)).toMatchObject({
      code: "draft-changed",
      fields: { [`rows.${patientId}.revision`]: { values: { revision: 2, by: "Ines Wrenfield" } } },
    });
    const rows = input.rows.map((row) => ({ ...row, revision: 2 }));
    await house.done(house.therapist, signSession, { ...input, rows });
    expect(
      await house.refused(house.therapist, patchNoteDraft, { sessionId, patches: [patch("x", 2)] }),
    ).toMatchObject({ code: "already-signed" });
  });

  test("of two at once loses nothing", async () => {
    const [member] = await house.group(1);
    if (member === undefined) throw new Error("nobody");
    const sessionId = await house.session([member]);
    const patches = Array.from({ length: 8 }, (_, index) => ({
      id: newId(),
      patientId: null,
      field: "topic" as const,
      baseRevision: 0,
      value: `Topic ${index}`,
    }));
    await Promise.all(
      patches.map((one, index) =>
        house.done(index % 2 === 0 ? house.therapist : house.intern, patchNoteDraft, {
          sessionId,
          patches: [one],
        }),
      ),
    );
    const { shared } = await house.room(sessionId);
    const { topic } = shared.draft.fields;
    expect(topic?.revision).toBe(1);
    expect(topic?.beside.length).toBeGreaterThanOrEqual(1);
  });

  test("refuses nonsense, strangers and what is not on the roster", async () => {
    const [member, other] = await house.group(2);
    if (member === undefined || other === undefined) throw new Error("nobody");
    const sessionId = await house.session([member]);
    const patch = (more: Record<string, unknown>) => ({
      sessionId,
      patches: [
        {
          id: newId(),
          patientId: member.patientId,
          field: "risk" as const,
          value: "low",
          baseRevision: 0,
          ...more,
        },
      ],
    });
    expect(
      await house.refused(house.therapist, patchNoteDraft, patch({ value: "terrible" })),
    ).toMatchObject({
      status: 400,
      fields: { "patches.0.value": { code: "not-a-choice" } },
    });
    expect(
      await house.refused(house.therapist, patchNoteDraft, patch({ patientId: null })),
    ).toMatchObject({
      status: 400,
    });
    expect(
      await house.refused(house.therapist, patchNoteDraft, patch({ patientId: other.patientId })),
    ).toMatchObject({ code: "not-on-roster" });
    expect(await house.refused(house.stranger, patchNoteDraft, patch({}))).toMatchObject({
      status: 404,
    });
    expect(await house.refused(house.biller, patchNoteDraft, patch({}))).toMatchObject({
      status: 403,
    });
    expect(await house.refused(house.biller, readSessionRoom, { sessionId })).toMatchObject({
      status: 403,
    });
  });
});
