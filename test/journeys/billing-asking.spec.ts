import { listClaims } from "#domain/billing/claims/claim.api.ts";
import { listHolds } from "#domain/billing/claims/hold.api.ts";
import type { Page } from "@playwright/test";
import { ask, expect, people, pick, test } from "./journey.ts";

const panelOf = (page: Page) => page.getByRole("dialog", { name: "Ask a colleague" });

test("a claim is found by its number; a note that holds a day is asked for, once", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.biller);

  await test.step("Given a claim number that a payer names on the telephone", async () => {
    const { rows } = await ask(page, listClaims, { state: "exported", limit: 1 });
    const control = rows[0]?.control ?? "";
    await page.goto("/staff/billing/claims");
    await page.getByLabel("Name, claim number or payer").fill(control.toLowerCase());
    const table = page.getByRole("table", { name: "Claims" });
    await expect(table.getByRole("row")).toHaveCount(2);
    await expect(table).toContainText(control);
    await expect(page).toHaveURL(/claims\.find=/);
  });

  await test.step("And holds that nothing matches, which are not said to be none", async () => {
    const { payers } = await ask(page, listHolds, { limit: 1 });
    const payerId = payers.find((one) => one.payerId !== null)?.payerId ?? "";
    await page.goto(`/staff/billing/holds?code=no-coverage&payer=${payerId}`);
    await expect(page.getByText("Nothing matches.")).toBeVisible();
  });

  await test.step("When whoever a hold waits for is asked from its row", async () => {
    const { reasons } = await ask(page, listHolds, { limit: 1 });
    const pages = await Promise.all(
      reasons.map(({ code }) => ask(page, listHolds, { code, order: "desc", limit: 200 })),
    );
    const hold = pages
      .flatMap(({ rows }) => rows)
      .find(({ waitsFor }) => waitsFor !== null && waitsFor.asked === null);
    if (!hold?.waitsFor) throw new Error("no hold waits for one person");
    const { code, patient, waitsFor } = hold;
    const search = new URLSearchParams({ code, "holds.find": patient.name });
    await page.goto(`/staff/billing/holds?${search.toString()}`);
    const row = page
      .getByRole("table", { name: "What waits" })
      .getByRole("row")
      .filter({ hasText: `Waits for ${waitsFor.name}` })
      .filter({ has: page.getByRole("link", { name: "Ask", exact: true }) })
      .first();
    await row.getByRole("link", { name: "Ask", exact: true }).click();
    const panel = panelOf(page);
    await expect(panel.getByLabel("What is to be done")).toHaveValue(/session/);
    await expect(panel.getByLabel("Member", { exact: false }).first()).toHaveValue(
      new RegExp(patient.name),
    );
    await panel.getByRole("button", { name: "Ask", exact: true }).click();
    await expect(page.getByText("Asked.", { exact: true })).toBeVisible();
  });

  await test.step("Then the holds are still there, and it stands with it who asked", async () => {
    await expect(panelOf(page)).toHaveCount(0);
    await expect(page).toHaveURL(/\/billing\/holds\?/);
    await expect(page.getByText(/^Asked by Beatrix Holloway, /).first()).toBeVisible();
  });
});

test("what is wrong in the facts of a person is asked for, beside the claim that waits for it", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.biller);
  const { rows } = await ask(page, listClaims, { state: "scrubbed", limit: 100 });
  const claim = rows.find(({ fault }) => fault?.mend === "patient");
  if (claim === undefined) throw new Error("no claim waits for the facts of a person");

  await page.goto(`/staff/billing/claims/${claim.id}`);
  const found = page.getByRole("list", { name: "What was found" });
  await found.getByRole("link", { name: "Ask", exact: true }).first().click();
  const panel = panelOf(page);
  await expect(panel.getByLabel("What is to be done")).toHaveValue(/The address is missing\./);
  await expect(panel.getByLabel("Member", { exact: false }).first()).toHaveValue(
    new RegExp(claim.patient.name),
  );
  await panel.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(panel.getByText("Fill this in.").first()).toBeVisible();
  await pick(panel, "For", "Saoirse");
  await panel.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(page.getByText("Asked.", { exact: true })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/billing/claims/${claim.id}$`));
  await expect(found.getByText(/^Asked by /).first()).toBeVisible();
  await expect(found.getByRole("link", { name: "Ask", exact: true })).toHaveCount(0);
});

test("whom a question is about is not taken from the question before", async ({ openBrowser }) => {
  const page = await openBrowser(people.biller);
  const { rows } = await ask(page, listClaims, { limit: 100 });
  const [one, other] = [...new Map(rows.map(({ patient }) => [patient.id, patient])).values()];
  if (one === undefined || other === undefined) throw new Error("claims of two people are missing");
  const panel = panelOf(page);
  await page.goto("/staff/billing/claims");
  // Within the app: a page that is loaded anew has forgotten what was typed.
  const askAbout = (patientId: string) =>
    page.evaluate(
      (to) => history.pushState({}, "", to),
      `/staff/billing/claims?ask-words=Something+is+missing&ask-person=${patientId}`,
    );
  await askAbout(one.id);
  await expect(panel.getByLabel("Member", { exact: false }).first()).toHaveValue(
    new RegExp(one.name),
  );
  await panel.getByLabel("What is to be done").fill("The address is missing.");
  await panel.getByRole("button", { name: "Close" }).click();
  await expect(panel).toBeHidden();
  await askAbout(other.id);
  await expect(panel.getByLabel("Member", { exact: false }).first()).toHaveValue(
    new RegExp(other.name),
  );
  await expect(panel.getByLabel("What is to be done")).toHaveValue("Something is missing");
});
