import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signSession } from "#domain/charting/session-room.api.ts";
import {
  addAttendee,
  correctAttendance,
  recordAttendance,
} from "#domain/scheduling/attendance.api.ts";
import { newId } from "#server/platform/ids.ts";
import { getNote } from "#server/charting/member-note.service.ts";
import { ledgerDifferences } from "#test/support/ledger-differences.ts";
import { signatureOf } from "#test/support/note-house.ts";
import { later } from "#test/support/test-product.ts";
import { openBusyHouse, type BusyHouse } from "./busy-house.ts";

let house: BusyHouse;
beforeAll(async () => {
  house = await openBusyHouse();
});
afterAll(() => house.product.close());

const notesOf = async (sessionId: string) => {
  const { rows } = await house.product.ownerPool.query<{ id: string; minutes: number }>(
    `select id, credited_minutes as minutes from stepwell.member_note where session_id = $1 order by patient_id`,
    [sessionId],
  );
  return rows;
};

const rounds = Array.from({ length: 6 }, (_, round) => round);

/** A session whose attendance stands in the ledger too, so that it can be put right. */
const attended = async (count: number) => {
  const members = await house.group(count);
  const sessionId = await house.session(members);
  const arrive = members.map(({ patientId }) => ({
    id: newId(),
    patientId,
    kind: "arrive" as const,
    mode: "room" as const,
    occurredAt: later({ hours: -2 }),
  }));
  const recorded = await house.done(house.therapist, recordAttendance, {
    sessionId,
    events: arrive,
  });
  return { members, sessionId, arrive, attendances: recorded.attendances };
};

describe("the same signature, at once", () => {
  it.each(rounds)("with one key is signed once, and both hear the same (%i)", async () => {
    const members = await house.group(3);
    const sessionId = await house.session(members);
    const input = signatureOf(sessionId, members);
    const key = newId();
    const answers = await Promise.all(
      [1, 2, 3].map(() => house.product.call(house.therapist, signSession, input, { key })),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    for (const { body } of answers) expect(body).toEqual(answers[0]?.body);
    expect(await notesOf(sessionId)).toHaveLength(3);
  });

  it("of one person on two devices is signed by one of them", async () => {
    const tablet = await house.again(house.therapist);
    const members = await house.group(3);
    const sessionId = await house.session(members);
    const input = signatureOf(sessionId, members);
    const answers = await Promise.all(
      [house.therapist, tablet].map((person) => house.product.call(person, signSession, input)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(await notesOf(sessionId)).toHaveLength(3);
  });
});

describe("a correction of the attendance while somebody signs", () => {
  it.each(rounds)("comes before the signature, which is told, or after it (%i)", async () => {
    const { members, sessionId, arrive, attendances } = await attended(2);
    const [first] = arrive;
    const [before] = attendances;
    if (first === undefined || before === undefined) throw new Error("nobody came");
    const version = new Map(attendances.map((one) => [one.patientId, one.version]));
    const input = signatureOf(sessionId, members);
    const rows = input.rows.map((row) => ({
      ...row,
      attendanceVersion: version.get(row.patientId) ?? 1,
    }));
    const correction = {
      sessionId,
      why: "Came half an hour late",
      events: [
        { ...first, id: newId(), correctsId: first.id, occurredAt: later({ minutes: -90 }) },
      ],
    };
    const [signed, corrected] = await Promise.all([
      house.product.call(house.therapist, signSession, { ...input, rows }),
      house.product.call(house.supervisor, correctAttendance, correction),
    ]);
    expect(corrected.status).toBe(200);
    expect([201, 409]).toContain(signed.status);
    if (!signed.ok) expect(signed.body.code).toBe("attendance-changed");
    const notes = await notesOf(sessionId);
    // What was signed is what the signer saw: never the minutes of one moment with the words of another.
    expect(notes.map(({ minutes }) => minutes)).toEqual(
      signed.ok ? attendances.map((one) => one.creditedMinutes) : [],
    );
    await house.product.inside(house.here, async (work) => {
      expect(await ledgerDifferences(work, sessionId)).toEqual([]);
      for (const { id } of notes)
        expect((await getNote(work, id, null)).signature.isIntact).toBe(true);
    });
    // Billing hears of it in any case: with the signature's event, or with the correction's.
    const { rows: events } = await house.product.ownerPool.query<{ kind: string }>(
      "select kind from stepwell.outbox where payload ->> 'sessionId' = $1 order by kind",
      [sessionId],
    );
    expect(events.length).toBeGreaterThanOrEqual(1);
  });
});

describe("the last seat of a session", () => {
  it.each(rounds)("goes to one of three who ask at once (%i)", async () => {
    const [one, two, ...guests] = await house.group(5);
    if (one === undefined || two === undefined) throw new Error("nobody");
    const sessionId = await house.session([one, two], { capacity: 3 });
    const answers = await Promise.all(
      guests.map(({ patientId, enrollmentId }) =>
        house.product.call(house.therapist, addAttendee, {
          sessionId,
          patientId,
          enrollmentId,
          kind: "guest",
        }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    for (const answer of answers) if (!answer.ok) expect(answer.body.code).toBe("session-full");
  });
});

it("a roster that two write at once, over each other, holds every event once", async () => {
  const { members, sessionId } = await attended(4);
  const tablet = await house.again(house.supervisor);
  const taps = members.flatMap(({ patientId }, place) => [
    { id: newId(), patientId, kind: "leave" as const, occurredAt: later({ minutes: -60 - place }) },
    {
      id: newId(),
      patientId,
      kind: "arrive" as const,
      mode: "room" as const,
      occurredAt: later({ minutes: -50 + place }),
    },
  ]);
  // Both send everything, one forwards and one backwards, in batches of their own.
  const batches = [taps.slice(0, 3), taps.slice(3)];
  const answers = await Promise.all([
    ...batches.map((events) =>
      house.product.call(house.therapist, recordAttendance, { sessionId, events }),
    ),
    house.product.call(tablet, recordAttendance, { sessionId, events: taps.toReversed() }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const { rows } = await house.product.ownerPool.query<{ n: number }>(
    "select count(*)::int as n from stepwell.attendance_event where session_id = $1",
    [sessionId],
  );
  expect(rows[0]?.n).toBe(members.length + taps.length);
  await house.product.inside(house.here, async (work) =>
    expect(await ledgerDifferences(work, sessionId)).toEqual([]),
  );
});
