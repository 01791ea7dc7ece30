import { listSites } from "#domain/practice/site.api.ts";
import { ask, expect, expectNotice, own, people, pick, test } from "./journey.ts";

test.use({ serviceWorkers: "allow" });

test("the network goes and comes back: what was typed is kept, and saved once", async ({
  openBrowser,
}) => {
  const name = own("Ridgeway");
  const page = await openBrowser(people.administrator);
  const network = page.context();
  const strip = page.getByText(/^No network since/);
  const saved = async () => (await ask(page, listSites, { q: name })).rows.length;
  const form = page.getByRole("dialog", { name: "Add site" });
  const save = form.getByRole("button", { name: "Add site" });

  await test.step("Given a form that is being filled in while the network goes", async () => {
    await page.goto("/staff/practice/sites?add=site");
    await form.getByLabel("Name", { exact: true }).fill(name);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await network.setOffline(true);
    await expect(strip).toBeVisible();
    await form.getByLabel("Street").fill("3 Signal Hill");
    await form.getByLabel("City").fill("Golden");
    await pick(form, "State", "Colorado");
    await form.getByLabel("ZIP code").fill("80401");
  });

  await test.step("When it is saved without a network", async () => {
    await save.click();
    await expect(form.getByRole("alert")).toContainText("No connection. Nothing is lost");
    await expect(form.getByLabel("Street")).toHaveValue("3 Signal Hill");
  });

  await test.step("Then it waits until the network is back, and even a lost answer saves it once", async () => {
    await network.setOffline(false);
    await expect(strip).toBeHidden();
    expect(await saved()).toBe(0);
    await network.route("**/api/sites", async (route) => {
      await route.fetch();
      await route.abort("connectionreset");
    });
    await save.click();
    await expect(form.getByRole("alert")).toContainText("No connection. Nothing is lost");
    expect(await saved()).toBe(1);
    await network.unroute("**/api/sites");
    await save.click();
    await expectNotice(page, "Site added.");
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    expect(await saved()).toBe(1);
  });

  await test.step("And without a network the house still opens, and says what is the matter", async () => {
    await network.setOffline(true);
    await page.reload();
    await expect(page.getByText("No connection. Nothing is lost")).toBeVisible();
    await network.setOffline(false);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  });
});
