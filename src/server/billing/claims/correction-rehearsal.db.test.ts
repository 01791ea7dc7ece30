import { afterAll, beforeAll, expect, test } from "vitest";
import { correctClaim, readClaim, rehearseCorrection } from "#domain/billing/claims/claim.api.ts";
import { answersIn } from "#test/support/answered-files.ts";
import { openProfessionalHouse, type ClaimHouse } from "#test/support/claim-house.ts";

let house: ClaimHouse;
let answers: ReturnType<typeof answersIn>;
beforeAll(async () => {
  house = await openProfessionalHouse();
  answers = answersIn(house);
});
afterAll(() => house.close());

test("before a claim is corrected it is said what would differ, and nothing is done by asking", async () => {
  const { claims, file } = await answers.sentFile(1);
  const [claim] = claims;
  if (claim === undefined) throw new Error("There is no claim.");
  const { id: claimId } = claim;
  const asked = () => house.done(house.biller, rehearseCorrection, { claimId });
  expect(await asked()).toMatchObject({ standing: "waiting", differs: [], blockedBy: null });
  await house.run(
    "update stepwell.coverage set member_number = 'RIGHT1' where organization_id = $1 and patient_id = $2",
    claim.patient.id,
  );
  await answers.takeIn(await answers.content(file.id));
  const before = await house.done(house.biller, readClaim, { claimId });
  expect(await asked()).toMatchObject({ standing: "accepted", differs: ["coverage"] });
  expect(await house.done(house.biller, readClaim, { claimId })).toEqual(before);
  expect((await house.refused(house.stranger, rehearseCorrection, { claimId })).status).toBe(404);
  const made = await house.done(house.biller, correctClaim, {
    claimId,
    version: before.version,
    reason: "The card was looked at",
    answer: "accepted",
    payerClaimControl: "20263230001",
  });
  expect(made.snapshot.subscriber.memberNumber).toBe("RIGHT1");
});
