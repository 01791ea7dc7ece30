import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sendAgain } from "#domain/billing/claims/acknowledgment.api.ts";
import { exportClaims, readClaimFile } from "#domain/billing/claims/claim-file.api.ts";
import {
  correctClaim,
  listClaimRevisions,
  readClaim,
  voidClaim,
} from "#domain/billing/claims/claim.api.ts";
import type { Claim } from "#domain/billing/claims/claim.ts";
import { listHolds } from "#domain/billing/claims/hold.api.ts";
import { answeredRange as range, answersIn } from "#test/support/answered-files.ts";
import { openProfessionalHouse, type ClaimHouse } from "#test/support/claim-house.ts";

const reason = "Rejected unread";
let house: ClaimHouse;
let answers: ReturnType<typeof answersIn>;
beforeAll(async () => {
  house = await openProfessionalHouse();
  answers = answersIn(house);
});
afterAll(() => house.close());

const read = (claimId: string): Promise<Claim> => house.done(house.biller, readClaim, { claimId });
const fileOf = (claimFileId: string) => house.done(house.biller, readClaimFile, { claimFileId });
const verbsOf = async (claimId: string) =>
  (await house.done(house.biller, listClaimRevisions, { claimId })).rows.map(({ verb }) => verb);

const rejectedHolds = async () =>
  (await house.done(house.biller, listHolds, { code: "claim-rejected", limit: 200 })).rows;

/** The errors of a 999 about one claim. */
const wrongIn = (control: string): readonly string[] => [
  "IK3*CLM*22*2300*8",
  `CTX*CLM01:${control}`,
  "IK4*5:1*1331*7",
];

describe("taking in what a receiver answered", () => {
  test("a file waits from the day it was handed over, and is accepted with the answer", async () => {
    const { file } = await answers.sentFile(1);
    const sent = await house.done(house.biller, readClaimFile, { claimFileId: file.id });
    expect(sent.file).toMatchObject({
      standing: "waiting",
      standsSince: file.createdAt,
      answerDueOn: "2026-11-24",
      isOverdue: false,
    });
    const text = await answers.content(file.id);
    const taken = await answers.takeIn(text);
    expect(taken).toMatchObject({
      files: [{ verdict: "accepted", rejectedClaims: 0, isNew: true, file: { id: file.id } }],
      others: [],
      patientIds: [],
    });
    const { file: after, acknowledgments } = await fileOf(file.id);
    expect(after).toMatchObject({ standing: "accepted", rejectedClaims: 0, toSendAgain: 0 });
    expect(acknowledgments).toMatchObject([
      { kind: "999", verdict: "accepted", name: "answer.999", receivedBy: "Test Person" },
    ]);
    // The same bytes once more say nothing new.
    expect((await answers.takeIn(text)).files).toMatchObject([{ isNew: false }]);
    expect((await fileOf(file.id)).acknowledgments).toHaveLength(1);
  });

  test("two at once keep it once", async () => {
    const { file } = await answers.sentFile(1);
    const text = await answers.content(file.id);
    const both = await Promise.all([answers.takeIn(text), answers.takeIn(text)]);
    expect(both.flatMap(({ files }) => files.map(({ isNew }) => isNew)).toSorted()).toEqual([
      false,
      true,
    ]);
  });

  test("an envelope that was taken is a receipt; the word on the content stands over it, also where it came before", async () => {
    const { file } = await answers.sentFile(1);
    await answers.takeIn(await answers.envelope(file.id));
    expect((await fileOf(file.id)).file.standing).toBe("received");
    await answers.takeIn(await answers.content(file.id, { verdict: "R" }));
    await answers.takeIn(await answers.envelope(file.id));
    expect((await fileOf(file.id)).file.standing).toBe("rejected");
    await answers.takeIn(await answers.content(file.id));
    const { file: after, acknowledgments } = await fileOf(file.id);
    expect([after.standing, after.toSendAgain]).toEqual(["accepted", 0]);
    expect(acknowledgments).toHaveLength(4);
  });

  test("several answers in one file each find theirs, and what is of no file here is named", async () => {
    const [one, other] = [await answers.sentFile(1), await answers.sentFile(1)];
    const foreign = (await answers.content(one.file.id)).replace(/AK1\*HC\*\d+/, "AK1*HC*777");
    const text =
      (await answers.content(one.file.id)) +
      (await answers.content(other.file.id, { verdict: "R" })) +
      foreign;
    const taken = await answers.takeIn(text);
    expect(taken.files.map(({ file, verdict }) => [file.id, verdict])).toEqual([
      [one.file.id, "accepted"],
      [other.file.id, "rejected"],
    ]);
    expect(taken.others).toEqual(["000000777"]);
    expect(taken.patientIds).toEqual([other.members[0]?.patientId]);
  });

  test("what cannot be read, or speaks of nothing here, is refused in words and kept nowhere", async () => {
    const { file } = await answers.sentFile(1);
    const text = await answers.content(file.id);
    const unreadable = (why: string) => ({
      status: 409,
      code: "acknowledgment-unreadable",
      values: { why },
    });
    expect(await answers.refused("")).toEqual(unreadable("empty"));
    expect(await answers.refused("Dear partner")).toEqual(unreadable("not-x12"));
    expect(await answers.refused(text.slice(0, text.indexOf("SE*")))).toEqual(
      unreadable("cut-off"),
    );
    // Behind a thousand problems the one that counts is not kept any more.
    expect(
      await answers.refused(
        text.replace("AK1*", `${"?~".repeat(1200)}AK1*`).replace(/SE\*.*$/, ""),
      ),
    ).toEqual(unreadable("cut-off"));
    expect(await answers.refused(await house.contentOf(file.id))).toEqual(unreadable("holds-none"));
    expect(await answers.refused(text.replaceAll("STILLWATER", "ELSEWHERE "))).toEqual({
      status: 409,
      code: "acknowledgment-of-no-file",
      values: { controls: file.interchangeControl },
    });
    expect(await answers.refused("x".repeat(4_100_000))).toMatchObject({ status: 413 });
    expect(await answers.refused(`${text}${"TA1*1*261120*0915*A*000~".repeat(501)}`)).toEqual(
      unreadable("too-many"),
    );
    const others = Array.from({ length: 25 }, (_, at) =>
      text.replace(/AK1\*HC\*\d+/, `AK1*HC*7${100 + at}`),
    );
    const named = Array.from({ length: 20 }, (_, at) => `000007${100 + at}`).join(", ");
    expect(await answers.refused(others.join(""))).toMatchObject({
      values: { controls: `${named} …` },
    });
    // The other organization of the house has no such file.
    expect(await answers.refused(text, house.stranger)).toMatchObject({
      code: "acknowledgment-of-no-file",
    });
    expect(await answers.refused(text, house.therapist)).toMatchObject({ status: 403 });
    expect((await fileOf(file.id)).acknowledgments).toEqual([]);
  });
});

describe("what a receiver rejected", () => {
  test("waits for the biller: the claim at fault to be mended, the others to be sent again as they are", async () => {
    const { file, claims } = await answers.sentFile(3);
    const [wrong, ...along] = claims;
    if (wrong === undefined) throw new Error("There is no claim.");
    const errors = wrongIn(wrong.control);
    const { patientIds } = await answers.takeIn(
      await answers.content(file.id, { verdict: "R", errors }),
    );
    expect(patientIds).toHaveLength(3);
    expect((await fileOf(file.id)).file).toMatchObject({
      standing: "rejected",
      rejectedClaims: 3,
      toSendAgain: 3,
    });
    const waiting = (await rejectedHolds()).filter(({ claimId }) =>
      claims.some(({ id }) => id === claimId),
    );
    expect(waiting).toHaveLength(3);
    expect(waiting[0]).toMatchObject({ owner: "biller", mayBeReleased: false });
    expect(waiting.map(({ claimId, values }) => [claimId, values["faults"]])).toContainEqual([
      wrong.id,
      1,
    ]);
    const seen = await read(wrong.id);
    expect(seen).toMatchObject({ rejectedFaults: 1, state: "exported" });
    expect(seen.rejection?.faults).toMatchObject([{ segment: "CLM", code: "8" }]);
    expect(seen.openHolds.map(({ code }) => code)).toContain("claim-rejected");
    expect(await verbsOf(wrong.id)).toEqual(["reject", "export", "build"]);

    const again = await house.done(house.biller, sendAgain, { claimFileId: file.id, reason });
    expect(again).toMatchObject({ made: 2, held: 0, left: [] });
    expect((await fileOf(file.id)).file.toSendAgain).toBe(1);
    for (const { id } of along) {
      const { replacedBy } = await read(id);
      expect(replacedBy).toMatchObject({ frequency: "1", state: "ready" });
    }
    // What is in the next file waits no more; the answer to the first file stays as it was.
    const mended = await house.done(house.biller, correctClaim, {
      claimId: wrong.id,
      version: seen.version,
      reason,
    });
    expect(mended).toMatchObject({ frequency: "1", replaces: { id: wrong.id } });
    expect((await fileOf(file.id)).file).toMatchObject({ standing: "rejected", toSendAgain: 0 });
    const left = await rejectedHolds();
    expect(left.some(({ claimId }) => claims.some(({ id }) => id === claimId))).toBe(false);
    expect((await house.done(house.biller, exportClaims, range)).files).toMatchObject([
      { claims: 3 },
    ]);
  });

  test("what cannot be billed anew stays, and the others go", async () => {
    const { file, claims, members } = await answers.sentFile(2);
    await answers.takeIn(await answers.envelope(file.id, { verdict: "R", note: "006" }));
    await house.run(
      "update stepwell.consent set revoked_on = '2026-11-10', revocation_reason = 'Asked' where organization_id = $1 and patient_id = $2",
      members[0]?.patientId ?? "",
    );
    const again = await house.done(house.biller, sendAgain, { claimFileId: file.id, reason });
    expect(again).toMatchObject({ made: 1, left: [{ claimId: claims[0]?.id }] });
    expect((await read(claims[0]?.id ?? "")).replacedBy).toBeNull();
    expect((await fileOf(file.id)).file.toSendAgain).toBe(1);
  });

  test("a void that was rejected says the same once more, by the payer's number", async () => {
    const { claims } = await answers.sentFile(1);
    const [claim] = claims;
    if (claim === undefined) throw new Error("There is no claim.");
    const { id: claimId, version } = claim;
    const payersNumber = "20263230777";
    const voided = await house.done(house.biller, voidClaim, {
      claimId,
      version,
      reason,
      payerClaimControl: payersNumber,
    });
    const { files } = await house.done(house.biller, exportClaims, range);
    const [file] = files;
    await answers.takeIn(await answers.content(file?.id ?? "", { verdict: "R" }));
    const rejected = await read(voided.id);
    const again = await house.done(house.biller, correctClaim, {
      claimId: rejected.id,
      version: rejected.version,
      reason,
    });
    expect(again).toMatchObject({
      frequency: "8",
      state: "ready",
      snapshot: { payerClaimControl: payersNumber },
      replaces: { id: voided.id },
    });
    expect(again.control).not.toBe(voided.control);
  });
});

test("nobody changes what was answered, whoever writes", async () => {
  const { file } = await answers.sentFile(1);
  await answers.takeIn(await answers.content(file.id));
  await expect(
    house.product.pool.query(
      "update stepwell.acknowledgment set verdict = 'accepted' where organization_id = $1",
      [house.here.organizationId],
    ),
  ).rejects.toThrow(/permission denied/);
});
