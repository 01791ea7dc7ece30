import { afterAll, beforeAll, expect, test } from "vitest";
import { listDayCharges, type DayChargeRow } from "#domain/billing/charges/day-charge.api.ts";
import { serviceRenderedKind } from "#domain/charting/charting.events.ts";
import { correctAttendance } from "#domain/scheduling/attendance.api.ts";
import { enqueue } from "#server/platform/outbox/outbox.ts";
import {
  chargeDay,
  chargeHeldDays,
  chargeUnchargedDays,
  markClaimed,
  readyDays,
  releaseDays,
} from "#server/billing/charges/day-charge.service.ts";
import { newId } from "#server/platform/ids.ts";
import type { Work } from "#server/platform/work.ts";
import { openChargeHouse, type ChargeHouse } from "#test/support/charge-house.ts";
import type { Member } from "#test/support/note-ground.ts";

const today = "2026-11-19";
const range = { from: today, to: today };
let house: ChargeHouse;
let number = 0;
beforeAll(async () => {
  house = await openChargeHouse();
});
afterAll(() => house.close());

const somebody = () => house.member(`Ana${++number}`, "Marlowe");
const inside = <Result>(act: (work: Work) => Promise<Result>) =>
  house.product.inside(house.here, act);
const charge = ({ enrollmentId }: Member) => inside((work) => chargeDay(work, enrollmentId, today));
const keptOf = async ({ patientId }: Member): Promise<DayChargeRow[]> =>
  (await house.done(house.biller, listDayCharges, { patientId })).rows;
const onlyDay = async (member: Member): Promise<DayChargeRow> => {
  const [day, ...others] = await keptOf(member);
  if (day === undefined || others.length > 0) throw new Error("there is not exactly one day");
  return day;
};

/** Three hours in two groups, signed; answers the second group. */
const fullDay = async (member: Member): Promise<string> => {
  const first = await house.group([member], 0, 90);
  const second = await house.group([member], 100, 90);
  await house.sign(first);
  await house.sign(second);
  await charge(member);
  return second;
};

const setMinutes = (sessionId: string, minutes: number) =>
  house.run(
    "update stepwell.attendance set delivered_minutes = $3, credited_minutes = $3 where organization_id = $1 and session_id = $2",
    sessionId,
    minutes,
  );

test("two signed groups are one day, ready to be billed", async () => {
  const member = await somebody();
  await fullDay(member);
  expect(await onlyDay(member)).toMatchObject({
    serviceDate: today,
    state: "ready",
    totalCents: 30_000,
    minutes: 180,
    contractName: "Foxglove IOP",
    lines: [{ procedure: "S9480", revenueCode: "0905", units: 1, chargeCents: 30_000 }],
    holds: [],
    differs: false,
  });
});

test("the same facts write nothing, however often they are asked", async () => {
  const member = await somebody();
  await fullDay(member);
  const before = await onlyDay(member);
  expect(await charge(member)).toEqual({ days: 1, changed: 0, differing: 0 });
  expect(await onlyDay(member)).toEqual(before);
});

test("what charting says was rendered makes the days of everybody in the session", async () => {
  const [one, other] = [await somebody(), await somebody()];
  const sessionId = await house.group([one, other], 0, 180);
  await house.sign(sessionId);
  await inside((work) =>
    enqueue(work, {
      kind: serviceRenderedKind,
      recordId: sessionId,
      payload: { act: "signed", sessionId, noteIds: newId() },
    }),
  );
  expect(await keptOf(one)).toEqual([]);
  await house.runErrands();
  expect([await onlyDay(one), await onlyDay(other)]).toMatchObject([
    { state: "ready", totalCents: 30_000 },
    { state: "ready", totalCents: 30_000 },
  ]);
});

test("minutes that are put right make the day anew", async () => {
  const member = await somebody();
  const sessionId = await house.group([member], 0, 180);
  await house.sign(sessionId);
  await charge(member);
  const [begin, end] = ["14:00", "16:50"].map((clock) => `${today}T${clock}:00Z`);
  const event = (kind: "start" | "end" | "arrive" | "leave", occurredAt = begin ?? "") => ({
    id: newId(),
    patientId: kind === "start" || kind === "end" ? null : member.patientId,
    kind,
    mode: kind === "arrive" ? ("room" as const) : null,
    occurredAt,
  });
  await house.done(house.therapist, correctAttendance, {
    sessionId,
    why: "Left ten minutes early",
    events: [event("arrive"), event("leave", end)],
  });
  await house.runErrands();
  const day = await onlyDay(member);
  expect(day).toMatchObject({ state: "nothing", totalCents: 0, lines: [] });
  expect(day.zeroes).toMatchObject([
    { sessionId, code: "day-below-minimum", values: { minutes: 170, minimumMinutes: 180 } },
  ]);
});

test("an unsigned note and a revoked consent keep a day from being ready", async () => {
  const [unsigned, unasked] = [await somebody(), await somebody()];
  await house.group([unsigned], 0, 180);
  await charge(unsigned);
  expect(await onlyDay(unsigned)).toMatchObject({
    state: "held",
    totalCents: 30_000,
    holds: [{ code: "note-missing", owner: "facilitator" }],
  });
  await fullDay(unasked);
  await house.run(
    "update stepwell.consent set revoked_on = '2026-11-18', revocation_reason = 'Asked' where organization_id = $1 and patient_id = $2",
    unasked.patientId,
  );
  await charge(unasked);
  expect(await onlyDay(unasked)).toMatchObject({
    state: "held",
    holds: [{ code: "no-consent", owner: "admissions" }],
  });
  await house.run(
    "update stepwell.consent set revoked_on = null, revocation_reason = null where organization_id = $1 and patient_id = $2",
    unasked.patientId,
  );
  await inside(chargeHeldDays);
  expect(await onlyDay(unasked)).toMatchObject({ state: "ready", holds: [] });
});

test("a day that still runs is open, whatever it would bill already", async () => {
  const member = await somebody();
  await house.sign(await house.group([member], 0, 180));
  const running = await house.group([member], 355, 60);
  await house.run(
    "update stepwell.session set state = 'open' where organization_id = $1 and id = $2",
    running,
  );
  await charge(member);
  expect(await onlyDay(member)).toMatchObject({ state: "open", totalCents: 30_000 });
});

test("a note that waits for a supervisor holds the day, one that was retracted ends it", async () => {
  const member = await somebody();
  const sessionId = await house.group([member], 0, 180);
  await house.sign(sessionId, { needs_cosignature: true });
  await charge(member);
  expect(await onlyDay(member)).toMatchObject({
    state: "held",
    holds: [{ code: "note-not-cosigned" }],
  });
  const act = async (kind: string) => {
    await house.run(
      `insert into stepwell.note_act (organization_id, id, note_id, patient_id, kind, at, account_id, actor_name, content_sha256)
        select organization_id, gen_random_uuid(), id, patient_id, $3, now(), gen_random_uuid(), 'Test', ''
          from stepwell.member_note where organization_id = $1 and session_id = $2`,
      sessionId,
      kind,
    );
    await charge(member);
  };
  await act("cosign");
  expect(await onlyDay(member)).toMatchObject({ state: "ready", totalCents: 30_000 });
  await act("retract");
  expect(await onlyDay(member)).toMatchObject({
    state: "nothing",
    totalCents: 0,
    zeroes: [{ code: "note-retracted" }],
  });
});

test("a policy that was entered later takes the day over; nobody is billed twice", async () => {
  const member = await somebody();
  await fullDay(member);
  await house.run(
    "update stepwell.coverage set retired_at = now() where organization_id = $1 and id = $2",
    member.coverageId,
  );
  await charge(member);
  expect(await onlyDay(member)).toMatchObject({
    payer: null,
    state: "held",
    totalCents: 0,
    holds: [{ code: "no-coverage" }],
  });
});

test("a claimed day stays as it was claimed, says what it would be, and takes that back", async () => {
  const member = await somebody();
  const second = await fullDay(member);
  const { id } = await onlyDay(member);
  const claimId = await house.claim(member);
  await inside((work) => markClaimed(work, [{ claimId, dayIds: [id] }]));
  expect(await charge(member)).toEqual({ days: 1, changed: 0, differing: 0 });
  await setMinutes(second, 80);
  expect(await charge(member)).toEqual({ days: 1, changed: 1, differing: 1 });
  expect(await charge(member)).toEqual({ days: 1, changed: 0, differing: 1 });
  expect(await onlyDay(member)).toMatchObject({
    state: "claimed",
    totalCents: 30_000,
    differs: true,
    lines: [{ chargeCents: 30_000 }],
    holds: [
      {
        code: "claim-needs-correction",
        owner: "biller",
        values: { claimedCents: 30_000, nowCents: 0 },
      },
    ],
  });
  await setMinutes(second, 90);
  await charge(member);
  expect(await onlyDay(member)).toMatchObject({ state: "claimed", differs: false, holds: [] });
});

test("a day that leaves its claim stands again where its facts put it", async () => {
  const member = await somebody();
  const second = await fullDay(member);
  const { id } = await onlyDay(member);
  const claimId = await house.claim(member);
  await inside((work) => markClaimed(work, [{ claimId, dayIds: [id] }]));
  await setMinutes(second, 85);
  await inside((work) => releaseDays(work, [id]));
  expect(await onlyDay(member)).toMatchObject({
    id,
    state: "nothing",
    claimId: null,
    totalCents: 0,
  });
});

test("of two who claim a day one is refused, and a day that is not ready is claimed by nobody", async () => {
  const member = await somebody();
  await fullDay(member);
  const { id } = await onlyDay(member);
  const claimId = await house.claim(member);
  const claim = () => inside((work) => markClaimed(work, [{ claimId, dayIds: [id] }]));
  const outcomes = await Promise.allSettled([claim(), claim()]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(outcomes.filter(({ status }) => status === "rejected")).toMatchObject([
    { reason: { code: "days-not-ready" } },
  ]);
  const ready = await inside((work) => readyDays(work, range));
  expect(ready.map((day) => day.id)).not.toContain(id);
});

test("two who make the same day anew at once leave one day", async () => {
  const member = await somebody();
  await house.sign(await house.group([member], 0, 180));
  await Promise.all([charge(member), charge(member), charge(member)]);
  expect(await onlyDay(member)).toMatchObject({ state: "ready", version: 1 });
});

test("a day that nobody signed is found when it is over, and only then", async () => {
  const [over, running] = [await somebody(), await somebody()];
  await house.group([over], 0, 180);
  await house.run(
    "update stepwell.session set state = 'open' where organization_id = $1 and id = $2",
    await house.group([running], 340, 60),
  );
  await inside(chargeUnchargedDays);
  expect(await onlyDay(over)).toMatchObject({ state: "held", holds: [{ code: "note-missing" }] });
  expect(await keptOf(running)).toEqual([]);
  expect(await inside(chargeUnchargedDays)).toEqual({ days: 0, changed: 0, differing: 0 });
});

test("a day on which nobody came any more is taken away", async () => {
  const member = await somebody();
  const sessionId = await house.group([member], 0, 180);
  await charge(member);
  expect(await keptOf(member)).toHaveLength(1);
  await setMinutes(sessionId, 0);
  await charge(member);
  expect(await keptOf(member)).toEqual([]);
});
