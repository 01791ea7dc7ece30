import { randomUUID } from "node:crypto";
import { mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { chromium, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { cedarBridgeMember } from "#demo/cedar-bridge.ts";
import { demoPassword } from "#demo/sign-ins.ts";
import { cedarBridge, desk, pictures, type Picture } from "./documentation-pictures.ts";
import { findChromium } from "./test/find-chromium.ts";

const help = `node bin/pictures.ts [http://127.0.0.1:3000 [batch.png …]]

Takes the pictures of the documentation anew, or those that are named, from a demo that runs at this address (npm start).
A fresh demo gives the cleanest pictures: STEPWELL_DATA=/tmp/pictures npm start
`;

const folder = path.resolve(import.meta.dirname, "../docs/pictures");
const mostBytes = 290_000;

const openStaff = async (page: Page, name: string): Promise<void> => {
  await page.goto("/staff/practice/staff");
  await page.getByRole("link", { name }).click();
  await page.getByRole("region", { name: "History" }).getByRole("listitem").first().waitFor();
};

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
    colorScheme: theme ?? "light",
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
    const page = await open(browser, address, { as: cedarBridge(name), size: desk });
    await openStaff(page, colleague);
    await page.context().close();
  }
};

/** The frame around some parts of a page, with a little of the ground; undefined: what the window shows. */
const frameAround = async (page: Page, { parts }: Picture) => {
  const boxes = await Promise.all((parts?.(page) ?? []).map((part) => part.boundingBox()));
  const known = boxes.filter((box) => box !== null);
  if (known.length === 0) return undefined;
  const ground = 12;
  const x = Math.min(...known.map((box) => box.x)) - ground;
  const y = Math.min(...known.map((box) => box.y)) - ground;
  const right = Math.max(...known.map((box) => box.x + box.width)) + ground;
  const foot = Math.max(...known.map((box) => box.y + box.height)) + ground;
  return { x, y, width: right - x, height: foot - y };
};

const take = async (browser: Browser, address: string, picture: Picture): Promise<void> => {
  const page = await open(browser, address, picture);
  await picture.show(page);
  await page.evaluate("document.fonts.ready.then(() => true)");
  const place = path.join(folder, picture.file);
  const clip = await frameAround(page, picture);
  await page.screenshot({
    path: place,
    animations: "disabled",
    caret: "hide",
    ...(clip && { clip }),
  });
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
