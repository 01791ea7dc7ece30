import { readFile } from "node:fs/promises";
import { expect, people, test } from "./journey.ts";

test("what is held says how much of it has no price yet", async ({ openBrowser }) => {
  const director = await openBrowser(people.director);
  await director.goto("/staff");
  await expect(
    director.getByText(/on [\d,]+ days, [\d,]+ more have no price; of [\d,]+ in no claim$/),
  ).toBeVisible();

  const biller = await openBrowser(people.biller);
  await biller.goto("/staff/billing");
  await expect(
    biller.getByText(/^\$[\d,.]+ waits for somebody; [\d,]+ days are unpriced\.$/),
  ).toBeVisible();
  await expect(biller.getByText(/of [\d,]+ · \$[\d,.]+ · [\d,]+ unpriced$/)).toBeVisible();
});

test("what holds are narrowed by stands in one line on a desk", async ({ openBrowser }) => {
  const page = await openBrowser(people.biller);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/staff/billing/holds");
  const tools = [
    page.getByRole("searchbox", { name: "Find by name or payer" }),
    ...["Reason", "Waits for", "Payer", "Timely filing"].map((name) =>
      page.getByRole("combobox", { name, exact: true }),
    ),
    page.getByRole("button", { name: "Export CSV" }),
  ];
  const middles = await Promise.all(
    tools.map(async (tool) => {
      await expect(tool).toBeVisible();
      const box = await tool.boundingBox();
      return box === null ? 0 : box.y + box.height / 2;
    }),
  );
  expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(8);
});

test("charges leave with whose record they are of, by which contract, and how many units", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.biller);
  await page.goto("/staff/billing/charges");
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export CSV" }).click();
  const text = await readFile(await (await coming).path(), "utf8");
  const [head, ...lines] = text.trimEnd().split("\r\n");
  expect(head?.replace("\uFEFF", "").split(",")).toEqual(
    expect.arrayContaining(["Record number", "Payer", "Contract", "Lines", "Units"]),
  );
  expect(lines.length).toBeGreaterThan(0);
});

test("every figure of days that wait leads to its rows, from Today and from the batch", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.biller);
  const opens = async (from: string, href: string): Promise<void> => {
    await page.goto(from);
    await page.locator(`main a[href="${href}"]`).first().click();
    const days = page.getByRole("table", { name: "Days and what they are worth" });
    await expect(days.getByRole("link").first()).toBeVisible();
    await expect(page.getByRole("heading", { level: 1, name: "Charges" })).toBeVisible();
  };
  const charges = "/staff/billing/charges";

  await opens("/staff", `${charges}?every=ready`);
  await opens("/staff", `${charges}?every=held`);

  await page.goto("/staff/billing");
  const seeDays = page.getByRole("link", { name: "See the days" });
  await expect(seeDays.first()).toBeVisible();
  const places = await seeDays.evaluateAll((links) =>
    links.map((link) => link.getAttribute("href") ?? ""),
  );
  expect(places.length).toBeGreaterThan(0);
  for (const place of places) await opens("/staff/billing", place);
});
