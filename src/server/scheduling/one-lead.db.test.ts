import { afterAll, beforeAll, expect, test } from "vitest";
import { changeSeries, createSeries } from "#domain/scheduling/series.api.ts";
import { changeSession, createSession, listSessions } from "#domain/scheduling/session.api.ts";
import { openScheduleHouse, type ScheduleHouse } from "#test/support/schedule-house.ts";

let house: ScheduleHouse;
let otherId: string;

beforeAll(async () => {
  house = await openScheduleHouse();
  otherId = await house.staff("Ola", "Brandt");
});
afterAll(() => house.product.close());

type Role = "lead" | "co-facilitator" | "trainee";
const people = (...roles: readonly (readonly [string, Role])[]) =>
  roles.map(([staffId, role]) => ({ staffId, role }));

const refusals = () =>
  [
    { code: "two-leads", facilitators: people([house.leadId, "lead"], [otherId, "lead"]) },
    {
      code: "no-lead",
      facilitators: people([house.leadId, "co-facilitator"], [otherId, "trainee"]),
    },
    {
      code: "facilitator-twice",
      facilitators: people([house.leadId, "lead"], [house.leadId, "co-facilitator"]),
    },
  ] as const;

const single = (facilitators: ReturnType<typeof people>) => {
  const { name, programId, activityTypeId, siteId } = house.plan();
  const when = { day: "2026-11-21", startsAtWall: "09:00", minutes: 60 };
  return { name, programId, activityTypeId, siteId, facilitators, ...when };
};

test("a group and a session have one lead, and nobody is named twice", async () => {
  const { supervisor } = house;
  const series = await house.series();
  const day = "2026-11-23";
  const asked = { from: day, to: day, seriesId: series.id };
  const [session] = (await house.done(supervisor, listSessions, asked)).rows;
  for (const { code, facilitators } of refusals()) {
    const refused = { status: 409, code, fields: { facilitators: { code } } };
    const plan = { ...house.plan({ startsAtWall: "09:00" }), facilitators };
    expect(await house.refused(supervisor, createSeries, plan)).toMatchObject(refused);
    const { id: seriesId, version } = series;
    const change = { seriesId, version, facilitators };
    expect(await house.refused(supervisor, changeSeries, change)).toMatchObject(refused);
    expect(await house.refused(house.lead, createSession, single(facilitators))).toMatchObject(
      refused,
    );
    const moved = { sessionId: session?.id ?? "", version: session?.version ?? 0, facilitators };
    expect(await house.refused(supervisor, changeSession, moved)).toMatchObject(refused);
  }
  const { rows } = await house.done(supervisor, listSessions, asked);
  expect(rows).toEqual([session]);
  const both = people([otherId, "co-facilitator"], [house.leadId, "lead"]);
  const planned = await house.done(house.lead, createSession, single(both));
  expect(planned.facilitators.map(({ staffId, role }) => [staffId, role])).toEqual([
    [house.leadId, "lead"],
    [otherId, "co-facilitator"],
  ]);
});

test("the database holds it, whoever writes", async () => {
  const second = (table: string, of: string, columns: string) =>
    house.product.ownerPool.query(
      `insert into stepwell.${table} (organization_id, ${of}, staff_id, role ${columns})
        select organization_id, ${of}, $1, 'lead' ${columns} from stepwell.${table} where organization_id = $2 and staff_id <> $1
          and role = 'lead' order by ${of} limit 1`,
      [otherId, house.here.organizationId],
    );
  await expect(second("series_facilitator", "series_id", "")).rejects.toMatchObject({
    constraint: "series_facilitator_one_lead",
  });
  await expect(
    second("session_facilitator", "session_id", ", starts_at, ends_at, state"),
  ).rejects.toMatchObject({ constraint: "session_facilitator_one_lead" });
});
