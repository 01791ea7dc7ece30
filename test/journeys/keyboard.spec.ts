import { demoPassword } from "#demo/sign-ins.ts";
import { invitePerson } from "#domain/access/people.api.ts";
import { createStaff } from "#domain/practice/staff.api.ts";
import { ask, expect, expectNotice, own, people, test } from "./journey.ts";
import { tabTo } from "./tab-to.ts";

test("a colleague's credential is added without a mouse", async ({ openBrowser }) => {
  const family = own("Vance").replace(" ", "-");
  const page = await openBrowser(null);
  const { keyboard } = page;
  const setUp = await openBrowser(people.administrator);
  await ask(setUp, createStaff, {
    givenName: "Ione",
    familyName: family,
    credentialsShown: null,
    position: "nurse",
    homeSiteId: null,
    supervisorId: null,
    email: null,
    phone: null,
    npi: null,
    startedOn: null,
  });

  await test.step("Given an administrator who signs in by keyboard", async () => {
    await page.goto("/staff");
    await expect(page.getByLabel("E-mail")).toBeFocused();
    await keyboard.type(people.administrator);
    await keyboard.press("Tab");
    await keyboard.type(demoPassword);
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: /Tobias$/ })).toBeVisible();
  });

  await test.step("When they go to the staff by the palette and opens one by arrows", async () => {
    await keyboard.press("Control+k");
    await expect(page.getByRole("combobox")).toBeFocused();
    await keyboard.type("sta");
    await expect(page.getByRole("listbox").getByRole("option", { selected: true })).toHaveText(
      /^Staff/,
    );
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Staff" })).toBeFocused();
    await tabTo(page, page.getByRole("searchbox", { name: "Find by name" }));
    await keyboard.type(family);
    const row = page.getByRole("table", { name: "Staff" }).getByRole("link");
    await expect(row).toHaveCount(1);
    await tabTo(page, row);
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: `Ione ${family}` })).toBeFocused();
  });

  await test.step("And add a license", async () => {
    await tabTo(page, page.getByRole("button", { name: "Add credential" }));
    await keyboard.press("Enter");
    const panel = page.getByRole("dialog", { name: "Add credential" });
    await expect(panel.getByRole("combobox", { name: "Credential" })).toBeFocused();
    await keyboard.type("RN");
    await keyboard.press("Enter");
    await tabTo(page, panel.getByRole("combobox", { name: "State" }));
    await keyboard.type("Oregon");
    await keyboard.press("Enter");
    await tabTo(page, panel.getByLabel("Number"));
    await keyboard.type("RN.200417");
    await tabTo(page, panel.getByLabel("Last day"));
    await keyboard.type("03312031");
    await keyboard.press("Control+Enter");
    await expectNotice(page, "Credential added.");
    await expect(panel).toBeHidden();
    await expect(page.getByText("OR RN.200417 · last day Mar 31, 2031")).toBeVisible();
    await expect(page.getByRole("button", { name: "Add credential" })).toBeFocused();
  });

  await test.step("And end it, and read why it ended", async () => {
    await tabTo(page, page.getByRole("button", { name: "Change RN" }));
    await keyboard.press("Enter");
    const panel = page.getByRole("dialog", { name: "RN", exact: true });
    await tabTo(page, panel.getByRole("button", { name: "Retire" }));
    await keyboard.press("Enter");
    const question = page.getByRole("dialog", { name: "Retire RN?" });
    await expect(question.getByLabel("Why")).toBeFocused();
    await keyboard.type("Surrendered to the board");
    await keyboard.press("Control+Enter");
    await expectNotice(page, "RN is retired.");
    await tabTo(page, page.getByRole("button", { name: "History of RN" }), "Shift+Tab");
    await keyboard.press("Enter");
    await expect(panel).toContainText("Surrendered to the board");
    await keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "History of RN" })).toBeFocused();
  });

  await test.step("Then they sign out", async () => {
    await tabTo(page, page.getByRole("button", { name: "Tobias Wrenfield" }), "Shift+Tab");
    await keyboard.press("Enter");
    await keyboard.press("End");
    await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeFocused();
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  });
});

test("a screen that no rail holds is found by its name", async ({ openBrowser }) => {
  const director = await openBrowser(people.director);
  await director.goto("/staff");
  await expect(director.getByRole("heading", { level: 1 })).toBeVisible();
  await director.keyboard.press("Control+k");
  const find = director.getByRole("combobox", { name: "Find a screen, a record or an act" });
  await find.fill("closed");
  await expect(
    director.getByRole("listbox").getByRole("option", { name: /^Closed days/ }),
  ).toHaveAttribute("aria-selected", "true");
  await find.press("Enter");
  await expect(director.getByRole("dialog", { name: "Closed days" })).toBeVisible();
});

test("what is typed before what can be found is fetched is not lost", async ({ openBrowser }) => {
  const page = await openBrowser(people.director);
  const { keyboard } = page;
  const find = page.getByRole("combobox", { name: "Find a screen, a record or an act" });
  const arrive = Promise.withResolvers<undefined>();
  await page.route(/command-palette/, async (route) => {
    await arrive.promise;
    await route.continue();
  });
  await page.goto("/staff");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

  await test.step("Escape closes what has not come yet", async () => {
    await keyboard.type("/pro");
    await expect(find).toHaveValue("pro");
    await keyboard.press("Escape");
    await expect(find).toHaveCount(0);
  });

  await test.step("What was typed and put right is found, and typing goes on behind it", async () => {
    await keyboard.type("/clx");
    await keyboard.press("Backspace");
    arrive.resolve(undefined);
    await expect(page.getByRole("listbox").getByRole("option").first()).toBeVisible();
    await keyboard.type("osed");
    await expect(find).toHaveValue("closed");
    await expect(page.getByRole("listbox").getByRole("option", { selected: true })).toHaveText(
      /^Closed days/,
    );
  });
});

test("a long list is no stop between two fields, and a reason that is missing takes the focus", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.administrator);
  const { keyboard } = page;
  await page.goto("/staff/practice/programs");
  await page.getByRole("button", { name: "Change Psychoeducation group" }).press("Enter");
  const panel = page.getByRole("dialog", { name: "Change Psychoeducation group" });
  await tabTo(page, panel.getByRole("combobox", { name: "Works with" }));
  await keyboard.press("Tab");
  await expect(panel.getByLabel("Counts toward the hours of the week")).toBeFocused();
  await keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await page.getByRole("button", { name: "Retire Psychoeducation group" }).press("Enter");
  const asked = page.getByRole("dialog", { name: /Psychoeducation group/ });
  await keyboard.press("Control+Enter");
  await expect(asked).toContainText("Say why.");
  await tabTo(page, asked.locator("[type=submit]"));
  await keyboard.press("Enter");
  await expect(asked.getByRole("textbox")).toBeFocused();
});

test("who saves goes on at the same field, and a panel opened by its key leaves the focus in the work", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.administrator);
  const { keyboard } = page;
  const invited = await ask(page, invitePerson, {
    name: "Ione Vance",
    email: `${own("ione").replace(" ", ".")}@cedarbridge.example`,
    roles: ["biller"],
    staffId: null,
  });

  await test.step("Given roles that are chosen and saved by keyboard", async () => {
    await page.goto(`/staff/people/${invited.id}`);
    const box = page.getByRole("checkbox", { name: /^Nurse/ });
    await tabTo(page, box);
    await keyboard.press("Space");
    await keyboard.press("Control+Enter");
    await expectNotice(page, "Roles changed.");
    await expect(box).toBeFocused();
  });

  await test.step("When a panel is opened by its key from nowhere, and closed", async () => {
    await page.goto("/staff/people");
    await expect(page.getByRole("button", { name: /^Invite/ })).toBeVisible();
    await keyboard.press("n");
    const panel = page.getByRole("dialog", { name: /^Invite/ });
    await expect(panel.getByLabel("Name")).toBeFocused();
    await keyboard.press("Escape");
    await expect(panel).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1, name: "Sign-ins" })).toBeFocused();
  });
});

test("from the page the arrow goes to the first row of its list; in a field it stays", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.biller);
  const { keyboard } = page;
  await page.goto("/staff/billing/claims");
  const rows = page.getByRole("table", { name: "Claims" }).getByRole("rowheader").getByRole("link");
  await expect(rows.nth(1)).toBeVisible();
  await keyboard.press("ArrowDown");
  await expect(rows.first()).toBeFocused();
  await keyboard.press("ArrowDown");
  await expect(rows.nth(1)).toBeFocused();
  const find = page.getByRole("searchbox");
  await find.focus();
  await keyboard.press("ArrowDown");
  await expect(find).toBeFocused();
});
