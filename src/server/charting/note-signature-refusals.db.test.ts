import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSessionRoom, signSession } from "#domain/charting/session-room.api.ts";
import { newId } from "#server/platform/ids.ts";
import { addMember, type Member } from "#test/support/note-ground.ts";
import { openNoteHouse, signatureOf, type NoteHouse } from "#test/support/note-house.ts";
import { sharedText } from "#test/support/note-texts.ts";
import { later } from "#test/support/test-product.ts";

let house: NoteHouse;
beforeAll(async () => {
  house = await openNoteHouse();
});
afterAll(() => house.product.close());

const noted = async (sessionId: string) => {
  const { rows } = await house.product.ownerPool.query(
    "select * from stepwell.member_note where session_id = $1 order by patient_id",
    [sessionId],
  );
  return rows;
};

describe("bad input", () => {
  const rowsOf = async (
    members: readonly Member[],
    change: (row: Record<string, unknown>) => Record<string, unknown>,
  ) => {
    const sessionId = await house.session(members);
    const input = signatureOf(sessionId, members);
    return { ...input, rows: input.rows.map((row) => change(row)) } as typeof input;
  };

  test("a member twice, somebody who is not of the session, an objective that is not theirs", async () => {
    const members = await house.group(2);
    const sessionId = await house.session(members);
    const input = signatureOf(sessionId, members);
    const [row] = input.rows;
    if (row === undefined) throw new Error("no row");
    expect(
      await house.refused(house.therapist, signSession, { ...input, rows: [row, row] }),
    ).toMatchObject({ status: 400, fields: { "rows.1.patientId": { code: "twice" } } });
    const other = signatureOf(sessionId, await house.group(1));
    expect(await house.refused(house.therapist, signSession, other)).toMatchObject({
      code: "not-on-roster",
    });
    const strange = { ...input, rows: [{ ...row, objectiveId: newId() }] };
    expect(await house.refused(house.therapist, signSession, strange)).toMatchObject({
      code: "objective-not-open",
    });
  });

  test("a note for somebody who was not there, and minutes that are missing", async () => {
    const members = await house.group(2);
    const sessionId = await house.session(members);
    await house.product.ownerPool.query(
      `update stepwell.attendance set status = 'absent', first_in_at = null, last_out_at = null,
              delivered_minutes = 0, credited_minutes = 0 where session_id = $1`,
      [sessionId],
    );
    expect(
      await house.refused(house.therapist, signSession, signatureOf(sessionId, members)),
    ).toMatchObject({
      code: "findings-stand",
      values: { count: 2 },
      fields: {
        [`rows.${members[0]?.patientId}.attendance.0`]: {
          code: "not-there",
          values: { mend: "leave-out", status: "absent" },
        },
      },
    });
  });

  test("another's name holds until it is looked at, and what was let stand is kept", async () => {
    const members = await house.group(2);
    const sessionId = await house.session(members);
    const input = signatureOf(sessionId, members);
    const shared = {
      revision: 0,
      fields: {
        ...sharedText,
        interventions: [],
        howItWent: "Carlos described a hard call and was heard.",
      },
    };
    const refusal = await house.refused(house.therapist, signSession, { ...input, shared });
    expect(refusal).toMatchObject({
      code: "findings-stand",
      fields: {
        "shared.howItWent.0": {
          code: "name-of-other",
          values: { start: 0, end: 6, mend: "say-a-member", weight: "warn" },
        },
      },
    });
    expect(JSON.stringify(refusal)).not.toContain("Carlos");
    const seen = {
      code: "name-of-other",
      patientId: null,
      field: "howItWent",
      text: "carlos",
    } as const;
    const full = { ...shared, fields: { ...shared.fields, howItWent: "Carlos Medrano spoke." } };
    await house.done(house.therapist, signSession, { ...input, shared, acknowledged: [seen] });
    const { rows } = await house.product.ownerPool.query(
      "select acknowledged from stepwell.session_note where session_id = $1",
      [sessionId],
    );
    expect(rows).toEqual([{ acknowledged: ["name-of-other"] }]);
    const another = await house.session(members);
    const whole = { ...seen, text: "carlos medrano" };
    expect(
      await house.refused(house.therapist, signSession, {
        ...signatureOf(another, members),
        shared: full,
        acknowledged: [whole],
      }),
    ).toMatchObject({ code: "findings-stand" });
  });

  test("a line that speaks of dying beside no noted risk holds until it is looked at, and its words are not repeated", async () => {
    const members = await house.group(1);
    const input = await rowsOf(members, (row) => ({
      ...row,
      risk: "none-noted",
      sentence: "Thinks about hurting himself, says he wants to die.",
    }));
    const refusal = await house.refused(house.therapist, signSession, input);
    const patientId = members[0]?.patientId ?? "";
    expect(refusal).toMatchObject({
      code: "findings-stand",
      fields: {
        [`rows.${patientId}.sentence.0`]: {
          code: "risk-unsaid",
          values: { about: "self", mend: "choose", weight: "warn" },
        },
      },
    });
    expect(JSON.stringify(refusal)).not.toContain("hurting");
    const seen = {
      code: "risk-unsaid",
      patientId,
      field: "sentence",
      text: "hurting himself",
    } as const;
    await house.done(house.therapist, signSession, { ...input, acknowledged: [seen] });
    expect(await noted(input.sessionId)).toMatchObject([{ acknowledged: ["risk-unsaid"] }]);
  });

  test("alike rows are refused with how alike they are", async () => {
    const members = await house.group(2);
    const input = await rowsOf(members, (row) => ({
      ...row,
      sentence: "Participated well and was receptive to feedback from peers.",
    }));
    expect(await house.refused(house.therapist, signSession, input)).toMatchObject({
      code: "findings-stand",
      fields: {
        [`rows.${members[0]?.patientId}.sentence.0`]: {
          code: "alike-in-group",
          values: { percent: 100, weight: "hold" },
        },
      },
    });
  });

  test("a session that has not ended, one that was cancelled, and one that is not there", async () => {
    const one = await house.group(1);
    const future = await house.session(one, {
      state: "scheduled",
      starts_at: later({ hours: 1 }),
      ends_at: later({ hours: 2 }),
    });
    expect(
      await house.refused(house.therapist, signSession, signatureOf(future, one)),
    ).toMatchObject({ code: "session-not-over" });
    const off = await house.session(one, { state: "cancelled" });
    expect(await house.refused(house.therapist, signSession, signatureOf(off, one))).toMatchObject({
      code: "session-cancelled",
    });
    expect(
      await house.refused(house.therapist, signSession, signatureOf(newId(), one)),
    ).toMatchObject({ status: 404 });
  });

  test("names with apostrophes and emoji, right-to-left script and 200 characters are kept as they were typed", async () => {
    const member = await addMember(house.program, "D’Angelo", "Ní Shúilleabháin-O'Leary", {
      preferred_name: "دانيال",
    });
    const sessionId = await house.session([member]);
    const sentence = `قال إنه نام جيداً 🙂 and wrote “two lines” — ${"long ".repeat(40).trim()}.`;
    const input = signatureOf(sessionId, [member]);
    const rows = input.rows.map((row) => ({ ...row, sentence: `${sentence}\u202e` }));
    await house.done(house.therapist, signSession, { ...input, rows });
    expect((await noted(sessionId))[0].sentence).toBe(sentence);
  });
});

describe("who may", () => {
  test("not without a grant, not another role, not another organization, not an account without a colleague", async () => {
    const one = await house.group(1);
    const sessionId = await house.session(one);
    const input = signatureOf(sessionId, one);
    expect(await house.refused(house.biller, signSession, input)).toMatchObject({ status: 403 });
    expect(await house.refused(house.stranger, signSession, input)).toMatchObject({ status: 404 });
    expect(await house.refused(house.stranger, readSessionRoom, { sessionId })).toMatchObject({
      status: 404,
    });
    const nobody = await house.product.addPerson(house.here, ["therapist"]);
    expect(await house.refused(nobody, signSession, input)).toMatchObject({
      code: "confirmation-needed",
    });
    expect(await noted(sessionId)).toEqual([]);
  });

  test("an intern's notes wait for the supervisor", async () => {
    const one = await house.group(1);
    const sessionId = await house.session(one);
    const answer = await house.done(house.intern, signSession, signatureOf(sessionId, one));
    expect(answer.notes[0]?.state).toBe("waiting");
    expect((await noted(sessionId))[0]).toMatchObject({
      needs_cosignature: true,
      supervisor_staff_id: house.supervisor.staffId,
    });
  });
});
