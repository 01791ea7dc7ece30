import type { Locator, Page } from "@playwright/test";
import { registerPatient } from "#domain/patients/patient.api.ts";
import { ask, expect, expectNotice, own, people, test } from "./journey.ts";

const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

interface Person {
  readonly id: string;
  readonly name: string;
}

/** Somebody of this story alone; `years` old since a week ago. */
const somebody = async (page: Page, years = 34): Promise<Person> => {
  const familyName = own("Brightwater");
  const born = `${Number(inDays(-7).slice(0, 4)) - years}${inDays(-7).slice(4)}`;
  const { id } = await ask(page, registerPatient, {
    givenName: "Rosa",
    familyName,
    birthDate: born.replace("-02-29", "-02-28"),
    sureItIsNew: true,
  });
  return { id, name: `Rosa ${familyName}` };
};

const openConsents = async (page: Page, { id, name }: Person): Promise<void> => {
  await page.goto(`/staff/patients/${id}/consents`);
  await expect(page.getByRole("heading", { name: `Consents of ${name}` })).toBeVisible();
};

const tell = async (page: Page, who: string): Promise<Locator> => {
  await page.getByRole("button", { name: "Tell somebody" }).click();
  const panel = page.getByRole("dialog", { name: "Tell somebody" });
  await panel.getByLabel("Who is told").fill(who);
  await panel
    .getByLabel("Why", { exact: true })
    .selectOption({ label: "Court, probation or a lawyer" });
  await panel.getByLabel("Attendance", { exact: true }).check();
  return panel;
};

test("an emergency is told first and written down at once, with all that the regulation asks", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.therapist);
  const person = await somebody(page);
  await openConsents(page, person);
  await page.getByRole("button", { name: "Emergency" }).click();
  const panel = page.getByRole("dialog", { name: "Told in an emergency" });
  await expect(panel.getByLabel("Counseling notes", { exact: true })).toHaveCount(0);
  await panel.getByRole("button", { name: "Write down" }).click();
  await expect(panel.getByText("Fill this in.").first()).toBeVisible();
  await panel.getByLabel("Who was told").fill("Dr. Alma Reyes");
  await panel.getByLabel("Of which hospital or service").fill("City Hospital");
  await panel.getByLabel("What the emergency was").fill("Found unconscious in the lobby");
  await panel.getByLabel("Diagnoses", { exact: true }).check();
  await panel.getByRole("button", { name: "Write down" }).click();
  await expectNotice(page, "Written down. Whoever looks after privacy reads it");

  const officer = await openBrowser(people.privacyOfficer);
  await openConsents(officer, person);
  const told = officer.getByRole("region", { name: "What was told" });
  await expect(told).toContainText("Dr. Alma Reyes");
  await expect(told).toContainText("City Hospital · Found unconscious in the lobby");
});

test("a subpoena opens nothing and says so; an order with its findings opens what it names, to whom it names", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.director);
  const person = await somebody(page);
  await openConsents(page, person);
  const panel = page.getByRole("dialog", { name: "Paper of a court" });
  const write = async (paper: string): Promise<void> => {
    await page.getByRole("button", { name: "Paper of a court" }).click();
    await panel.getByLabel("The paper is").selectOption({ label: paper });
    await panel.getByLabel("Court", { exact: true }).fill("District Court of Denver");
    await panel.getByLabel("Docket number").fill("26CV1042");
    await panel.getByLabel(/^(Entered on|Dated)$/).fill(inDays(-2));
    await panel.getByLabel(/^(Who may be told|Who asks)$/).fill("Rhoda Blackwood");
    await panel.getByLabel("Attendance", { exact: true }).check();
  };

  await write("A subpoena alone");
  await expect(panel).toContainText("A subpoena is no order.");
  await panel.getByRole("button", { name: "Write down" }).click();
  const subpoena = page.getByRole("region", { name: /^A subpoena alone/ });
  await expect(subpoena).toContainText("Opens nothing");
  await expect(subpoena).toContainText(/Who asks.*Rhoda Blackwood.*What it asks for.*Attendance/s);
  const refused = await tell(page, "Rhoda Blackwood");
  await refused.getByRole("button", { name: "May I tell it?" }).click();
  await expect(refused.getByRole("alert")).toBeVisible();
  await refused.getByRole("button", { name: "Cancel" }).click();

  await write("An order of a court");
  const findings = [
    /made-up name/,
    /told of it and could answer/,
    /no other way/,
    /need outweighs/,
    /parts of the record/,
    /people who need it/,
    /limits further use/,
  ];
  for (const finding of findings.slice(1)) await panel.getByLabel(finding).check();
  await panel.getByRole("button", { name: "Write down" }).click();
  const orders = page.getByRole("region", { name: /^An order of a court/ });
  await expect(orders).toContainText("It names the patient openly");

  await write("An order of a court");
  for (const finding of findings) await panel.getByLabel(finding).check();
  await panel.getByRole("button", { name: "Write down" }).click();
  await expect(orders.filter({ hasText: "Opens the record" })).toBeVisible();
  const told = await tell(page, "Rhoda Blackwood");
  await told
    .getByLabel("By order of")
    .selectOption({ label: "District Court of Denver · 26CV1042" });
  await told.getByRole("button", { name: "May I tell it?" }).click();
  await expect(told).toContainText("You may tell it.");
  await told.getByRole("button", { name: "Close" }).last().click();
  await expect(page.getByRole("region", { name: "What was told" })).toContainText(
    "Rhoda Blackwood",
  );
});

test("a minor's consent says whose signature the law of the state still asks for", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.director);
  const person = await somebody(page, 14);
  await openConsents(page, person);
  await page.getByRole("button", { name: "Write down a consent" }).first().click();
  const panel = page.getByRole("dialog", { name: "Write down a consent" });
  await panel.getByLabel("For", { exact: true }).selectOption({ index: 2 });
  await panel.getByLabel("Recipients are").selectOption({ index: 1 });
  await panel.getByLabel("Recipients", { exact: true }).fill("Rhoda Blackwood");
  await panel.getByLabel(/^Signed by/).fill(person.name);
  await panel.getByLabel(/^Who signs/).selectOption({ index: 1 });
  await panel
    .getByLabel(/^Signed on/)
    .first()
    .fill(inDays(-1));
  await panel.getByRole("button", { name: "Write down" }).click();
  await expect(panel).toHaveCount(0);
  await expect(page.getByRole("main")).toContainText(
    "The patient is a minor here: a parent or guardian has to sign, too.",
  );
});

test("what somebody asks to be kept back is kept back once it is agreed to, and an emergency says that it opened it", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.director);
  const person = await somebody(page);
  await openConsents(page, person);
  await page.getByRole("button", { name: "Keep something back" }).click();
  const panel = page.getByRole("dialog", { name: "Keep something back" });
  await panel.getByLabel("Names").fill("Rhoda Blackwood");
  await panel.getByLabel("Attendance", { exact: true }).check();
  await panel.getByLabel("Treatment", { exact: true }).check();
  await panel.getByRole("button", { name: "Write down" }).click();
  const asked = page.getByRole("region", { name: "To be kept from: Rhoda Blackwood" });
  await expect(asked).toContainText("Waits for an answer");

  const answer = page.getByRole("dialog", { name: "Keep this back?" });
  await asked.getByRole("button", { name: "Agree", exact: true }).click();
  await answer.getByLabel("Why").fill("She does not treat them any more.");
  await answer.getByRole("button", { name: "Agree", exact: true }).click();
  await expect(asked).toContainText("Kept back");

  const refused = await tell(page, "Rhoda Blackwood");
  await refused.getByLabel("Why", { exact: true }).selectOption({ label: "Treatment" });
  await refused.getByRole("button", { name: "May I tell it?" }).click();
  await expect(refused.getByRole("alert")).toContainText("asked to keep this back");
  await refused.getByRole("button", { name: "Cancel" }).click();

  await page.getByRole("button", { name: "Emergency" }).click();
  const emergency = page.getByRole("dialog", { name: "Told in an emergency" });
  await emergency.getByLabel("Who was told").fill("Rhoda Blackwood");
  await emergency.getByLabel("Of which hospital or service").fill("City Hospital");
  await emergency.getByLabel("What the emergency was").fill("Found unconscious in the lobby");
  await emergency.getByLabel("Attendance", { exact: true }).check();
  await emergency.getByRole("button", { name: "Write down" }).click();
  await expectNotice(page, "ask whoever was told not to use or tell it further");

  await asked.getByRole("button", { name: "End", exact: true }).click();
  const ending = page.getByRole("dialog", { name: "Nothing more to be kept back" });
  await ending.getByLabel("How they said so").selectOption({ label: "They agreed to it aloud" });
  await ending.getByLabel("What they said").fill("It is all right now.");
  await ending.getByRole("button", { name: "End", exact: true }).click();
  await expect(asked).toContainText("They agreed to it aloud");
});

test("auditors are told what their agreement opens, to whom it names, and take nothing away that nobody agreed to", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.director);
  const person = await somebody(page);
  const auditor = own("Pemberton");
  await page.goto("/staff/record-reviews?add=audit");
  const panel = page.getByRole("dialog", { name: "Write down an audit" });
  await panel.getByLabel("It is a").selectOption({ label: "Financial audit" });
  await panel.getByLabel("Who audits").fill(auditor);
  await panel.getByLabel("On whose behalf").selectOption({ label: "A payer of our patients" });
  await panel.getByLabel("Their name").fill("Prairie Health Plan");
  await panel.getByLabel("Who looks at records").fill("Ada Pemberton");
  await panel.getByLabel("First day").fill(inDays(-2));
  await panel.getByLabel("Last day").fill(inDays(9));
  await panel.getByLabel("Agreed in writing on").fill(inDays(-3));
  await panel.getByLabel(/They tell nobody but us/).check();
  await panel.getByRole("button", { name: "Write down" }).click();
  await expect(page.getByRole("region", { name: auditor })).toContainText("Opens records");

  await openConsents(page, person);
  const told = await tell(page, "Ada Pemberton");
  await told.getByLabel("Why", { exact: true }).selectOption({ label: "Health care operations" });
  await told
    .getByLabel("For the audit of")
    .selectOption({ label: `${auditor} · Prairie Health Plan` });
  await told.getByLabel("How", { exact: true }).selectOption({ label: "By fax" });
  await told.getByRole("button", { name: "May I tell it?" }).click();
  await expect(told.getByRole("alert")).toContainText("Nobody agreed to copies");
  await told.getByLabel("How", { exact: true }).selectOption({ label: "Looked at here" });
  await told.getByRole("button", { name: "May I tell it?" }).click();
  await expect(told).toContainText("You may tell it.");
});

test("a minor's parent is told of a threat to life on the director's judgment, and of an adult nobody offers it", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.director);
  await openConsents(page, await somebody(page));
  await expect(page.getByRole("button", { name: "Emergency" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Tell a parent of a threat" })).toHaveCount(0);
  await openConsents(page, await somebody(page, 14));
  await page.getByRole("button", { name: "Tell a parent of a threat" }).click();
  const panel = page.getByRole("dialog", { name: "Tell a parent of a threat" });
  await expect(panel.getByLabel("Counseling notes", { exact: true })).toHaveCount(0);
  await panel.getByRole("button", { name: "Write down" }).click();
  await expect(panel.getByText("Fill this in.").first()).toBeVisible();
  await panel.getByLabel("Who is told").fill("Marta Brightwater");
  await panel
    .getByLabel("Why they cannot decide")
    .selectOption({ label: "Their mental condition" });
  await panel.getByLabel("What the threat is, and to whom").fill("Means to end their life tonight");
  await panel.getByLabel("How telling it reduces it").fill("Somebody stays with them");
  await panel.getByLabel("Assessments", { exact: true }).check();
  await panel.getByRole("button", { name: "Write down" }).click();
  await expectNotice(page, "Written down. You may tell it.");
  await expect(page.getByRole("region", { name: "What was told" })).toContainText(
    "Means to end their life tonight",
  );
});
