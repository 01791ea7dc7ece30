import { randomUUID } from "node:crypto";
import { mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from "@playwright/test";
import { cedarBridgeMember } from "#demo/cedar-bridge.ts";
import { demoPassword } from "#demo/sign-ins.ts";
import { findChromium } from "./test/find-chromium.ts";

const help = `node bin/pictures.ts [http://127.0.0.1:3000 [batch.png …]]

Takes the pictures of the documentation anew, or those that are named, from a demo that runs at this address (npm start).
A fresh demo gives the cleanest pictures: STEPWELL_DATA=/tmp/pictures npm start
`;

const folder = path.resolve(import.meta.dirname, "../docs/pictures");
const mostBytes = 290_000;

const desk: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
const largeDesk: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
const shallowDesk: BrowserContextOptions = { viewport: { width: 1280, height: 470 } };
const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 780 },
  deviceScaleFactor: 1.5,
  isMobile: true,
  hasTouch: true,
};

const cedarBridge = (name: string): string => `${name}@cedarbridge.example`;

interface Picture {
  readonly file: string;
  /** Who looks; nobody is signed in on the public pages. */
  readonly as: string | null;
  readonly size: BrowserContextOptions;
  readonly theme: "light" | "dark";
  readonly show: (page: Page) => Promise<void>;
}

const openStaff = async (page: Page, name: string): Promise<void> => {
  await page.goto("/staff/practice/staff");
  await page.getByRole("link", { name }).click();
  await page.getByRole("region", { name: "History" }).getByRole("listitem").first().waitFor();
};

const pictures: readonly Picture[] = [
  {
    file: "home.png",
    as: cedarBridge("imani.delacroix"),
    size: shallowDesk,
    theme: "light",
    show: async (page) => {
      await page.goto("/staff");
      await page.getByRole("listitem").first().waitFor();
    },
  },
  {
    file: "room.png",
    as: cedarBridge("imani.delacroix"),
    size: largeDesk,
    theme: "light",
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
    theme: "light",
    show: async (page) => {
      await page.goto("/staff/patients?q=Thibodeaux");
      await page
        .getByRole("link", { name: /Thibodeaux/ })
        .first()
        .click();
      await page.getByRole("heading", { level: 1, name: /Thibodeaux/ }).waitFor();
    },
  },
  {
    file: "hours.png",
    as: cedarBridge("imani.delacroix"),
    size: desk,
    theme: "light",
    show: async (page) => {
      await page.goto("/staff/hours");
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page
        .getByText(/of 9 h/)
        .first()
        .waitFor();
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
    theme: "light",
    show: async (page) => {
      await page.goto("/staff/billing");
      await page.getByRole("region", { name: "What the files will hold" }).waitFor();
    },
  },
  {
    file: "charges.png",
    as: cedarBridge("beatrix.holloway"),
    size: largeDesk,
    theme: "light",
    show: async (page) => {
      await page.goto("/staff/billing/charges");
      await page.getByRole("table").getByRole("link").first().waitFor();
    },
  },
  {
    file: "claim.png",
    as: cedarBridge("beatrix.holloway"),
    size: largeDesk,
    theme: "light",
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
    theme: "light",
    show: async (page) => {
      await page.goto("/my");
      await page.getByRole("heading", { level: 2 }).first().waitFor();
    },
  },
  {
    file: "help-now.png",
    as: null,
    size: phone,
    theme: "light",
    show: async (page) => {
      await page.goto("/help");
    },
  },
];

/** Staff by password; people in care by the code of a letter, which the demo keeps. */
const letIn = async ({ request }: BrowserContext, email: string): Promise<boolean> => {
  const post = async (url: string, data: object) =>
    (await request.post(url, { headers: { "idempotency-key": randomUUID() }, data })).ok();
  if (email !== cedarBridgeMember.email)
    return post("/api/session", { email, password: demoPassword });
  await post("/api/my/session/code", { email });
  for (let look = 0; look < 20; look++) {
    const letters = await request.get(`/demo/mail?to=${encodeURIComponent(email)}`);
    const [code] = (await letters.text()).match(/(?<=\s{4})\d{6}(?=\s)/) ?? [];
    if (code !== undefined) return post("/api/my/session", { email, code });
    await pause(300);
  }
  return false;
};

const open = async (
  browser: Browser,
  address: string,
  { as, size, theme }: Pick<Picture, "as" | "size" | "theme">,
): Promise<Page> => {
  const context = await browser.newContext({
    ...size,
    baseURL: address,
    colorScheme: theme,
    reducedMotion: "reduce",
    locale: "en-US",
    timezoneId: "America/Denver",
    serviceWorkers: "block",
  });
  if (as !== null && !(await letIn(context, as)))
    throw new Error(`${as} cannot sign in at ${address}. Is a demo running there?`);
  return context.newPage();
};

/** Somebody did something today, so that the audit trail has something to tell. */
const liveALittle = async (browser: Browser, address: string): Promise<void> => {
  const ways = [
    ["desmond.okonjo", "Will Thistlewood"],
    ["oriana.castellvi", "Grace Umbertide"],
    ["hollis.nakagawa", "Hollis Nakagawa"],
  ] as const;
  for (const [name, colleague] of ways) {
    const page = await open(browser, address, {
      as: cedarBridge(name),
      size: desk,
      theme: "light",
    });
    await openStaff(page, colleague);
    await page.context().close();
  }
};

const take = async (browser: Browser, address: string, picture: Picture): Promise<void> => {
  const page = await open(browser, address, picture);
  await picture.show(page);
  await page.evaluate("document.fonts.ready.then(() => true)");
  const place = path.join(folder, picture.file);
  await page.screenshot({ path: place, animations: "disabled", caret: "hide" });
  await page.context().close();
  const bytes = statSync(place).size;
  if (bytes > mostBytes)
    throw new Error(`${picture.file} has ${bytes} bytes, at most ${mostBytes}.`);
  process.stdout.write(`docs/pictures/${picture.file}  ${Math.ceil(bytes / 1000)} kB\n`);
};

const run = async (argument: string | undefined, chosen: readonly string[]): Promise<number> => {
  if (argument === "--help") {
    process.stdout.write(help);
    return 0;
  }
  const address = argument ?? "http://127.0.0.1:3000";
  const program = findChromium()?.program;
  const browser = await chromium.launch({
    ...(program !== undefined && { executablePath: program }),
    args: ["--disable-gpu", "--force-color-profile=srgb"],
  });
  try {
    mkdirSync(folder, { recursive: true });
    await liveALittle(browser, address);
    for (const picture of pictures)
      if (chosen.length === 0 || chosen.includes(picture.file))
        await take(browser, address, picture);
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
    return 1;
  } finally {
    await browser.close();
  }
};

process.exitCode = await run(process.argv[2], process.argv.slice(3));
