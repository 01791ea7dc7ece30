import { afterAll, beforeAll, expect, test } from "vitest";
import { exportClaims, handOverClaimFile } from "#domain/billing/claims/claim-file.api.ts";
import {
  buildClaims,
  correctClaim,
  listClaimRevisions,
  listClaims,
  readClaim,
  sumClaims,
  voidClaim,
  withdrawClaim,
} from "#domain/billing/claims/claim.api.ts";
import type { Claim } from "#domain/billing/claims/claim.ts";
import type { CoveredMember } from "#test/support/charge-house.ts";
import { openProfessionalHouse, type ClaimHouse } from "#test/support/claim-house.ts";

const range = { from: "2026-11-01", to: "2026-11-19" };
const reason = "It was started by mistake";
let house: ClaimHouse;
let number = 0;
beforeAll(async () => {
  house = await openProfessionalHouse({ claimSpan: "week" });
});
afterAll(() => house.close());

const build = () => house.done(house.biller, buildClaims, range);
const send = async () => {
  const exported = await house.done(house.biller, exportClaims, range);
  for (const { id: claimFileId } of exported.files)
    await house.done(house.biller, handOverClaimFile, { claimFileId });
  return exported;
};
const read = (claimId: string) => house.done(house.biller, readClaim, { claimId });
const listOf = ({ patientId }: CoveredMember) =>
  house.done(house.biller, listClaims, { patientId });
const withdraw = ({ id: claimId, version }: Claim) =>
  house.done(house.biller, withdrawClaim, { claimId, version, reason });
const replace = ({ id: claimId, version }: Claim) =>
  house.done(house.biller, correctClaim, {
    claimId,
    version,
    reason,
    answer: "accepted",
    payerClaimControl: `2026323${++number}`,
  });
const takeBack = ({ id: claimId, version }: Claim) =>
  house.done(house.biller, voidClaim, {
    claimId,
    version,
    reason,
    payerClaimControl: `2026323${++number}`,
  });

/** What is kept of the days of somebody; the count of their changes goes on. */
const daysOf = async ({ patientId }: CoveredMember) => {
  const { rows } = await house.product.ownerPool.query<{ day: unknown }>(
    `select to_jsonb(d) - 'version' || jsonb_build_object('lines', (select jsonb_agg(to_jsonb(l) order by l.position)
        from stepwell.charge_line l where l.day_charge_id = d.id)) as day
      from stepwell.day_charge d where d.patient_id = $1 order by d.service_date`,
    [patientId],
  );
  return rows.map(({ day }) => day);
};

/** Somebody whose claim of two days was sent, the second with fewer minutes since: it earns nothing any more. */
const sentWeek = async () => {
  const member = await house.insured(`Odo${++number}`);
  await house.day(member, 9);
  const second = await house.day(member, 7);
  await build();
  await send();
  for (const change of [
    "update stepwell.attendance set delivered_minutes = 100, credited_minutes = 100 where organization_id = $1 and session_id = $2",
    "update stepwell.member_note set credited_minutes = 100 where organization_id = $1 and session_id = $2",
  ])
    await house.run(change, second);
  await build();
  const [row] = (await listOf(member)).rows;
  if (row === undefined) throw new Error("there is no claim");
  return { member, claim: await read(row.id) };
};

test("a replacement that was not sent is withdrawn, and everything stands as it stood", async () => {
  const { member, claim } = await sentWeek();
  const before = await daysOf(member);
  const next = await replace(claim);
  expect(await daysOf(member)).not.toEqual(before);
  expect(await withdraw(next)).toMatchObject({ state: "withdrawn" });
  expect(await daysOf(member)).toEqual(before);
  const { id, snapshot } = claim;
  expect(await read(id)).toMatchObject({
    state: "exported",
    replacedBy: null,
    isOutdated: true,
    isLetGo: false,
    countsAs: "asked",
    totalCents: 60_000,
    snapshot,
  });
  const { rows } = await house.done(house.biller, listClaimRevisions, { claimId: id });
  expect(rows[0]).toMatchObject({ verb: "restore", reason });
  expect(await replace(await read(id))).toMatchObject({ frequency: "7", totalCents: 30_000 });
});

test("what was marked more strictly meanwhile stays so, of a day that was made anew, too", async () => {
  const { member, claim } = await sentWeek();
  const next = await replace(claim);
  const owner = house.product.ownerPool;
  for (const table of ["enrollment", "attendance"])
    await owner.query(`update stepwell.${table} set label = 'restricted' where patient_id = $1`, [
      member.patientId,
    ]);
  const { rowCount } = await owner.query(
    "update stepwell.day_charge set id = gen_random_uuid(), label = 'restricted' where patient_id = $1 and claim_id is null",
    [member.patientId],
  );
  expect(rowCount).toBe(1);
  await withdraw(next);
  const { rows } = await owner.query(
    "select label from stepwell.day_charge where patient_id = $1",
    [member.patientId],
  );
  expect(rows).toEqual([{ label: "restricted" }, { label: "restricted" }]);
});

test("a replacement built anew takes the same place, and can be withdrawn as well", async () => {
  const { member, claim } = await sentWeek();
  const before = await daysOf(member);
  const first = await replace(claim);
  const anew = { claimId: first.id, version: first.version, reason, payerClaimControl: null };
  const next = await house.done(house.biller, correctClaim, anew);
  expect(next).toMatchObject({ frequency: "7", replaces: { id: claim.id } });
  expect((await read(claim.id)).replacedBy).toMatchObject({ id: next.id });
  await withdraw(next);
  expect(await daysOf(member)).toEqual(before);
});

test("a day that another claim bills by now is not put back, and nothing changes", async () => {
  const { member, claim } = await sentWeek();
  const next = await replace(claim);
  const other = await house.insured(`Odo${++number}`);
  await house.day(other, 7);
  await build();
  const [elsewhere] = (await listOf(other)).rows;
  await house.run(
    "update stepwell.day_charge set state = 'claimed', claim_id = $3 where organization_id = $1 and patient_id = $2 and claim_id is null",
    member.patientId,
    elsewhere?.id,
  );
  const { id: claimId, version } = next;
  expect(
    await house.refused(house.biller, withdrawClaim, { claimId, version, reason }),
  ).toMatchObject({ status: 409, code: "days-billed-elsewhere" });
  expect(await read(claimId)).toMatchObject({ state: next.state });
});

test("a void that was not sent is withdrawn, and the claim stands", async () => {
  const { member, claim } = await sentWeek();
  const before = await daysOf(member);
  const taken = await takeBack(claim);
  expect((await read(claim.id)).isOutdated).toBe(false);
  await withdraw(taken);
  expect(await daysOf(member)).toEqual(before);
  expect(await read(claim.id)).toMatchObject({ replacedBy: null, isOutdated: true });
});

/** What is asked for and what is ready, in cents: the figures of a list, which its rows say, too. */
const cents = async (member: CoveredMember) => {
  const { rows } = await listOf(member);
  const { patientId } = member;
  const { sums } = await house.done(house.biller, sumClaims, { patientId });
  for (const [place, { claims, totalCents }] of Object.entries(sums)) {
    const own = rows.filter(({ countsAs }) => countsAs === place);
    expect(own).toHaveLength(claims);
    const billed = own.filter(({ frequency }) => frequency !== "8");
    expect(billed.reduce((sum, row) => sum + row.totalCents, 0)).toBe(totalCents);
  }
  return [sums.asked.totalCents, sums.ready.totalCents];
};

test("a claim counts until what replaces it is sent, and a void takes the rest away", async () => {
  const { member, claim } = await sentWeek();
  expect(await cents(member)).toEqual([60_000, 0]);
  const next = await replace(claim);
  expect(await cents(member)).toEqual([60_000, 30_000]);
  expect((await read(claim.id)).replacedBy).toMatchObject({
    control: next.control,
    frequency: "7",
  });
  await send();
  expect(await cents(member)).toEqual([30_000, 0]);
  expect(await read(claim.id)).toMatchObject({
    countsAs: "nothing",
    replacedBy: { state: "exported" },
  });
  await takeBack(await read(next.id));
  expect(await cents(member)).toEqual([30_000, 0]);
  await send();
  expect(await cents(member)).toEqual([0, 0]);
});

test("what the payer refused counts as what goes again, and not at all once it is let go", async () => {
  const { member, claim } = await sentWeek();
  const reject = ({ id: claimId, version }: Claim) =>
    house.done(house.biller, correctClaim, {
      claimId,
      version,
      reason,
      answer: "rejected",
      payerClaimControl: null,
    });
  const again = await reject(claim);
  expect(again).toMatchObject({ frequency: "1", totalCents: 30_000 });
  expect(await cents(member)).toEqual([0, 30_000]);
  await send();
  expect(await cents(member)).toEqual([30_000, 0]);
  for (const table of ["attendance", "member_note"])
    await house.run(
      `update stepwell.${table} set credited_minutes = 100 where organization_id = $1 and patient_id = $2`,
      member.patientId,
    );
  expect(await reject(await read(again.id))).toMatchObject({ isLetGo: true, countsAs: "nothing" });
  expect(await cents(member)).toEqual([0, 0]);
});

test("a claim is asked for from when its file leaves the house", async () => {
  const member = await house.insured(`Odo${++number}`);
  await house.day(member, 8);
  await build();
  const { files } = await house.done(house.biller, exportClaims, range);
  const madeAndAsked = async () => {
    const { sums } = await house.done(house.biller, sumClaims, { patientId: member.patientId });
    return [sums.made.totalCents, sums.asked.totalCents];
  };
  const [made] = await madeAndAsked();
  expect(made).toBeGreaterThan(0);
  expect(await madeAndAsked()).toEqual([made, 0]);
  await house.done(house.biller, handOverClaimFile, { claimFileId: files[0]?.id ?? "" });
  expect(await madeAndAsked()).toEqual([0, made]);
});
