import { expect, test } from "vitest";
import { usageOf, usedBefore } from "#domain/billing/charges/day-authorization.ts";
import { dayChargesOf, dayStateOf } from "#domain/billing/charges/day-charges.ts";
import type { DayAuthorization, DayFacts, DayService } from "#domain/billing/charges/day-facts.ts";
import { contractWith, dayOf, idOf, serviceAt, termOf } from "#test/support/charged-day.ts";

const three = (facts: Partial<DayService> = {}) => [
  serviceAt(1),
  serviceAt(2),
  serviceAt(3, facts),
];
const contract = contractWith();
const holdsOf = (facts: DayFacts, by = contract) => dayChargesOf(facts, by).holds;

const allowance = (facts: Partial<DayAuthorization> = {}): DayAuthorization => ({
  id: idOf(20, 1),
  number: "A-1",
  startsOn: "2026-03-01",
  endsOn: "2026-03-31",
  units: 12,
  unit: "days",
  used: 0,
  ...facts,
});
const asking = contractWith({ authorization: { needed: true, unit: "days" } });

test("a day with all its paper is ready", () => {
  const facts = dayOf(three());
  expect(holdsOf(facts)).toEqual([]);
  expect(dayStateOf(facts, dayChargesOf(facts, contract))).toBe("ready");
});

test.each([
  [{ noteState: "none", noteId: null, noteMinutes: null }, "note-missing", "facilitator"],
  [{ noteState: "draft", noteId: null, noteMinutes: null }, "note-draft", "facilitator"],
  [{ noteState: "waiting-cosignature" }, "note-not-cosigned", "supervisor"],
  [{ noteMinutes: 55 }, "note-minutes-differ", "facilitator"],
] as const)("%o holds the bill", (facts, code, owner) => {
  const day = dayOf(three(facts));
  expect(holdsOf(day)).toMatchObject([{ code, owner, values: { sessionId: idOf(1, 3) } }]);
  const charges = dayChargesOf(day, contract);
  expect(charges.totalCents).toBe(30_000);
  expect(dayStateOf(day, charges)).toBe("held");
});

test("a note of a session that earns nothing holds nothing", () => {
  const visit = serviceAt(4, { service: "case-management", noteState: "none" });
  const by = contractWith({
    services: [termOf("group-therapy"), termOf("case-management", { mode: "not-billable" })],
  });
  expect(holdsOf(dayOf([...three(), visit]), by)).toEqual([]);
});

test("consent, credentials and diagnosis hold the bill, each with who can mend it", () => {
  const facts = dayOf(three(), {
    refusedToPayer: "no-consent",
    credentialLapsed: [idOf(1, 2)],
    diagnoses: [],
  });
  expect(holdsOf(facts).map(({ code, owner }) => `${code} ${owner}`)).toEqual([
    "credential-lapsed supervisor",
    "no-consent admissions",
    "no-diagnosis facilitator",
  ]);
});

test("what the patient had kept from the payer says so, and is no missing consent", () => {
  const facts = dayOf(three(), { refusedToPayer: "kept-back" });
  expect(holdsOf(facts)).toMatchObject([{ code: "kept-back", owner: "biller" }]);
});

test("the principal diagnosis is the payer's to accept, with or without its point", () => {
  const only = (...primaryPrefixes: string[]) =>
    contractWith({ diagnosis: { primaryPrefixes, most: 12 } });
  const diagnoses = [
    { code: "F10.20", rank: 2 },
    { code: "F33.1", rank: 1 },
  ];
  const facts = dayOf(three(), { diagnoses });
  expect(holdsOf(facts, only("F1"))).toMatchObject([
    { code: "diagnosis-not-accepted", values: { accepted: "F1" } },
  ]);
  expect(holdsOf(facts, only("F1", "F33.1"))).toEqual([]);
  expect(holdsOf(facts, only("F331"))).toEqual([]);
});

test("an authorization holds by its dates and by its units", () => {
  const day = (...authorizations: DayAuthorization[]) => dayOf(three(), { authorizations });
  expect(holdsOf(day(), asking)).toMatchObject([
    { code: "no-authorization", owner: "utilization-reviewer" },
  ]);
  expect(holdsOf(day(allowance({ endsOn: "2026-03-01" })), asking)).toMatchObject([
    { code: "no-authorization" },
  ]);
  expect(holdsOf(day(allowance({ used: 12 })), asking)).toMatchObject([
    { code: "authorization-used-up", values: { units: 12, used: 12, unit: "days" } },
  ]);
  const second = allowance({ id: idOf(20, 2), startsOn: "2026-03-02" });
  const charges = dayChargesOf(day(second, allowance({ used: 12 })), asking);
  expect(charges).toMatchObject({ holds: [], authorizationId: second.id });
});

test.each([
  ["days", 1],
  ["hours", 3],
  ["sessions", 3],
  ["units", 1],
] as const)("a day of three hours takes of %s %i", (unit, needed) => {
  const last = { unit, units: 12, used: 12 - needed };
  const day = (authorization: Partial<DayAuthorization>) =>
    dayOf(three(), { authorizations: [allowance(authorization)] });
  expect(holdsOf(day(last), asking)).toEqual([]);
  expect(holdsOf(day({ ...last, used: last.used + 0.5 }), asking)).toHaveLength(1);
});

test("a release lets its own reason go, until it is taken back", () => {
  const release = {
    id: idOf(30, 1),
    code: "no-authorization",
    reason: "It is on its way",
    releasedAt: "2026-03-03T16:00:00Z",
    releasedBy: "Beatrix Holloway",
    takenBack: null,
  } as const;
  const takenBack = { reason: "Not this day", at: "2026-03-03T17:00:00Z", by: "Beatrix Holloway" };
  const codes = (releases: DayFacts["releases"]) =>
    holdsOf(dayOf(three(), { releases }), asking).map(({ code }) => code);
  expect(codes([release])).toEqual([]);
  expect(codes([{ ...release, code: "authorization-used-up" }])).toEqual(["no-authorization"]);
  expect(codes([{ ...release, takenBack }])).toEqual(["no-authorization"]);
  expect(
    codes([
      { ...release, takenBack },
      { ...release, id: idOf(30, 2) },
    ]),
  ).toEqual([]);
});

test("what is carved out needs no authorization of the per diem and takes none", () => {
  const by = contractWith(
    {
      authorization: { needed: true, unit: "days" },
      services: [
        termOf("medication", { mode: "carved-out", procedure: { code: "99214", modifiers: [] } }),
      ],
    },
    { "99214": 15_000 },
  );
  const facts = dayOf([serviceAt(1, { service: "medication" })]);
  expect(holdsOf(facts, by)).toEqual([]);
  expect(usageOf("2026-03-02", dayChargesOf(facts, by).lines)).toMatchObject({
    days: 0,
    minutes: 0,
  });
});

test("only the days before count as used, from the first of the allowance on", () => {
  const usage = (serviceDate: string) => ({
    serviceDate,
    days: 1,
    minutes: 190,
    sessions: 3,
    units: 12,
  });
  const usages = ["2026-02-27", "2026-03-02", "2026-03-04", "2026-03-05", "2026-03-06"].map(usage);
  const used = (unit: DayAuthorization["unit"]) =>
    usedBefore(allowance({ unit }), "2026-03-05", usages);
  expect(used("days")).toBe(2);
  expect(used("hours")).toBeCloseTo(380 / 60);
  expect(used("sessions")).toBe(6);
  expect(used("units")).toBe(24);
});

test("a day that still runs is open, whatever it would bill", () => {
  const facts = dayOf(three({ isOver: false }));
  expect(dayStateOf(facts, dayChargesOf(facts, contract))).toBe("open");
  const calledOff = serviceAt(4, { isOver: false, status: "cancelled", creditedMinutes: 0 });
  const over = dayOf([...three(), calledOff]);
  expect(dayStateOf(over, dayChargesOf(over, contract))).toBe("ready");
  const short = dayOf([serviceAt(1)]);
  expect(dayStateOf(short, dayChargesOf(short, contract))).toBe("nothing");
});
