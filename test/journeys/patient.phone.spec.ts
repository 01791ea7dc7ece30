import type { Page } from "@playwright/test";
import { expect, people, signInByCode, test } from "./journey.ts";

/** 988, the text line and the program's own line stand on the screen without scrolling, and each dials. */
const expectHelp = async (page: Page, names: readonly (string | RegExp)[]): Promise<void> => {
  const help = page.getByRole("region", { name: /^(Help now|Ayuda ahora)$/ });
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  for (const [index, address] of ["tel:988", /^sms:741741/, "tel:+13035550199"].entries()) {
    const link = help.getByRole("link", { name: names[index] });
    await expect(link).toBeInViewport({ ratio: 1 });
    await expect(link).toHaveAttribute("href", address);
  }
};

test("a member signs in on a phone by a code, finds the way, changes the language, and signs out", async ({
  openBrowser,
}) => {
  const page = await openBrowser(null);
  const places = page.getByRole("navigation", { name: /^(Main|Principal)$/ });
  const english = ["Call 988", "Text HOME to 741741", "Call our line"] as const;

  await test.step("Given the door: help is there before anybody signs in", async () => {
    await page.goto("/my");
    await expect(page).toHaveURL("/my/sign-in");
    const help = page.getByRole("region", { name: "Help now" });
    await expect(help.getByRole("link", { name: "Call 988" })).toBeInViewport({ ratio: 1 });
    await signInByCode(page, people.member);
  });

  await test.step("When she looks at today and at the places", async () => {
    await expect(page.getByRole("heading", { level: 1, name: "Hello, Juniper" })).toBeVisible();
    await expectHelp(page, english);
    await places.getByRole("link", { name: "Places" }).tap();
    await expect(page.getByRole("heading", { level: 1, name: "Places" })).toBeVisible();
    await expect(page.getByText("210 Alder Street")).toBeVisible();
    await expect(page.getByRole("link", { name: "Call (303) 555-0141" })).toHaveAttribute(
      "href",
      "tel:+13035550141",
    );
    await expectHelp(page, english);
  });

  await test.step("And reads it in Spanish, which stays", async () => {
    await places.getByRole("link", { name: "Me" }).tap();
    await expectHelp(page, english);
    await page.getByRole("radio", { name: "Español" }).tap();
    await expect(page.locator("html")).toHaveAttribute("lang", "es");
    const spanish = [/988/, /HOLA.*741741/, /línea/] as const;
    await page.reload();
    await expect(page.locator("html")).toHaveAttribute("lang", "es");
    await places.getByRole("link", { name: "Hoy" }).tap();
    await expect(page.getByRole("heading", { level: 1, name: "Hola, Juniper" })).toBeVisible();
    await expectHelp(page, spanish);
    await page.getByRole("button", { name: "English" }).tap();
    await expect(page.getByRole("heading", { level: 1, name: "Hello, Juniper" })).toBeVisible();
  });

  await test.step("Then the staff screens are closed to her, and she signs out", async () => {
    await page.goto("/staff/practice/staff");
    await expect(page).toHaveURL("/my");
    await places.getByRole("link", { name: "Me" }).tap();
    await page.getByRole("button", { name: "Sign out of this device" }).tap();
    await expect(page.getByRole("heading", { level: 1, name: "Welcome" })).toBeVisible();
    await page.goto("/my/places");
    await expect(page).toHaveURL("/my/sign-in");
  });
});

test("with letters twice as large the first call stays in sight, and the rest of the foot leaves room to read", async ({
  openBrowser,
}) => {
  const page = await openBrowser(null);
  await page.goto("/my/sign-in");
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  const help = page.getByRole("region", { name: "Help now" });
  const rest = help.getByRole("link", { name: "Text HOME to 741741" });
  await expect(help.getByRole("link", { name: "Call 988" })).toBeInViewport({ ratio: 1 });
  await expect(rest).not.toBeInViewport();
  await rest.scrollIntoViewIfNeeded();
  await expect(rest).toBeInViewport({ ratio: 1 });
  await page.getByRole("textbox", { name: "E-mail" }).fill("nobody.who.is.known@member.example");
  await page.getByRole("button", { name: "Send me a code" }).tap();
  await expect(page.getByRole("textbox", { name: "Code" })).toBeInViewport({ ratio: 1 });
  expect(
    await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ),
    "an address longer than the card",
  ).toBe(0);
});
