import type { Page } from "@playwright/test";
import { demoPassword } from "#demo/sign-ins.ts";
import type { Hands } from "#test/support/hands.ts";
import type { ceilings } from "./ceilings.ts";
import { Colleague, holdMeeting, writeAndSign } from "./house.ts";

/** Where a work is done: a browser that nobody is signed in with yet. */
export interface Desk {
  readonly page: Page;
  readonly hands: Hands;
  readonly origin: string;
}

/** A work of a role, from the sign-in to its end. */
export interface Work {
  readonly name: string;
  readonly ceiling: keyof typeof ceilings;
  /** A telephone instead of a desk. */
  readonly onPhone?: boolean;
  /** What stands before it begins, done by the API. */
  prepare?(origin: string): Promise<void>;
  run(desk: Desk): Promise<void>;
}

const emailOf = (name: string): string => `${name}@cedarbridge.example`;
const intern = emailOf("will.thistlewood");
const therapist = emailOf("desmond.okonjo");

/** The first field has the focus: what is typed goes there. */
const signIn = async (
  { page, hands }: Desk,
  email: string,
  organization?: string,
): Promise<void> => {
  await page.goto("/staff");
  await page.getByLabel("E-mail").and(page.locator(":focus")).waitFor();
  await hands.type(email);
  await hands.press("Tab");
  await hands.type(demoPassword);
  await hands.press("Enter");
  if (organization !== undefined)
    await hands.tap(page.getByRole("button", { name: `Go in: ${organization}` }));
  await page.getByRole("heading", { level: 1, name: /^Good / }).waitFor();
};

const confirm = async ({ page, hands }: Desk): Promise<void> => {
  const dialog = page.getByRole("dialog", { name: "Confirm that it is you" });
  await dialog.getByLabel("Password", { exact: true }).and(page.locator(":focus")).waitFor();
  await hands.type(demoPassword);
  await hands.press("Enter");
};

const admission: Work = {
  name: "admit somebody new",
  ceiling: "admission",
  run: async (desk) => {
    const { page, hands } = desk;
    await signIn(desk, emailOf("saoirse.pellington"));
    await hands.tap(page.getByRole("link", { name: "Register somebody" }));
    const panel = page.getByRole("dialog");
    await panel.waitFor();
    await panel.getByLabel("Given name").and(page.locator(":focus")).waitFor();
    await hands.type("Ottilie");
    await hands.press("Tab");
    await hands.type("Marchbanks");
    await hands.date(panel.getByLabel("Born"), "1991-04-17");
    await hands.write(panel.getByLabel("Phone"), "3035550188");
    await hands.tap(panel.getByRole("button", { name: "Register and admit" }));
    await page.getByRole("heading", { level: 1, name: /^Admit / }).waitFor();
    const field = (label: string) => page.getByRole("combobox", { name: label });
    const option = (words: RegExp) => page.getByRole("option", { name: words });
    /** Whoever goes on takes what was found for what they typed. */
    const found = async (words: string, first: RegExp): Promise<void> => {
      await hands.type(words);
      await option(first).first().waitFor();
    };
    await field("Program and track").and(page.locator(":focus")).waitFor();
    await found("evening", /^Evening SUD IOP/);
    await hands.press("Tab");
    await hands.tap(page.getByLabel("Intensive outpatient"));
    await hands.tap(field("Sent by"));
    await found("them", /^Themselves/);
    await hands.press("Tab");
    await found("okon", /Okonjo/);
    await hands.tap(field("What the stay is for"));
    await found("F10.20", /^F10\.20/);
    await hands.press("Enter");
    await hands.write(page.getByLabel("Problem"), "Drinks every evening after work");
    await hands.press("Tab");
    await hands.type("I want my mornings back");
    await hands.press("Tab");
    await hands.type("Seven dry evenings in a row, logged");
    await hands.tap(field("Who pays"));
    await found("prairie", /^Prairie Shield/);
    await hands.press("Tab");
    await hands.type("X4471902");
    await hands.tap(page.getByLabel("Their own policy"));
    await hands.press("Control+Enter");
    await page.getByRole("heading", { level: 1, name: /^Ottilie/ }).waitFor();
  },
};

const claimsFile: Work = {
  name: "claims of the ready days in a file",
  ceiling: "claimsFile",
  run: async (desk) => {
    const { page, hands } = desk;
    await signIn(desk, emailOf("beatrix.holloway"));
    await hands.press("g");
    await hands.press("b");
    await page.getByRole("button", { name: "Build claims" }).waitFor();
    await hands.press("b");
    await page.getByText(/^\d+ claims built: /).waitFor();
    await hands.tap(page.getByRole("button", { name: /^Make \d+ files?$/ }));
    await page.getByText(/^\d+ files? made\./).waitFor();
    const link = page.getByRole("link", { name: /^Download / }).first();
    const [file] = await Promise.all([page.waitForEvent("download"), hands.tap(link)]);
    await file.path();
  },
};

const askAboutHold: Work = {
  name: "ask whoever a hold waits for",
  ceiling: "askAboutHold",
  run: async (desk) => {
    const { page, hands } = desk;
    await signIn(desk, emailOf("beatrix.holloway"));
    await hands.press("g");
    await hands.press("b");
    await hands.tap(page.getByRole("link", { name: "Holds", exact: true }));
    const table = page.getByRole("table", { name: "What waits" });
    const ask = table.getByRole("link", { name: "Ask", exact: true });
    await hands.tap(ask.first());
    const panel = page.getByRole("dialog", { name: "Ask a colleague" });
    await panel.getByLabel("What is to be done").and(page.locator(":focus")).waitFor();
    await hands.press("Control+Enter");
    await page.getByText("Asked.", { exact: true }).waitFor();
    // Whoever asked is where they were.
    await table.waitFor();
  },
};

const rowsOfFigure: Work = {
  name: "from Today to the rows of a figure",
  ceiling: "rowsOfFigure",
  run: async (desk) => {
    const { page, hands } = desk;
    await signIn(desk, emailOf("imani.delacroix"), "Cedar Bridge");
    const hours = page.getByRole("heading", { name: "Hours" });
    const strip = page.getByLabel("The program today");
    await hands.tap(strip.getByRole("link", { name: "Will fall short of hours" }));
    await hours.waitFor();
  },
};

const interns = "Twelve to cosign";

const cosignTwelve: Work = {
  name: "cosign twelve notes",
  ceiling: "cosignTwelve",
  prepare: async (origin) => {
    const planner = new Colleague(origin, therapist);
    const meeting = { name: interns, leader: "Thistlewood", count: 12, daysAgo: 2 } as const;
    const session = await holdMeeting(planner, { ...meeting, format: "group" });
    await writeAndSign(new Colleague(origin, intern), session);
  },
  run: async (desk) => {
    const { page, hands } = desk;
    await signIn(desk, emailOf("oriana.castellvi"));
    await hands.tap(page.getByRole("link", { name: "Cosign", exact: true }).first());
    await page.getByRole("heading", { level: 1, name: "Cosignatures" }).waitFor();
    const table = page.getByRole("table", { name: "Notes that wait" });
    await table.getByRole("row", { name: new RegExp(interns) }).waitFor();
    const waiting = await table.getByRole("button", { name: "Cosign", exact: true }).count();
    const sign = page.getByRole("button", { name: `I have read these ${waiting}: cosign` });
    // Only what stood on the screen is signed with the others: a screenful after the other.
    for (let screens = 0; screens < 20 && !(await sign.isVisible()); screens++) {
      await page.waitForTimeout(1500);
      if (!(await sign.isVisible())) await hands.press("PageDown");
    }
    await hands.press("c");
    await confirm(desk);
    await page.getByText(`${waiting} notes cosigned.`).waitFor();
  },
};

const hour = "An hour by oneself";

const individualNote: Work = {
  name: "the note of an hour with one person",
  ceiling: "individualNote",
  prepare: async (origin) => {
    const meeting = { name: hour, leader: "Okonjo", count: 1, daysAgo: 1 } as const;
    await holdMeeting(new Colleague(origin, therapist), { ...meeting, format: "individual" });
  },
  run: async (desk) => {
    const { page, hands } = desk;
    await signIn(desk, therapist);
    await hands.tap(page.getByRole("link", { name: new RegExp(hour) }).first());
    const row = page.getByRole("rowgroup").getByRole("row").first();
    await row.waitFor();
    await hands.press("3");
    await hands.press("1");
    await hands.press("2");
    await hands.type("Went through the week by the log; plans the call to a brother for payday.");
    await hands.tap(page.getByRole("button", { name: /^No risk noted/ }));
    await page.getByText("1 of 1 ready").waitFor();
    await hands.press("Control+Enter");
    await confirm(desk);
    await page.getByText("1 signed", { exact: true }).waitFor();
  },
};

const questions = 9;

const checkIn: Work = {
  name: "a check-in on the phone",
  ceiling: "checkIn",
  onPhone: true,
  run: async ({ page, hands }) => {
    const email = "marcus.thibodeaux@member.example";
    await page.goto("/my/sign-in");
    await hands.write(page.getByLabel("E-mail"), email);
    await hands.tap(page.getByRole("button", { name: "Send me a code" }));
    await page.getByLabel("Code", { exact: true }).waitFor();
    const letters = await page.context().newPage();
    await letters.goto(`/demo/mail?to=${encodeURIComponent(email)}`);
    // The code stands alone on a line of the newest letter.
    const text = await letters.getByRole("main").textContent();
    await letters.close();
    const code = /(?<=\s{4})\d{6}(?=\s)/.exec(text ?? "")?.[0] ?? "";
    // The field has the focus, and six digits go by themselves.
    await page.getByLabel("Code", { exact: true }).and(page.locator(":focus")).waitFor();
    await hands.type(code);
    await hands.tap(page.getByRole("link", { name: "Check in, 2 minutes" }));
    for (let number = 1; number <= questions; number++) {
      await page.getByText(`Question ${number} of`).waitFor();
      const answer = number === questions ? "Not at all" : "Several days";
      await hands.tap(page.getByRole("button", { name: answer, exact: true }));
    }
    await hands.tap(page.getByRole("button", { name: "Not difficult at all", exact: true }));
    await page.getByRole("heading", { name: "Thank you", exact: true }).waitFor();
  },
};

/** The main works of each role. */
export const works: readonly Work[] = [
  admission,
  claimsFile,
  askAboutHold,
  rowsOfFigure,
  cosignTwelve,
  individualNote,
  checkIn,
];
