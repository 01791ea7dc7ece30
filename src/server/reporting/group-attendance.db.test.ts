import { afterAll, beforeAll, expect, test } from "vitest";
import { readGroupAttendance } from "#domain/reporting/group-attendance.api.ts";
import { sumOfWeeks } from "#domain/reporting/group-attendance.ts";
import { readProgramFigures } from "#domain/reporting/program-figures.api.ts";
import { reportingRoutes } from "#server/reporting/reporting.routes.ts";
import { openChargeHouse, type ChargeHouse } from "#test/support/charge-house.ts";

let house: ChargeHouse;

beforeAll(async () => {
  house = await openChargeHouse(
    {},
    reportingRoutes({ installation: { demo: () => Promise.resolve(null) } }),
  );
});
afterAll(() => house.close());

const rowsOf = async () => {
  const director = await house.product.addPerson(house.here, ["director"]);
  const { rows } = await house.done(director, readGroupAttendance, {});
  const { weeks } = await house.done(director, readProgramFigures, {});
  return { rows, weeks };
};

test("what the groups come to is what the program comes to, with why seats stayed empty", async () => {
  const [ana, bo, cy, eli] = [
    await house.member("Ana", "Marlowe"),
    await house.member("Bo", "Quill"),
    await house.member("Cy", "Redfern"),
    await house.member("Eli", "Thorne"),
  ];
  const sessionId = await house.group([ana, bo, cy, eli], 0, 180);
  const away = (whose: typeof ana, status: string, reason: string | null) =>
    house.run(
      `update stepwell.attendance set first_in_at = null, status = $4, reason = $5
        where organization_id = $1 and session_id = $2 and patient_id = $3`,
      sessionId,
      whose.patientId,
      status,
      reason,
    );
  await away(bo, "excused", "transport");
  await away(eli, "excused", "transport");
  await away(cy, "absent", "Was told of another hour by Bo");

  const { rows, weeks } = await rowsOf();
  expect(rows).toMatchObject([
    {
      seriesId: null,
      reasons: [
        { reason: "transport", seats: 2 },
        { reason: "other", seats: 1 },
      ],
    },
  ]);
  expect(rows[0]?.weeks.map(({ startsOn }) => startsOn)).toEqual(
    weeks.map(({ startsOn }) => startsOn),
  );
  expect(rows[0]?.weeks.at(-1)).toEqual({
    startsOn: "2026-11-16",
    attended: 1,
    excused: 2,
    absent: 1,
    unmarked: 0,
    sessions: 1,
    calledOff: 0,
  });
  const { sessions: _, calledOff, ...all } = sumOfWeeks(rows.flatMap((row) => row.weeks));
  expect(calledOff).toBe(0);
  expect(weeks.at(-1)).toMatchObject(all);
});

test("a session that was called off counts as such, and none of its seats", async () => {
  const before = await rowsOf();
  const sessionId = await house.group([await house.member("Di", "Sorrel")], 200, 60);
  await house.run(
    "update stepwell.session set state = 'cancelled', cancel_reason = 'Snow' where organization_id = $1 and id = $2",
    sessionId,
  );
  const { rows } = await rowsOf();
  const last = before.rows[0]?.weeks.at(-1);
  expect(rows[0]?.weeks.at(-1)).toEqual({ ...last, calledOff: 1 });
});

test("a session to which nobody came was not held", async () => {
  const before = await rowsOf();
  const sessionId = await house.group([await house.member("Fay", "Umber")], 300, 60);
  await house.run(
    "update stepwell.attendance set first_in_at = null, status = 'absent' where organization_id = $1 and session_id = $2",
    sessionId,
  );
  const { rows } = await rowsOf();
  const last = before.rows[0]?.weeks.at(-1);
  expect(rows[0]?.weeks.at(-1)).toEqual({ ...last, absent: (last?.absent ?? 0) + 1 });
});

test("narrowed to a site, the groups come to what the program comes to there", async () => {
  const director = await house.product.addPerson(house.here, ["director"]);
  const { rows: all } = await house.done(director, readGroupAttendance, {});
  const found = await house.product.ownerPool.query<{ here: string; elsewhere: string }>(
    "select site_id as here, gen_random_uuid() as elsewhere from stepwell.program where organization_id = $1 limit 1",
    [house.here.organizationId],
  );
  const { here = "", elsewhere = "" } = found.rows[0] ?? {};
  const at = async (siteId: string) => ({
    groups: (await house.done(director, readGroupAttendance, { siteId })).rows,
    attended: (await house.done(director, readProgramFigures, { siteId })).weeks.at(-1)?.attended,
  });
  expect(await at(here)).toEqual({ groups: all, attended: all[0]?.weeks.at(-1)?.attended });
  expect(await at(elsewhere)).toEqual({ groups: [], attended: 0 });
});
