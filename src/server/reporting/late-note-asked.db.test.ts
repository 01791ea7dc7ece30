import { expect, test } from "vitest";
import { listLateNotes } from "#domain/reporting/late-note.api.ts";
import { createTask } from "#domain/tasks/task.api.ts";
import { reportingRoutes } from "#server/reporting/reporting.routes.ts";
import { taskRoutes } from "#server/tasks/task.routes.ts";
import { openChargeHouse } from "#test/support/charge-house.ts";
import { later } from "#test/support/test-product.ts";

test("a note that was asked for says by whom", async () => {
  const house = await openChargeHouse({}, [
    ...taskRoutes,
    ...reportingRoutes({ installation: { demo: () => Promise.resolve(null) } }),
  ]);
  try {
    const { therapist } = house;
    const sessionId = await house.group([await house.member("Ana", "Marlowe")], 0, 180);
    const asked = async () =>
      (await house.done(therapist, listLateNotes, { whose: "all" })).rows.map((note) => note.asked);
    expect(await asked()).toEqual([null]);
    await house.done(therapist, createTask, {
      words: "Please sign",
      about: { kind: "session-notes", id: sessionId },
      dueAt: later({ hours: 20 }),
    });
    expect(await asked()).toMatchObject([{ by: "Theo Lindqvist" }]);
  } finally {
    await house.close();
  }
});
