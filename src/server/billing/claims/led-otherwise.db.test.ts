import { afterAll, beforeAll, expect, test } from "vitest";
import { explainDay, listDayCharges } from "#domain/billing/charges/day-charge.api.ts";
import { rehearseExport } from "#domain/billing/claims/claim-file.api.ts";
import {
  buildClaims,
  correctClaim,
  listClaims,
  readClaim,
  voidClaim,
} from "#domain/billing/claims/claim.api.ts";
import { listHolds } from "#domain/billing/claims/hold.api.ts";
import { isNpi } from "#domain/basics/npi.ts";
import { attendanceCorrectedKind } from "#domain/scheduling/scheduling.events.ts";
import { newId } from "#server/platform/ids.ts";
import { changeSession } from "#server/scheduling/session.service.ts";
import { enqueue } from "#server/platform/outbox/outbox.ts";
import type { CoveredMember } from "#test/support/charge-house.ts";
import { openProfessionalHouse, type ClaimHouse } from "#test/support/claim-house.ts";
import { addColleague, type Colleague } from "#test/support/note-ground.ts";
import { testNow } from "#test/support/test-product.ts";

const day = "2026-11-19";
const range = { from: day, to: day };
const why = "Priya stood in; it was named the next morning";
let house: ClaimHouse;
let number = 0;
beforeAll(async () => {
  house = await openProfessionalHouse({
    providers: { rendering: "lead", supervising: false, attending: false, serviceFacility: false },
  });
});
afterAll(() => house.close());

/** The one of these ten digits that is a number: the last is a check digit. */
const npiOf = (which: number): string =>
  Array.from({ length: 10 }, (_, digit) => `${123_456_000 + which}${digit}`).find(isNpi) ?? "";

/** A licensed colleague with a number of their own. */
const licensed = async (name: string, which: number): Promise<Colleague> => {
  const colleague = await addColleague(house.product, house.here, "therapist", name);
  await house.run(
    "update stepwell.staff set npi = $3 where organization_id = $1 and id = $2",
    colleague.staffId,
    npiOf(which),
  );
  await house.program.add("staff_credential", {
    id: newId(),
    staff_id: colleague.staffId,
    kind: "license",
    code: "LCSW",
    created_at: testNow,
  });
  return colleague;
};

/** Somebody with a signed day that Nadia Osei leads, and Priya Raman, who may stand in: two of their own for each day. */
const ledDay = async () => {
  const at = ++number;
  const planned = await licensed("Nadia Osei", 2 * at);
  const standIn = await licensed("Priya Raman", 2 * at + 1);
  const member = await house.insured(`Ada${at}`);
  const sessionId = await house.day(member);
  await house.run(
    `insert into stepwell.session_facilitator (organization_id, session_id, staff_id, role, starts_at, ends_at, state)
     select s.organization_id, s.id, $3, 'lead', s.starts_at, s.ends_at, s.state from stepwell.session s
      where s.organization_id = $1 and s.id = $2`,
    sessionId,
    planned.staffId,
  );
  return { member, sessionId, planned, standIn };
};

/** Names another lead, as the sessions' screen does, and lets billing hear of it. */
const substitute = async (sessionId: string, { staffId }: Colleague) => {
  await house.product.inside(house.here, async (work) => {
    await changeSession(work, {
      sessionId,
      version: await versionOf(sessionId),
      facilitators: [{ staffId, role: "lead" }],
      why,
    });
  });
  await house.runErrands();
};

const versionOf = async (sessionId: string): Promise<number> => {
  const { rows } = await house.run(
    "select version from stepwell.session where organization_id = $1 and id = $2",
    sessionId,
  );
  return Number(rows[0]?.version);
};

const build = () => house.done(house.biller, buildClaims, range);
const send = () => house.sendClaims(range);
const claimOf = async ({ patientId }: CoveredMember) => {
  const { rows } = await house.done(house.biller, listClaims, { patientId });
  const [first] = rows.filter(({ state }) => state !== "withdrawn");
  if (first === undefined) throw new Error("there is no claim");
  return house.done(house.biller, readClaim, { claimId: first.id });
};
const holdsOf = async ({ patientId }: CoveredMember) =>
  (await house.done(house.biller, listHolds, { patientId })).rows;

test("where a day that was billed waits by now, whoever ends that comes first, and then the biller", async () => {
  const { member, sessionId, standIn } = await ledDay();
  await build();
  await send();
  await house.run(
    "update stepwell.attendance set delivered_minutes = 181, credited_minutes = 181 where organization_id = $1 and session_id = $2",
    sessionId,
  );
  await substitute(sessionId, standIn);
  expect(await holdsOf(member)).toMatchObject([
    {
      code: "claim-needs-correction",
      owner: "facilitator",
      values: { heldBy: "note-minutes-differ", creditedMinutes: 181, nowName: "Priya Raman" },
    },
  ]);
});

test("who led is put right after the claim left: the claim stays, and waits to be corrected with both names", async () => {
  const { member, sessionId, planned, standIn } = await ledDay();
  await build();
  await send();
  const sent = await claimOf(member);
  expect(sent).toMatchObject({ state: "exported", snapshot: { rendering: { last: "Osei" } } });
  expect(await holdsOf(member)).toEqual([]);
  await substitute(sessionId, standIn);
  const waiting = {
    claimId: sent.id,
    code: "claim-needs-correction",
    owner: "biller",
    values: {
      isSent: true,
      claimedName: "Nadia Osei",
      nowName: "Priya Raman",
      claimedCents: 30_000,
      nowCents: 30_000,
    },
    mayBeReleased: false,
  };
  expect(await holdsOf(member)).toMatchObject([waiting]);
  const now = await claimOf(member);
  expect(now.openHolds).toMatchObject([waiting]);
  expect(now.snapshot).toEqual(sent.snapshot);
  const { rows } = await house.done(house.biller, listDayCharges, { patientId: member.patientId });
  expect(rows).toMatchObject([{ state: "claimed", differs: true, totalCents: 30_000 }]);
  const explained = await house.done(house.biller, explainDay, {
    enrollmentId: member.enrollmentId,
    serviceDate: day,
  });
  expect(explained.isAsKept).toBe(false);
  // The same lead again, and nothing is to be corrected.
  await substitute(sessionId, planned);
  expect(await holdsOf(member)).toEqual([]);
});

test("the correction is a replacement (7) that names the payer's number and whoever led, and ends the hold", async () => {
  const { member, sessionId, standIn } = await ledDay();
  await build();
  await send();
  await substitute(sessionId, standIn);
  const { id: claimId, version } = await claimOf(member);
  const next = await house.done(house.biller, correctClaim, {
    claimId,
    version,
    reason: why,
    answer: "accepted",
    payerClaimControl: "20263240007",
  });
  expect(next).toMatchObject({
    frequency: "7",
    snapshot: {
      rendering: { last: "Raman", staffId: standIn.staffId },
      payerClaimControl: "20263240007",
    },
    replaces: { id: claimId },
  });
  expect(next.segments).toEqual(
    expect.arrayContaining([expect.stringMatching(/^CLM\*.*:B:7/u), "REF*F8*20263240007"]),
  );
  expect(await holdsOf(member)).toEqual([]);
});

test("what the payer rejected unread is sent once more as it was (1), without a number to replace", async () => {
  const { member, sessionId, standIn } = await ledDay();
  await build();
  await send();
  await substitute(sessionId, standIn);
  const { id: claimId, version, control } = await claimOf(member);
  const next = await house.done(house.biller, correctClaim, {
    claimId,
    version,
    reason: why,
    answer: "rejected",
  });
  expect(next).toMatchObject({ frequency: "1", replaces: { id: claimId } });
  expect(next.control).not.toBe(control);
  expect(next.snapshot).toMatchObject({ rendering: { last: "Raman" }, payerClaimControl: null });
  expect(next.segments.join("~")).not.toContain("REF*F8");
});

test("a void (8) ends the hold as well", async () => {
  const { member, sessionId, standIn } = await ledDay();
  await build();
  await send();
  await substitute(sessionId, standIn);
  const { id: claimId, version } = await claimOf(member);
  const asked = { claimId, version, reason: why, payerClaimControl: "20263240008" };
  expect(await house.done(house.biller, voidClaim, asked)).toMatchObject({ frequency: "8" });
  expect(await holdsOf(member)).toEqual([]);
});

test("a claim that is ready and says another lead than there was is kept out of the file until it is built anew", async () => {
  const { member, sessionId, standIn } = await ledDay();
  const { member: other } = await ledDay();
  await build();
  await substitute(sessionId, standIn);
  const { id: claimId, version, control, openHolds, isOutdated } = await claimOf(member);
  expect(openHolds).toMatchObject([{ values: { isSent: false } }]);
  expect([isOutdated, (await claimOf(other)).isOutdated]).toEqual([true, false]);
  const reasons = ["claim-needs-correction"];
  const rehearsed = await house.done(house.biller, rehearseExport, range);
  expect(rehearsed.held.filter((one) => one.claimId === claimId)).toMatchObject([{ reasons }]);
  const { held } = await send();
  expect(held.filter((one) => one.claimId === claimId)).toEqual([
    { claimId, claim: control, reasons },
  ]);
  expect([(await claimOf(member)).state, (await claimOf(other)).state]).toEqual([
    "ready",
    "exported",
  ]);
  await house.done(house.biller, correctClaim, { claimId, version, reason: why });
  await send();
  expect(await claimOf(member)).toMatchObject({
    state: "exported",
    frequency: "1",
    snapshot: { rendering: { last: "Raman" } },
  });
});

test("a supervisor whom the lead got later changes no claim", async () => {
  const { member, sessionId, planned, standIn } = await ledDay();
  await build();
  await send();
  await house.run(
    "update stepwell.staff set supervisor_id = $3 where organization_id = $1 and id = $2",
    planned.staffId,
    standIn.staffId,
  );
  await house.product.inside(house.here, (work) =>
    enqueue(work, {
      kind: attendanceCorrectedKind,
      recordId: sessionId,
      payload: { sessionId },
    }),
  );
  await house.runErrands();
  expect(await holdsOf(member)).toEqual([]);
});

test("another organization corrects nothing, and is told of nothing", async () => {
  const { member, sessionId, standIn } = await ledDay();
  await build();
  await send();
  await substitute(sessionId, standIn);
  const { id: claimId, version } = await claimOf(member);
  expect(
    await house.refused(house.stranger, correctClaim, {
      claimId,
      version,
      reason: why,
      answer: "accepted",
      payerClaimControl: "1",
    }),
  ).toEqual({ status: 404, code: "not-found" });
  expect((await house.done(house.stranger, listHolds, {})).rows).toEqual([]);
});
