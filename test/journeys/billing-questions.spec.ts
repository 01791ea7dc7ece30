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
    await held.getByRole("button", { name: "Release" }).press("Enter");
    await page.getByLabel("Why it may go").fill("The answer came and");
  });

  await test.step("When somebody releases it, the row goes and the words stay", async () => {
    told = () => ({ openHolds: [] });
    await changedBySomebody();
    await expect(held).toHaveCount(0);
    await expect(page.getByLabel("Why it may go")).toHaveValue("The answer came and");
    await page.getByRole("button", { name: "Cancel" }).click();
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
