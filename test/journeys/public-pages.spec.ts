import { readdirSync, readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";

const phone = { width: 390, height: 844 };
const sizes = [
  { name: "desk", width: 1440, height: 900 },
  { name: "tablet", width: 900, height: 1100 },
  { name: "phone", ...phone },
] as const;
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const colourRules = ["color-contrast", "link-in-text-block"];

/** Everything the server answers as a page, read from where it is registered; files that are none are left out. */
const registered = (): readonly string[] => {
  const folder = new URL("../../src/server/pages/", import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".routes.ts"))
    .flatMap((name) => [
      ...readFileSync(new URL(name, folder), "utf8").matchAll(/app\.get(?:<.*>)?\(\s*"([^"]+)"/g),
    ])
    .map(([, address = ""]) => address)
    .filter((address) => !/\.\w+$/.test(address));
};

/** Every public page, with one program and one mailbox of the demonstration. */
const addresses = async (page: Page): Promise<readonly string[]> => {
  await page.goto("/programs");
  const program = await page.getByRole("main").getByRole("link").first().getAttribute("href");
  return [
    "/",
    "/help",
    "/programs",
    program ?? "/programs/none",
    "/no/such/page",
    "/demo/mail",
    "/demo/mail?to=nobody",
    "/demo/mail?to=nobody@stepwell.example",
    "/api/docs",
  ];
};

test("every page that is registered is looked at", async ({ page }) => {
  const looked = await addresses(page);
  const isLookedAt = (route: string): boolean => {
    const pattern = new RegExp(`^${route.replace(/:\w+/g, "[^/?]+")}(\\?|$)`);
    return looked.some((address) => pattern.test(address));
  };
  expect(registered().length).toBeGreaterThan(4);
  expect(registered().filter((route) => !isLookedAt(route))).toEqual([]);
});

/** One group of calls and one shape stand for all: they are made alike, and axe takes its time over each, hidden or not. */
const keepOneOfEach = async (page: Page): Promise<void> => {
  await page.getByRole("searchbox").fill("/closing");
  await page
    .locator("main [hidden], [id^=shape-] ~ [id^=shape-]")
    .evaluateAll((parts) => parts.forEach((part) => part.remove()));
};

for (const size of sizes)
  test(`nothing bars the way: ${size.name}, light and dark`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.setViewportSize(size);
    const expectNoFault = async (axe: AxeBuilder, address: string): Promise<void> => {
      // There are no frames here, so no second page is opened to put results together.
      const { violations } = await axe.setLegacyMode().analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`),
        address,
      ).toEqual([]);
    };
    for (const address of await addresses(page)) {
      await page.emulateMedia({ colorScheme: "light" });
      await page.goto(address);
      if (address === "/api/docs") await keepOneOfEach(page);
      await expectNoFault(new AxeBuilder({ page }).withTags(rules), address);
      // The dark theme changes colours and nothing else, some of them slowly.
      await page.emulateMedia({ colorScheme: "dark" });
      await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished)));
      await expectNoFault(new AxeBuilder({ page }).withRules(colourRules), `${address}, dark`);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways, address).toBe(0);
    }
  });

test("letters are as large as the reader's browser makes them, and no page grows wider", async ({
  page,
}) => {
  await page.setViewportSize(phone);
  const browser = await page.context().newCDPSession(page);
  await browser.send("Page.enable");
  await browser.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
  for (const address of await addresses(page)) {
    await page.goto(address);
    await expect(page.locator("html"), address).toHaveCSS("font-size", "32px");
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways, address).toBe(0);
  }
});

test("crisis help stays in sight at the end of a long page", async ({ page }) => {
  await page.setViewportSize(phone);
  for (const address of ["/", "/help", "/api/docs"]) {
    await page.goto(address);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const strip = page.getByRole("complementary", { name: "Crisis help" });
    await expect(strip.getByRole("link", { name: "Call or text 988" })).toBeInViewport();
    await expect(strip.getByRole("link", { name: "Text HOME to 741741" })).toHaveAttribute(
      "href",
      "sms:741741?&body=HOME",
    );
    await expect(strip.getByRole("link", { name: "Call 911" })).toBeInViewport();
  }
});

test("a person looking for help finds a program and its number by keyboard", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: /^I am looking for help/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Programs" })).toBeVisible();
  const first = page.getByRole("main").getByRole("link").first();
  const name = await first.innerText();
  await first.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Call \(\d{3}\) / }).first()).toHaveAttribute(
    "href",
    /^tel:\+1\d{10}$/,
  );
});

test("Spanish, once chosen, stays", async ({ page }) => {
  await page.goto("/help");
  await page.getByRole("link", { name: "Español" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page.getByRole("heading", { level: 1, name: "Ayuda ahora" })).toBeVisible();
  await page.getByRole("link", { name: "Programas", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Programas" })).toBeVisible();
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
});

test("nothing is asked of any other host, and no script runs where none is needed", async ({
  page,
}) => {
  const hosts = new Set<string>();
  const scripts: string[] = [];
  page.on("request", (request) => {
    hosts.add(new URL(request.url()).host);
    if (request.resourceType() === "script") scripts.push(request.url());
  });
  for (const address of ["/", "/help", "/programs"]) await page.goto(address);
  expect([...hosts]).toEqual([new URL(page.url()).host]);
  expect(scripts).toEqual([]);
});

test("the page of the API narrows as one types", async ({ page }) => {
  await page.goto("/api/docs");
  const all = await page.getByRole("article").count();
  await page.keyboard.press("/");
  const field = page.getByRole("searchbox", { name: "Find a call" });
  await expect(field).toBeFocused();
  await field.fill("session post");
  const found = await page.getByRole("article").count();
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(all);
  await expect(page.getByRole("status")).toHaveText(`${found} of ${all} calls`);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("every page can be read, and nothing stands there that does nothing", async ({ page }) => {
    for (const address of await addresses(page)) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 }), address).toBeVisible();
    }
    await expect(page.getByRole("searchbox")).toBeHidden();
    expect(await page.getByRole("article").count()).toBeGreaterThan(10);
  });
});
