import type { Locator, Page } from "@playwright/test";
import { readNote } from "#domain/charting/member-note.api.ts";
import { demoPassword } from "#demo/sign-ins.ts";
import {
  arriveAt,
  choose,
  enter,
  isKept,
  isReadyToGoDark,
  isThere,
  loseFirstAnswer,
  openAgain,
  roomOf,
  rowAt,
  tablet,
  topicOf,
  turnTo,
} from "./dark-room.ts";
import { quietDay, planEvening } from "./evening.ts";
import { ask, expect, own, people, test } from "./journey.ts";

test.use({ serviceWorkers: "allow" });

test("thirty minutes without a network, with the plug pulled at each step: nothing is lost, nothing is there twice", async ({
  openBrowser,
}) => {
  test.setTimeout(150_000);
  let page = await openBrowser(people.therapist, tablet);
  const evening = await planEvening(page, {
    name: own("Lost network"),
    daysAgo: quietDay(),
    startsAtWall: "07:00",
    minutes: 60,
    leader: "Okonjo",
    count: 3,
  });
  const network = page.context();
  await enter(page, evening, 3);
  await isReadyToGoDark(page);
  await network.setOffline(true);

  await test.step("Arriving, then a reload without a network", async () => {
    await arriveAt(page, 0).click();
    await isKept(page, / 1 change waits on this device/);
    await page.reload();
    await isThere(page);
    await expect(page.getByText(/^The room as of 7:03/)).toBeVisible();
    await expect(rowAt(page, 0)).toContainText(/Room 7:03/);
    await isKept(page, / 1 change waits on this device/);
  });

  await test.step("Late, then the tab is closed", async () => {
    page = await openAgain(page, evening, 15);
    await arriveAt(page, 1).click();
    await isKept(page, /2 changes wait on this device/);
    page = await openAgain(page, evening, 20);
    await expect(rowAt(page, 0)).toContainText(/Room 7:03/);
    await expect(rowAt(page, 1)).toContainText(/Late 7:15/);
  });

  await test.step("A break, then the page crashes", async () => {
    await page.keyboard.press("b");
    await isKept(page, /3 changes wait on this device/);
    const devtools = await network.newCDPSession(page);
    const crash = page.waitForEvent("crash");
    void devtools.send("Page.crash").catch(() => undefined);
    await crash;
    page = await openAgain(page, evening, 25);
    await expect(page.getByRole("button", { name: /^End break/ })).toBeVisible();
    await page.keyboard.press("b");
    await isKept(page, /4 changes wait on this device/);
  });

  await test.step("In the middle of a note, then the tab is closed", async () => {
    await turnTo(page, /^Shared note/);
    await topicOf(page).fill("Whom to call, and when.");
    await page
      .getByRole("textbox", { name: "What we did" })
      .fill("Made lists of numbers, in pairs.");
    await page
      .getByRole("textbox", { name: "How the group went" })
      .fill("Quiet at first, then busy.");
    await turnTo(page, /^Roster/);
    await choose(page, 0);
    await page.keyboard.press("3");
    await page.keyboard.press("1");
    await page.keyboard.press("1");
    await page.keyboard.insertText("Wrote down whom to call before the long weekend.");
    await isKept(page, /12 changes wait on this device/);
    page = await openAgain(page, evening, 40);
    await expect(rowAt(page, 0)).toContainText("Wrote down whom to call before the long weekend.");
    await turnTo(page, /^Shared note/);
    await expect(topicOf(page)).toHaveValue("Whom to call, and when.");
    await turnTo(page, /^Roster/);
  });

  await test.step("Leaving early, and somebody who never came; then the browser opens elsewhere first", async () => {
    await rowAt(page, 1)
      .getByRole("button", { name: / leaves$/ })
      .click();
    await page.keyboard.press("4");
    await rowAt(page, 2)
      .getByRole("button", { name: /^Absent, / })
      .click();
    await page.keyboard.press("1");
    await isKept(page, /15 changes wait on this device/);
    await page.goto("/staff");
    await expect(page.getByText(/15 changes wait on this device/)).toBeVisible();
  });

  const lost = [
    await loseFirstAnswer(page, "**/attendance-events"),
    await loseFirstAnswer(page, "**/note-draft"),
  ];
  let requests = 0;
  network.on("request", (request) => {
    if (/attendance-events|note-draft/.test(request.url())) requests += 1;
  });

  await test.step("When the network is back, while another screen is open and the first answers are lost", async () => {
    await network.setOffline(false);
    await expect
      .poll(async () => (await roomOf(page, evening)).events.length, { timeout: 20_000 })
      .toBe(7);
    await expect
      .poll(async () => (await roomOf(page, evening)).shared.draft.fields.howItWent?.value)
      .toBe("Quiet at first, then busy.");
    await expect(page.getByText(/wait on this device/)).toHaveCount(0, { timeout: 20_000 });
    expect(lost.map((count) => count())).toEqual([1, 1]);
  });

  await test.step("Then everything is there once, in order, at its true time, in few requests", async () => {
    const { events, shared, rows } = await roomOf(page, evening);
    const told = events.map(({ kind, occurredAt }) => [
      kind,
      Math.round((Date.parse(occurredAt) - Date.parse(evening.startsAt)) / 60_000),
    ]);
    expect(told).toEqual([
      ["arrive", 3],
      ["arrive", 15],
      ["break-start", 20],
      ["break-end", 25],
      ["leave", 40],
      ["leave", 40],
      ["absent", 40],
    ]);
    expect(new Set(events.map(({ device }) => device)).size).toBe(1);
    expect(shared.draft.fields.topic).toMatchObject({
      value: "Whom to call, and when.",
      revision: 1,
    });
    expect(shared.draft.fields.howItWent?.value).toBe("Quiet at first, then busy.");
    expect(rows[0]?.draft.fields).toMatchObject({
      participation: { value: "active", beside: [] },
      sentence: { value: "Wrote down whom to call before the long weekend.", revision: 1 },
    });
    expect(requests).toBeLessThanOrEqual(6);
  });

  await test.step("Before signing: it is said that this needs the network, and a reload keeps all of it", async () => {
    await enter(page, evening, 64);
    await expect(rowAt(page, 0)).toContainText(/Room 7:03/);
    await network.setOffline(true);
    await choose(page, 0);
    await page.keyboard.press("r");
    await page.keyboard.press("1");
    await choose(page, 1);
    for (const key of ["2", "2", "2"]) await page.keyboard.press(key);
    await page.keyboard.insertText("Left at the break with her sister, who waited outside.");
    await page.keyboard.press("Escape");
    await page.keyboard.press("r");
    await page.keyboard.press("1");
    const sign = page.getByRole("button", { name: "Signing needs the network" });
    await expect(sign).toBeVisible();
    await sign.click();
    await expect(page.getByText(/^Not signed: this needs the network/)).toBeVisible();
    await page.reload();
    await expect(sign).toBeVisible();
    await network.setOffline(false);
    await expect(page.getByRole("button", { name: /^Sign 2/ })).toBeVisible({ timeout: 20_000 });
  });

  await test.step("During signing: the answer is lost, and it is signed once", async () => {
    const signatures = await loseFirstAnswer(page, "**/signature");
    await page.getByRole("button", { name: /^Sign 2/ }).click();
    const confirm = page.getByRole("dialog", { name: "Confirm that it is you" });
    await confirm.getByLabel("Password", { exact: true }).fill(demoPassword);
    await page.keyboard.press("Enter");
    await expect.poll(signatures).toBe(1);
    await page.reload();
    await expect(page.getByText("2 signed", { exact: true })).toBeVisible();
    const { rows } = await roomOf(page, evening);
    const [first] = rows.flatMap(({ note }) => (note ? [note.id] : []));
    const { signature } = await ask(page, readNote, { noteId: first ?? "" });
    expect(signature.isIntact).toBe(true);
  });
});

test("two tablets that did not hear of each other: a sentence says so, and a person decides", async ({
  openBrowser,
}) => {
  test.setTimeout(90_000);
  const desk = await openBrowser(people.therapist);
  const far = await openBrowser(people.supervisor, tablet);
  const evening = await planEvening(desk, {
    name: own("Two tablets"),
    daysAgo: quietDay(),
    startsAtWall: "09:30",
    minutes: 60,
    leader: "Okonjo",
    count: 3,
  });
  await enter(desk, evening, 5);
  await enter(far, evening, 6);
  const name = (await roomOf(desk, evening)).rows[0]?.name ?? "";
  const question = (page: Page): Locator =>
    page.getByText(new RegExp(`^Two devices disagree about ${name}`));

  await test.step("One says that she came, the other that she is absent", async () => {
    await far.context().setOffline(true);
    await arriveAt(desk, 0).click();
    await expect.poll(async () => (await roomOf(desk, evening)).events.length).toBe(1);
    await rowAt(far, 0)
      .getByRole("button", { name: /^Absent, / })
      .click();
    await far.keyboard.press("1");
    await arriveAt(far, 1).click();
    await expect(far.getByText(/2 changes wait on this device/)).toBeVisible();
    await expect(far.getByRole("button", { name: /^A guest needs the network/ })).toBeVisible();
  });

  await test.step("Both screens ask, with who, when and on which device", async () => {
    await far.context().setOffline(false);
    for (const page of [desk, far]) {
      await expect(question(page)).toBeVisible();
      await expect(question(page)).toContainText("Desmond Okonjo");
      await expect(question(page)).toContainText("Oriana Castellvi");
      await expect(question(page)).toContainText("this device");
    }
  });

  await test.step("A person decides, and the ledger keeps both entries and the decision", async () => {
    await desk.getByRole("button", { name: /^Came 9:35 is right/ }).click();
    for (const page of [desk, far]) await expect(question(page)).toHaveCount(0);
    await expect(rowAt(far, 0)).toContainText(/Room 9:35/);
    const { events } = await roomOf(desk, evening);
    expect(events.map(({ kind }) => kind).toSorted()).toEqual([
      "absent",
      "arrive",
      "arrive",
      "strike",
    ]);
  });
});
