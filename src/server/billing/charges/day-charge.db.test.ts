import { afterAll, beforeAll, expect, test } from "vitest";
import {
  explainDay,
  explainSession,
  listDayCharges,
  previewDate,
  recomputeDays,
  tryContract,
} from "#domain/billing/charges/day-charge.api.ts";
import { chargeSessions } from "#server/billing/charges/day-charge.service.ts";
import { newId } from "#server/platform/ids.ts";
import {
  openChargeHouse,
  type ChargeHouse,
  type CoveredMember,
} from "#test/support/charge-house.ts";

const today = "2026-11-19";
let house: ChargeHouse;
let ana: CoveredMember;
let ben: CoveredMember;
let morning: string;
let noon: string;
beforeAll(async () => {
  house = await openChargeHouse();
  ana = await house.member("Ana", "Marlowe");
  ben = await house.member("Ben", "Okafor");
  morning = await house.group([ana, ben], 0, 90);
  noon = await house.group([ana], 100, 90);
  await house.sign(morning);
});
afterAll(() => house.close());

const day = (member: CoveredMember) => ({
  enrollmentId: member.enrollmentId,
  serviceDate: today,
});

test("what a day would bill is told before anything is kept, with the reason of every line", async () => {
  const told = await house.done(house.biller, explainDay, day(ana));
  expect(told).toMatchObject({
    patientName: "Ana Marlowe",
    payer: { name: "Foxglove Health" },
    contract: { name: "Foxglove IOP", versionNumber: 1 },
    state: "held",
    kept: null,
    isAsKept: false,
    charges: {
      totalCents: 30_000,
      lines: [
        {
          rule: {
            code: "per-diem-reached",
            values: { minutes: 180, minimumMinutes: 180 },
            source: "Exhibit B",
          },
          sessions: [
            { sessionId: morning, minutes: 90 },
            { sessionId: noon, minutes: 90 },
          ],
        },
      ],
      holds: [{ code: "note-missing", values: { sessionId: noon } }],
    },
  });
  expect(told.services.map(({ noteState }) => noteState)).toEqual(["signed", "none"]);
});

test("a day is told beside what is kept of it, and whether they agree", async () => {
  await house.done(house.biller, recomputeDays, { from: today, to: today });
  expect(await house.done(house.biller, explainDay, day(ana))).toMatchObject({
    isAsKept: true,
    kept: { state: "held", totalCents: 30_000 },
  });
  await house.sign(noon);
  expect(await house.done(house.biller, explainDay, day(ana))).toMatchObject({
    state: "ready",
    isAsKept: false,
    kept: { state: "held" },
  });
  expect(await house.done(house.biller, recomputeDays, { from: today, to: today })).toEqual({
    days: 2,
    changed: 1,
    differing: 0,
  });
  expect(await house.done(house.biller, explainDay, day(ana))).toMatchObject({ isAsKept: true });
});

test("a session tells for each person in it what part it has in the day", async () => {
  const { name, rows } = await house.done(house.biller, explainSession, { sessionId: morning });
  expect(name).toBe("Evening group");
  expect(rows).toMatchObject([
    {
      patientName: "Ana Marlowe",
      creditedMinutes: 90,
      lines: [{ procedure: "S9480", units: 1 }],
      zeroes: [],
      dayTotalCents: 30_000,
    },
    {
      patientName: "Ben Okafor",
      lines: [],
      zeroes: [{ code: "day-below-minimum", values: { minutes: 90, minimumMinutes: 180 } }],
      dayTotalCents: 0,
      state: "nothing",
    },
  ]);
});

test("a date tells for everybody who was there, and for one person also what is planned", async () => {
  const cleo = await house.member("Cleo", "Vance");
  const planned = await house.group([cleo], 355, 60);
  await house.run(
    `update stepwell.attendance set status = 'expected', first_in_at = null, last_out_at = null, delivered_minutes = 0, credited_minutes = 0
      where organization_id = $1 and session_id = $2`,
    planned,
  );
  await house.run(
    "update stepwell.session set state = 'scheduled' where organization_id = $1 and id = $2",
    planned,
  );
  const date = { serviceDate: today };
  const told = await house.done(house.biller, previewDate, date);
  expect(told.totalCents).toBe(30_000);
  expect(told.rows.map(({ patientName, totalCents }) => [patientName, totalCents])).toEqual([
    ["Ana Marlowe", 30_000],
    ["Ben Okafor", 0],
  ]);
  const { patientId } = cleo;
  expect(await house.done(house.biller, previewDate, { ...date, patientId })).toMatchObject({
    rows: [{ patientName: "Cleo Vance", zeroes: [{ sessionId: planned, code: "not-over" }] }],
  });
  expect(await house.done(house.stranger, previewDate, { ...date, patientId })).toMatchObject({
    rows: [],
    totalCents: 0,
  });
});

test("charge review goes page by page, and says what stands where", async () => {
  const first = await house.done(house.biller, listDayCharges, { limit: 1 });
  expect(first).toMatchObject({
    total: 2,
    states: [
      { state: "nothing", days: 1, totalCents: 0 },
      { state: "ready", days: 1, totalCents: 30_000 },
    ],
  });
  const cursor = first.nextCursor ?? "";
  const second = await house.done(house.biller, listDayCharges, { limit: 1, cursor });
  expect(second.nextCursor).toBeNull();
  const names = [...first.rows, ...second.rows].map(({ patientName }) => patientName);
  expect(names.toSorted()).toEqual(["Ana Marlowe", "Ben Okafor"]);
  const ready = await house.done(house.biller, listDayCharges, { state: "ready", from: today });
  const records = await house.run(
    "select mrn from stepwell.patient where organization_id = $1 and id = $2",
    ana.patientId,
  );
  expect(ready).toMatchObject({
    total: 1,
    rows: [{ patientName: "Ana Marlowe", mrn: records.rows[0]?.mrn }],
  });
  expect(await house.done(house.biller, listDayCharges, { to: "2026-11-18" })).toMatchObject({
    rows: [],
    total: 0,
    states: [],
  });
  expect(await house.refused(house.biller, listDayCharges, { cursor: "made-up" })).toEqual({
    status: 400,
    code: "invalid-input",
  });
});

test("a contract is tried on a made-up day and on a real one, and nothing is kept", async () => {
  const before = await house.run("select * from stepwell.day_charge where organization_id = $1");
  const trial = { contractVersionId: house.payer.versionId, serviceDate: today };
  const tried = await house.done(house.biller, tryContract, {
    ...trial,
    services: [
      { service: "group-therapy", minutes: 90 },
      { service: "group-therapy", minutes: 80 },
      { service: "medication", minutes: 20 },
    ],
  });
  expect(tried.charges).toMatchObject({ totalCents: 0, lines: [], holds: [] });
  expect(tried.charges.zeroes.map(({ code }) => code)).toEqual([
    "service-not-in-contract",
    "day-below-minimum",
    "day-below-minimum",
  ]);
  const enrollmentId = ana.enrollmentId;
  const real = await house.done(house.biller, tryContract, { ...trial, enrollmentId });
  expect(real).toMatchObject({ patientId: ana.patientId, charges: { totalCents: 30_000 } });
  const nothing = await house.refused(house.biller, tryContract, trial);
  expect(nothing).toEqual({ status: 409, code: "day-without-services" });
  const after = await house.run("select * from stepwell.day_charge where organization_id = $1");
  expect(after.rows).toEqual(before.rows);
});

test("whoever may not see charges is refused, and another organization finds none of them", async () => {
  const { stranger, therapist } = house;
  const notFound = { status: 404, code: "not-found" };
  expect(await house.refused(stranger, explainDay, day(ana))).toEqual(notFound);
  expect(await house.refused(stranger, explainSession, { sessionId: morning })).toEqual(notFound);
  const trial = {
    contractVersionId: house.payer.versionId,
    serviceDate: today,
    services: [{ service: "group-therapy", minutes: 60 }],
  };
  expect(await house.refused(stranger, tryContract, trial)).toEqual(notFound);
  expect(await house.done(stranger, listDayCharges, {})).toMatchObject({ rows: [], total: 0 });
  expect(await house.done(stranger, recomputeDays, { from: today, to: today })).toMatchObject({
    days: 0,
  });
  const notAllowed = { status: 403, code: "not-allowed" };
  expect(await house.refused(therapist, listDayCharges, {})).toEqual(notAllowed);
  expect(await house.refused(therapist, explainDay, day(ana))).toEqual(notAllowed);
  expect(await house.refused(therapist, recomputeDays, { from: today, to: today })).toEqual(
    notAllowed,
  );
  const unknown = { enrollmentId: newId(), serviceDate: today };
  expect(await house.refused(house.biller, explainDay, unknown)).toEqual(notFound);
});

test("a range that is too long or turned round is refused", async () => {
  const long = { from: "2026-01-01", to: today };
  expect(await house.refused(house.biller, recomputeDays, long)).toEqual({
    status: 409,
    code: "too-many-days",
  });
  const turned = { from: today, to: "2026-11-01" };
  expect(await house.refused(house.biller, recomputeDays, turned)).toMatchObject({ status: 400 });
});

test("whom a day was told of stands in the trail", async () => {
  const { rows } = await house.run(
    `select e.verb from stepwell.audit_event e join stepwell.audit_subject s on s.organization_id = e.organization_id and s.audit_id = e.id
      where e.organization_id = $1 and s.patient_id = $2 and e.verb like 'day-charge.%' group by 1 order by 1`,
    ana.patientId,
  );
  expect(rows.map(({ verb }) => verb)).toEqual([
    "day-charge.explain",
    "day-charge.list",
    "day-charge.preview",
    "day-charge.session",
  ]);
});

test("the days of several sessions are made once each, however many of them lie in a day", async () => {
  const charged = await house.product.inside(house.here, (work) =>
    chargeSessions(work, [morning, noon]),
  );
  expect(charged.days).toBe(2);
});

test("a make-up beyond those that count in its week says that this is why it earns nothing", async () => {
  const dana = await house.member("Dana", "Quill");
  const madeUp = await house.group([dana], 200, 90);
  await house.run(
    `update stepwell.attendance set credited_minutes = 0, is_over_limit = true where organization_id = $1 and session_id = $2`,
    madeUp,
  );
  expect(await house.done(house.biller, explainSession, { sessionId: madeUp })).toMatchObject({
    rows: [
      {
        zeroes: [
          {
            code: "no-credited-minutes",
            values: { deliveredMinutes: 90, isOverLimit: true },
          },
        ],
      },
    ],
  });
});

test("as many days are looked at anew as are listed: whoever has only just come in has none yet", async () => {
  const span = { from: today, to: today };
  await house.done(house.biller, recomputeDays, span);
  const dora = await house.member("Dora", "Quill");
  await house.run(
    `update stepwell.attendance set delivered_minutes = 0, credited_minutes = 0
      where organization_id = $1 and session_id = $2`,
    await house.group([dora], 355, 60),
  );
  const { total } = await house.done(house.biller, listDayCharges, span);
  const { days } = await house.done(house.biller, recomputeDays, span);
  expect(days).toBe(total);
  expect((await house.done(house.biller, listDayCharges, span)).total).toBe(total);
});
