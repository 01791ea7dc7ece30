import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Input } from "#domain/contract/route.ts";
import { addAuthorization, listAuthorizations } from "#domain/coverage/authorization.api.ts";
import {
  addCoverage,
  changeCoverage,
  endCoverage,
  listCoverageRevisions,
  listCoverages,
  orderCoverages,
  retireCoverage,
} from "#domain/coverage/coverage.api.ts";
import { openAdmissionHouse, type AdmissionHouse } from "#test/support/admission-house.ts";

let house: AdmissionHouse;
let payerId: string;
beforeAll(async () => {
  house = await openAdmissionHouse();
  payerId = await house.payer("Prairie Shield");
});
afterAll(() => house.product.close());

const policy = () =>
  ({
    payerId,
    memberNumber: "XQ 4411 902",
    relationToSubscriber: "self",
    effectiveFrom: "2026-01-01",
  }) satisfies Omit<Input<typeof addCoverage>, "patientId">;
const ofParent = () =>
  ({
    ...policy(),
    relationToSubscriber: "child",
    subscriberGivenName: "Marisol",
    subscriberMiddleName: "T.",
    subscriberFamilyName: "de la Cruz",
    subscriberBirthDate: "1980-02-03",
    subscriberSex: "female",
    subscriberAddress: {
      street: "9 Elm",
      unit: "2",
      city: "Denver",
      state: "CO",
      postalCode: "80203",
    },
  }) satisfies Omit<Input<typeof addCoverage>, "patientId">;
const somebody = () => house.patient("Juniper", "Ellsworth");
const reason = "because";

describe("a policy", () => {
  test("after admission is added with whom it names, and says what a claim would lack", async () => {
    const patientId = await somebody();
    const made = await house.done(addCoverage, { patientId, ...ofParent() });
    expect(made).toMatchObject({
      rank: 1,
      subscriberName: "Marisol T. de la Cruz",
      subscriberAddress: { street: "9 Elm", unit: "2", postalCode: "80203" },
      lacks: ["patient-sex", "patient-address"],
    });
    await house.product.ownerPool.query(
      "update stepwell.patient set sex_at_birth = 'female', street = '9 Elm', city = 'Denver', state = 'CO', postal_code = '80203' where organization_id = $1 and id = $2",
      [house.here.organizationId, patientId],
    );
    const { rows } = await house.done(listCoverages, { patientId });
    expect(rows[0]?.lacks).toEqual([]);
  });

  test("of one's own names nobody else; a name of two words is taken apart, of more it is not", async () => {
    const patientId = await somebody();
    const own = await house.done(addCoverage, {
      patientId,
      ...ofParent(),
      relationToSubscriber: "self",
    });
    expect(own).toMatchObject({ subscriberName: null, subscriberBirthDate: null });
    const short = {
      ...policy(),
      relationToSubscriber: "spouse",
      subscriberName: "Rhoda Reyes",
    } as const;
    expect(await house.done(addCoverage, { patientId, ...short })).toMatchObject({
      subscriberGivenName: "Rhoda",
      subscriberFamilyName: "Reyes",
    });
    const long = { ...short, subscriberName: "Ana María de la Cruz" };
    const made = await house.done(addCoverage, { patientId, ...long });
    expect(made.subscriberFamilyName).toBeNull();
    expect(made.lacks).toContain("subscriber-name");
  });

  test("somebody else's without a subscriber, and one that ends before it begins, are refused", async () => {
    const patientId = await somebody();
    const nameless = { patientId, ...policy(), relationToSubscriber: "spouse" } as const;
    expect(await house.refused(addCoverage, nameless)).toMatchObject({
      status: 400,
      fields: { subscriberName: { code: "missing" } },
    });
    const { id: coverageId } = await house.done(addCoverage, { patientId, ...policy() });
    const early = { coverageId, version: 1, endsOn: "2025-12-31", reason };
    expect(await house.refused(endCoverage, early)).toMatchObject({
      status: 400,
      fields: { endsOn: { code: "before-start" } },
    });
  });

  test("that is put right keeps in its history what stood there", async () => {
    const patientId = await somebody();
    const { id: coverageId } = await house.done(addCoverage, { patientId, ...ofParent() });
    const mended = await house.done(changeCoverage, {
      coverageId,
      version: 1,
      memberNumber: "XQ 4411 903",
      subscriberSex: "unknown",
    });
    expect(mended).toMatchObject({
      version: 2,
      memberNumber: "XQ 4411 903",
      subscriberSex: "unknown",
    });
    const same = await house.done(changeCoverage, {
      coverageId,
      version: 2,
      memberNumber: "XQ 4411 903",
    });
    expect(same.version).toBe(2);
    expect(
      await house.refused(changeCoverage, { coverageId, version: 1, planName: "Gold" }),
    ).toMatchObject({ status: 409, code: "changed-meanwhile" });
    const { rows } = await house.done(listCoverageRevisions, { coverageId });
    expect(rows.map(({ verb }) => verb)).toEqual(["change", "create"]);
    expect(rows[0]?.changes).toMatchObject({
      memberNumber: { from: "XQ 4411 902", to: "XQ 4411 903" },
      subscriberSex: { from: "female", to: "unknown" },
    });
  });

  test("that ends stays; one entered by mistake leaves, unless something is authorized under it", async () => {
    const stay = await house.admitted("Juniper", "Ellsworth");
    const { patientId } = stay;
    const { id: coverageId } = await house.done(addCoverage, { patientId, ...policy() });
    const allowed = {
      number: "A-1",
      startsOn: "2026-11-02",
      endsOn: "2026-12-02",
      units: 12,
      unit: "days",
    } as const;
    await house.done(addAuthorization, { enrollmentId: stay.id, coverageId, ...allowed });
    expect(await house.refused(retireCoverage, { coverageId, version: 1, reason })).toMatchObject({
      status: 409,
      code: "has-authorizations",
    });
    const ended = await house.done(endCoverage, {
      coverageId,
      version: 1,
      endsOn: "2026-12-31",
      reason,
    });
    expect(ended.effectiveTo).toBe("2026-12-31");
    const other = await house.done(addCoverage, {
      patientId,
      ...policy(),
      effectiveFrom: "2027-01-01",
    });
    expect(other.rank).toBe(1);
    await house.done(retireCoverage, { coverageId: other.id, version: 1, reason });
    expect(
      await house.refused(changeCoverage, { coverageId: other.id, version: 2, planName: "x" }),
    ).toMatchObject({ status: 409, code: "retired" });
    const { rows } = await house.done(listCoverages, { patientId });
    expect(rows.map(({ id }) => id)).toEqual([coverageId]);
  });
});

describe("the order of payers", () => {
  test("puts a new policy behind those in force, is changed as a whole, and has three places", async () => {
    const patientId = await somebody();
    const add = () => house.done(addCoverage, { patientId, ...policy() });
    const [first, second, third] = [await add(), await add(), await add()];
    expect([first, second, third].map(({ rank }) => rank)).toEqual([1, 2, 3]);
    expect(await house.refused(addCoverage, { patientId, ...policy() })).toMatchObject({
      status: 409,
      code: "too-many-policies",
    });
    const { rows } = await house.done(orderCoverages, {
      patientId,
      coverageIds: [third.id, first.id, second.id],
    });
    expect(rows.map(({ id, rank }) => [id, rank])).toEqual([
      [third.id, 1],
      [first.id, 2],
      [second.id, 3],
    ]);
    for (const coverageIds of [[first.id], [first.id, first.id, second.id]])
      expect(await house.refused(orderCoverages, { patientId, coverageIds })).toMatchObject({
        status: 409,
        code: "order-incomplete",
      });
  });

  test("gives two policies that are added at once two places", async () => {
    const patientId = await somebody();
    const add = () => house.done(addCoverage, { patientId, ...policy() });
    const ranks = (await Promise.all([add(), add()])).map(({ rank }) => rank);
    expect(ranks.toSorted()).toEqual([1, 2]);
  });
});

test("an authorization says what the ledger used of it and what is left", async () => {
  const stay = await house.admitted("Juniper", "Ellsworth");
  const { patientId, id: enrollmentId } = stay;
  const { id: coverageId } = await house.done(addCoverage, { patientId, ...policy() });
  const add = (number: string, units: number, unit: "days" | "hours" | "sessions" | "units") =>
    house.done(addAuthorization, {
      enrollmentId,
      coverageId,
      number,
      startsOn: "2026-11-09",
      endsOn: "2026-11-30",
      units,
      unit,
    });
  for (const [unit, units] of [
    ["days", 2],
    ["hours", 20],
    ["sessions", 5],
    ["units", 9],
  ] as const)
    await add(`A-${unit}`, units, unit);
  await attended(stay, [
    // Before the span, two sessions of one day, one that credits nothing, and another day.
    ["2026-11-05", 90],
    ["2026-11-10", 90],
    ["2026-11-10", 85],
    ["2026-11-11", 0],
    ["2026-11-12", 90],
  ]);
  const { rows } = await house.done(listAuthorizations, { patientId });
  const use = Object.fromEntries(rows.map(({ unit, use: used }) => [unit, used]));
  expect(use).toEqual({
    days: { used: 2, left: 0 },
    hours: { used: 4, left: 16 },
    sessions: { used: 3, left: 2 },
    units: null,
  });
});

/** Rows of the ledger for a stay, put in by the owner of the database: a day and what was credited. */
const attended = async (
  stay: { readonly id: string; readonly patientId: string },
  days: readonly (readonly [string, number])[],
): Promise<void> => {
  const at = house.product.clock.now().toString();
  const activity = await house.insert(
    "insert into stepwell.activity_type (organization_id, id, name, format, modality, counts_toward_hours, created_at) values ($1, $2, 'Group', 'group', 'process', true, $3)",
    [at],
  );
  const rule = await house.insert(
    "insert into stepwell.attendance_rule (organization_id, id, name, effective_from, grace_minutes, breaks_count, minimum_minutes, source, published_at) values ($1, $2, 'Test', '2020-01-01', 5, false, 0, 'Test', $3)",
    [at],
  );
  for (const [day, minutes] of days) {
    const session = await house.insert(
      "insert into stepwell.session (organization_id, id, name, activity_type_id, site_id, program_id, zone, service_date, starts_at, ends_at, capacity, created_at) values ($1, $2, 'Evening', $3, $4, $5, 'America/Denver', $6, $6::date, $6::date + interval '90 minutes', 12, $7)",
      [activity, house.siteId, house.programId, day, at],
    );
    await house.insert(
      "insert into stepwell.attendance (organization_id, id, session_id, patient_id, enrollment_id, kind, status, service_date, starts_at, scheduled_minutes, delivered_minutes, credited_minutes, attendance_rule_id, label, changed_at) values ($1, $2, $3, $4, $5, 'member', 'present', $6, $6::date, 90, $7, $7, $8, 'part-2', $9)",
      [session, stay.patientId, stay.id, day, minutes, rule, at],
    );
  }
};

describe("the walls", () => {
  test("another organization finds nothing, and a facilitator neither reads nor writes", async () => {
    const patientId = await somebody();
    const { id: coverageId } = await house.done(addCoverage, { patientId, ...policy() });
    const { stranger, facilitator } = house;
    const ending = { coverageId, version: 1, endsOn: "2026-12-31", reason };
    expect(await house.refused(endCoverage, ending, stranger)).toMatchObject({ status: 404 });
    expect(await house.refused(listCoverages, { patientId }, stranger)).toMatchObject({
      status: 404,
    });
    expect(await house.refused(endCoverage, ending, facilitator)).toMatchObject({ status: 403 });
    expect(await house.refused(listCoverages, { patientId }, facilitator)).toMatchObject({
      status: 403,
    });
    const order = { patientId, coverageIds: [coverageId] };
    expect(await house.refused(orderCoverages, order, stranger)).toMatchObject({ status: 404 });
  });
});
