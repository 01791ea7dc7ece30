import { signIn } from "#domain/access/session.api.ts";
import { demoPassword } from "#demo/sign-ins.ts";
import {
  addressOf,
  arriveAt,
  enter,
  isKept,
  isReadyToGoDark,
  isThere,
  roomOf,
  rowAt,
  tablet,
  topicOf,
  turnTo,
} from "./dark-room.ts";
import { quietDay, minutesIn, planEvening, setClock } from "./evening.ts";
import { ask, expect, own, people, test } from "./journey.ts";

test.use({ serviceWorkers: "allow" });

test("two windows of one device have one queue, and the one that stays brings what the other left", async ({
  openBrowser,
}) => {
  test.setTimeout(90_000);
  const first = await openBrowser(people.therapist, tablet);
  const evening = await planEvening(first, {
    name: own("Two windows"),
    daysAgo: quietDay(),
    startsAtWall: "12:00",
    minutes: 60,
    leader: "Okonjo",
    count: 3,
  });
  const network = first.context();
  const second = await network.newPage();
  await enter(first, evening, 4);
  await enter(second, evening, 4);
  await network.setOffline(true);

  await test.step("What is done in one is seen and counted in the other, and goes on there", async () => {
    await arriveAt(first, 0).click();
    for (const page of [first, second]) await turnTo(page, /^Shared note/);
    await topicOf(first).fill("Saying no");
    await expect(topicOf(second)).toHaveValue("Saying no");
    await topicOf(second).fill("Saying no at work");
    await turnTo(second, /^Roster/);
    await expect(rowAt(second, 0)).toContainText(/Room 12:04/);
    await arriveAt(second, 1).click();
    await expect(second.getByText(/4 changes wait on this device/)).toBeVisible();
  });

  await test.step("One window dies; the other brings all of it, each once", async () => {
    await first.close({ runBeforeUnload: false });
    await expect(second.getByText(/4 changes wait on this device/)).toBeVisible();
    await network.setOffline(false);
    await expect
      .poll(async () => (await roomOf(second, evening)).events.length, { timeout: 20_000 })
      .toBe(2);
    await expect
      .poll(async () => (await roomOf(second, evening)).shared.draft.fields.topic?.value)
      .toBe("Saying no at work");
    const { events, shared } = await roomOf(second, evening);
    expect(events.map(({ kind }) => kind)).toEqual(["arrive", "arrive"]);
    expect(shared.draft.fields.topic).toMatchObject({ value: "Saying no at work", beside: [] });
  });
});

test("after the idle time, and after signing out, a device without a network shows nothing", async ({
  openBrowser,
}) => {
  test.setTimeout(90_000);
  let page = await openBrowser(people.therapist, tablet);
  const evening = await planEvening(page, {
    name: own("Left alone"),
    daysAgo: quietDay(),
    startsAtWall: "14:00",
    minutes: 60,
    leader: "Okonjo",
    count: 3,
  });
  await enter(page, evening, 4);
  await isReadyToGoDark(page);
  const [first] = (await roomOf(page, evening)).rows;

  await test.step("Left alone without a network for longer than the idle time", async () => {
    await page.context().setOffline(true);
    await arriveAt(page, 0).click();
    await isKept(page, / 1 change waits on this device/);
    const later = await page.context().newPage();
    await setClock(later, minutesIn(evening, 59 * 4));
    await later.addInitScript(() => localStorage.setItem("stepwell.last-input", "0"));
    await page.close({ runBeforeUnload: false });
    await later.goto(addressOf(evening));
    await expect(later.getByText(/No connection/)).toBeVisible();
    await expect(later.getByText(first?.name ?? "")).toHaveCount(0);
    const cached = await later.evaluate(async (name) => {
      const texts: string[] = [];
      for (const key of await caches.keys())
        for (const request of await (await caches.open(key)).keys())
          if (!request.url.includes("/assets/")) texts.push(request.url);
      const kept = [localStorage, sessionStorage]
        .map((store) => JSON.stringify(Object.entries(store)))
        .join(" ");
      return { texts, holdsName: kept.includes(name) };
    }, first?.name ?? "");
    expect(cached.texts.map((url) => new URL(url).pathname)).toEqual(["/staff/"]);
    expect(cached.holdsName).toBe(false);
    await later.close({ runBeforeUnload: false });
  });

  await test.step("When the same person is back, what was kept is sent", async () => {
    await page.context().setOffline(false);
    const back = await page.context().newPage();
    await setClock(back, minutesIn(evening, 59 * 4 + 1));
    await back.goto(addressOf(evening));
    await isThere(back);
    await expect.poll(async () => (await roomOf(back, evening)).events.length).toBe(1);
    page = back;
  });

  await test.step("Signed out while something waits, the device shows nothing, with or without a network", async () => {
    const network = page.context();
    await network.route("**/attendance-events", (route) => route.abort("connectionfailed"));
    await arriveAt(page, 1).click();
    await isKept(page, / 1 change waits on this device/);
    await page.getByRole("button", { name: "Desmond Okonjo" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    await network.setOffline(true);
    for (const online of [false, true]) {
      await network.setOffline(!online);
      const later = await network.newPage();
      await setClock(later, minutesIn(evening, 59 * 4 + 2));
      await later.goto(addressOf(evening));
      const nothing = later
        .getByText(/No connection/)
        .or(later.getByLabel("Password", { exact: true }));
      await expect(nothing.first()).toBeVisible();
      await expect(later.getByText(first?.name ?? "")).toHaveCount(0);
      await expect(later.getByRole("grid", { name: "Roster" })).toHaveCount(0);
      await later.close({ runBeforeUnload: false });
    }
    await network.unroute("**/attendance-events");
  });

  await test.step("And when the same person signs in again, that arrives too", async () => {
    await ask(page, signIn, { email: people.therapist, password: demoPassword });
    await setClock(page, minutesIn(evening, 59 * 4 + 3));
    await page.goto(addressOf(evening));
    await isThere(page);
    await expect.poll(async () => (await roomOf(page, evening)).events.length).toBe(2);
  });
});
