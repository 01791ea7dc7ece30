import { readFile } from "node:fs/promises";
import { listClaimFiles } from "#domain/billing/claims/claim-file.api.ts";
import { listClaims } from "#domain/billing/claims/claim.api.ts";
import { ask, expect, people, test } from "./journey.ts";

test("the morning's batch: days become claims, claims become files, and both are read", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.biller);
  const before = (await ask(page, listClaimFiles, {})).total;
  const ready = (await ask(page, listClaims, { state: "ready" })).total;

  await test.step("Given a biller at the desk who opens Billing by two keys", async () => {
    await page.goto("/staff");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.keyboard.press("g");
    await page.keyboard.press("b");
    await expect(page.getByRole("heading", { level: 1, name: "Batch" })).toBeVisible();
  });

  await test.step("When the days that are ready are built into claims by one key", async () => {
    await expect(page.getByRole("button", { name: "Build claims" })).toBeVisible();
    await page.keyboard.press("b");
    await expect(page.getByText(/^\d+ claims built: \d+ ready, \d+ held\.$/)).toBeVisible();
  });

  await test.step("And the files are made of what the rehearsal shows", async () => {
    const rehearsal = page.getByRole("region", { name: "What the files will hold" });
    await expect(rehearsal.getByText(/^\d+ of \d+ claims, /)).toBeVisible();
    await rehearsal.getByRole("button", { name: /^Make \d+ files?$/ }).click();
    await expect(page.getByText(/^\d+ files made\./)).toBeVisible();
    await expect(rehearsal.getByText("No claim is ready to go.")).toBeVisible();
    expect(ready).toBeGreaterThan(0);
    expect((await ask(page, listClaimFiles, {})).total).toBeGreaterThan(before);
  });

  await test.step("Then the newest file is read as people and as it is sent", async () => {
    await page.getByRole("table", { name: "Files" }).getByRole("link").first().click();
    await expect(page.getByRole("table", { name: "Claims" }).getByRole("row")).not.toHaveCount(1);
    await page.getByRole("tab", { name: /^As it is sent/ }).click();
    const segments = page.getByRole("list", { name: "Segments" }).getByRole("listitem");
    await expect(segments.first()).toContainText("ISA*00*");
    await expect(segments.first()).toContainText("The envelope: who sends to whom");
    await expect(segments.last()).toContainText("IEA*1*");
  });

  await test.step("And is handed over to the byte", async () => {
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name: /^Download/ }).click();
    const file = await coming;
    expect(await readFile(await file.path(), "latin1")).toMatch(/^ISA\*00\*/);
  });
});

test("why a day bills what it bills: from the list to the line, the session and everybody in it", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.biller);
  const panel = page.getByRole("dialog");

  await test.step("Given charge review, whose groups say how much of each day can go", async () => {
    await page.goto("/staff/billing/charges");
    await expect(page.getByText(/\d+ of \d+ ready or claimed, \$/).first()).toBeVisible();
  });

  await test.step("When a held day is opened by the keyboard alone", async () => {
    await page.getByRole("combobox", { name: "State" }).selectOption({ label: "Held" });
    const first = page.getByRole("table").getByRole("link").first();
    await first.focus();
    await page.keyboard.press("Enter");
    await expect(panel.getByRole("heading", { name: "What keeps it" })).toBeVisible();
    await expect(panel.getByText(/Waits for any /).first()).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(panel).toHaveCount(0);
  });

  await test.step("Then a ready day opens to its line, the rule, its source and the session", async () => {
    await page.goto("/staff/billing/charges?days.state=claimed");
    await page.getByRole("table").getByRole("link").first().click();
    await expect(panel.getByRole("heading", { name: "Lines" })).toBeVisible();
    const line = panel.getByRole("list", { name: "Lines", exact: true }).getByRole("listitem");
    if ((await line.locator("details[open]").count()) === 0)
      await line.first().locator("summary").click();
    await expect(panel.getByText(/^Said by: /).first()).toBeVisible();
    await line.locator("details[open]").first().getByRole("link").first().click();
    await expect(
      page.getByRole("heading", { level: 1, name: /^What would .+ bill\?$/ }),
    ).toBeVisible();
  });
});

test("a claim that is held says what, where and how to mend it; another is withdrawn with its reason", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.biller);

  await test.step("Given the claims that are held", async () => {
    await page.goto("/staff/billing/claims?claims.state=scrubbed");
    await page.getByRole("table").getByRole("link").first().click();
  });

  await test.step("Then each finding names its loop and element, and leads to where it is mended", async () => {
    await expect(page.getByRole("heading", { name: "What the check found" })).toBeVisible();
    await expect(page.getByText(/^Loop \w+, [A-Z]+\d/).first()).toBeVisible();
    await expect(page.getByRole("link", { name: /^Open / }).first()).toBeVisible();
  });

  await test.step("When it is withdrawn without a reason, the reason is asked for", async () => {
    await page.getByRole("button", { name: "Withdraw" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Withdraw" }).click();
    await expect(dialog.getByText("Say why.")).toBeVisible();
    await dialog.getByLabel("Why").fill("The address comes next week.");
    await dialog.getByRole("button", { name: "Withdraw" }).click();
    await expect(page.getByText("The address comes next week.")).toBeVisible();
    await expect(page.getByText("Withdrawn", { exact: true }).first()).toBeVisible();
  });
});

test("somebody who leads groups finds no billing", async ({ openBrowser }) => {
  const page = await openBrowser(people.therapist);
  await page.goto("/staff/billing");
  await expect(page.getByText("Nothing here, or not yours to see.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Billing" })).toHaveCount(0);
});
