import { listClosures } from "#domain/scheduling/closure.api.ts";
import { changeSession, readSession } from "#domain/scheduling/session.api.ts";
import { listStaff } from "#domain/practice/staff.api.ts";
import { daysAgo, planEvening } from "./evening.ts";
import { ask, expect, own, people, test } from "./journey.ts";

test("two change one session: whoever only moves it takes nobody off whom the other put there", async ({
  openBrowser,
}) => {
  const director = await openBrowser(people.director);
  const supervisor = await openBrowser(people.supervisor);
  const { rows: closures } = await ask(director, listClosures, {});
  const isOpen = (day: string): boolean =>
    closures.every(
      ({ startsOn, endsOn, lifted }) => lifted !== null || day < startsOn || day > endsOn,
    );
  const ahead = [3, 4, 5, 6, 7, 8, 9].find((days) => isOpen(daysAgo(-days))) ?? 3;
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
