import { demoPassword } from "#demo/sign-ins.ts";
import { listSites } from "#domain/practice/site.api.ts";
import { ask, expect, expectNotice, own, people, pick, test } from "./journey.ts";

const tablet = {
  userAgent:
    "Mozilla/5.0 (iPad; CPU OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1",
  viewport: { width: 900, height: 1100 },
  hasTouch: true,
};

test("a device that was left behind is signed out, and what was typed there is not lost", async ({
  openBrowser,
}) => {
  const name = own("Hillcrest");
  const desk = await openBrowser(people.administrator);
  const left = await openBrowser(people.administrator, tablet);
  const form = left.getByRole("dialog", { name: "Add site" });

  await test.step("Given a new site, half typed, on the tablet of the group room", async () => {
    await left.goto("/staff/practice/sites?add=site");
    await form.getByLabel("Name", { exact: true }).fill(name);
    await form.getByLabel("Street").fill("7 Orchard Rise");
    await form.getByLabel("City").fill("Boulder");
    await pick(form, "State", "Colorado");
    await form.getByLabel("ZIP code").fill("80302");
  });

  await test.step("When the same person ends that session from the desk", async () => {
    await desk.goto("/staff/me");
    const devices = desk.getByRole("list", { name: "Where you are signed in" });
    const row = devices.getByRole("listitem").filter({ hasText: "iPad" });
    await expect(row).toHaveCount(1);
    await row.getByRole("button", { name: /^Sign out/ }).click();
    await expectNotice(desk, "Signed out there.");
    await expect(row).toHaveCount(0);
  });

  await test.step("Then the tablet asks who is there before it saves anything", async () => {
    await form.getByRole("button", { name: "Add site" }).click();
    const gate = left.getByRole("dialog", { name: "You were signed out to keep this device safe" });
    await expect(gate).toContainText("What you typed is still here, Tobias Wrenfield.");
    const { rows } = await ask(desk, listSites, { q: name });
    expect(rows).toEqual([]);
    await gate.getByLabel("Password", { exact: true }).fill("not the password at all");
    await gate.getByRole("button", { name: "Sign in and go on" }).click();
    await expect(gate.getByRole("alert")).toBeVisible();
    await gate.getByLabel("Password", { exact: true }).fill(demoPassword);
    await gate.getByRole("button", { name: "Sign in and go on" }).click();
  });

  await test.step("And the site is saved, once, as it was typed", async () => {
    await expect(left.getByRole("heading", { level: 1, name })).toBeVisible();
    await expectNotice(left, "Site added.");
    const { rows } = await ask(desk, listSites, { q: name });
    expect(rows.map((site) => site.address.street)).toEqual(["7 Orchard Rise"]);
  });
});
