import { readFile } from "node:fs/promises";
import { exportClaims, listClaimFiles } from "#domain/billing/claims/claim-file.api.ts";
import { listClaims, withdrawClaim } from "#domain/billing/claims/claim.api.ts";
import { listHolds } from "#domain/billing/claims/hold.api.ts";
import { ask, expect, people, test } from "./journey.ts";
import { asSent, downloadFirst, openSent } from "./sent-claims.ts";

// One after the other: each of these changes what the next finds ready.
test.describe.configure({ mode: "default" });

test("the morning's batch by the keyboard: days become claims, claims become files, and both are read", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.biller);
  const before = (await ask(page, listClaimFiles, {})).total;
  const { total: ready, rows } = await ask(page, listClaims, { state: "ready", limit: 200 });
  // Whatever the hour, there is a day to build: one of those built already.
  const built = rows.find((claim) => claim.form === "professional" && claim.frequency === "1");
  if (built === undefined) throw new Error("no claim of a day is ready");
  const { id: claimId, version } = built;
  await ask(page, withdrawClaim, { claimId, version, reason: "To be built with the others." });

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
    await expect(page.getByText(/^\d+ claims? built: \d+ ready, \d+ held\.$/)).toBeVisible();
    await expect(page.getByText("No claim can be built now")).toBeVisible();
    await expect(page.getByText("The days below come once")).toBeVisible();
    await expect(page.getByRole("button", { name: "Build claims" })).toHaveCount(0);
  });

  await test.step("And the files are made of what the rehearsal shows", async () => {
    const rehearsal = page.getByRole("region", { name: "What the files will hold" });
    await expect(rehearsal.getByText(/^\d+ of \d+ claims, /)).toBeVisible();
    await rehearsal.getByRole("button", { name: /^Make \d+ files?$/ }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByText(/^\d+ files? made\./)).toBeVisible();
    await expect(rehearsal.getByText(/^No claim is ready to go/)).toBeVisible();
    expect(ready).toBeGreaterThan(0);
    expect((await ask(page, listClaimFiles, {})).total).toBeGreaterThan(before);
  });

  await test.step("Then the newest file is read as people and as it is sent", async () => {
    await page.getByRole("list", { name: "Files made today" }).getByRole("link").first().focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("table", { name: "Claims" }).getByRole("row")).not.toHaveCount(1);
    await page.getByRole("tab", { selected: true }).focus();
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("tab", { name: /^As it is sent/ })).toBeFocused();
    await page.keyboard.press("Enter");
    const segments = page.getByRole("list", { name: "Segments" }).getByRole("listitem");
    await expect(segments.first()).toContainText("ISA*00*");
    await expect(segments.first()).toContainText("The envelope: who sends to whom");
    await expect(segments.last()).toContainText("IEA*1*");
  });

  await test.step("And is handed over to the byte", async () => {
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: /^Download/ }).click();
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
    await expect(page.getByText(/\d+ of \d+ billable days? ready/).first()).toBeVisible();
  });

  await test.step("When a held day is opened by the keyboard alone", async () => {
    await page.getByRole("combobox", { name: "State" }).selectOption({ label: "Held" });
    const first = page.getByRole("table").getByRole("link").first();
    await first.focus();
    await page.keyboard.press("Enter");
    await expect(panel.getByRole("heading", { name: "What keeps it" })).toBeVisible();
    await expect(panel.getByText(/Waits for /).first()).toBeVisible();
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

  await test.step("And a claim on paper shows below each line what proves it, though nothing was opened", async () => {
    await openSent(page, "institutional");
    const lines = page.getByRole("list", { name: "Lines", exact: true });
    const open = lines.locator("details[open] > summary");
    while ((await open.count()) > 0) await open.first().click();
    const source = lines.getByText(/^Said by: /).first();
    await expect(source).toBeHidden();
    await page.emulateMedia({ media: "print" });
    await expect(source).toBeVisible();
  });
});

test("a claim that is held says what, where and how to mend it; another is withdrawn with its reason", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.biller);

  await test.step("Given the claims that are held", async () => {
    await page.goto("/staff/billing/claims?claims.state=held");
    await page.getByRole("table").getByRole("link").first().click();
  });

  await test.step("Then each finding names its loop and element, and leads to where it is mended", async () => {
    await expect(page.getByRole("heading", { name: "What the check found" })).toBeVisible();
    await expect(page.getByText(/^Loop \w+, [A-Z]+\d/).first()).toBeVisible();
    await expect(page.getByText(/Mend it in the facts of the person/).first()).toBeVisible();
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

test("what the payer took is corrected with 7 and its number; what it keeps wrongly is voided with 8", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.biller);
  const panel = page.getByRole("dialog");

  await test.step("Given a claim in a file, When it is corrected without saying what the payer said, the form asks", async () => {
    await openSent(page, "institutional");
    await page.getByRole("button", { name: "Correct" }).click();
    await panel.getByRole("button", { name: "Correct" }).click();
    await expect(
      panel.getByText("Choose one.").or(panel.getByText("Fill this in.")).first(),
    ).toBeVisible();
  });

  await test.step("Then a new claim stands in its place, ready, with the payer's number", async () => {
    await panel.getByLabel("What the payer said").selectOption("accepted");
    await panel.getByLabel("The payer’s number of it").fill("20263230077");
    await panel.getByLabel("Replace it with a claim that says the same").check();
    await panel.getByLabel("Why").fill("The attendance was put right.");
    await panel.getByRole("button", { name: "Correct" }).click();
    await expect(page.getByText(/^Claim SW\d+ takes its place\.$/)).toBeVisible();
    await expect(page.getByText("Correction (7)").first()).toBeVisible();
    expect(await asSent(page)).toContain("REF*F8*20263230077");
  });

  await test.step("And is withdrawn before it is sent: it says that it took no place, once", async () => {
    await page.getByRole("button", { name: "Withdraw" }).click();
    await panel.getByLabel("Why").fill("It was right as it was.");
    await panel.getByRole("button", { name: "Withdraw" }).click();
    await expect(page.getByText(/^It was withdrawn before it took the place of/)).toBeVisible();
    await expect(page.getByText("Withdrawn · Withdrawn")).toHaveCount(0);
  });

  await test.step("And another is voided: the same lines once more, with 8", async () => {
    await openSent(page, "institutional");
    await page.getByRole("button", { name: "Void" }).click();
    await panel.getByLabel("The payer’s number of it").fill("20263230078");
    await panel.getByLabel("Why").fill("Billed to the wrong payer.");
    await panel.getByRole("button", { name: "Void" }).click();
    await expect(page.getByText("Void (8)").first()).toBeVisible();
    expect(await asSent(page)).toMatch(/CLM\*SW\d+\*[^ ]*:8\*/);
  });
});

test("a professional claim is corrected with 7, goes into a file, and is taken back with 8: each names the payer's number", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.biller);
  const panel = page.getByRole("dialog");

  await test.step("Given a professional claim in a file, When it is corrected", async () => {
    await openSent(page, "professional");
    await page.getByRole("button", { name: "Correct" }).click();
    await panel.getByLabel("What the payer said").selectOption("accepted");
    await panel.getByLabel("The payer’s number of it").fill("20263230079");
    await panel.getByLabel("Replace it with a claim that says the same").check();
    await panel.getByLabel("Why").fill("The attendance was put right.");
    await panel.getByRole("button", { name: "Correct" }).click();
    await expect(page.getByText(/^Claim SW\d+ takes its place\.$/)).toBeVisible();
    await expect(page.getByText("Correction (7)").first()).toBeVisible();
  });

  await test.step("Then its replacement says 7 behind the place of service, and the payer's number", async () => {
    const segments = await asSent(page);
    expect(segments).toMatch(/CLM\*SW\d+\*[^ ]*:B:7\*/);
    expect(segments).toContain("REF*F8*20263230079");
  });

  await test.step("And once it is in a file, it is voided with 8 and the number that it has by then", async () => {
    const { rows } = await ask(page, listClaims, { state: "ready", limit: 200 });
    const replacement = rows.find(
      ({ form, frequency }) => form === "professional" && frequency === "7",
    );
    if (replacement === undefined) throw new Error("the replacement is not ready");
    await ask(page, exportClaims, { from: replacement.fromDate, to: replacement.throughDate });
    await page.reload();
    await page.getByRole("button", { name: "Void" }).click();
    await downloadFirst(page);
    await page.getByRole("button", { name: "Void" }).click();
    await panel.getByLabel("The payer’s number of it").fill("20263230080");
    await panel.getByLabel("Why").fill("Billed to the wrong payer.");
    await panel.getByRole("button", { name: "Void" }).click();
    await expect(page.getByText("Void (8)").first()).toBeVisible();
    const segments = await asSent(page);
    expect(segments).toMatch(/CLM\*SW\d+\*[^ ]*:B:8\*/);
    expect(segments).toContain("REF*F8*20263230080");
  });
});

test("a claim whose record was mended is built anew", async ({ openBrowser }) => {
  const page = await openBrowser(people.biller);
  const { rows } = await ask(page, listClaims, { state: "scrubbed", limit: 200 });
  const [claim] = rows;
  if (claim === undefined) throw new Error("no claim is held");
  await page.goto(`/staff/billing/claims/${claim.id}`);
  await page.getByRole("button", { name: "Build anew" }).click();
  const panel = page.getByRole("dialog");
  await panel.getByLabel("Why").fill("The address was entered.");
  await panel.getByRole("button", { name: "Build anew" }).click();
  await expect(page.getByText(/^Claim SW\d+ takes its place\.$/)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText(claim.control);
});

test("a day whose authorization is used up goes on somebody's word, which stays with it", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.biller);
  const window = await page.context().newPage();
  const { rows } = await ask(page, listHolds, { code: "authorization-used-up", limit: 200 });
  const [hold] = rows;
  if (hold === undefined) throw new Error("no day waits for an authorization");
  const { fromDate, enrollmentId } = hold;
  const panel = page.getByRole("dialog").first();
  const dialogName = "Bill this day without an authorization?";

  await test.step("Given the same day in two windows, one of them with a reason half written", async () => {
    for (const one of [page, window]) {
      const of = `until=${fromDate}&of=${enrollmentId}&day=${fromDate}`;
      await one.goto(`/staff/billing/charges?${of}`);
      await one.getByRole("button", { name: "Bill without it" }).press("Enter");
    }
    await window.getByLabel("Why it may go").fill("They said so in the");
  });

  await test.step("When the other lets it go, the reason stays with the day and the focus with the panel", async () => {
    const asked = page.getByRole("dialog", { name: dialogName });
    await asked.getByLabel("Why it may go").fill("The payer said by telephone that it is coming.");
    await page.keyboard.press("Control+Enter");
    await expect(panel.getByRole("heading", { name: "Goes without" })).toBeVisible();
    await expect(panel.getByText(/The payer said by telephone that it is coming/)).toBeVisible();
    await expect(panel).toBeFocused();
  });

  await test.step("Then the first keeps its words and is told that the day waits no more", async () => {
    await expect(window.getByRole("heading", { name: "Goes without" })).toBeAttached();
    const asked = window.getByRole("dialog", { name: dialogName });
    await expect(asked.getByLabel("Why it may go")).toHaveValue("They said so in the");
    await window.keyboard.press("Control+Enter");
    await expect(window.getByText(/^This day does not wait for that any more/)).toBeVisible();
  });

  await test.step("And given by mistake, it is taken back: the day waits again and says why", async () => {
    await panel.getByRole("button", { name: "Take back" }).press("Enter");
    const asked = page.getByRole("dialog", { name: "Hold this day again?" });
    await asked.getByLabel("Why").fill("They spoke of another day.");
    await page.keyboard.press("Control+Enter");
    await expect(panel.getByRole("button", { name: "Bill without it" })).toBeVisible();
    await expect(panel.getByRole("heading", { name: "Goes without" })).toHaveCount(0);
    await expect(panel.getByText(/They spoke of another day/)).toBeVisible();
  });
});
