import type { Page } from "@playwright/test";
import { confirmSession } from "#domain/access/session.api.ts";
import { listCosignatures, readNote } from "#domain/charting/member-note.api.ts";
import { patchNoteDraft } from "#domain/charting/note-draft.api.ts";
import { readSessionRoom, signSession } from "#domain/charting/session-room.api.ts";
import { recordAttendance } from "#domain/scheduling/attendance.api.ts";
import { demoPassword } from "#demo/sign-ins.ts";
import { asOnScreen } from "#test/support/as-on-screen.ts";
import { quietDay, planEvening, type Evening } from "./evening.ts";
import { ask, expect, expectNotice, own, people, test } from "./journey.ts";

const intern = "will.thistlewood@cedarbridge.example";

const roomOf = (page: Page, { sessionId }: Evening) => ask(page, readSessionRoom, { sessionId });

/** What the intern wrote of each, as they would have typed it. */
const lines = [
  "Wrote down the three doors of a craving and closed the second aloud.",
  "Put the payday envelope into a sister's hands, for the first time gladly.",
];

/** A group of two that was held, written and signed by the intern. */
const signedByIntern = async (planner: Page, page: Page, name: string): Promise<Evening> => {
  const evening = await planEvening(planner, {
    name,
    daysAgo: quietDay(4),
    startsAtWall: "07:00",
    minutes: 60,
    leader: "Thistlewood",
    count: 2,
  });
  const { sessionId, startsAt: occurredAt } = evening;
  await ask(page, recordAttendance, {
    sessionId,
    events: evening.members.map(({ patientId }) => ({
      id: crypto.randomUUID(),
      patientId,
      kind: "arrive" as const,
      mode: "room" as const,
      occurredAt,
    })),
  });
  const words = [
    { patientId: null, fields: { topic: "Doors", whatWeDid: "Drew.", howItWent: "Calm." } },
    ...(await roomOf(page, evening)).rows.map(({ patientId, objectives }, at) => ({
      patientId,
      fields: {
        objectiveId: objectives[0]?.id ?? "",
        participation: "active",
        response: "shared",
        progress: "steady",
        risk: "none-noted",
        sentence: lines[at] ?? "",
      },
    })),
  ];
  const patches = words.flatMap(({ patientId, fields }) =>
    Object.entries(fields).map(([field, value]) =>
      patchNoteDraft.input.shape.patches.element.parse({
        id: crypto.randomUUID(),
        patientId,
        field,
        value,
        baseRevision: 0,
      }),
    ),
  );
  await ask(page, patchNoteDraft, { sessionId, patches });
  const input = asOnScreen(await roomOf(page, evening));
  if (!input) throw new Error("The group is not ready to be signed.");
  await ask(page, confirmSession, { password: demoPassword });
  await ask(page, signSession, input);
  return evening;
};

test("a supervisor returns a note, its author puts it right at once, and both are cosigned", async ({
  openBrowser,
}) => {
  const planner = await openBrowser(people.therapist);
  const page = await openBrowser(intern);
  const supervisor = await openBrowser(people.supervisor);
  const name = own("Doors");
  const evening = await signedByIntern(planner, page, name);
  const [first] = (await roomOf(page, evening)).rows;
  const comment = `Say which door it was, and when, for ${name}.`;
  const table = supervisor.getByRole("table", { name: "Notes that wait" });
  const openQueue = async (): Promise<void> => {
    await supervisor.goto("/staff/cosign");
    await supervisor.getByRole("searchbox", { name: "Find by name, word or session" }).fill(name);
  };

  await test.step("One note is returned with what to put right", async () => {
    await openQueue();
    const row = table.getByRole("row").filter({ hasText: lines[0] ?? "" });
    await row.getByRole("button", { name: "Return" }).click();
    const dialog = supervisor.getByRole("dialog", { name: "Return this note" });
    await expect(dialog).toContainText(`, ${name}, `);
    await expect(dialog.getByLabel("What to put right")).toBeFocused();
    await supervisor.keyboard.insertText(comment);
    await supervisor.keyboard.press("Control+Enter");
    await expectNotice(supervisor, "Returned.");
    await expect(row).toHaveCount(0);
    // Whoever works by keyboard goes on at the note that took its place.
    const next = table.getByRole("row").filter({ hasText: lines[1] ?? "" });
    await expect(next.getByRole("link")).toBeFocused();
    // What went back is not lost from sight: it stands below, with what was asked for.
    await expect(supervisor.getByText(`To put right: ${comment}`)).toBeVisible();
  });

  await test.step("Its author is led into the correction, where the comment stands", async () => {
    await page.goto("/staff/cosign");
    const row = page.getByRole("row").filter({ hasText: comment });
    await row.getByRole("link", { name: "Correct" }).click();
    const panel = page.getByRole("dialog", { name: "Correct this note" });
    await expect(panel.getByText(comment).first()).toBeVisible();
    await expect(panel.getByLabel("Why it is corrected")).toHaveValue(comment);
    await expect(panel.getByLabel("Objective")).not.toHaveValue("");
    await panel.getByLabel("Sentence").fill(`${lines[0]} The second, on Friday at nine.`);
    await panel.getByRole("button", { name: /^Sign correction/ }).click();
    await expectNotice(page, "Corrected and signed.");
    await expect(panel).toBeHidden();
    await expect(page.getByText("has not cosigned yet")).toBeVisible();
  });

  await test.step("The supervisor cosigns what stood on the screen, and nothing of it waits any more", async () => {
    await openQueue();
    await expect(table.getByText("on Friday at nine")).toBeVisible();
    await expect(supervisor.getByRole("button", { name: /^I have read these 2/ })).toBeVisible();
    await ask(supervisor, confirmSession, { password: demoPassword });
    await table.getByRole("row").getByRole("link").first().focus();
    await supervisor.keyboard.press("c");
    await expectNotice(supervisor, "2 notes cosigned.");
    await expect(supervisor.getByRole("main").locator(":focus")).toBeVisible();
    const { rows } = await ask(supervisor, listCosignatures, { limit: 200 });
    expect(rows.filter(({ sessionId }) => sessionId === evening.sessionId)).toEqual([]);
    const { correctedById } = await ask(supervisor, readNote, { noteId: first?.note?.id ?? "" });
    const corrected = await ask(supervisor, readNote, { noteId: correctedById ?? "" });
    expect(corrected.state).toBe("cosigned");
  });
});
