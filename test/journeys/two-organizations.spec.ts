import { listPeople } from "#domain/access/people.api.ts";
import { listSites } from "#domain/practice/site.api.ts";
import { listStaff } from "#domain/practice/staff.api.ts";
import { demoPassword } from "#demo/sign-ins.ts";
import { ask, expect, people, test } from "./journey.ts";

test("nothing of another organization can be found, not even that it exists", async ({
  openBrowser,
}) => {
  const there = await openBrowser(people.administrator);
  const here = await openBrowser(people.directorElsewhere);

  await test.step("Given somebody of Harbor Steps, who searches for what Cedar Bridge has", async () => {
    await here.goto("/staff");
    await expect(here.getByRole("heading", { name: /Philippa$/ })).toBeVisible();
    await here.keyboard.press("/");
    const search = here.getByRole("combobox", { name: "Find a screen, a record or an act" });
    await search.fill("North");
    await expect(
      here.getByRole("listbox").getByRole("option", { name: /^North Shore/ }),
    ).toBeVisible();
    for (const words of ["Eastside", "Okonjo", "Cedar"]) {
      const answered = here.waitForResponse((answer) => answer.url().includes(`/staff?q=${words}`));
      await search.fill(words);
      await answered;
      // Among people and among claims: what is offered is to look there, and nothing that is there.
      const toLook = new RegExp(`^Find “${words}”`);
      await expect(here.getByRole("listbox").getByRole("option")).toHaveText([toLook, toLook]);
    }
    await here.keyboard.press("Escape");
  });

  await test.step("When they open addresses of Cedar Bridge that somebody passed on", async () => {
    const [site] = (await ask(there, listSites, {})).rows;
    const [colleague] = (await ask(there, listStaff, {})).rows;
    const [person] = (await ask(there, listPeople, {})).rows;
    for (const address of [
      `/staff/practice/sites/${site?.id}`,
      `/staff/practice/staff/${colleague?.id}`,
      `/staff/people/${person?.id}`,
      "/staff/practice/sites/01920000-0000-7000-8000-000000000000",
    ]) {
      await here.goto(address);
      await expect(here.getByText("Nothing here, or not yours to see."), address).toBeVisible();
    }
  });

  await test.step("Then the audit trail of Cedar Bridge does not know them either", async () => {
    await there.goto("/staff/audit");
    await there.getByRole("combobox", { name: "Who" }).fill("Strand");
    await expect(there.getByText("Nothing found")).toBeVisible();
  });
});

test("somebody who works for two organizations sees one at a time", async ({ openBrowser }) => {
  const page = await openBrowser(null);
  const rows = page.getByRole("table").getByRole("row");

  await test.step("Given a director of one who is an auditor of the other", async () => {
    await page.goto("/staff/practice/sites");
    await page.getByLabel("E-mail").fill(people.director);
    await page.getByLabel("Password", { exact: true }).fill(demoPassword);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { name: "Where are you working now?" })).toBeVisible();
    await page.getByRole("button", { name: /: Cedar Bridge$/ }).click();
    await expect(
      page.getByRole("button", { name: "Organization: Cedar Bridge. Change" }),
    ).toBeVisible();
  });

  await test.step("Then at the first they manage the sites", async () => {
    await page.goto("/staff/practice/sites");
    await expect(rows.filter({ hasText: "Eastside" })).toHaveCount(1);
    await expect(page.getByRole("button", { name: "Add site" })).toBeVisible();
  });

  await test.step("When they change to the other", async () => {
    await page.getByRole("button", { name: "Organization: Cedar Bridge. Change" }).click();
    await page.getByRole("menuitemradio", { name: "Harbor Steps" }).click();
    await expect(
      page.getByRole("button", { name: "Organization: Harbor Steps. Change" }),
    ).toBeVisible();
    await expect(page).toHaveURL("/staff");
  });

  await test.step("Then they only look, and nothing of the first is left", async () => {
    await page.getByRole("link", { name: "Sites" }).first().click();
    await expect(rows.filter({ hasText: "North Shore" })).toHaveCount(1);
    await expect(rows.filter({ hasText: "Eastside" })).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Add site" })).toHaveCount(0);
  });
});
