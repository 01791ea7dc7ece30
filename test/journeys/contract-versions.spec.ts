import { expect, people, test } from "./journey.ts";

test("a draft is shown once it is saved, and why it cannot be confirmed is said where that was asked", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.biller);
  await page.goto("/staff/billing/contracts");
  await page.getByRole("link", { name: "Prairie Shield, mental health IOP" }).click();
  const saveFrom = async (day: string): Promise<void> => {
    await page.getByRole("link", { name: "Change draft 3" }).click();
    await page.getByLabel("From", { exact: true }).fill(day);
    await page.getByRole("button", { name: "Save draft" }).click();
    await expect(page.getByRole("tab", { name: "Version 3, draft", selected: true })).toBeVisible();
  };

  await saveFrom("2020-01-01");
  await expect(page.getByText("From Jan 1, 2020 on")).toBeVisible();
  await page.getByRole("button", { name: "Confirm", exact: true }).press("Enter");
  const question = page.getByRole("dialog", { name: "Confirm version 3?" });
  await question.getByRole("button", { name: "Confirm" }).press("Enter");
  await expect(question).toContainText("is confirmed. Let this one begin later");
  await page.keyboard.press("Escape");
  await expect(question).toHaveCount(0);
  await page.getByRole("button", { name: "Confirm" }).press("Enter");
  await expect(question).toContainText("Claims are made by it");
  await expect(question).not.toContainText("Let this one begin later");
  await page.keyboard.press("Escape");
  await saveFrom("2027-01-01");
});
