import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import {
  exportClaims,
  handOverClaimFile,
  takeBackClaimFile,
} from "#domain/billing/claims/claim-file.api.ts";
import {
  buildClaims,
  correctClaim,
  listClaims,
  readClaim,
  releaseClaim,
} from "#domain/billing/claims/claim.api.ts";
import { answersIn, download } from "#test/support/answered-files.ts";
import { openClaimHouse, type ClaimHouse } from "#test/support/claim-house.ts";

const reason = "Something changed since";
const firstWeek = { from: "2026-11-02", to: "2026-11-08" };
const allWeeks = { from: "2026-11-02", to: "2026-11-19" };
let house: ClaimHouse;
let answers: ReturnType<typeof answersIn>;
let people = 0;
beforeAll(async () => {
  house = await openClaimHouse({ frequency: "interim", claimSpan: "week", conditionCodes: ["92"] });
  answers = answersIn(house);
});
afterAll(() => house.close());

const read = (claimId: string) => house.done(house.biller, readClaim, { claimId });

/** Somebody with days in these weeks, and the bills of the weeks that are over. */
const stay = async (...daysAgo: number[]) => {
  const member = await house.insured(`Fay${++people}`);
  const sessions: string[] = [];
  for (const ago of daysAgo) sessions.push(await house.day(member, ago));
  await house.done(house.biller, buildClaims, allWeeks);
  const { rows } = await house.done(house.biller, listClaims, { patientId: member.patientId });
  const bills = rows.toSorted((a, b) => (a.fromDate < b.fromDate ? -1 : 1)).map(({ id }) => id);
  return { bills, sessions };
};
const fileOfOne = async (days: typeof allWeeks): Promise<string> => {
  const { files } = await house.done(house.biller, exportClaims, days);
  expect(files).toMatchObject([{ claims: 1, standing: "made" }]);
  return files[0]?.id ?? "";
};
const left = async (claimFileId: string): Promise<string> => {
  const { statusCode, body } = await download(house, house.biller, claimFileId);
  if (statusCode === 200) return "";
  return z.object({ code: z.string() }).parse(JSON.parse(body)).code;
};
const answer = async (claimFileId: string, verdict: "A" | "R"): Promise<void> => {
  await answers.takeIn(await answers.content(claimFileId, { verdict }));
};
const release = async (claimId: string): Promise<void> => {
  const { version } = await read(claimId);
  await house.done(house.biller, releaseClaim, { claimId, version, reason });
};
const correct = async (claimId: string): Promise<string> => {
  const { version } = await read(claimId);
  return (await house.done(house.biller, correctClaim, { claimId, version, reason })).id;
};

/** A file stays here by both ways out, and is taken back. */
const staysHere = async (claimFileId: string): Promise<void> => {
  const refused = await house.refused(house.biller, handOverClaimFile, { claimFileId });
  expect(refused).toEqual({ status: 409, code: "file-overtaken" });
  expect(await left(claimFileId)).toBe("file-overtaken");
  await house.done(house.biller, takeBackClaimFile, { claimFileId, reason });
};

test("a bill in a file that lies here does not leave before the one in front of it, and waits once it is taken back", async () => {
  const { bills } = await stay(14, 7, 0);
  const [first = "", second = ""] = bills;
  await release(second);
  const before = await fileOfOne(firstWeek);
  expect(await left(before)).toBe("");
  const behind = await fileOfOne(allWeeks);
  await answer(before, "R");
  await staysHere(behind);
  const { control } = await read(first);
  expect(await read(second)).toMatchObject({
    state: "scrubbed",
    openHolds: [{ code: "previous-bill-open", values: { rejectedBefore: control } }],
  });
  const again = await correct(first);
  const next = await fileOfOne(allWeeks);
  expect(await read(again)).toMatchObject({ claimFile: { id: next } });
  expect(await left(next)).toBe("");
});

test("what was made again of a claim that was accepted after all does not leave, unless somebody says that it must", async () => {
  const { bills } = await stay(14);
  const first = await fileOfOne(firstWeek);
  await left(first);
  await answer(first, "R");
  const again = await correct(bills[0] ?? "");
  const second = await fileOfOne(firstWeek);
  await answer(first, "A");
  await staysHere(second);
  expect(await read(again)).toMatchObject({
    state: "scrubbed",
    openHolds: [{ code: "accepted-after-all" }],
  });
  await release(again);
  expect(await left(await fileOfOne(firstWeek))).toBe("");
});

test("a claim of which a day was put right since does not leave as it was", async () => {
  const { sessions } = await stay(14, 13);
  const file = await fileOfOne(firstWeek);
  for (const change of [
    "update stepwell.attendance set delivered_minutes = 100, credited_minutes = 100 where organization_id = $1 and session_id = $2",
    "update stepwell.member_note set credited_minutes = 100 where organization_id = $1 and session_id = $2",
  ])
    await house.run(change, sessions[1]);
  await house.done(house.biller, buildClaims, allWeeks);
  await staysHere(file);
  const { files, held } = await house.done(house.biller, exportClaims, firstWeek);
  expect([files, held]).toMatchObject([[], [{ reasons: ["claim-needs-correction"] }]]);
});
