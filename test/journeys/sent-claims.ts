import { noteAcknowledgment } from "#domain/billing/claims/acknowledgment.api.ts";
import type { Page } from "@playwright/test";
import { listClaims, readClaim } from "#domain/billing/claims/claim.api.ts";
import type { ClaimForm } from "#domain/payers/contract-terms.ts";
import { ask, expect } from "./journey.ts";

/** Opens a first bill that is in a file and that nothing has taken the place of. */
export const openSent = async (page: Page, wanted: ClaimForm): Promise<void> => {
  const { rows } = await ask(page, listClaims, { state: "exported", limit: 200 });
  for (const { id, frequency, form } of rows) {
    if (frequency !== "1" || form !== wanted) continue;
    const { replacedBy, rejectedAt, claimFileId } = await ask(page, readClaim, { claimId: id });
    if (replacedBy === null && rejectedAt === null && claimFileId !== null) {
      // Nothing is corrected before its file was answered.
      const heard = { verdict: "accepted", reason: "Portal of the clearinghouse" } as const;
      await ask(page, noteAcknowledgment, { claimFileId, ...heard });
      await page.goto(`/staff/billing/claims/${id}`);
      await expect(page.getByRole("list", { name: "Lines", exact: true })).toBeVisible();
      return;
    }
  }
  throw new Error("no first bill is in a file");
};

/** From a panel that says that its file lies here yet: lets the file leave, and comes back to the claim. */
export const downloadFirst = async (page: Page): Promise<void> => {
  const panel = page.getByRole("dialog");
  await expect(panel.getByText(/was not downloaded yet/)).toBeVisible();
  await panel.getByRole("link", { name: "Open the file" }).click();
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: /^Download/ }).click();
  await coming;
  await page.goBack();
};

/** The segments of the claim that is open. */
export const asSent = async (page: Page): Promise<string> => {
  await page.getByRole("tab", { name: /^As it is sent/ }).click();
  const list = page.getByRole("list", { name: "Segments" });
  await expect(list).toBeVisible();
  return (await list.getByRole("listitem").allTextContents()).join(" ");
};
