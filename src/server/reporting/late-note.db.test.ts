import { afterAll, beforeAll, expect, test } from "vitest";
import { holdOf } from "#domain/billing/charges/day-holds.ts";
import { listLateNotes } from "#domain/reporting/late-note.api.ts";
import { readProgramFigures } from "#domain/reporting/program-figures.api.ts";
import { createTask } from "#domain/tasks/task.api.ts";
import { reportingRoutes } from "#server/reporting/reporting.routes.ts";
import { taskRoutes } from "#server/tasks/task.routes.ts";
import { openChargeHouse, type ChargeHouse } from "#test/support/charge-house.ts";
import { later } from "#test/support/test-product.ts";

let house: ChargeHouse;
let sessionId: string;

beforeAll(async () => {
  house = await openChargeHouse({}, [
    ...taskRoutes,
    ...reportingRoutes({ installation: { demo: () => Promise.resolve(null) } }),
  ]);
  sessionId = await house.group([await house.member("Ana", "Marlowe")], 0, 180);
});
afterAll(() => house.close());

test("a note that was asked for says by whom", async () => {
  const { therapist } = house;
  const asked = async () =>
    (await house.done(therapist, listLateNotes, { whose: "all" })).rows.map((note) => note.asked);
  expect(await asked()).toEqual([null]);
  await house.done(therapist, createTask, {
    words: "Please sign",
    about: { kind: "session-notes", id: sessionId },
    dueAt: later({ hours: 20 }),
  });
  expect(await asked()).toMatchObject([{ by: "Theo Lindqvist" }]);
});

test("a session that is over with nobody entered is a need, and no note of the figures", async () => {
  const lacking = await house.group([await house.member("Bo", "Quill")], 200, 60);
  const mark = (status: string, at: string | null) =>
    house.run(
      "update stepwell.attendance set status = $3, first_in_at = $4 where organization_id = $1 and session_id = $2",
      lacking,
      status,
      at,
    );
  const listed = async () =>
    (await house.done(house.therapist, listLateNotes, { whose: "all" })).rows.find(
      (row) => row.sessionId === lacking,
    );
  const director = await house.product.addPerson(house.here, ["director"]);
  const figures = async () => (await house.done(director, readProgramFigures, {})).lateNotes;

  await mark("expected", null);
  expect(await listed()).toMatchObject({ missing: 0, attended: 0, unmarked: 1 });
  const before = await figures();
  // Two days later it is late, and the figure of late notes still counts only notes.
  await house.run(
    "update stepwell.session set service_date = service_date - 5 where organization_id = $1 and id = $2",
    lacking,
  );
  expect(await listed()).toMatchObject({ isLate: true });
  expect(await figures()).toEqual(before);

  await mark("absent", null);
  expect(await listed()).toBeUndefined();
});

test("a seat nobody entered where others came is the lead's need, once every note is signed too", async () => {
  const members = [await house.member("Cy", "Redfern"), await house.member("Di", "Sorrel")];
  const lacking = await house.group(members, 280, 60);
  await house.sign(lacking);
  const mark = (status: string) =>
    house.run(
      "update stepwell.attendance set status = $4, first_in_at = null where organization_id = $1 and session_id = $2 and patient_id = $3",
      lacking,
      members[1]?.patientId,
      status,
    );
  const all = async () => (await house.done(house.therapist, listLateNotes, { whose: "all" })).rows;
  const listed = async () => (await all()).find((row) => row.sessionId === lacking);
  const director = await house.product.addPerson(house.here, ["director"]);
  const figures = async () => (await house.done(director, readProgramFigures, {})).lateNotes;

  expect(await listed()).toBeUndefined();
  await mark("expected");
  const before = await figures();
  expect(await listed()).toMatchObject({ missing: 0, attended: 1, unmarked: 1, seats: 2 });
  await house.run(
    "update stepwell.session set service_date = service_date - 5 where organization_id = $1 and id = $2",
    lacking,
  );
  expect(await listed()).toMatchObject({ isLate: true });
  expect(await figures()).toEqual(before);
  const late = (await all()).filter(({ isLate }) => isLate);
  expect(before.notes).toBe(late.reduce((sum, { missing }) => sum + missing, 0));

  await mark("absent");
  expect(await listed()).toBeUndefined();
});

test("a late note is not forgotten with time: it stays on the list and in the figure while it holds a day from billing", async () => {
  const member = await house.member("Fay", "Linden");
  const old = await house.group([member], 360, 60);
  await house.run(
    "update stepwell.session set service_date = service_date - 90 where organization_id = $1 and id = $2",
    old,
  );
  const director = await house.product.addPerson(house.here, ["director"]);
  const figures = async () => (await house.done(director, readProgramFigures, {})).lateNotes;
  const listed = async () =>
    (await house.done(house.therapist, listLateNotes, { whose: "all" })).rows.find(
      (row) => row.sessionId === old,
    );
  expect(await listed()).toBeUndefined();
  const before = await figures();

  await house.run(
    `insert into stepwell.day_charge (organization_id, id, enrollment_id, patient_id, site_id, service_date, state, is_test,
        total_cents, minutes, usage, zeroes, holds, fingerprint, label, made_at)
      select s.organization_id, gen_random_uuid(), $3, $4, s.site_id, s.service_date, 'held', false, 0, 60, '[]', '[]',
        $5::jsonb, '', 'part-2', now()
      from stepwell.session s where s.organization_id = $1 and s.id = $2`,
    old,
    member.enrollmentId,
    member.patientId,
    JSON.stringify([holdOf("note-missing", { sessionId: old })]),
  );
  const row = await listed();
  expect(row).toMatchObject({ isLate: true, missing: 1 });
  expect(await figures()).toEqual({
    ...before,
    notes: before.notes + 1,
    sessions: before.sessions + 1,
    earlier: 1,
    oldestOn: row?.serviceDate,
  });
});
