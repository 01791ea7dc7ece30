import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  explainDay,
  listDayCharges,
  recomputeDays,
} from "#domain/billing/charges/day-charge.api.ts";
import { releaseDay, takeBackRelease } from "#domain/billing/charges/day-release.api.ts";
import { exportClaims } from "#domain/billing/claims/claim-file.api.ts";
import {
  buildClaims,
  listClaims,
  rehearseBuild,
  withdrawClaim,
} from "#domain/billing/claims/claim.api.ts";
import { listHolds } from "#domain/billing/claims/hold.api.ts";
import type { AnyRoute, Input } from "#domain/contract/route.ts";
import { newId } from "#server/platform/ids.ts";
import type { CoveredMember } from "#test/support/charge-house.ts";
import { openClaimHouse, type ClaimHouse } from "#test/support/claim-house.ts";
import { testNow, type TestPerson } from "#test/support/test-product.ts";

const serviceDate = "2026-11-19";
const range = { from: "2026-11-01", to: serviceDate };
const code = "no-authorization" as const;
const why = { reason: "It was another day that they spoke of" };
let house: ClaimHouse;
let colleague: TestPerson;
let number = 0;
beforeAll(async () => {
  house = await openClaimHouse({ authorization: { needed: true, unit: "days" } });
  colleague = await house.product.addPerson(house.here, ["biller"]);
});
afterAll(() => house.close());

const build = () => house.done(house.biller, buildClaims, range);
const claimsOf = async ({ patientId }: CoveredMember) =>
  (await house.done(house.biller, listClaims, { patientId })).rows;
const dayOf = ({ enrollmentId }: CoveredMember) =>
  house.done(house.biller, explainDay, { enrollmentId, serviceDate });
const letGo = ({ enrollmentId }: CoveredMember, reason = "Retro request is on its way") =>
  house.done(house.biller, releaseDay, { enrollmentId, serviceDate, code, reason });

/** Somebody whose day was let go without an authorization, and what takes that back. */
const letGoDay = async () => {
  const member = await house.insured(`Cleo${++number}`);
  await house.day(member);
  const { releases } = await letGo(member);
  const releaseId = releases[0]?.id ?? "";
  const { enrollmentId } = member;
  return { member, takeBack: { enrollmentId, serviceDate, releaseId, ...why } };
};

const sums = async ({ patientId }: CoveredMember) =>
  (await house.done(house.biller, listDayCharges, { patientId })).states;

describe("a release of a day that is taken back", () => {
  test("lets the day wait again: it is in no claim, in every sum among the held, and both say who and why", async () => {
    const { member, takeBack } = await letGoDay();
    expect(await sums(member)).toMatchObject([{ state: "ready", days: 1, totalCents: 30_000 }]);
    const before = await house.done(house.biller, rehearseBuild, range);
    const day = await house.done(colleague, takeBackRelease, takeBack);
    expect(day).toMatchObject({
      state: "held",
      holds: [{ code }],
      isAsKept: true,
      releases: [
        {
          id: takeBack.releaseId,
          reason: "Retro request is on its way",
          takenBack: { ...why, at: expect.any(String), by: expect.any(String) },
        },
      ],
    });
    expect(await sums(member)).toMatchObject([{ state: "held", days: 1, totalCents: 30_000 }]);
    const after = await house.done(house.biller, rehearseBuild, range);
    expect(after.billed).toEqual({
      days: before.billed.days - 1,
      totalCents: before.billed.totalCents - 30_000,
    });
    const { patientId } = member;
    const { rows } = await house.done(house.biller, listHolds, { patientId });
    expect(rows).toMatchObject([{ code, claimId: null }]);
    await build();
    expect(await claimsOf(member)).toEqual([]);
    const trail = await house.run(
      `select e.verb, e.details from stepwell.audit_event e join stepwell.audit_subject s on s.organization_id = e.organization_id and s.audit_id = e.id
        where e.organization_id = $1 and s.patient_id = $2 and e.verb = 'day-charge.take-back'`,
      patientId,
    );
    expect(trail.rows).toMatchObject([{ details: { releaseId: takeBack.releaseId } }]);
  });

  test("may be given anew, and taken back anew; the claim that is built in between rests on the second", async () => {
    const { member, takeBack } = await letGoDay();
    await house.done(house.biller, takeBackRelease, takeBack);
    const again = await letGo(member, "Now they did");
    expect(again).toMatchObject({
      state: "ready",
      releases: [{ takenBack: why }, { reason: "Now they did", takenBack: null }],
    });
    const releaseId = again.releases[1]?.id ?? "";
    await house.done(house.biller, takeBackRelease, { ...takeBack, releaseId });
    expect(await dayOf(member)).toMatchObject({ state: "held" });
    await letGo(member, "They wrote it");
    await build();
    expect(await claimsOf(member)).toMatchObject([{ state: "ready", errorCount: 0 }]);
  });

  test("is taken back by nobody else, and not twice", async () => {
    const { takeBack } = await letGoDay();
    const refused = (person: TestPerson, more = {}) =>
      house.refused(person, takeBackRelease, { ...takeBack, ...more });
    expect(await refused(house.therapist)).toMatchObject({ status: 403 });
    expect(await refused(house.stranger)).toMatchObject({ status: 404 });
    expect(await refused(house.biller, { releaseId: newId() })).toMatchObject({ status: 404 });
    const other = await letGoDay();
    const { releaseId } = other.takeBack;
    expect(await refused(house.biller, { releaseId })).toMatchObject({ status: 404 });
    await house.done(colleague, takeBackRelease, takeBack);
    expect(await refused(house.biller)).toEqual({ status: 409, code: "release-taken-back" });
  });
});

describe("a day in a claim", () => {
  const claimed = async () => {
    const one = await letGoDay();
    await build();
    const [claim] = await claimsOf(one.member);
    if (claim === undefined) throw new Error("there is no claim");
    return { ...one, claim };
  };

  test("waits again only once the claim, which was not sent, is withdrawn", async () => {
    const { member, takeBack, claim } = await claimed();
    const { id, control, version } = claim;
    expect((await dayOf(member)).claim).toEqual({ id, control, isSent: false });
    const refusal = await house.product.refused(house.biller, takeBackRelease, takeBack);
    expect(refusal).toMatchObject({ code: "release-claimed", values: { control } });
    await house.done(house.biller, withdrawClaim, { claimId: id, version, ...why });
    await house.done(house.biller, takeBackRelease, takeBack);
    expect(await dayOf(member)).toMatchObject({ state: "held", claim: null });
  });

  test("keeps the release it was sent on", async () => {
    const { member, takeBack, claim } = await claimed();
    await house.done(house.biller, exportClaims, range);
    expect((await dayOf(member)).claim).toMatchObject({ id: claim.id, isSent: true });
    const refusal = await house.product.refused(house.biller, takeBackRelease, takeBack);
    expect(refusal).toMatchObject({ code: "release-sent", values: { control: claim.control } });
    expect((await dayOf(member)).releases).toMatchObject([{ takenBack: null }]);
  });

  test("keeps it also once another policy, or none, covers the day", async () => {
    const { member, takeBack, claim } = await claimed();
    await house.done(house.biller, exportClaims, range);
    await house.run(
      "update stepwell.coverage set effective_to = '2026-11-01' where organization_id = $1 and id = $2",
      member.coverageId,
    );
    await house.done(house.biller, recomputeDays, { from: serviceDate, to: serviceDate });
    expect(await dayOf(member)).toMatchObject({
      kept: { state: "held", claimId: null },
      claim: { id: claim.id, isSent: true },
    });
    expect(await house.refused(house.biller, takeBackRelease, takeBack)).toMatchObject({
      code: "release-sent",
    });
  });

  test("is not what a hold of the claim itself is taken back at", async () => {
    const { member, takeBack, claim } = await claimed();
    const releaseId = newId();
    await house.program.add("claim_hold", {
      id: releaseId,
      claim_id: claim.id,
      patient_id: member.patientId,
      code: "previous-bill-open",
      values: "{}",
      owner: "biller",
      raised_at: testNow,
      released_at: testNow,
      released_by: "Test",
      release_reason: "It came",
    });
    const asked = { ...takeBack, releaseId };
    expect(await house.refused(house.biller, takeBackRelease, asked)).toEqual({
      status: 409,
      code: "release-of-claim",
    });
  });
});

describe("two people at once", () => {
  const outcomeOf = async <R extends AnyRoute>(
    person: TestPerson,
    contract: R,
    input: Input<R>,
  ): Promise<string> => {
    const answer = await house.product.call(person, contract, input);
    return answer.ok ? "done" : answer.body.code;
  };

  test("take a release back: one does, the other is told", async () => {
    const { takeBack } = await letGoDay();
    const outcomes = await Promise.all([
      outcomeOf(house.biller, takeBackRelease, takeBack),
      outcomeOf(colleague, takeBackRelease, takeBack),
    ]);
    expect(outcomes.toSorted()).toEqual(["done", "release-taken-back"]);
  });

  test("let a day go: one reason stays, and the other is not taken for said", async () => {
    const member = await house.insured(`Cleo${++number}`);
    await house.day(member);
    const asked = { enrollmentId: member.enrollmentId, serviceDate, code };
    const outcomes = await Promise.all([
      outcomeOf(house.biller, releaseDay, { ...asked, reason: "One" }),
      outcomeOf(colleague, releaseDay, { ...asked, reason: "Other" }),
    ]);
    expect(outcomes.toSorted()).toEqual(["done", "hold-not-there"]);
    expect((await dayOf(member)).releases).toHaveLength(1);
  });

  test("one builds while the other takes back: never is a day billed that waits", async () => {
    const { member, takeBack } = await letGoDay();
    const [, taken] = await Promise.all([
      outcomeOf(house.biller, buildClaims, range),
      outcomeOf(colleague, takeBackRelease, takeBack),
    ]);
    const day = await dayOf(member);
    expect([
      ["claimed", "release-claimed", 1, null],
      ["held", "done", 0, why.reason],
    ]).toContainEqual([
      day.state,
      taken,
      (await claimsOf(member)).length,
      day.releases[0]?.takenBack?.reason ?? null,
    ]);
  });
});
