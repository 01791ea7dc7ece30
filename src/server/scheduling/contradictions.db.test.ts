import { afterAll, beforeAll, expect, test } from "vitest";
import { correctAttendance, listAttendanceEvents } from "#domain/scheduling/attendance.api.ts";
import { contradictionsIn } from "#domain/scheduling/contradiction.ts";
import { newId } from "#server/platform/ids.ts";
import { eventAt, openScheduleHouse, type ScheduleHouse } from "#test/support/schedule-house.ts";

let house: ScheduleHouse;
let sessionId: string;
let people: { patientId: string }[];
const who = (n: number): string => people[n]?.patientId ?? "";

beforeAll(async () => {
  house = await openScheduleHouse();
  const series = await house.series();
  people = await house.members(series.id, 6);
  sessionId = (await house.tonight(series.id)).id;
});
afterAll(() => house.product.close());

const nothingHeard = "2000-01-01T00:00:00Z";
const desk = { device: "Computer ACE", heardAt: nothingHeard };
const tablet = { device: "Tablet KRX", heardAt: nothingHeard };

const ledger = async () => (await house.done(house.lead, listAttendanceEvents, { sessionId })).rows;
const creditedOf = async (patientId: string): Promise<unknown> => {
  const { rows } = await house.product.ownerPool.query<Record<string, unknown>>(
    `select credited_minutes from stepwell.attendance where session_id = $1 and patient_id = $2`,
    [sessionId, patientId],
  );
  return rows[0]?.["credited_minutes"];
};

test("thirty minutes of a tablet without a network arrive in one request, and once though they are sent again", async () => {
  await house.moveTo("2026-11-20T04:10:00Z");
  const heard = eventAt(10, "arrive", who(0), desk);
  await house.record(sessionId, [heard]);
  const [kept] = await ledger();
  expect(kept).toMatchObject({ device: "Computer ACE", heardAt: nothingHeard });
  const batch = [
    eventAt(12, "absent", who(0), { ...tablet, reason: "no-call" }),
    ...[1, 2, 3].flatMap((n) => [
      eventAt(5 + n, "arrive", who(n), tablet),
      ...Array.from({ length: 9 }, (_, at) =>
        eventAt(30 + at * 10 + n, at % 2 === 0 ? "leave" : "arrive", who(n), tablet),
      ),
    ]),
    ...Array.from({ length: 30 }, (_, at) =>
      eventAt(20 + at * 4, at % 2 === 0 ? "break-start" : "break-end", null, tablet),
    ),
  ];
  expect(batch.length).toBeGreaterThan(60);
  const first = await house.record(sessionId, batch);
  expect(first.recorded).toHaveLength(batch.length);
  const again = await house.record(sessionId, batch);
  expect(again.repeated).toHaveLength(batch.length);
  expect(again.attendances).toEqual(first.attendances);
  const ids = new Set((await ledger()).map(({ id }) => id));
  expect(ids.size).toBe(batch.length + 1);
});

test("a contradiction is remarked to whoever brings it, found by the rule, and ended by a person's strike", async () => {
  const events = await ledger();
  const [found, ...others] = contradictionsIn(events);
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    kind: "there-or-absent",
    patientId: who(0),
    first: { event: { kind: "arrive", device: "Computer ACE" } },
    second: { event: { kind: "absent", device: "Tablet KRX" } },
  });
  const late = eventAt(40, "leave", who(1), { ...desk, device: "Computer JUN" });
  const answer = await house.record(sessionId, [late]);
  expect(answer.remarks).toContainEqual({ eventId: late.id, code: "contradicts" });
  expect(await creditedOf(who(0))).toBe(0);
  await house.done(house.lead, correctAttendance, {
    sessionId,
    why: "Two devices disagreed: “came 6:10” is right, “absent” is not.",
    events: [
      eventAt(60, "strike", who(0), { id: newId(), correctsId: found?.second?.event.id ?? null }),
      eventAt(60, "strike", who(1), { id: newId(), correctsId: late.id }),
    ],
  });
  expect(contradictionsIn(await ledger())).toEqual([]);
  expect(await creditedOf(who(0))).toBeGreaterThan(60);
  const struck = (await ledger()).filter(({ kind }) => kind === "strike");
  expect(struck.map(({ why }) => why)).toEqual([
    "Two devices disagreed: “came 6:10” is right, “absent” is not.",
    "Two devices disagreed: “came 6:10” is right, “absent” is not.",
  ]);
});
