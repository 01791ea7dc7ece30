import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { noteAcknowledgment, sumUnanswered } from "#domain/billing/claims/acknowledgment.api.ts";
import {
  exportClaims,
  listClaimFiles,
  readClaimFile,
  takeBackClaimFile,
} from "#domain/billing/claims/claim-file.api.ts";
import {
  buildClaims,
  correctClaim,
  listClaimRevisions,
  readClaim,
  voidClaim,
} from "#domain/billing/claims/claim.api.ts";
import { listDisclosures } from "#domain/privacy/disclosure.api.ts";
import { answeredRange, answersIn, download } from "#test/support/answered-files.ts";
import { disclosureRoutes } from "#server/privacy/disclosure.routes.ts";
import { openClaimHouse, type ClaimHouse } from "#test/support/claim-house.ts";
import type { TestPerson } from "#test/support/test-product.ts";

const reason = "Made with the wrong date";
let house: ClaimHouse;
let officer: TestPerson;
let answers: ReturnType<typeof answersIn>;
beforeAll(async () => {
  const labelsOf = () => Promise.resolve([]);
  house = await openClaimHouse(
    { form: "professional", billType: null, placeOfService: "57" },
    disclosureRoutes({ labelsOf }),
  );
  officer = await house.product.addPerson(house.here, ["privacy-officer"]);
  answers = answersIn(house);
});
afterAll(() => house.close());

const moveBy = (minutes: number): string => {
  const { clock } = house.product;
  const at = clock.now().add({ minutes }).toString();
  clock.moveTo(at);
  return at;
};
const fileOf = async (claimFileId: string) =>
  (await house.done(house.biller, readClaimFile, { claimFileId })).file;
const claimOf = (claimId: string) => house.done(house.biller, readClaim, { claimId });
const here = async () => (await house.done(house.biller, sumUnanswered, {})).here;
const told = async (patientId: string) =>
  (await house.done(officer, listDisclosures, { patientId })).rows;
const takeBack = (claimFileId: string) => ({ claimFileId, reason });
const codeOf = (body: string): string =>
  z.object({ code: z.string() }).parse(JSON.parse(body)).code;
const get = async (claimFileId: string) => {
  const { statusCode, body } = await download(house, house.biller, claimFileId);
  return { status: statusCode, code: statusCode === 200 ? "" : codeOf(body) };
};

test("a file waits for an answer from its first download, by whoever fetched it, and not before", async () => {
  const { file } = await answers.madeFile(2);
  expect(file).toMatchObject({ standing: "made", handedOverAt: null, answerDueOn: null });
  expect(await here()).toMatchObject({ files: 1, claims: 2, totalCents: file.totalCents });
  const at = moveBy(20);
  expect(await get(file.id)).toEqual({ status: 200, code: "" });
  const left = await fileOf(file.id);
  expect(left).toMatchObject({ standing: "waiting", standsSince: at, handedOverAt: at });
  expect(left.handedOverBy).toBe("Test Person");
  expect(left.answerDueOn).not.toBeNull();
  moveBy(5);
  expect(await get(file.id)).toEqual({ status: 200, code: "" });
  expect(await fileOf(file.id)).toMatchObject({ handedOverAt: at });
  expect(await here()).toMatchObject({ files: 0 });
  const refused = await house.refused(house.biller, takeBackClaimFile, takeBack(file.id));
  expect(refused).toEqual({ status: 409, code: "file-handed-over" });
});

test("a file that never left is taken back: its claims are ready, and nothing of it was ever told", async () => {
  const { file, claims } = await answers.madeFile(2);
  const [claim] = claims;
  if (claim === undefined) throw new Error("There is no claim.");
  const patientId = claim.patient.id;
  expect(await told(patientId)).toMatchObject([{ recordId: claim.id, struck: null }]);
  const strange = await house.refused(house.stranger, takeBackClaimFile, takeBack(file.id));
  expect(strange.status).toBe(404);
  const at = moveBy(10);
  const { file: taken, claims: freed } = await house.done(
    house.biller,
    takeBackClaimFile,
    takeBack(file.id),
  );
  expect(freed).toBe(2);
  const by = "Test Person";
  expect(taken).toMatchObject({ standing: "taken-back", takenBack: { at, by, reason } });
  expect(await claimOf(claim.id)).toMatchObject({ state: "ready", claimFile: null });
  const { rows } = await house.done(house.biller, listClaimRevisions, { claimId: claim.id });
  expect(rows[0]).toMatchObject({ verb: "take-back", reason });
  expect(await told(patientId)).toMatchObject([{ recordId: claim.id, struck: { at, by } }]);
  expect(await here()).toMatchObject({ files: 0 });
  const gone = { status: 409, code: "file-taken-back" };
  expect(await get(file.id)).toEqual(gone);
  expect(await house.refused(house.biller, takeBackClaimFile, takeBack(file.id))).toEqual(gone);
  const note = { claimFileId: file.id, verdict: "accepted", reason } as const;
  expect(await house.refused(house.biller, noteAcknowledgment, note)).toEqual(gone);
  const { files } = await house.done(house.biller, exportClaims, answeredRange);
  expect(files).toMatchObject([{ claims: 2, standing: "made" }]);
  expect(Number(files[0]?.interchangeControl)).toBeGreaterThan(Number(file.interchangeControl));
  expect((await told(patientId)).map(({ struck }) => struck === null)).toEqual([true, false]);
  await get(files[0]?.id ?? "");
});

test("of one who downloads and one who takes back at once, one is told that the other did", async () => {
  const { file } = await answers.madeFile(1);
  const [got, taken] = await Promise.all([
    get(file.id),
    house.product.call(house.biller, takeBackClaimFile, takeBack(file.id)),
  ]);
  const { standing } = await fileOf(file.id);
  const ends = { got: got.code, taken: taken.ok ? "" : taken.body.code };
  expect(ends).toEqual(
    standing === "waiting"
      ? { got: "", taken: "file-handed-over" }
      : { got: "file-taken-back", taken: "" },
  );
});

test("nothing in a file that lies here is corrected or voided, and it stays here", async () => {
  const { file, claims } = await answers.madeFile(1);
  const [claim] = claims;
  if (claim === undefined) throw new Error("There is no claim.");
  const { id: claimId, version } = claim;
  const seen = { claimId, version, reason, payerClaimControl: "20263220001" };
  const refused = { status: 409, code: "file-not-handed-over" };
  const accepted = { ...seen, answer: "accepted" } as const;
  expect(await house.refused(house.biller, correctClaim, accepted)).toEqual(refused);
  expect(await house.refused(house.biller, voidClaim, seen)).toEqual(refused);
  expect(await fileOf(file.id)).toMatchObject({ standing: "made", handedOverAt: null });
  expect(await get(file.id)).toMatchObject({ status: 200 });
});

test("a link on somebody else's page makes no file leave", async () => {
  const { file } = await answers.madeFile(1);
  const led = await house.product.app.inject({
    method: "GET",
    url: `/api/claim-files/${file.id}/content`,
    headers: { cookie: `stepwell_session=${house.biller.token}`, "sec-fetch-site": "cross-site" },
  });
  expect(led.statusCode).toBe(403);
  expect(await fileOf(file.id)).toMatchObject({ standing: "made", handedOverAt: null });
  expect(await get(file.id)).toMatchObject({ status: 200 });
});

test("what is answered has left, however it was carried", async () => {
  const { file } = await answers.madeFile(1);
  await answers.takeIn(await answers.content(file.id));
  expect(await fileOf(file.id)).toMatchObject({
    standing: "accepted",
    handedOverBy: "Test Person",
  });
  const { rows } = await house.done(house.biller, listClaimFiles, {});
  expect(rows.filter(({ standing }) => standing === "made")).toEqual([]);
});

test("a consent that ended since the file was made keeps it here", async () => {
  const { file, members } = await answers.madeFile(2);
  await house.run(
    "update stepwell.consent set revoked_on = '2026-11-19', revocation_reason = 'Asked to' where organization_id = $1 and patient_id = $2",
    members[0]?.patientId,
  );
  expect(await get(file.id)).toEqual({ status: 409, code: "file-may-not-leave" });
  expect(await fileOf(file.id)).toMatchObject({ standing: "made" });
  await house.done(house.biller, takeBackClaimFile, takeBack(file.id));
  const { files } = await house.done(house.biller, exportClaims, answeredRange);
  expect(files).toMatchObject([{ claims: 1 }]);
  expect(await get(files[0]?.id ?? "")).toEqual({ status: 200, code: "" });
});

test("one file is made alone, and what the others would hold waits", async () => {
  const members = [await house.insured("Otto"), await house.insured("Ines")];
  for (const member of members) await house.day(member, 2);
  await house.done(house.biller, buildClaims, answeredRange);
  await house.run(
    `update stepwell.claim set is_test = true, snapshot = jsonb_set(snapshot, '{isTest}', 'true')
      where organization_id = $1 and patient_id = $2`,
    members[0]?.patientId,
  );
  const { payerId } = house.payer;
  const only = { payerId, form: "professional", isTest: false } as const;
  const one = await house.done(house.biller, exportClaims, { ...answeredRange, only });
  expect(one.files).toMatchObject([{ isTest: false, claims: 1 }]);
  const rest = await house.done(house.biller, exportClaims, answeredRange);
  expect(rest.files.map(({ isTest }) => isTest)).toContain(true);
  expect(rest.files.every(({ isTest }) => isTest)).toBe(true);
});
