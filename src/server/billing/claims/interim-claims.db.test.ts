import { afterAll, beforeAll, expect, test } from "vitest";
import {
  buildClaims,
  correctClaim,
  listClaimRevisions,
  listClaims,
  readClaim,
  releaseClaim,
  withdrawClaim,
} from "#domain/billing/claims/claim.api.ts";
import { listHolds, releaseHold } from "#domain/billing/claims/hold.api.ts";
import { answersIn } from "#test/support/answered-files.ts";
import type { CoveredMember } from "#test/support/charge-house.ts";
import { openClaimHouse, type ClaimHouse } from "#test/support/claim-house.ts";

const reason = "The remittance of the bill before came today";
let house: ClaimHouse;
let number = 0;
beforeAll(async () => {
  house = await openClaimHouse({
    frequency: "interim",
    claimSpan: "week",
    conditionCodes: ["92"],
  });
});
afterAll(() => house.close());

const build = (to = "2026-11-19") =>
  house.done(house.biller, buildClaims, { from: "2026-11-02", to });
const claimsOf = async ({ patientId }: CoveredMember) => {
  const { rows } = await house.done(house.biller, listClaims, { patientId });
  const claims = await Promise.all(
    rows.map(({ id: claimId }) => house.done(house.biller, readClaim, { claimId })),
  );
  return claims.toSorted((a, b) => (a.fromDate < b.fromDate ? -1 : 1));
};

/** Somebody with a day in each of three weeks: November 5, 12 and 19, three Thursdays. */
const threeWeeks = async () => {
  const member = await house.insured(`Bea${++number}`);
  for (const daysAgo of [14, 7, 0]) await house.day(member, daysAgo);
  return member;
};

const end = ({ enrollmentId }: CoveredMember, day: string) =>
  house.run(
    "update stepwell.enrollment set ended_on = $3, patient_status = 'home' where organization_id = $1 and id = $2",
    enrollmentId,
    day,
  );

test("bills of a stay follow each other: 2, then 3, with status 30, over their whole weeks", async () => {
  const member = await threeWeeks();
  await build();
  const claims = await claimsOf(member);
  expect(
    claims.map(({ frequency, snapshot }) => [
      frequency,
      snapshot.admission.status,
      snapshot.statement,
    ]),
  ).toEqual([
    ["2", "30", { from: "2026-11-02", through: "2026-11-08" }],
    ["3", "30", { from: "2026-11-09", through: "2026-11-15" }],
  ]);
  expect(claims[0]?.segments).toEqual(
    expect.arrayContaining(["DTP*434*RD8*20261102-20261108", "CL1*3*1*30", "HI*BG:92"]),
  );
});

test("the last says 4 and how the stay ended, and comes after those before it", async () => {
  const member = await threeWeeks();
  await build();
  await end(member, "2026-11-19");
  await build();
  const last = (await claimsOf(member)).at(-1);
  expect(last).toMatchObject({
    frequency: "4",
    snapshot: {
      admission: { status: "01" },
      statement: { from: "2026-11-16", through: "2026-11-19" },
    },
  });
});

test("a stay in one week is one bill from admission through discharge", async () => {
  const member = await house.insured(`Bea${++number}`);
  await house.day(member, 14);
  await end(member, "2026-11-06");
  await build();
  expect(await claimsOf(member)).toMatchObject([
    {
      frequency: "1",
      snapshot: {
        admission: { status: "01" },
        statement: { from: "2026-11-02", through: "2026-11-06" },
      },
    },
  ]);
});

test("a week in which a note is missing waits, and so do the weeks after it", async () => {
  const member = await threeWeeks();
  await house.run(
    `delete from stepwell.member_note where organization_id = $1 and patient_id = $2 and service_date = '2026-11-05'`,
    member.patientId,
  );
  await build();
  expect(await claimsOf(member)).toEqual([]);
});

test("the next bill waits for the answer to the one before, until somebody says that it came", async () => {
  const member = await threeWeeks();
  await build();
  const [first, second] = await claimsOf(member);
  expect([first?.state, second?.state]).toEqual(["ready", "scrubbed"]);
  expect(second?.openHolds).toMatchObject([{ code: "previous-bill-open", mayBeReleased: true }]);
  const holdId = second?.openHolds[0]?.id ?? "";
  expect(await house.refused(house.therapist, releaseHold, { holdId, reason })).toMatchObject({
    status: 403,
  });
  expect(await house.refused(house.stranger, releaseHold, { holdId, reason })).toMatchObject({
    status: 404,
  });
  await house.done(house.biller, releaseHold, { holdId, reason });
  expect(await house.refused(house.biller, releaseHold, { holdId, reason })).toEqual({
    status: 409,
    code: "hold-released",
  });
  expect((await claimsOf(member))[1]?.state).toBe("ready");
});

test("a bill that was released waits again once it is built anew, and is released once", async () => {
  const member = await threeWeeks();
  await build();
  const second = async () => (await claimsOf(member))[1];
  const asked = async () => {
    const claim = await second();
    if (claim === undefined) throw new Error("there is no second bill");
    return { claimId: claim.id, version: claim.version, reason };
  };
  await house.done(house.biller, releaseClaim, await asked());
  expect(await second()).toMatchObject({ state: "ready", openHolds: [] });
  expect(await house.refused(house.biller, releaseClaim, await asked())).toEqual({
    status: 409,
    code: "hold-released",
  });
  const made = await house.done(house.biller, correctClaim, await asked());
  expect(made).toMatchObject({ state: "scrubbed", openHolds: [{ code: "previous-bill-open" }] });
});

test("what a payer would refuse is not let go by hand", async () => {
  const member = await house.insured(`Bea${++number}`);
  await house.run(
    "update stepwell.patient set street = null where organization_id = $1 and id = $2",
    member.patientId,
  );
  await house.day(member, 14);
  await build();
  const [claim] = await claimsOf(member);
  if (claim === undefined) throw new Error("there is no claim");
  const { id: claimId, version } = claim;
  expect(await house.refused(house.biller, releaseClaim, { claimId, version, reason })).toEqual({
    status: 409,
    code: "hold-not-releasable",
  });
});

test("a bill with later ones behind it is not withdrawn: the sequence would break", async () => {
  const member = await threeWeeks();
  await build();
  const [first] = await claimsOf(member);
  if (first === undefined) throw new Error("there is no claim");
  const { id: claimId, version } = first;
  expect(await house.refused(house.biller, withdrawClaim, { claimId, version, reason })).toEqual({
    status: 409,
    code: "claim-in-sequence",
  });
});

test("holds are listed by their age with what waits for each reason, page by page", async () => {
  const first = await house.done(house.biller, listHolds, { limit: 1 });
  expect(first.rows).toHaveLength(1);
  expect(first.total).toBe(first.reasons.reduce((sum, { count }) => sum + count, 0));
  const second = await house.done(house.biller, listHolds, {
    limit: 200,
    cursor: first.nextCursor ?? "",
  });
  expect(second.rows).toHaveLength(first.total - 1);
  const ages = [...first.rows, ...second.rows].map((hold) => hold.raisedAt);
  expect(ages).toEqual(ages.toSorted());
  const notes = await house.done(house.biller, listHolds, { code: "note-missing" });
  expect(notes.rows[0]).toMatchObject({ id: null, code: "note-missing", owner: "facilitator" });
});

/** Sends what is ready of the first week, and takes in that it was rejected. */
const rejectFirstWeek = async (): Promise<void> => {
  const week = { from: "2026-11-02", to: "2026-11-08" };
  const { files } = await house.sendClaims(week);
  const answers = answersIn(house);
  for (const { id } of files) await answers.takeIn(await answers.content(id, { verdict: "R" }));
};

test("the next bill is not let go until the one before, which was rejected, was sent again", async () => {
  const member = await threeWeeks();
  await build();
  await rejectFirstWeek();
  const [first, second] = await claimsOf(member);
  expect(second?.openHolds).toMatchObject([
    { mayBeReleased: false, values: { rejectedBefore: first?.control } },
  ]);
  const holdId = second?.openHolds[0]?.id ?? "";
  const refused = async () =>
    expect(await house.refused(house.biller, releaseHold, { holdId, reason })).toEqual({
      status: 409,
      code: "bill-before-rejected",
    });
  await refused();
  const again = await house.done(house.biller, correctClaim, {
    claimId: first?.id ?? "",
    version: first?.version ?? 0,
    reason,
  });
  expect(again).toMatchObject({ frequency: "2", replaces: { id: first?.id } });
  // What was made again and is in no file yet has not reached the payer either.
  await refused();
  await house.sendClaims({ from: "2026-11-02", to: "2026-11-08" });
  await house.done(house.biller, releaseHold, { holdId, reason });
});

test("a bill that was let go before the one in front of it was rejected waits again", async () => {
  const member = await threeWeeks();
  await build();
  const [first, second] = await claimsOf(member);
  const holdId = second?.openHolds[0]?.id ?? "";
  await house.done(house.biller, releaseHold, { holdId, reason });
  await rejectFirstWeek();
  const stopped = (await claimsOf(member))[1];
  expect(stopped).toMatchObject({
    state: "scrubbed",
    openHolds: [{ mayBeReleased: false, values: { rejectedBefore: first?.control } }],
  });
  const { rows } = await house.done(house.biller, listClaimRevisions, {
    claimId: second?.id ?? "",
  });
  expect(rows[0]).toMatchObject({ verb: "hold", reason: null });
});

test("a correction that never reached the payer is made again with what changes what the payer has", async () => {
  const member = await house.insured(`Bea${++number}`);
  await house.day(member, 14);
  const second = await house.day(member, 13);
  await build();
  const week = { from: "2026-11-02", to: "2026-11-08" };
  await house.sendClaims(week);
  for (const set of [
    "update stepwell.attendance set delivered_minutes = 100, credited_minutes = 100",
    "update stepwell.member_note set credited_minutes = 100",
  ])
    await house.run(`${set} where organization_id = $1 and session_id = $2`, second);
  await build();
  const [original] = await claimsOf(member);
  const correct = async (claimId = "", more: object = {}) => {
    const { version } = await house.done(house.biller, readClaim, { claimId });
    return house.done(house.biller, correctClaim, { claimId, version, reason, ...more });
  };
  const payerClaimControl = "20263230071";
  const correction = await correct(original?.id, { answer: "accepted", payerClaimControl });
  // D0: other dates than the payer has; D9 would say that neither dates nor charges are others.
  const withDates = {
    frequency: "7",
    snapshot: { payerClaimControl, conditionCodes: ["92", "D0"] },
  };
  expect(correction).toMatchObject(withDates);
  const rebuilt = await correct(correction.id);
  expect(rebuilt).toMatchObject(withDates);
  await rejectFirstWeek();
  expect(await correct(rebuilt.id)).toMatchObject(withDates);
});
