import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signSession } from "#domain/charting/session-room.api.ts";
import { newId } from "#server/platform/ids.ts";
import { openNoteHouse, signatureOf, type NoteHouse } from "#test/support/note-house.ts";
import { testNow } from "#test/support/test-product.ts";
import { refuseWithoutOrganization } from "#test/support/statement-guard.ts";

let house: NoteHouse;
const sent: string[] = [];
beforeAll(async () => {
  house = await openNoteHouse({
    hook: (text, values) => {
      refuseWithoutOrganization(text, values);
      sent.push(text);
    },
  });
});
afterAll(() => house.product.close());

const noted = async (sessionId: string) => {
  const { rows } = await house.product.ownerPool.query(
    "select * from stepwell.member_note where session_id = $1 order by patient_id",
    [sessionId],
  );
  return rows;
};

describe("signing a session", () => {
  test("writes all notes, the event and the trail, in at most six statements", async () => {
    const members = await house.group();
    const sessionId = await house.session(members);
    sent.length = 0;
    const answer = await house.done(house.therapist, signSession, signatureOf(sessionId, members));
    // `begin` goes out together with looking the session up; from there on everything is counted, the commit too.
    const first = sent.findIndex((text) => text.includes("global.enter"));
    const counted = sent.slice(first, sent.indexOf("commit") + 1);
    expect(counted.map((text) => text.trim().slice(0, 40))).toHaveLength(6);
    expect(answer).toMatchObject({ signedAt: testNow, authorName: "Theo Lindqvist" });
    expect(answer.notes).toHaveLength(12);
    expect(new Set(answer.notes.map(({ state }) => state))).toEqual(new Set(["signed"]));
    const rows = await noted(sessionId);
    expect(rows).toHaveLength(12);
    expect(rows[0]).toMatchObject({ credited_minutes: 90, label: "part-2" });
    const { rows: facts } = await house.product.ownerPool.query(
      "select * from stepwell.outbox where record_id = $1",
      [sessionId],
    );
    expect(facts).toMatchObject([
      {
        kind: "service-rendered",
        payload: { act: "signed", sessionId, noteIds: answer.notes.map(({ id }) => id) },
      },
    ]);
    const { rows: jobs } = await house.product.ownerPool.query(
      "select key from graphile_worker.jobs where key = $1",
      [facts[0].id],
    );
    expect(jobs).toHaveLength(1);
    const { rows: trail } = await house.product.ownerPool.query(
      `select e.details, (select count(*) from stepwell.audit_subject s where s.audit_id = e.id) as subjects
         from stepwell.audit_event e where e.record_id = $1 and e.verb = 'note.sign'`,
      [sessionId],
    );
    expect(trail).toEqual([{ details: { notes: 12, acknowledged: 0 }, subjects: 12 }]);
    const room = await house.room(sessionId);
    expect(room.shared.note).toMatchObject({ authorName: "Theo Lindqvist" });
    expect(room.rows.map(({ note }) => note?.state)).toEqual(Array(12).fill("signed"));
  });

  test("cannot be changed or taken back by the application's role", async () => {
    const members = await house.group(1);
    const sessionId = await house.session(members);
    await house.done(house.therapist, signSession, signatureOf(sessionId, members));
    const tried = (statement: string) =>
      house.product.inside(house.here, async ({ tx }) => {
        const { sql } = await import("kysely");
        await sql.raw(statement).execute(tx);
      });
    const mine = `where organization_id = '${house.here.organizationId}'`;
    for (const table of ["member_note", "session_note", "note_act"]) {
      await expect(tried(`update stepwell.${table} set id = id ${mine}`)).rejects.toThrow(
        "permission denied",
      );
      await expect(tried(`delete from stepwell.${table} ${mine}`)).rejects.toThrow(
        "permission denied",
      );
      await expect(tried(`truncate stepwell.${table}`)).rejects.toThrow("permission denied");
    }
  });

  test("by two at once: one signs, the other is told, and nothing is double", async () => {
    const members = await house.group();
    const sessionId = await house.session(members);
    const input = signatureOf(sessionId, members);
    const answers = await Promise.all([
      house.product.call(house.therapist, signSession, input),
      house.product.call(house.supervisor, signSession, input),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const lost = answers.find((answer) => !answer.ok);
    expect(lost?.body).toMatchObject({ code: "already-signed" });
    expect(await noted(sessionId)).toHaveLength(12);
    expect(await house.refused(house.supervisor, signSession, input)).toMatchObject({
      code: "already-signed",
      fields: {
        [`rows.${members[0]?.patientId}.patientId`]: {
          values: { by: expect.stringMatching(/Theo|Sasha/) },
        },
      },
    });
  });

  test("with the same key twice is once", async () => {
    const members = await house.group();
    const sessionId = await house.session(members);
    const input = signatureOf(sessionId, members);
    const key = newId();
    const first = await house.product.call(house.therapist, signSession, input, { key });
    const again = await house.product.call(house.therapist, signSession, input, { key });
    expect(again.body).toEqual(first.body);
    expect(await noted(sessionId)).toHaveLength(12);
  });

  test("in two parts: the later rows join the shared part that was signed", async () => {
    const members = await house.group();
    const sessionId = await house.session(members);
    const [first, second] = [members.slice(0, 6), members.slice(6)];
    const one = await house.done(house.therapist, signSession, signatureOf(sessionId, first));
    const all = signatureOf(sessionId, members);
    const rest = { ...all, rows: all.rows.slice(6), shared: null };
    const two = await house.done(house.therapist, signSession, rest);
    expect(two.sessionNoteId).toBe(one.sessionNoteId);
    expect(second).toHaveLength(6);
    expect(await house.refused(house.therapist, signSession, all)).toMatchObject({
      code: "already-signed",
    });
  });

  test("is refused when an attendance has changed, with what it is now", async () => {
    const members = await house.group();
    const sessionId = await house.session(members);
    const [member] = members;
    await house.product.ownerPool.query(
      "update stepwell.attendance set version = 2, credited_minutes = 40, status = 'left-early' where session_id = $1 and patient_id = $2",
      [sessionId, member?.patientId],
    );
    const input = signatureOf(sessionId, members);
    expect(await house.refused(house.therapist, signSession, input)).toMatchObject({
      code: "attendance-changed",
      fields: {
        [`rows.${member?.patientId}.attendanceVersion`]: {
          values: { version: 2, creditedMinutes: 40, status: "left-early" },
        },
      },
    });
    expect(await noted(sessionId)).toEqual([]);
  });

  test("leaves nothing when member twelve fails", async () => {
    const members = await house.group();
    const sessionId = await house.session(members);
    const before = await house.count("outbox");
    const last = members.at(-1);
    await house.product.ownerPool.query(
      `create function pg_temp_fail() returns trigger language plpgsql as $$ begin raise exception 'injected'; end $$;
       create trigger injected before insert on stepwell.member_note for each row
         when (new.patient_id = '${last?.patientId}') execute function pg_temp_fail()`,
    );
    const answer = await house.refused(
      house.therapist,
      signSession,
      signatureOf(sessionId, members),
    );
    await house.product.ownerPool.query(
      "drop trigger injected on stepwell.member_note; drop function pg_temp_fail()",
    );
    expect(answer).toMatchObject({ status: 500, code: "internal-error" });
    expect(await noted(sessionId)).toEqual([]);
    expect(await house.count("outbox")).toBe(before);
    const room = await house.room(sessionId);
    expect(room.shared.note).toBeNull();
    await house.done(house.therapist, signSession, signatureOf(sessionId, members));
  });

  test("is of the session, the stay and the person of its attendance, also where somebody writes past the rules", async () => {
    const members = await house.group(1);
    const [stranger] = await house.group(1);
    const [sessionId, otherId] = [await house.session(members), await house.session(members)];
    await house.done(house.therapist, signSession, signatureOf(sessionId, members));
    for (const [column, value] of [
      ["session_id", otherId],
      ["patient_id", stranger?.patientId],
    ])
      await expect(
        house.product.ownerPool.query(
          `update stepwell.member_note set ${column} = $2 where session_id = $1`,
          [sessionId, value],
        ),
      ).rejects.toMatchObject({ code: "23503", constraint: "member_note_attendance" });
  });
});
