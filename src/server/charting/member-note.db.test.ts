import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as api from "#domain/charting/member-note.api.ts";
import { readSessionRoom, signSession } from "#domain/charting/session-room.api.ts";
import { type Colleague } from "#test/support/note-ground.ts";
import { openNoteHouse, signatureOf, type NoteHouse } from "#test/support/note-house.ts";

let house: NoteHouse;
beforeAll(async () => {
  house = await openNoteHouse();
});
afterAll(() => house.product.close());

/** A signed note of one person, by this colleague. */
const signedBy = async (author: Colleague) => {
  const [member] = await house.group(1);
  if (member === undefined) throw new Error("nobody");
  const sessionId = await house.session([member]);
  const { notes } = await house.done(author, signSession, signatureOf(sessionId, [member]));
  const [note] = notes;
  if (note === undefined) throw new Error("no note");
  return { noteId: note.id, member, sessionId };
};

const read = (noteId: string, reader = house.therapist) =>
  house.done(reader, api.readNote, { noteId });

describe("a signed note", () => {
  test("is read with its signature line, and its hash is computed anew", async () => {
    const { noteId, member } = await signedBy(house.therapist);
    const note = await read(noteId);
    expect(note).toMatchObject({
      patientName: "Aaliyah Renwick",
      objectiveNumber: "1.1",
      creditedMinutes: 90,
      state: "signed",
      signature: { authorName: "Theo Lindqvist", isIntact: true },
      shared: { topic: "Riding the urge", attendedCount: 1, isIntact: true },
      may: { addend: true, correct: true, retract: true, cosign: false, return: false },
    });
    const { rows, total } = await house.done(house.therapist, api.listNotes, {
      patientId: member.patientId,
    });
    expect({ total, ids: rows.map(({ id }) => id) }).toEqual({ total: 1, ids: [noteId] });
    expect(await house.refused(house.stranger, api.readNote, { noteId })).toMatchObject({
      status: 404,
    });
    expect(await house.refused(house.biller, api.readNote, { noteId })).toMatchObject({
      status: 403,
    });
    expect(
      await house.refused(house.stranger, api.listNotes, { patientId: member.patientId }),
    ).toMatchObject({ status: 404 });
  });

  test("that somebody altered behind our back says so", async () => {
    const { noteId } = await signedBy(house.therapist);
    await house.product.ownerPool.query(
      "update stepwell.member_note set credited_minutes = 89 where id = $1",
      [noteId],
    );
    expect((await read(noteId)).signature.isIntact).toBe(false);
    await house.product.ownerPool.query(
      "update stepwell.member_note set credited_minutes = 90 where id = $1",
      [noteId],
    );
  });

  test("takes addenda; what was signed stays", async () => {
    const { noteId } = await signedBy(house.therapist);
    const before = await read(noteId);
    const words = "His sister called afterwards; see the contact log.";
    const after = await house.done(house.supervisor, api.addAddendum, { noteId, words });
    expect(after.acts).toMatchObject([{ kind: "addendum", words, by: "Sasha Castellvi" }]);
    expect(after.signature).toEqual(before.signature);
  });

  test("is corrected by its author with a reason; the other is kept, and only one correction wins", async () => {
    const { noteId } = await signedBy(house.therapist);
    const { part } = await read(noteId);
    const correction = {
      noteId,
      part: { ...part, progress: "up" as const },
      reason: "Progress was misread.",
    };
    expect(
      await house.refused(house.therapist, api.correctNote, { ...correction, part }),
    ).toMatchObject({
      code: "nothing-corrected",
    });
    expect(await house.refused(house.supervisor, api.correctNote, correction)).toMatchObject({
      status: 403,
      code: "not-the-author",
    });
    const answers = await Promise.all([
      house.product.call(house.therapist, api.correctNote, correction),
      house.product.call(house.therapist, api.correctNote, correction),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const old = await read(noteId);
    expect(old).toMatchObject({ state: "superseded", progress: "steady" });
    const corrected = await read(old.correctedById ?? "");
    expect(corrected).toMatchObject({
      state: "signed",
      progress: "up",
      correctsId: noteId,
      correctionReason: "Progress was misread.",
      signature: { isIntact: true },
    });
    expect(corrected.versions.map(({ id }) => id)).toEqual([noteId, corrected.id]);
    expect(
      await house.refused(house.therapist, api.addAddendum, { noteId, words: "More." }),
    ).toMatchObject({ code: "note-superseded" });
    expect(
      await house.refused(house.therapist, api.retractNote, { noteId, reason: "Wrong." }),
    ).toMatchObject({ code: "note-superseded" });
  });

  test("a correction takes the minutes of the ledger as it is now", async () => {
    const { noteId, sessionId } = await signedBy(house.therapist);
    await house.product.ownerPool.query(
      "update stepwell.attendance set version = 2, delivered_minutes = 60, credited_minutes = 60, status = 'late' where session_id = $1",
      [sessionId],
    );
    const { part, ...seen } = await read(noteId);
    expect([seen.creditedMinutes, seen.attendedMinutes]).toEqual([90, 60]);
    const { rows } = await house.done(house.therapist, readSessionRoom, { sessionId });
    expect(rows[0]).toMatchObject({
      note: { creditedMinutes: 90 },
      attendance: { creditedMinutes: 60 },
    });
    const corrected = await house.done(house.therapist, api.correctNote, {
      noteId,
      part,
      reason: "The attendance was corrected the next day.",
    });
    expect([corrected.creditedMinutes, corrected.attendedMinutes]).toEqual([60, 60]);
    expect((await read(noteId)).creditedMinutes).toBe(90);
  });

  test("is retracted with trace", async () => {
    const { noteId, member, sessionId } = await signedBy(house.therapist);
    const reason = "Written for the wrong person.";
    const note = await house.done(house.therapist, api.retractNote, { noteId, reason });
    expect(note).toMatchObject({ state: "retracted", acts: [{ kind: "retract", words: reason }] });
    expect(await house.refused(house.therapist, api.retractNote, { noteId, reason })).toMatchObject(
      {
        code: "note-retracted",
      },
    );
    const { rows } = await house.done(house.therapist, api.listNotes, {
      patientId: member.patientId,
    });
    expect(rows).toMatchObject([{ state: "retracted" }]);
    const { rows: facts } = await house.product.ownerPool.query(
      "select payload from stepwell.outbox where record_id = $1 order by id",
      [sessionId],
    );
    expect(facts.map(({ payload }) => payload.act)).toEqual(["signed", "retracted"]);
  });
});

describe("a note that needs a supervisor", () => {
  test("is cosigned by the supervisor named in it, and by nobody else", async () => {
    const { noteId } = await signedBy(house.intern);
    const queue = (who: Colleague) => house.done(who, api.listCosignatures, { limit: 200 });
    const waiting = (await queue(house.supervisor)).rows.find(({ id }) => id === noteId);
    const { part, shared, objectiveStatement } = await read(noteId);
    const { sentence, nextStep } = part;
    // Whoever cosigns from the queue has before them all that they put their name under.
    expect(waiting).toMatchObject({ sentence, nextStep, objectiveStatement });
    expect(shared).toMatchObject(waiting?.shared ?? {});
    expect(waiting?.shared?.whatWeDid).toBe(shared?.whatWeDid);
    expect((await queue(house.therapist)).rows).toEqual([]);
    expect(
      await house.refused(house.therapist, api.cosignNote, { noteId, words: null }),
    ).toMatchObject({
      status: 403,
    });
    const note = await house.done(house.supervisor, api.cosignNote, { noteId, words: null });
    expect(note).toMatchObject({
      state: "cosigned",
      acts: [{ kind: "cosign", by: "Sasha Castellvi" }],
    });
    expect(
      await house.refused(house.supervisor, api.cosignNote, { noteId, words: null }),
    ).toMatchObject({
      code: "already-cosigned",
    });
    expect((await queue(house.supervisor)).rows.map(({ id }) => id)).not.toContain(noteId);
  });

  test("comes back with comments, is corrected by its author, and waits again", async () => {
    const { noteId } = await signedBy(house.intern);
    const words = "Name the skill that was practiced.";
    const returned = await house.done(house.supervisor, api.returnNote, { noteId, words });
    expect(returned).toMatchObject({ state: "returned", may: { cosign: true, return: false } });
    expect(
      await house.refused(house.supervisor, api.returnNote, { noteId, words: "And its place." }),
    ).toMatchObject({ status: 409, code: "already-returned" });
    const mine = await house.done(house.intern, api.listCosignatures, {});
    expect(mine.rows).toMatchObject([
      { id: noteId, comment: words, isMine: true, state: "returned" },
    ]);
    const givenBack = async () =>
      (await house.done(house.supervisor, api.listCosignatures, { whose: "returned" })).rows;
    expect(await givenBack()).toMatchObject([{ id: noteId, comment: words, isMine: false }]);
    const corrected = await house.done(house.intern, api.correctNote, {
      noteId,
      part: {
        ...returned.part,
        sentence: "Practiced the wave skill twice; urge 7, then 3, before payday.",
      },
      reason: "The skill is named.",
    });
    expect(corrected).toMatchObject({ state: "waiting", may: { cosign: false } });
    expect(await givenBack()).toEqual([]);
    const { rows } = await house.done(house.supervisor, api.listCosignatures, { limit: 200 });
    expect(rows.find(({ id }) => id === corrected.id)).toMatchObject({
      state: "waiting",
      isMine: true,
      comment: words,
      correctionReason: "The skill is named.",
    });
    const done = await house.done(house.supervisor, api.cosignNote, {
      noteId: corrected.id,
      words: null,
    });
    expect(done.state).toBe("cosigned");
    expect((await house.done(house.intern, api.listCosignatures, {})).rows).toEqual([]);
  });
});
