import { Temporal } from "temporal-polyfill";
import { createRoom } from "#domain/practice/room.api.ts";
import { createSite, readSite } from "#domain/practice/site.api.ts";
import { ask, expect, expectNotice, own, people, pick, test } from "./journey.ts";

const inTwelveDays = (): string =>
  Temporal.Now.plainDateISO("America/Denver").add({ days: 12 }).toString();

const siteAt = (name: string) => ({
  name,
  zone: "America/Denver",
  phone: "(303) 555-0110",
  address: {
    street: "40 Willow Lane",
    unit: null,
    city: "Boulder",
    state: "CO" as const,
    postalCode: "80302",
  },
});

test("a new site opens: its room, its first colleague, and a license that lapses soon", async ({
  openBrowser,
}) => {
  const site = own("Lakeside");
  const family = own("Ferreira").replace(" ", "-");
  const admin = await openBrowser(people.administrator);
  const onlooker = await openBrowser(people.supervisor);
  const form = admin.getByRole("dialog");

  await test.step("Given a colleague who looks at the list of sites", async () => {
    await onlooker.goto("/staff/practice/sites");
    await expect(onlooker.getByRole("link", { name: /^Eastside/ })).toBeVisible();
  });

  await test.step("When an administrator adds a site with a wrong NPI", async () => {
    await admin.goto("/staff/practice/sites");
    await expect(admin.getByRole("button", { name: "Add site" })).toBeVisible();
    await admin.keyboard.press("n");
    await form.getByLabel("Name", { exact: true }).fill(site);
    await form.getByLabel("Street").fill("12 Shore Road");
    await form.getByLabel("City").fill("Seattle");
    await pick(form, "State", "Washington");
    const state = form.getByRole("combobox", { name: "State" });
    await state.fill("washi");
    await admin.keyboard.press("Enter");
    await expect(state).toHaveValue("WA Washington");
    await expect(form.getByRole("combobox", { name: "Time zone" })).toHaveValue(/^Pacific Time/);
    await form.getByLabel("ZIP code").fill("98101");
    await form.getByLabel("NPI").fill("2000010382");
    await expect(
      admin.getByText("The check digit does not fit. Compare with the NPI Registry."),
    ).toBeVisible();
    await admin.keyboard.press("Control+Enter");
    await expect(form.getByLabel("NPI")).toBeFocused();
  });

  await test.step("Then it is refused beside the field, and taken once it is right", async () => {
    await form.getByLabel("NPI").fill("2000010381");
    await expect(admin.getByText("The check digit fits.")).toBeVisible();
    await admin.keyboard.press("Control+Enter");
    await expect(admin.getByRole("heading", { level: 1, name: site })).toBeVisible();
  });

  await test.step("And the colleague sees it arrive without doing anything", async () => {
    await expect(onlooker.getByRole("link", { name: new RegExp(`^${site}`) })).toBeVisible();
  });

  await test.step("When a room and a colleague with a license of twelve days follow", async () => {
    await admin.getByRole("button", { name: "Add room" }).click();
    const room = admin.getByRole("form", { name: "Add room" });
    await room.getByLabel("Name").fill("Heron Room");
    const seats = room.getByLabel("Seats");
    await seats.fill("-12");
    await room.getByLabel("Name").press("Control+Enter");
    // Neither twelve nor nothing: it stands as it was typed and is not sent.
    await expect(seats).toBeFocused();
    await expect(seats).toHaveValue("-12");
    await expect(room).toContainText("Write a whole number");
    await seats.fill("12");
    await seats.press("Control+Enter");
    await expect(room).toBeHidden();
    // Whoever adds several goes on where the first began.
    await expect(admin.getByRole("button", { name: "Add room" })).toBeFocused();
    await expect(admin.getByText("12 seats")).toBeVisible();

    await admin.goto("/staff/practice/staff");
    await admin.getByRole("button", { name: "Add colleague" }).click();
    await form.getByLabel("Given name").fill("Amaro");
    await form.getByLabel("Family name").fill(family);
    await pick(form, "Position", "Social worker");
    await pick(form, "Based at", site);
    await admin.keyboard.press("Control+Enter");
    await expect(admin.getByRole("heading", { level: 1, name: `Amaro ${family}` })).toBeVisible();

    await admin.getByRole("button", { name: "Add credential" }).click();
    await pick(form, "Credential", "LCSW");
    await pick(form, "State", "Washington");
    await form.getByLabel("Number").fill("LW60110");
    await form.getByLabel("Last day").fill(inTwelveDays());
    await admin.keyboard.press("Control+Enter");
    await expectNotice(admin, "Credential added.");
  });

  await test.step("Then Today says so, and leads there", async () => {
    await admin.goto("/staff");
    const due = admin.getByRole("listitem").filter({ hasText: `Amaro ${family}’s LCSW ends ` });
    await expect(due).toContainText("12 days left");
    await due.getByRole("link", { name: "Renew" }).click();
    await expect(admin.getByRole("heading", { level: 1, name: `Amaro ${family}` })).toBeVisible();
    await expect(admin.getByText("Number: LW60110")).toBeVisible();
  });
});

test("two people change one record at once, and neither loses a word", async ({ openBrowser }) => {
  const [one, other] = [
    await openBrowser(people.administrator),
    await openBrowser(people.director),
  ];
  const name = own("Meadow");
  const { id } = await ask(one, createSite, siteAt(name));

  await test.step("Given both at the same form", async () => {
    for (const page of [one, other]) {
      await page.goto(`/staff/practice/sites/${id}`);
      await page.getByRole("button", { name: "Change", exact: true }).click();
    }
    await other.getByLabel("Phone").fill("(303) 555-0112");
    await other.getByLabel("Street").fill("41 Willow Lane");
  });

  await test.step("When one saves a phone and a city", async () => {
    await one.getByLabel("Phone").fill("(303) 555-0111");
    await one.getByLabel("City").fill("Longmont");
    await one.getByRole("button", { name: "Save" }).click();
    await expectNotice(one, "Saved.");
  });

  await test.step("Then the other sees theirs and yours, and their own words still stand", async () => {
    const sides = other.getByRole("alert");
    await expect(sides).toContainText("Theirs(303) 555-0111");
    await expect(sides).toContainText("Yours(303) 555-0112");
    await expect(other.getByLabel("City")).toHaveValue("Longmont");
    await expect(other.getByLabel("Street")).toHaveValue("41 Willow Lane");
    await expect(other.getByLabel("Phone")).toHaveValue("(303) 555-0112");
  });

  await test.step("And saves once it is decided", async () => {
    await other.getByRole("button", { name: "Keep mine" }).click();
    await other.getByRole("button", { name: "Save" }).click();
    await expectNotice(other, "Saved.");
    const { address, phone } = await ask(one, readSite, { siteId: id });
    expect({ phone, street: address.street, city: address.city }).toEqual({
      phone: "3035550112",
      street: "41 Willow Lane",
      city: "Longmont",
    });
  });
});

test("a site is not retired while it is in use; afterwards it is, with its history", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.administrator);
  const name = own("Quarry");
  const { id } = await ask(page, createSite, siteAt(name));
  await ask(page, createRoom, { siteId: id, name: "Fern Room", seats: 8, hasVideo: false });

  await test.step("Given a site with a room: it says why it stays", async () => {
    await page.goto(`/staff/practice/sites/${id}`);
    await page.getByRole("button", { name: "Retire", exact: true }).click();
    const refusal = page.getByRole("dialog", { name: `${name} cannot be retired yet` });
    await expect(refusal).toContainText("1 room is in use.");
    await refusal.getByRole("button", { name: "Close" }).last().click();
  });

  await test.step("When the room and then the site are retired, each with a reason", async () => {
    const giveReason = async (what: string, reason: string): Promise<void> => {
      const dialog = page.getByRole("dialog", { name: `Retire ${what}?` });
      await dialog.getByLabel("Why").fill(reason);
      await dialog.getByRole("button", { name: "Retire", exact: true }).click();
      await expect(dialog).toBeHidden();
    };
    await page.getByRole("button", { name: "Retire Fern Room" }).click();
    await giveReason("Fern Room", "The lease of the upper floor ends");
    await page.getByRole("button", { name: "Retire", exact: true }).click();
    await giveReason(name, "Moved to Eastside");
  });

  await test.step("Then it leaves the list, is found among the retired, and comes back", async () => {
    await page.goto("/staff/practice/sites");
    await page.getByRole("searchbox", { name: "Find by name or city" }).fill(name);
    await expect(page.getByText("Nothing matches.")).toBeVisible();
    await page.getByRole("button", { name: "Show retired" }).click();
    await page.getByRole("link", { name: new RegExp(`^${name}`) }).click();
    await page.getByRole("button", { name: "Bring back", exact: true }).first().click();
    await expectNotice(page, `${name} is in use again.`);
    await expect(page.getByRole("button", { name: "Change", exact: true })).toBeVisible();
  });

  await test.step("And its history can be read, newest first", async () => {
    const entries = page.getByRole("region", { name: "History" }).getByRole("listitem");
    await expect(entries).toHaveText([
      /^Brought back.*Tobias Wrenfield/s,
      /^RetiredMoved to Eastside.*Tobias Wrenfield/s,
      /^AddedName: Quarry.*Tobias Wrenfield/s,
    ]);
  });
});
