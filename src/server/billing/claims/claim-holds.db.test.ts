import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { explainDay } from "#domain/billing/charges/day-charge.api.ts";
import { releaseDay } from "#domain/billing/charges/day-release.api.ts";
import { buildClaims, listClaims, readClaim, voidClaim } from "#domain/billing/claims/claim.api.ts";
import { listHolds } from "#domain/billing/claims/hold.api.ts";
import { recheckClaims } from "#server/billing/claims/recheck.service.ts";
import { newId } from "#server/platform/ids.ts";
import type { CoveredMember } from "#test/support/charge-house.ts";
import { openClaimHouse, type ClaimHouse } from "#test/support/claim-house.ts";
import { testNow } from "#test/support/test-product.ts";

const serviceDate = "2026-11-19";
const range = { from: "2026-11-01", to: serviceDate };
let house: ClaimHouse;
let number = 0;
beforeAll(async () => {
  house = await openClaimHouse({ authorization: { needed: true, unit: "days" } });
});
afterAll(() => house.close());

const build = () => house.done(house.biller, buildClaims, range);
const send = () => house.sendClaims(range);
const authorize = ({ patientId, enrollmentId, coverageId }: CoveredMember) =>
  house.program.add("authorization", {
    id: newId(),
    patient_id: patientId,
    enrollment_id: enrollmentId,
    coverage_id: coverageId,
    number: "PA-77",
    starts_on: "2026-11-01",
    ends_on: "2026-12-31",
    units: 30,
    unit: "days",
    created_at: testNow,
  });
const somebody = async ({ authorized = true } = {}) => {
  const member = await house.insured(`Ana${++number}`);
  if (authorized) await authorize(member);
  await house.day(member);
  return member;
};
const claimsOf = async ({ patientId }: CoveredMember) => {
  const { rows } = await house.done(house.biller, listClaims, { patientId });
  return Promise.all(rows.map(({ id }) => house.done(house.biller, readClaim, { claimId: id })));
};
const claimOf = async (member: CoveredMember) => {
  const [claim, ...others] = await claimsOf(member);
  if (claim === undefined || others.length > 0) throw new Error("there is not one claim");
  return claim;
};

describe("a day without an authorization", () => {
  const release = { serviceDate, code: "no-authorization", reason: "Retro request is on its way" };

  test("goes on somebody's word, which stays with the day; its claim names none and passes", async () => {
    const member = await somebody({ authorized: false });
    const { enrollmentId } = member;
    await build();
    expect(await claimsOf(member)).toEqual([]);
    const day = await house.done(house.biller, releaseDay, {
      ...release,
      code: "no-authorization",
      enrollmentId,
    });
    expect(day).toMatchObject({
      state: "ready",
      charges: { holds: [], totalCents: 30_000 },
      releases: [{ code: "no-authorization", reason: release.reason }],
    });
    await build();
    const claim = await claimOf(member);
    expect(claim).toMatchObject({
      state: "ready",
      findings: [],
      snapshot: { authorizationNumber: null },
    });
  });

  test("is let go by nobody else, for no other reason, and not twice", async () => {
    const { enrollmentId } = await somebody({ authorized: false });
    const asked = { ...release, code: "no-authorization", enrollmentId } as const;
    expect(await house.refused(house.therapist, releaseDay, asked)).toMatchObject({ status: 403 });
    expect(await house.refused(house.stranger, releaseDay, asked)).toMatchObject({ status: 404 });
    const other = { ...asked, code: "authorization-used-up" } as const;
    expect(await house.refused(house.biller, releaseDay, other)).toEqual({
      status: 409,
      code: "hold-not-there",
    });
    await house.done(house.biller, releaseDay, asked);
    expect(await house.refused(house.biller, releaseDay, asked)).toEqual({
      status: 409,
      code: "hold-not-there",
    });
  });

  test("is still held by everything else: a note that says other minutes", async () => {
    const { enrollmentId } = await somebody({ authorized: false });
    await house.run(
      "update stepwell.attendance set delivered_minutes = 190, credited_minutes = 190 where organization_id = $1 and enrollment_id = $2",
      enrollmentId,
    );
    await house.done(house.biller, releaseDay, {
      ...release,
      code: "no-authorization",
      enrollmentId,
    });
    const day = await house.done(house.biller, explainDay, { enrollmentId, serviceDate });
    expect(day).toMatchObject({
      state: "held",
      charges: { holds: [{ code: "note-minutes-differ" }] },
    });
  });
});

test("the same service in two claims of one person is seen before a payer refuses the second", async () => {
  const member = await somebody();
  await build();
  const first = await claimOf(member);
  // The day is billed again behind the back of the rules: only the check of the claim is left to see it.
  await house.run(
    "update stepwell.day_charge set state = 'ready', claim_id = null where organization_id = $1 and enrollment_id = $2",
    member.enrollmentId,
  );
  await build();
  const second = (await claimsOf(member)).find(({ id }) => id !== first.id);
  expect(second).toMatchObject({
    state: "scrubbed",
    holds: ["scrub-errors"],
    findings: [{ rule: "duplicate-day", values: { control: first.control } }],
  });
});

test("a hold whose cause is gone ends by itself: the consent came, the claim is ready", async () => {
  const member = await somebody();
  await build();
  const revoke = (on: string | null) =>
    house.run(
      `update stepwell.consent set revoked_on = ${on === null ? "null" : `'${on}'`},
        revocation_reason = ${on === null ? "null" : "'Asked'"} where organization_id = $1 and patient_id = $2`,
      member.patientId,
    );
  await revoke(serviceDate);
  await send();
  expect(await claimOf(member)).toMatchObject({ state: "scrubbed", holds: ["consent-refused"] });
  const recheck = () => house.product.inside(house.here, recheckClaims);
  expect(await recheck()).toBe(0);
  expect(await claimOf(member)).toMatchObject({ state: "scrubbed", holds: ["consent-refused"] });
  await revoke(null);
  expect(await recheck()).toBe(1);
  const claim = await claimOf(member);
  expect(claim).toMatchObject({ state: "ready", holds: [] });
  expect(await recheck()).toBe(0);
  expect((await send()).files).toHaveLength(1);
});

describe("a second payer", () => {
  const second = async (member: CoveredMember): Promise<void> => {
    const payerId = newId();
    await house.program.add("payer", {
      id: payerId,
      name: `Larkspur Mutual ${number}`,
      kind: "commercial",
      electronic_id: "LARK9",
      created_at: testNow,
    });
    await house.program.add("coverage", {
      id: newId(),
      patient_id: member.patientId,
      payer_id: payerId,
      rank: 2,
      member_number: "L-2",
      relation_to_subscriber: "spouse",
      subscriber_given_name: "Odo",
      subscriber_family_name: "Marlowe",
      effective_from: "2026-01-01",
      created_at: testNow,
    });
  };

  test("is named to the first, and waits until the first has answered", async () => {
    const member = await somebody();
    await second(member);
    await build();
    const claim = await claimOf(member);
    expect(claim).toMatchObject({ state: "ready", findings: [] });
    const text = claim.segments.join("~");
    expect(text).toContain("SBR*S*01*******CI~OI***Y***Y~NM1*IL*1*MARLOWE*ODO****MI*L-2");
    expect(text).toContain(`NM1*PR*2*LARKSPUR MUTUAL ${number}*****PI*LARK9`);
    const waiting = async () =>
      (await house.done(house.biller, listHolds, { patientId: member.patientId })).rows;
    expect(await waiting()).toEqual([]);
    await send();
    expect(await waiting()).toMatchObject([
      {
        claimId: claim.id,
        code: "second-payer-waits",
        values: { payer: `Larkspur Mutual ${number}` },
      },
    ]);
    const { id: claimId, version } = await claimOf(member);
    const why = { reason: "Never delivered.", payerClaimControl: "20263230041" };
    await house.done(house.biller, voidClaim, { claimId, version, ...why });
    await send();
    expect(await waiting()).toEqual([]);
  });

  test("is the first where the one before it has ended", async () => {
    const member = await somebody();
    await house.run(
      "update stepwell.coverage set rank = 2 where organization_id = $1 and patient_id = $2",
      member.patientId,
    );
    await build();
    const claim = await claimOf(member);
    expect(claim.snapshot.subscriber.sequence).toBe("P");
    expect(claim.findings).toEqual([]);
  });
});

test("two who export at once make no claim go twice", async () => {
  const members = [await somebody(), await somebody()];
  await build();
  const made = (await Promise.all([send(), send()])).flatMap(({ files }) => files);
  expect(made).toHaveLength(1);
  const states = await Promise.all(members.map(claimOf));
  expect(states.map(({ state }) => state)).toEqual(["exported", "exported"]);
  const { rows } = await house.run(
    "select count(*)::int as told from stepwell.disclosure where organization_id = $1 and patient_id = $2",
    members[0]?.patientId ?? "",
  );
  expect(rows).toEqual([{ told: 1 }]);
});
