import type { Locator, Page } from "@playwright/test";
import { readSessionRoom } from "#domain/charting/session-room.api.ts";
import { quietDay, minutesIn, planEvening, setClock, type Evening } from "./evening.ts";
import { ask, expect, own, people, test } from "./journey.ts";

const rowAt = (page: Page, at: number): Locator =>
  page.getByRole("rowgroup").getByRole("row").nth(at);

const enter = async (page: Page, evening: Evening, minutes: number): Promise<void> => {
  await setClock(page, minutesIn(evening, minutes));
  await page.goto(`/staff/sessions/${evening.sessionId}`);
  await expect(page.getByRole("grid", { name: "Roster" })).toBeVisible();
};

const topicOf = (page: Page): Locator => page.getByRole("textbox", { name: "Topic" });

test("two screens in one room stay the same, and neither writes over the other", async ({
  openBrowser,
}) => {
  const desk = await openBrowser(people.therapist);
  const tablet = await openBrowser(people.supervisor, {
    viewport: { width: 900, height: 1200 },
    hasTouch: true,
  });
  const evening = await planEvening(desk, {
    name: own("Two screens"),
    daysAgo: quietDay(1),
    startsAtWall: "10:00",
    leader: "Okonjo",
    count: 4,
  });
  await enter(desk, evening, 5);
  await enter(tablet, evening, 5);

  await test.step("Who is tapped in on the tablet is here on the desk", async () => {
    await rowAt(tablet, 1)
      .getByRole("button", { name: /^Arrive/ })
      .click();
    await expect(rowAt(desk, 1)).toContainText(/Room \d/);
    await rowAt(desk, 2)
      .getByRole("button", { name: /^Video, / })
      .click();
    await expect(rowAt(tablet, 2)).toContainText(/Video \d/);
  });

  await test.step("Both tapping the same person in makes one arrival", async () => {
    await Promise.all([
      rowAt(desk, 0)
        .getByRole("button", { name: /^Arrive/ })
        .click(),
      rowAt(tablet, 0)
        .getByRole("button", { name: /^Arrive/ })
        .click(),
    ]);
    await expect(rowAt(desk, 0)).toContainText(/Room \d/);
    await expect(rowAt(tablet, 0)).toContainText(/Room \d/);
  });

  await test.step("What is written on one is read on the other", async () => {
    await topicOf(desk).fill("Cravings rise, crest and pass.");
    await expect(desk.getByText(/^Draft saved/)).toBeVisible();
    await tablet.getByRole("tab", { name: "Shared note" }).click();
    await expect(topicOf(tablet)).toHaveValue("Cravings rise, crest and pass.");
  });

  await test.step("Two who write the same field at once both keep their words", async () => {
    await tablet.context().setOffline(true);
    await topicOf(tablet).fill("Riding the urge.");
    await topicOf(desk).fill("Cravings and how they pass.");
    await expect
      .poll(async () => {
        const room = await ask(desk, readSessionRoom, { sessionId: evening.sessionId });
        return room.shared.draft.fields.topic?.value;
      })
      .toBe("Cravings and how they pass.");
    await tablet.context().setOffline(false);
    await expect(tablet.getByText(/wrote here at the same time/)).toBeVisible();
    await tablet.getByRole("button", { name: "Keep both" }).click();
    await expect(topicOf(desk)).toHaveValue("Cravings and how they pass. Riding the urge.");
    await expect(desk.getByText(/wrote here at the same time/)).toHaveCount(0);
  });
});

test("the network goes and comes back: what was tapped and typed arrives once, at its true time", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.therapist);
  const evening = await planEvening(page, {
    name: own("No network"),
    daysAgo: quietDay(1),
    startsAtWall: "14:00",
    leader: "Okonjo",
    count: 4,
  });
  const network = page.context();
  const room = () => ask(page, readSessionRoom, { sessionId: evening.sessionId });
  await enter(page, evening, 3);

  await test.step("Without a network everything still works, and the strip says how much waits", async () => {
    await network.setOffline(true);
    for (const at of [0, 1, 2])
      await rowAt(page, at)
        .getByRole("button", { name: /^Arrive/ })
        .click();
    await topicOf(page).fill("Saying no at work.");
    await expect(rowAt(page, 2)).toContainText(/Room \d/);
    await expect(page.getByText("4 changes wait on this device.")).toBeVisible();
    await expect(page.getByText(/^Draft saved/)).toHaveCount(0);
  });

  await test.step("When the network is back, even with a lost answer, everything arrives once", async () => {
    let lost = 0;
    await network.route("**/attendance-events", async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      await route.abort("connectionreset");
    });
    await network.setOffline(false);
    await expect(page.getByText(/wait on this device/)).toHaveCount(0);
    await expect
      .poll(async () => (await room()).shared.draft.fields.topic?.value)
      .toBe("Saying no at work.");
    await expect.poll(async () => (await room()).events.length).toBe(3);
    expect(lost).toBe(1);
    const { events, rows } = await room();
    expect(events.map(({ patientId }) => patientId)).toEqual(
      rows.slice(0, 3).map(({ patientId }) => patientId),
    );
    for (const { occurredAt } of events)
      expect(Math.abs(Date.parse(occurredAt) - Date.parse(minutesIn(evening, 3)))).toBeLessThan(
        60_000,
      );
    await expect(page.getByText(/^Draft saved/)).toBeVisible();
  });
});

test("a colleague who looks in writes nowhere before they choose a row", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.therapist);
  const other = await openBrowser(people.director);
  const evening = await planEvening(page, {
    name: own("Looked at"),
    daysAgo: quietDay(3),
    startsAtWall: "09:00",
    leader: "Okonjo",
    count: 2,
  });
  const chosenIn = (room: Page) => room.getByRole("grid").getByRole("row", { selected: true });
  await enter(page, evening, 184);
  await page.getByRole("button", { name: /^All 2 were here/ }).click();
  await expect(chosenIn(page)).toHaveCount(1);
  await enter(other, evening, 184);
  await expect(rowAt(other, 0)).toContainText("Open");
  await expect(chosenIn(other)).toHaveCount(0);
  await expect(rowAt(other, 0).getByRole("textbox")).toHaveCount(0);
  await expect(page.getByText(/Imani/)).toHaveCount(0);
  await rowAt(other, 0).focus();
  await other.keyboard.press("Enter");
  await expect(chosenIn(other)).toHaveCount(1);
  await expect(rowAt(other, 0).getByRole("textbox").first()).toBeVisible();
});
