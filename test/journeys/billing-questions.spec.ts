import { scrubClaim, listClaims, readClaim } from "#domain/billing/claims/claim.api.ts";
import type { Claim } from "#domain/billing/claims/claim.ts";
import { ask, expect, people, test } from "./journey.ts";

test("what is asked of a claim stays, with its words, whatever a colleague does to it meanwhile", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.biller);
  const { rows } = await ask(page, listClaims, { state: "scrubbed", limit: 200 });
  const claimId = rows.at(-1)?.id ?? "";
  // No bill of the demonstration waits for the one before: the screen is told that this one does.
  let told: (claim: Claim) => Partial<Claim> = ({ openHolds }) => ({
    openHolds: openHolds
      .slice(0, 1)
      .map((hold) => ({ ...hold, code: "previous-bill-open", mayBeReleased: true })),
  });
  await page.route(`**/api/claims/${claimId}`, async (route) => {
    const answer = await route.fetch();
    const claim = (await answer.json()) as Claim;
    await route.fulfill({ response: answer, json: { ...claim, ...told(claim) } });
  });
  const changedBySomebody = async (): Promise<void> => {
    const { version } = await ask(page, readClaim, { claimId });
    await ask(page, scrubClaim, { claimId, version });
  };
  const held = page.getByRole("region", { name: "Held, because" });

  await test.step("Given a reason, half written, why its hold may go", async () => {
    await page.goto(`/staff/billing/claims/${claimId}`);
    await expect(page.getByRole("button", { name: "Release" })).toHaveCount(1);
    await held.getByRole("button", { name: "Release" }).press("Enter");
    await page.getByLabel("Why it may go").fill("The answer came and");
  });

  await test.step("When somebody releases it, the row goes and the words stay", async () => {
    told = () => ({ openHolds: [] });
    await changedBySomebody();
    await expect(held).toHaveCount(0);
    await expect(page.getByLabel("Why it may go")).toHaveValue("The answer came and");
  });

  await test.step("And released after all, it says within the question why it cannot be", async () => {
    const question = page.getByRole("dialog", { name: "Release this hold?" });
    await question.getByRole("button", { name: "Release" }).click();
    await expect(question.getByRole("alert")).toContainText("This hold ends when its cause does");
    await expect(question.getByLabel("Why it may go")).toHaveValue("The answer came and");
    await expect(page.getByRole("region", { name: "Notices" })).toBeEmpty();
    await question.getByRole("button", { name: "Cancel" }).click();
  });

  await test.step("And when somebody withdraws it while that is asked, so do these", async () => {
    await page.getByRole("button", { name: "Withdraw" }).press("Enter");
    await page.getByLabel("Why").fill("It was built too");
    told = () => ({ state: "withdrawn" });
    await changedBySomebody();
    await expect(page.getByText("Withdrawn", { exact: true }).first()).toBeAttached();
    await expect(page.getByLabel("Why")).toHaveValue("It was built too");
  });
});

test("a claim that was sent is not held: it says what waits, and that the payer answers first", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.biller);
  const { rows } = await ask(page, listClaims, { state: "exported", limit: 200 });
  const sent = rows.find(({ frequency, replacedBy }) => frequency !== "8" && replacedBy === null);
  const claimId = sent?.id ?? "";
  // Stories share one demonstration: the screen is told that a day of this claim was put right.
  await page.route(`**/api/claims/${claimId}`, async (route) => {
    const answer = await route.fetch();
    const claim = (await answer.json()) as Claim;
    const putRight: Claim["openHolds"][number] = {
      id: null,
      claimId,
      claimControl: claim.control,
      dayChargeId: claimId,
      enrollmentId: claimId,
      patient: claim.patient,
      payerName: claim.payer.name,
      fromDate: claim.fromDate,
      throughDate: claim.fromDate,
      totalCents: 6_800,
      fileBy: null,
      code: "claim-needs-correction",
      values: { isSent: true, claimedCents: 6_800, nowCents: 3_400 },
      owner: "biller",
      waitsFor: null,
      count: 1,
      raisedAt: new Date().toISOString(),
      mayBeReleased: false,
    };
    await route.fulfill({ response: answer, json: { ...claim, openHolds: [putRight] } });
  });
  await page.goto(`/staff/billing/claims/${claimId}`);
  const waits = page.getByRole("region", { name: "What waits" });
  await expect(waits).toContainText(
    "The claim asks $68.00 for this day; as the day stands now it comes to $34.00.",
  );
  await expect(page.getByText("Held, because")).toHaveCount(0);
  await page.getByRole("button", { name: "Correct" }).click();
  await expect(page.getByRole("dialog")).toContainText(
    /Its file has no answer yet|Where they have not answered yet, wait/,
  );
});
