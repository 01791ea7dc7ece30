import type { BrowserContextOptions, Locator, Page } from "@playwright/test";
import { z } from "zod";
import { cedarBridgeMember } from "#demo/cedar-bridge.ts";

export const desk: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
const largeDesk: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
const shallowDesk: BrowserContextOptions = { viewport: { width: 1280, height: 560 } };
const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 780 },
  deviceScaleFactor: 1.5,
  isMobile: true,
  hasTouch: true,
};

export const cedarBridge = (name: string): string => `${name}@cedarbridge.example`;

export interface Picture {
  readonly file: string;
  /** Who looks; nobody is signed in on the public pages. */
  readonly as: string | null;
  readonly size: BrowserContextOptions;
  /** Light where it is left out. */
  readonly theme?: "dark";
  readonly show: (page: Page) => Promise<void>;
  /** Only these, side by side; else what the window shows. */
  readonly parts?: (page: Page) => readonly Locator[];
}

const listed = z.object({ rows: z.array(z.object({ id: z.string() })) });
const charted = z.object({
  courses: z.array(
    z.object({
      points: z.array(z.object({ state: z.string(), actedOn: z.array(z.string()) })),
    }),
  ),
});

/** Somebody in care whose course has a gap and an answer that called for somebody at once. */
const openTroubledCourse = async (page: Page): Promise<void> => {
  const read = async (address: string): Promise<unknown> =>
    (await page.request.get(address)).json();
  const { rows } = listed.parse(await read("/api/patients?limit=100"));
  for (const { id } of rows) {
    const { courses } = charted.parse(await read(`/api/patients/${id}/chart`));
    const points = courses.flatMap((course) => course.points);
    const states = new Set(points.map(({ state }) => state));
    if (!states.has("not-answered") || points.every(({ actedOn }) => actedOn.length === 0))
      continue;
    await page.goto(`/staff/patients/${id}`);
    await page.getByText("Not answered, or too little").waitFor();
    return;
  }
  throw new Error("Nobody has such a course. Has the demo lived through its weeks?");
};

const openThibodeaux = async (page: Page): Promise<void> => {
  await page.goto("/staff/patients?q=Thibodeaux");
  await page
    .getByRole("link", { name: /Thibodeaux/ })
    .first()
    .click();
  await page.getByRole("heading", { level: 1, name: /Thibodeaux/ }).waitFor();
};

const card = (page: Page, name: string | RegExp): Locator => page.getByRole("region", { name });

export const pictures: readonly Picture[] = [
  {
    file: "home.png",
    as: cedarBridge("imani.delacroix"),
    size: shallowDesk,
    show: async (page) => {
      await page.goto("/staff");
      await page.getByLabel("The program today").getByRole("link").first().waitFor();
      await page.getByLabel("How the house stands").getByRole("link").first().waitFor();
    },
  },
  {
    file: "room.png",
    as: cedarBridge("imani.delacroix"),
    size: largeDesk,
    show: async (page) => {
      await page.goto("/staff/sessions");
      await page
        .getByRole("link", { name: /Evening SUD group/ })
        .first()
        .click();
      await page.getByRole("rowgroup").getByRole("row").nth(5).waitFor();
    },
  },
  {
    file: "chart.png",
    as: cedarBridge("imani.delacroix"),
    size: largeDesk,
    show: openThibodeaux,
  },
  {
    file: "hours.png",
    as: cedarBridge("imani.delacroix"),
    size: desk,
    show: async (page) => {
      await page.goto("/staff/hours");
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page
        .getByText(/of 9:00 h/)
        .first()
        .waitFor();
    },
  },
  {
    file: "figures.png",
    as: cedarBridge("imani.delacroix"),
    size: { viewport: { width: 1440, height: 1400 } },
    show: async (page) => {
      await page.goto("/staff");
      await card(page, "Seats in groups").waitFor();
    },
    parts: (page) => [
      card(page, "People in care, week by week"),
      card(page, "Attendance, week by week"),
      card(page, "Seats in groups"),
    ],
  },
  {
    file: "course.png",
    as: cedarBridge("imani.delacroix"),
    size: { viewport: { width: 1440, height: 1400 } },
    show: openTroubledCourse,
    parts: (page) => [card(page, "PHQ-9")],
  },
  {
    file: "consents.png",
    as: cedarBridge("cornelius.ashgrove"),
    size: desk,
    show: async (page) => {
      await openThibodeaux(page);
      await page.getByRole("link", { name: "Consents" }).click();
      await page.getByRole("heading", { level: 1, name: /Consents/ }).waitFor();
      await page.getByText("Who may tell").first().waitFor();
    },
  },
  {
    file: "audit-dark.png",
    as: cedarBridge("cornelius.ashgrove"),
    size: desk,
    theme: "dark",
    show: async (page) => {
      await page.goto("/staff/audit");
      await page.getByText("nothing altered.").waitFor({ timeout: 90_000 });
      await page.getByRole("table").getByRole("link").first().waitFor();
    },
  },
  {
    file: "batch.png",
    as: cedarBridge("beatrix.holloway"),
    size: largeDesk,
    show: async (page) => {
      await page.goto("/staff/billing");
      await page.getByRole("region", { name: "What the files will hold" }).waitFor();
    },
  },
  {
    file: "charges.png",
    as: cedarBridge("beatrix.holloway"),
    size: largeDesk,
    show: async (page) => {
      await page.goto("/staff/billing/charges");
      await page.getByRole("table").getByRole("link").first().waitFor();
    },
  },
  {
    file: "claim.png",
    as: cedarBridge("beatrix.holloway"),
    size: largeDesk,
    show: async (page) => {
      await page.goto("/staff/billing/claims?claims.state=exported");
      await page.getByRole("table").getByRole("link").first().click();
      await page.getByRole("tab", { name: "As it is sent" }).click();
      await page.getByText("CLM*").first().waitFor();
    },
  },
  {
    file: "my-today.png",
    as: cedarBridgeMember.email,
    size: phone,
    show: async (page) => {
      await page.goto("/my");
      await page.getByRole("heading", { level: 2 }).first().waitFor();
    },
  },
  {
    file: "help-now.png",
    as: null,
    size: phone,
    show: async (page) => {
      await page.goto("/help");
    },
  },
];
