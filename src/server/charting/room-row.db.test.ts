import { afterAll, beforeAll, expect, test } from "vitest";
import { signSession } from "#domain/charting/session-room.api.ts";
import { newId } from "#server/platform/ids.ts";
import { addSession, type Member } from "#test/support/note-ground.ts";
import { openNoteHouse, signatureOf, type NoteHouse } from "#test/support/note-house.ts";
import { ownSentences } from "#test/support/note-texts.ts";
import { later, testNow } from "#test/support/test-product.ts";

let house: NoteHouse;
beforeAll(async () => {
  house = await openNoteHouse();
});
afterAll(() => house.product.close());

const addSeries = async (): Promise<string> => {
  const id = newId();
  const { siteId, programId, activityId } = house.program;
  await house.program.add("series", {
    id,
    site_id: siteId,
    program_id: programId,
    activity_type_id: activityId,
    name: "Evening group",
    zone: "America/Denver",
    weekdays: [1],
    starts_at_wall: "18:00",
    minutes: 90,
    starts_on: "2026-11-02",
    capacity: 12,
    created_at: testNow,
  });
  return id;
};

const addObjective = async (member: Member, number: number): Promise<string> => {
  const id = newId();
  const { rows } = await house.product.ownerPool.query(
    "select goal_id from stepwell.objective where id = $1",
    [member.objectiveId],
  );
  await house.program.add("objective", {
    id,
    patient_id: member.patientId,
    enrollment_id: member.enrollmentId,
    goal_id: rows[0].goal_id,
    number,
    statement: "Names two people to call",
    label: "part-2",
    created_at: testNow,
  });
  return id;
};

test("the room carries what the last note of the series was about, else the last of the stay", async () => {
  const [member] = await house.group(1);
  if (member === undefined) throw new Error("nobody");
  const [first, second, third] = [
    member.objectiveId,
    await addObjective(member, 2),
    await addObjective(member, 3),
  ];
  const sentences = ownSentences.values();
  const [series, other] = [await addSeries(), await addSeries()];
  const meet = (seriesId: string | null, daysAgo: number): Promise<string> =>
    addSession(
      house.program,
      [member],
      { series_id: seriesId },
      later({ hours: -24 * daysAgo - 2 }),
      later({ hours: -24 * daysAgo - 1 }),
    );
  const sign = async (sessionId: string, objectiveId: string): Promise<void> => {
    const { rows, ...signature } = signatureOf(sessionId, [{ ...member, objectiveId }]);
    const sentence = sentences.next().value ?? "";
    await house.done(house.therapist, signSession, {
      ...signature,
      rows: rows.map((row) => ({ ...row, sentence })),
    });
  };
  const carried = async (sessionId: string) =>
    (await house.room(sessionId)).rows[0]?.lastObjectiveId;

  const tonight = await meet(series, 0);
  expect(await carried(tonight)).toBeNull();
  await sign(await meet(null, 3), second);
  expect(await carried(tonight)).toBe(second);
  await sign(await meet(series, 2), third);
  await sign(await meet(other, 1), first);
  expect(await carried(tonight)).toBe(third);
  expect(await carried(await meet(null, -1))).toBe(first);
});

test("a guest is marked among the members of a series, and in a session by itself nobody is one", async () => {
  const members = await house.group(2);
  const flags = async (seriesId: string | null) => {
    const sessionId = await addSession(house.program, members, { series_id: seriesId });
    await house.product.ownerPool.query(
      "update stepwell.attendance set kind = 'guest' where session_id = $1",
      [sessionId],
    );
    return (await house.room(sessionId)).rows.map((row) => row.flags.includes("guest"));
  };
  expect(await flags(await addSeries())).toEqual([true, true]);
  expect(await flags(null)).toEqual([false, false]);
});
