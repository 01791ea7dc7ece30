import type { Browser, BrowserContext } from "@playwright/test";
import { test } from "@playwright/test";
import { signIn } from "#domain/access/session.api.ts";
import { demoPassword } from "#demo/sign-ins.ts";
import { ask, expect, people } from "./journey.ts";

/** A browser that is not watched for faults: these stories make some. */
const openUnwatched = async (browser: Browser): Promise<BrowserContext> => {
  const context = await browser.newContext();
  await ask(context, signIn, { email: people.administrator, password: demoPassword });
  return context;
};

/** Until it is let go, this address answers what no screen can show. */
const spoil = async (context: BrowserContext, address: RegExp): Promise<() => Promise<void>> => {
  await context.route(address, (route) => route.fulfill({ json: { rows: [null] } }));
  return () => context.unroute(address);
};

test("a screen that stops says so at its place, names the build, and opens again", async ({
  browser,
}) => {
  const context = await openUnwatched(browser);
  const mend = await spoil(context, /\/api\/sites(\?|$)/);
  const page = await context.newPage();
  const told: string[] = [];
  page.on("console", (message) => message.type() === "error" && told.push(message.text()));
  await page.goto("/staff/practice/sites");
  await expect(page.getByRole("heading", { name: "This screen stopped working" })).toBeVisible();
  await expect(page.getByText("The fault is ours, and what was saved is safe.")).toBeVisible();
  await expect(page.getByText(/tell whoever runs Stepwell this: build \w+-[\w-]+\./)).toBeVisible();
  await expect(page.getByRole("navigation").first()).toBeVisible();
  await expect(page.getByText(/TypeError|Cannot read|Show Error/)).toHaveCount(0);
  expect(told.join(" ")).toContain("Cannot read properties of null");
  await expect(page.getByRole("link", { name: "To Today" })).toHaveAttribute("href", "/staff");
  await mend();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sites" })).toBeVisible();
  await context.close();
});

test("where the frame itself stops, a calm page stands in its place", async ({ browser }) => {
  const context = await openUnwatched(browser);
  const mend = await spoil(context, /\/api\/session$/);
  const page = await context.newPage();
  await page.goto("/staff");
  await expect(page.getByRole("heading", { name: "This screen stopped working" })).toBeVisible();
  await expect(page.getByText(/Something went wrong|Show Error/)).toHaveCount(0);
  await mend();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(
    "This screen stopped working",
  );
  await expect(page.getByRole("navigation").first()).toBeVisible();
  await context.close();
});
