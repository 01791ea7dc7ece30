import type { Page } from "@playwright/test";
import { demoPassword } from "#demo/sign-ins.ts";
import { expect, people, test } from "./journey.ts";

/** Keeps the code of the page on its way until the answer is called; what runs before the first paint comes at once. */
const holdCode = async (page: Page): Promise<() => void> => {
  let letCome = (): void => undefined;
  const until = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  await page.route(
    (url) => /^\/assets\/.*\.js$/.test(url.pathname) && !url.pathname.includes("before-paint"),
    async (route) => {
      await until;
      await route.continue();
    },
  );
  return letCome;
};

// A difference between what was served and what the code would draw is a fault of the program, which every browser here is watched for.
test("who types and sends the sign-in before its code is there is signed in", async ({
  openBrowser,
}) => {
  const page = await openBrowser(null);
  const letCome = await holdCode(page);
  await page.goto("/staff/sign-in?to=/staff/me", { waitUntil: "commit" });
  await expect(page.getByRole("textbox", { name: "E-mail" })).toBeFocused();
  await page.keyboard.type(people.biller);
  await page.keyboard.press("Tab");
  await page.keyboard.type(demoPassword);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/staff/sign-in?to=/staff/me");
  letCome();
  await expect(page).toHaveURL("/staff/me");
});

test("what was typed before stays in its field, and the other language is gone", async ({
  openBrowser,
}) => {
  const page = await openBrowser(null);
  const letCome = await holdCode(page);
  await page.goto("/my/sign-in", { waitUntil: "commit" });
  const email = page.getByRole("textbox", { name: "E-mail" });
  await email.pressSequentially("juniper.ells");
  letCome();
  await expect(page).toHaveTitle("Sign in · Stepwell");
  await email.pressSequentially("worth@member.example");
  await expect(email).toHaveValue("juniper.ellsworth@member.example");
  await page.getByRole("button", { name: "Español" }).click();
  await expect(page.getByRole("heading", { name: "Entrar" })).toBeVisible();
  await expect(page.getByRole("textbox", { includeHidden: true })).toHaveValue(
    "juniper.ellsworth@member.example",
  );
});

for (const moment of ["before the code is there", "once the code is there"] as const)
  test(`an address typed into the served page goes along to the letter for a new password: ${moment}`, async ({
    openBrowser,
  }) => {
    const page = await openBrowser(null);
    const letCome = await holdCode(page);
    await page.goto("/staff/sign-in", { waitUntil: "commit" });
    await page.getByRole("textbox", { name: "E-mail" }).pressSequentially(people.biller);
    if (moment === "once the code is there") {
      letCome();
      await expect(page).toHaveTitle("Sign in · Stepwell");
    }
    await page.getByRole("link", { name: "Forgotten your password?" }).click();
    letCome();
    await expect(page.getByRole("heading", { name: "Choose a new password" })).toBeVisible();
    await expect(page.getByRole("textbox", { name: "E-mail" })).toHaveValue(people.biller);
  });

test("a reload leaves nothing typed to whoever comes next at a shared device", async ({
  openBrowser,
}) => {
  const page = await openBrowser(null);
  // As browsers do that fill in the fields of a page anew, before it is whole.
  await page.addInitScript(() => {
    document.addEventListener("readystatechange", () => {
      for (const field of document.querySelectorAll<HTMLInputElement>("[name=email]"))
        field.value = document.readyState === "interactive" ? "somebody@else.example" : field.value;
    });
  });
  for (const address of ["/staff/sign-in", "/my/sign-in"]) {
    await page.goto(address);
    await expect(page).toHaveTitle("Sign in · Stepwell");
    await expect(page.getByRole("textbox", { name: "E-mail" })).toHaveValue("");
  }
});

test("a reader of Spanish who likes it dark sees nothing else first", async ({ openBrowser }) => {
  const page = await openBrowser(null, { locale: "es-US", colorScheme: "dark" });
  const letCome = await holdCode(page);
  for (const address of ["/staff/sign-in", "/my/sign-in"]) {
    await page.goto(address, { waitUntil: "commit" });
    await expect(page.getByRole("heading", { name: "Entrar" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeHidden();
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  }
  letCome();
  await expect(page).toHaveTitle("Entrar · Stepwell");
  await expect(page.getByRole("heading", { name: "Entrar" })).toHaveCount(1);
});
