import { afterAll, beforeAll, expect, test } from "vitest";
import { changeSeries } from "#domain/scheduling/series.api.ts";
import { changeSession, listSessions, createSession } from "#domain/scheduling/session.api.ts";
import { newId } from "#server/platform/ids.ts";
import {
  eventAt,
  openScheduleHouse,
  tonight,
  type ScheduleHouse,
} from "#test/support/schedule-house.ts";

let house: ScheduleHouse;
beforeAll(async () => {
  house = await openScheduleHouse();
});
afterAll(() => house.product.close());

const colleague = async (given_name: string): Promise<string> =>
  house.insert("staff", {
    given_name,
    family_name: "Standish",
    position: "therapist",
    created_at: house.product.clock.now().toString(),
  });

const historyOf = async (sessionId: string) => {
  const { rows } = await house.product.ownerPool.query(
    "select verb, reason, changes from stepwell.revision where record_id = $1 order by version desc limit 1",
    [sessionId],
  );
  return rows[0];
};

const correctionsOf = async (sessionId: string): Promise<number> => {
  const { rows } = await house.product.ownerPool.query<{ n: number }>(
    `select count(*) as n from stepwell.outbox o join graphile_worker.jobs j on j.key = o.id::text
      where o.kind = 'attendance-corrected' and o.record_id = $1`,
    [sessionId],
  );
  return rows[0]?.n ?? 0;
};

test("who stood in is put right after a session has begun, with a reason, and billing hears of it", async () => {
  const leadId = await colleague("Planned");
  const standInId = await colleague("Stand-in");
  const other = house.plan();
  const series = await house.series({
    ...other,
    roomId: null,
    facilitators: [{ staffId: leadId, role: "lead" }],
  });
  const [member] = await house.members(series.id, 1);
  if (member === undefined) throw new Error("nobody");
  const { id: sessionId } = await house.tonight(series.id);
  await house.moveTo(tonight);
  await house.record(sessionId, [eventAt(0, "arrive", member.patientId, { mode: "room" })]);
  const { version, startsAt } = await house.tonight(series.id);
  const facilitators = [{ staffId: standInId, role: "lead" as const }];
  const why = "Planned called in sick at five; Stand-in took the group.";
  const asked = { sessionId, version, facilitators, why };
  const { lead, supervisor } = house;
  const { why: _, ...unexplained } = asked;
  expect(await house.refused(supervisor, changeSession, unexplained)).toMatchObject({
    status: 400,
    fields: { why: { code: "required" } },
  });
  expect(await house.refused(supervisor, changeSession, { ...asked, minutes: 60 })).toMatchObject({
    code: "session-began",
  });
  expect(await house.refused(lead, changeSession, asked)).toMatchObject({ status: 403 });
  const nobody = { ...asked, facilitators: [{ staffId: newId(), role: "lead" as const }] };
  expect(await house.refused(supervisor, changeSession, nobody)).toMatchObject({ code: "retired" });
  const answers = await Promise.all([
    house.product.call(supervisor, changeSession, asked),
    house.product.call(supervisor, changeSession, asked),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const after = await house.tonight(series.id);
  expect(after).toMatchObject({
    startsAt,
    version: version + 1,
    facilitators: [{ staffId: standInId, role: "lead" }],
    presentCount: 1,
  });
  expect(await historyOf(sessionId)).toMatchObject({
    verb: "substitute",
    reason: why,
    changes: { facilitators: { from: "Planned Standish", to: "Stand-in Standish" } },
  });
  expect(await correctionsOf(sessionId)).toBe(1);
});

test("nobody stands in who led another session at that hour", async () => {
  const [oneId, otherId] = [await colleague("One"), await colleague("Other")];
  const plan = { ...house.plan(), roomId: null };
  const one = await house.series({ ...plan, facilitators: [{ staffId: oneId, role: "lead" }] });
  await house.series({ ...plan, facilitators: [{ staffId: otherId, role: "lead" }] });
  const [member] = await house.members(one.id, 1);
  if (member === undefined) throw new Error("nobody");
  const { id: sessionId } = await house.tonight(one.id);
  await house.moveTo(tonight);
  await house.record(sessionId, [eventAt(0, "arrive", member.patientId, { mode: "room" })]);
  const { version } = await house.tonight(one.id);
  const facilitators = [{ staffId: otherId, role: "lead" as const }];
  expect(
    await house.refused(house.supervisor, changeSession, {
      sessionId,
      version,
      facilitators,
      why: "Other came over.",
    }),
  ).toMatchObject({ code: "facilitator-taken" });
});

test("the history of a session ahead names who was taken off it, and no hour that stayed", async () => {
  const [leadId, besideId] = [await colleague("Stays"), await colleague("Goes")];
  const facilitators = [
    { staffId: leadId, role: "lead" as const },
    { staffId: besideId, role: "co-facilitator" as const },
  ];
  const series = await house.series({ ...house.plan(), roomId: null, facilitators });
  const { id: sessionId, version } = await house.tonight(series.id);
  const asked = { sessionId, version, facilitators: facilitators.slice(0, 1) };
  await house.done(house.supervisor, changeSession, asked);
  expect(await historyOf(sessionId)).toMatchObject({ verb: "move" });
  expect((await historyOf(sessionId))?.changes).toEqual({
    facilitators: { from: "Stays Standish; Goes Standish", to: "Stays Standish" },
  });
});

test("who is replaced hears of it, who stands in sees for whom, and a group that changed hands has no stand-in", async () => {
  const replaced = await house.worker("therapist", "Planned", "Absent");
  const standIn = await house.worker("therapist", "Stands", "In");
  const series = await house.series({
    ...house.plan(),
    roomId: null,
    facilitators: [{ staffId: replaced.staffId, role: "lead" }],
  });
  const week = { from: "2026-11-16", to: "2026-11-29" };
  const heardBy = async (person: typeof standIn): Promise<readonly string[]> =>
    (await house.done(person, listSessions, { ...week, ledForMe: "true" })).rows.map(
      ({ serviceDate }) => serviceDate,
    );
  const [, , coming] = (await house.done(replaced, listSessions, { ...week, mine: "true" })).rows;
  if (coming === undefined) throw new Error("no session");
  expect(coming.replaced).toEqual([]);
  expect(await heardBy(replaced)).toEqual([]);
  const after = await house.done(house.supervisor, changeSession, {
    sessionId: coming.id,
    version: coming.version,
    facilitators: [{ staffId: standIn.staffId, role: "lead" }],
    why: "Planned is away.",
  });
  expect(after.replaced).toMatchObject([{ staffId: replaced.staffId, name: "Planned Absent" }]);
  expect(await heardBy(replaced)).toEqual([coming.serviceDate]);
  expect(await heardBy(standIn)).toEqual([]);

  await house.moveTo("2026-11-20T02:00:00Z");
  // From next week on the group is led by the other one: the evenings before it are led as they were planned.
  await house.done(house.supervisor, changeSeries, {
    seriesId: series.id,
    version: series.version,
    from: "2026-11-30",
    facilitators: [{ staffId: standIn.staffId, role: "lead" }],
  });
  expect(await heardBy(replaced)).toEqual([]);
  expect(await heardBy(standIn)).toEqual([]);
});

test("an hour of no group that another takes says for whom, and whoever was to lead it hears of it", async () => {
  const replaced = await house.worker("therapist", "Hour", "Planned");
  const standIn = await house.worker("therapist", "Hour", "Taken");
  const { siteId, programId, activityTypeId } = house.plan();
  const made = await house.done(house.supervisor, createSession, {
    siteId,
    programId,
    activityTypeId,
    name: "Family evening",
    capacity: 6,
    day: "2026-12-02",
    startsAtWall: "17:00",
    minutes: 60,
    facilitators: [{ staffId: replaced.staffId, role: "lead" }],
  });
  expect(made.replaced).toEqual([]);
  const after = await house.done(house.supervisor, changeSession, {
    sessionId: made.id,
    version: made.version,
    facilitators: [{ staffId: standIn.staffId, role: "lead" }],
  });
  expect(after.replaced).toMatchObject([{ staffId: replaced.staffId, role: "lead" }]);
  const around = { from: "2026-12-02", to: "2026-12-02", ledForMe: "true" } as const;
  const heard = async (person: typeof standIn) =>
    (await house.done(person, listSessions, around)).rows.map(({ id }) => id);
  expect(await heard(replaced)).toEqual([made.id]);
  expect(await heard(standIn)).toEqual([]);
});
