import { invitePerson } from "#domain/access/people.api.ts";
import { createStaff } from "#domain/practice/staff.api.ts";
import { demoPassword } from "#demo/sign-ins.ts";
import { ask, expect, expectNotice, linkInLetter, own, people, test } from "./journey.ts";

const firstPassword = "lanterns over the quiet harbor";
const secondPassword = "a kettle sings before the rain";

test("a colleague joins by letter, and comes back after forgetting the password", async ({
  openBrowser,
}) => {
  const name = own("Odalys");
  const email = `${name.toLowerCase().replace(" ", ".")}@cedarbridge.example`;
  const theirs = await openBrowser(null);

  await test.step("Given an administrator who invites her as a nurse", async () => {
    const admin = await openBrowser(people.administrator);
    await admin.goto("/staff/people");
    await admin.getByRole("button", { name: "Invite somebody" }).click();
    await admin.getByLabel("Name", { exact: true }).fill(name);
    await admin.getByLabel("E-mail", { exact: true }).fill(email);
    await admin.getByRole("button", { name: "Send invitation" }).click();
    await expect(admin.getByText("Choose at least one role.").first()).toBeVisible();
    await admin.getByRole("checkbox", { name: "Nurse" }).check();
    await admin.getByRole("button", { name: "Send invitation" }).click();
    await expectNotice(admin, `The invitation to ${email} is on its way.`);
    await expect(admin.getByRole("row", { name: new RegExp(name) })).toContainText("Invited");
  });

  await test.step("When she opens the letter and chooses a password", async () => {
    await theirs.goto(await linkInLetter(theirs, email, /\/staff\/invitation\//));
    await expect(theirs.getByRole("heading", { name: "Cedar Bridge invites you" })).toBeVisible();
    await theirs.getByLabel("New password").fill(`${name} and no other`);
    await theirs.getByRole("button", { name: "Open my account" }).click();
    await expect(
      theirs.getByText(/^Leave out your name, your e-mail address/).first(),
    ).toBeVisible();
    await theirs.getByLabel("New password").fill(firstPassword);
    await theirs.getByRole("button", { name: "Open my account" }).click();
  });

  await test.step("Then she is in, and sees what a nurse may see and nothing else", async () => {
    await expect(theirs.getByRole("heading", { name: /^Good \w+, Odalys$/ })).toBeVisible();
    const places = theirs.getByRole("navigation", { name: "Places" });
    await expect(places.getByRole("link")).toHaveText([
      "Today",
      "Sessions",
      "Members",
      "Tasks",
      "Hours",
      "Programs",
      "Staff",
      "Sites",
      "Organization",
    ]);
    await theirs.goto("/staff/practice/sites");
    await expect(theirs.getByRole("link", { name: /^Eastside/ })).toBeVisible();
    await expect(theirs.getByRole("button", { name: "Add site" })).toHaveCount(0);
    await theirs.goto("/staff/people");
    await expect(
      theirs.getByRole("heading", { name: "Nothing here, or not yours to see." }),
    ).toBeVisible();
  });

  await test.step("When she signs out and mistypes the password", async () => {
    await theirs.getByRole("button", { name }).click();
    await theirs.getByRole("menuitem", { name: "Sign out" }).click();
    await theirs.getByLabel("E-mail").fill(email);
    await theirs.getByLabel("Password", { exact: true }).fill(demoPassword);
    await theirs.getByRole("button", { name: "Sign in" }).click();
    await expect(theirs.getByRole("alert")).toHaveText(
      "The e-mail address or the password is not right. Both are checked together.",
    );
  });

  await test.step("Then a letter lets her choose another", async () => {
    await theirs.getByRole("link", { name: "Forgotten your password?" }).click();
    await expect(theirs.getByLabel("E-mail")).toHaveValue(email);
    await theirs.getByRole("button", { name: "Send the letter" }).click();
    await expect(theirs.getByRole("status")).toContainText(`If ${email} has an account`);
    const link = await linkInLetter(theirs, email, /\/staff\/reset\//);
    const elsewhere = await openBrowser(null);
    await elsewhere.goto(link);
    await theirs.goto(link);
    await theirs.getByLabel("New password").fill(secondPassword);
    await theirs.getByRole("button", { name: "Set password" }).click();
    await elsewhere.getByLabel("New password").fill(secondPassword);
    await elsewhere.getByRole("button", { name: "Set password" }).click();
    // A form that stood open meanwhile leads on, too.
    await expect(elsewhere.getByRole("link", { name: "Send a new letter" })).toBeVisible();
    await expectNotice(theirs, "Your password is set. Sign in with it.");
    await expect(theirs.getByLabel("E-mail")).toHaveValue(email);
    await theirs.getByLabel("Password", { exact: true }).fill(secondPassword);
    await theirs.getByRole("button", { name: "Sign in" }).click();
    await expect(theirs.getByRole("heading", { name: /, Odalys$/ })).toBeVisible();
    await theirs.goto(link);
    await expect(theirs.getByRole("heading", { name: "This link is over" })).toBeVisible();
  });
});

test("a colleague of the staff list is invited from there, and nothing that is known is typed again", async ({
  openBrowser,
}) => {
  const familyName = own("Farnsworthy").replace(" ", "-");
  const email = `ottilie.${familyName.toLowerCase()}@cedarbridge.example`;
  const page = await openBrowser(people.director);
  const facts = { givenName: "Ottilie", familyName, position: "nurse" as const, email };
  const { id } = await ask(page, createStaff, facts);
  await page.goto(`/staff/practice/staff/${id}`);
  await expect(page.getByText("They do not sign in here yet.")).toBeVisible();
  await page.getByRole("link", { name: "Invite" }).click();

  const form = page.getByRole("dialog", { name: "Invite somebody" });
  await expect(form.getByLabel("Name", { exact: true })).toHaveValue(`Ottilie ${familyName}`);
  await expect(form.getByLabel("E-mail", { exact: true })).toHaveValue(email);
  await form.getByRole("checkbox", { name: "Nurse" }).check();
  await form.getByRole("button", { name: "Send invitation" }).click();
  await expectNotice(page, `The invitation to ${email} is on its way.`);
  await expect(form).toBeHidden();

  await page.goto(`/staff/practice/staff/${id}`);
  await expect(page.getByText("Invited, not accepted yet")).toBeVisible();
  await expect(page.getByRole("link", { name: "Access" })).toBeVisible();
});

test("what was typed to invite one colleague is not offered for another", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.director);
  const added = (givenName: string) =>
    ask(page, createStaff, {
      givenName,
      familyName: own("Marchetti").replace(" ", "-"),
      position: "nurse",
    });
  const [one, other] = [await added("Ambrosia"), await added("Bartholomew")];
  const form = page.getByRole("dialog", { name: "Invite somebody" });
  await page.goto(`/staff/practice/staff/${one.id}`);
  await page.getByRole("link", { name: "Invite" }).click();
  await form.getByLabel("E-mail", { exact: true }).fill("ambrosia@cedarbridge.example");
  await form.getByRole("button", { name: "Close" }).click();
  await expect(form).toBeHidden();
  // Within the app: a page that is loaded anew has forgotten what was typed.
  await page.evaluate((to) => history.pushState({}, "", to), `/staff/practice/staff/${other.id}`);
  await expect(page.getByRole("heading", { level: 1, name: /^Bartholomew/ })).toBeVisible();
  await page.getByRole("link", { name: "Invite" }).click();
  await expect(form.getByLabel("Name", { exact: true })).toHaveValue(/^Bartholomew/);
  await expect(form.getByLabel("E-mail", { exact: true })).toHaveValue("");
});

test("an invitation that nobody accepted yet is withdrawn, and its letter says so", async ({
  openBrowser,
}) => {
  const name = own("Benno");
  const email = `${name.toLowerCase().replace(" ", ".")}@cedarbridge.example`;
  const admin = await openBrowser(people.administrator);
  const { id } = await ask(admin, invitePerson, { name, email, roles: ["nurse"] });
  const theirs = await openBrowser(null);
  const link = await linkInLetter(theirs, email, /\/staff\/invitation\//);
  await theirs.goto(link);

  await admin.goto(`/staff/people/${id}`);
  await expect(admin.getByRole("button", { name: "End access" })).toHaveCount(0);
  await admin.getByRole("button", { name: "Withdraw the invitation" }).click();
  const asked = admin.getByRole("dialog", { name: `Withdraw the invitation of ${name}?` });
  await asked.getByLabel("Reason").fill("Took another place.");
  await asked.getByRole("button", { name: "Withdraw the invitation" }).click();
  await expectNotice(admin, `The invitation of ${name} is withdrawn.`);

  await theirs.getByLabel("New password").fill(firstPassword);
  await theirs.getByRole("button", { name: "Open my account" }).click();
  await expect(theirs.getByRole("heading", { name: "This link is over" })).toBeVisible();
  await theirs.goto(link);
  await expect(theirs.getByText(/Ask whoever invited you/)).toBeVisible();
});
