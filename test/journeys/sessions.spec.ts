import type { Page } from "@playwright/test";
import { listClosures } from "#domain/scheduling/closure.api.ts";
import { changeSession, readSession } from "#domain/scheduling/session.api.ts";
import { listStaff } from "#domain/practice/staff.api.ts";
import { daysAgo, planEvening } from "./evening.ts";
import { ask, expect, own, people, test } from "./journey.ts";

/** How many days ahead the first of these is on which nothing is closed. */
const openDayAhead = async (page: Page, ahead: readonly number[]): Promise<number> => {
  const { rows: closures } = await ask(page, listClosures, {});
  const isOpen = (day: string): boolean =>
    closures.every(
      ({ startsOn, endsOn, lifted }) => lifted !== null || day < startsOn || day > endsOn,
    );
  return ahead.find((days) => isOpen(daysAgo(-days))) ?? 3;
};

test("two change one session: whoever only moves it takes nobody off whom the other put there", async ({
  openBrowser,
}) => {
  const director = await openBrowser(people.director);
  const supervisor = await openBrowser(people.supervisor);
  const ahead = await openDayAhead(director, [3, 4, 5, 6, 7, 8, 9]);
  const name = own("Two at once");
  const { sessionId } = await planEvening(director, {
    name,
    daysAgo: -ahead,
    leader: "Okonjo",
    startsAtWall: "06:00",
    minutes: 30,
    only: [],
  });
  const read = () => ask(director, readSession, { sessionId });

  await director.goto(`/staff/sessions?week=${daysAgo(-ahead)}`);
  await director.getByRole("button", { name: `More about ${name}` }).click();
  await director.getByRole("menuitem", { name: "Move or change" }).click();
  const form = director.getByRole("dialog", { name: `Change ${name}` });
  await expect(form.getByRole("combobox", { name: "Led by" })).toHaveValue(/Okonjo/);

  const [castellvi] = (await ask(supervisor, listStaff, { q: "Castellvi" })).rows;
  const { version, facilitators } = await read();
  await ask(supervisor, changeSession, {
    sessionId,
    version,
    facilitators: [
      ...facilitators.map(({ staffId, role }) => ({ staffId, role })),
      { staffId: castellvi?.id ?? "", role: "co-facilitator" },
    ],
  });
  await expect(form.getByRole("group", { name: "Beside them" })).toContainText("Castellvi");
  await form.getByLabel("Minutes").fill("45");
  await form.getByRole("button", { name: /^Change it/ }).click();
  await expect(form).toHaveCount(0);
  const after = await read();
  expect(Date.parse(after.endsAt) - Date.parse(after.startsAt)).toBe(45 * 60_000);
  expect(after.facilitators.map((one) => one.name)).toEqual([
    expect.stringContaining("Okonjo"),
    expect.stringContaining("Castellvi"),
  ]);
});

test("whoever needs another to lead beside is asked for people alone, and the list is whole in its dialog", async ({
  openBrowser,
}) => {
  const director = await openBrowser(people.director, {
    viewport: { width: 900, height: 1200 },
    hasTouch: true,
  });
  const name = own("Too many");
  const { sessionId } = await planEvening(director, {
    name,
    daysAgo: -(await openDayAhead(director, [1, 2, 3, 4, 5])),
    leader: "Okonjo",
    startsAtWall: "04:00",
    minutes: 20,
    activity: "Psychoeducation group",
    count: 12,
  });
  await director.goto("/staff");
  const row = director.getByRole("listitem").filter({ hasText: `${name} needs` });
  await row.getByRole("button", { name: "Change who facilitates" }).tap();
  const form = director.getByRole("dialog", { name: `Who facilitates ${name}` });
  // The first field has the focus, and its list does not cover what else is asked.
  await expect(form.getByRole("combobox", { name: "Led by" })).toBeFocused();
  await expect(form.getByRole("listbox")).toHaveCount(0);
  await expect(form.getByLabel("Day")).toHaveCount(0);
  const also = form.getByRole("combobox", { name: "Helps to lead, too" });
  await also.tap();
  await expect(form.getByRole("option").nth(3)).toBeInViewport({ ratio: 1 });
  await also.fill("Castellvi");
  await form.getByRole("option", { name: /Castellvi/ }).tap();
  await form.getByRole("button", { name: "Save who facilitates" }).tap();
  await expect(form).toHaveCount(0);
  const { facilitators } = await ask(director, readSession, { sessionId });
  expect(facilitators.map((one) => one.name)).toEqual([
    expect.stringContaining("Okonjo"),
    expect.stringContaining("Castellvi"),
  ]);
});
