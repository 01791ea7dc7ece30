import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Input } from "#domain/contract/route.ts";
import {
  listAttendanceRules,
  publishAttendanceRule,
  takeBackAttendanceRule,
} from "#domain/programs/attendance-rule.api.ts";
import {
  listHourRules,
  publishHourRule,
  takeBackHourRule,
} from "#domain/programs/hour-rule.api.ts";
import { listLevelsOfCare } from "#domain/programs/level-of-care.api.ts";
import { listRevisions } from "#server/platform/revision.ts";
import { openCareHouse, type CareHouse } from "#test/support/care-house.ts";

let house: CareHouse;
beforeAll(async () => {
  house = await openCareHouse();
});
afterAll(() => house.product.close());

/** The test clock's day; a rule may begin on it or later. */
const today = () => house.product.clock.now().toString().slice(0, 10);
const inDays = (days: number) =>
  new Date(Date.parse(`${today()}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const hourFacts = async (
  more: Partial<Input<typeof publishHourRule>> = {},
): Promise<Input<typeof publishHourRule>> => {
  const { rows } = await house.done(listLevelsOfCare, {});
  return {
    levelOfCareId: rows.find((level) => level.code === "iop")?.id ?? "",
    population: "adult",
    name: "IOP 10 hours",
    floorMinutes: 600,
    ceilingMinutes: 1200,
    adolescentBelowAge: 18,
    week: "sunday",
    daysAtLeast: 3,
    source: "State manual 4.2",
    effectiveFrom: inDays(7),
    ...more,
  };
};

const attendanceFacts = (
  more: Partial<Input<typeof publishAttendanceRule>> = {},
): Input<typeof publishAttendanceRule> => ({
  name: "Stricter",
  graceMinutes: 5,
  breaksCount: false,
  minimumMinutes: 30,
  source: "Program policy 12",
  effectiveFrom: inDays(7),
  ...more,
});

describe("an hour rule", () => {
  test("is there from the beginning, by nobody", async () => {
    const { rows } = await house.done(listHourRules, { on: today() });
    expect(rows).toHaveLength(6);
    expect(rows.every(({ publishedBy }) => publishedBy === null)).toBe(true);
  });

  test("is followed by a version from a day on, which says who, by whose authority and what differs", async () => {
    const published = await house.done(publishHourRule, await hourFacts());
    expect(published).toMatchObject({ publishedBy: "Dana Director", effectiveTo: null });
    const { rows } = await house.done(listHourRules, {});
    const [next, before] = rows.filter(
      ({ level, population }) => level.code === "iop" && population === "adult",
    );
    expect(next).toEqual(published);
    expect(before).toMatchObject({ floorMinutes: 540, effectiveTo: inDays(6), publishedBy: null });
    const inForce = async (on: string) =>
      (await house.done(listHourRules, { on })).rows.find(
        ({ level, population }) => level.code === "iop" && population === "adult",
      )?.name;
    expect(await inForce(inDays(6))).toBe("IOP 9 hours");
    expect(await inForce(inDays(7))).toBe("IOP 10 hours");
    const [revision] = await house.product.inside(house.here, (work) =>
      listRevisions(work, "hour-rule", published.id),
    );
    expect(revision?.changes).toMatchObject({
      floorMinutes: { from: 540, to: 600 },
      source: { to: "State manual 4.2" },
    });
    expect(revision?.changes).not.toHaveProperty("ceilingMinutes");
  });

  test("begins neither in the past nor before another, and no ceiling lies under its floor", async () => {
    const refused = async (more: Partial<Input<typeof publishHourRule>>) =>
      house.refused(publishHourRule, await hourFacts(more));
    expect(await refused({ effectiveFrom: inDays(-2) })).toMatchObject({
      status: 409,
      code: "rule-from-past",
      fields: { effectiveFrom: { code: "in-the-past" } },
    });
    for (const effectiveFrom of [inDays(7), inDays(3)])
      expect(await refused({ effectiveFrom })).toMatchObject({
        code: "rule-follows-later",
        values: { from: inDays(7) },
      });
    expect(await refused({ effectiveFrom: inDays(9), ceilingMinutes: 600 })).toMatchObject({
      code: "ceiling-below-floor",
      fields: { ceilingMinutes: { code: "too-small" } },
    });
    expect(await refused({ effectiveFrom: inDays(9), name: " " })).toMatchObject({ status: 400 });
  });

  test("may say how many days lie between two services, and says nothing of it unless it is told to", async () => {
    const silent = await house.done(publishHourRule, await hourFacts({ effectiveFrom: inDays(8) }));
    const unsaid = { longestGapDays: null, gapCounts: "attended", gapSkipsClosed: true };
    expect(silent).toMatchObject(unsaid);
    const said = { longestGapDays: 2, gapCounts: "offered", gapSkipsClosed: false } as const;
    const facts = await hourFacts({ ...said, effectiveFrom: inDays(10) });
    const published = await house.done(publishHourRule, facts);
    const { rows } = await house.done(listHourRules, { on: inDays(10) });
    expect(rows.find(({ id }) => id === published.id)).toMatchObject(said);
    const [revision] = await house.product.inside(house.here, (work) =>
      listRevisions(work, "hour-rule", published.id),
    );
    expect(revision?.changes).toMatchObject({
      longestGapDays: { from: null, to: 2 },
      gapSkipsClosed: { from: true, to: false },
    });
    for (const longestGapDays of [0, 31])
      expect(await house.refused(publishHourRule, { ...facts, longestGapDays })).toMatchObject({
        status: 400,
        fields: { longestGapDays: {} },
      });
  });

  test("is published once by two at once", async () => {
    const facts = await hourFacts({ population: "adolescent", effectiveFrom: inDays(14) });
    const answers = await Promise.all(
      [1, 2].map(() => house.product.call(house.director, publishHourRule, facts)),
    );
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });

  test("is published by nobody who only reads, nor for a level of another organization", async () => {
    const facts = await hourFacts({ effectiveFrom: inDays(21) });
    expect(await house.refused(publishHourRule, facts, house.therapist)).toMatchObject({
      status: 403,
    });
    expect(await house.refused(publishHourRule, facts, house.stranger)).toMatchObject({
      status: 404,
    });
    expect((await house.done(listHourRules, {}, house.therapist)).rows.length).toBeGreaterThan(6);
    expect(await house.refused(listHourRules, {}, house.patient)).toMatchObject({ status: 403 });
  });
});

describe("an attendance rule", () => {
  test("is followed by a version, and by one only when two publish at once", async () => {
    const facts = attendanceFacts();
    const answers = await Promise.all(
      [1, 2].map(() => house.product.call(house.director, publishAttendanceRule, facts)),
    );
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    const { rows } = await house.done(listAttendanceRules, {});
    expect(rows).toMatchObject([
      { name: "Stricter", publishedBy: "Dana Director", effectiveTo: null },
      { name: "Program standard", publishedBy: null, effectiveTo: inDays(6) },
    ]);
    expect(await house.refused(publishAttendanceRule, facts)).toMatchObject({
      code: "rule-follows-later",
    });
    expect(
      await house.refused(publishAttendanceRule, attendanceFacts({ effectiveFrom: inDays(-3) })),
    ).toMatchObject({ code: "rule-from-past" });
    const later = attendanceFacts({ effectiveFrom: inDays(30) });
    expect(await house.refused(publishAttendanceRule, later, house.therapist)).toMatchObject({
      status: 403,
    });
    expect((await house.done(listAttendanceRules, {}, house.stranger)).rows).toEqual([]);
  });
});

describe("a version that has not begun", () => {
  test("is taken back with a reason, and the one before it goes on", async () => {
    const facts = await hourFacts({ effectiveFrom: inDays(40), name: "A slip" });
    const { rows: before } = await house.done(listHourRules, { on: inDays(50) });
    const slip = await house.done(publishHourRule, facts);
    const wrong = { ruleId: slip.id, reason: "" };
    expect(await house.refused(takeBackHourRule, wrong)).toMatchObject({ status: 400 });
    const ask = { ruleId: slip.id, reason: "Published for the wrong level" };
    expect(await house.refused(takeBackHourRule, ask, house.therapist)).toMatchObject({
      status: 403,
    });
    expect(await house.refused(takeBackHourRule, ask, house.stranger)).toMatchObject({
      status: 404,
    });
    const answers = await Promise.all(
      [1, 2].map(() => house.product.call(house.director, takeBackHourRule, ask)),
    );
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect((await house.done(listHourRules, { on: inDays(50) })).rows).toEqual(before);
    expect((await house.done(listHourRules, {})).rows.map(({ id }) => id)).toContain(slip.id);
    const [revision] = await house.product.inside(house.here, (work) =>
      listRevisions(work, "hour-rule", slip.id),
    );
    expect(revision).toMatchObject({ verb: "take-back", reason: ask.reason });
    const withdrawn = { by: "Dana Director", reason: ask.reason };
    expect(answers.find(({ ok }) => ok)).toMatchObject({ body: { withdrawn } });
    const told = (await house.done(listHourRules, {}, house.therapist)).rows;
    expect(told.find(({ id }) => id === slip.id)).toMatchObject({ withdrawn });
    expect(told.filter((one) => one.withdrawn !== null).map(({ id }) => id)).toEqual([slip.id]);
    const again = await house.done(publishHourRule, { ...facts, name: "As meant" });
    const { rows } = await house.done(listHourRules, { on: inDays(50) });
    expect(rows.map(({ id }) => id)).toContain(again.id);
  });

  test("waits for the ones that follow it, and stays once it has begun", async () => {
    const one = await house.done(publishHourRule, await hourFacts({ effectiveFrom: inDays(60) }));
    const two = await house.done(publishHourRule, await hourFacts({ effectiveFrom: inDays(70) }));
    const takeBack = (ruleId: string) => ({ ruleId, reason: "A slip" });
    expect(await house.refused(takeBackHourRule, takeBack(one.id))).toMatchObject({
      status: 409,
      code: "rule-followed",
    });
    for (const { id } of [two, one]) await house.done(takeBackHourRule, takeBack(id));
    expect(await house.refused(takeBackHourRule, takeBack(one.id))).toMatchObject({
      code: "rule-taken-back",
    });
    const { rows } = await house.done(listHourRules, { on: today() });
    expect(await house.refused(takeBackHourRule, takeBack(rows[0]?.id ?? ""))).toMatchObject({
      code: "rule-begun",
    });
  });

  test("of attendance leaves the rule of every day as it was", async () => {
    const { rows: before } = await house.done(listAttendanceRules, {});
    const facts = attendanceFacts({ effectiveFrom: inDays(80), name: "A slip" });
    const slip = await house.done(publishAttendanceRule, facts);
    const ask = { ruleId: slip.id, reason: "A slip" };
    expect(await house.refused(takeBackAttendanceRule, ask, house.stranger)).toMatchObject({
      status: 404,
    });
    expect(await house.done(takeBackAttendanceRule, ask)).toMatchObject({
      effectiveTo: inDays(79),
    });
    const [told, ...others] = (await house.done(listAttendanceRules, {})).rows;
    expect(told?.withdrawn).toMatchObject({ by: "Dana Director", reason: ask.reason });
    expect(others).toEqual(before);
    expect(await house.refused(takeBackAttendanceRule, ask)).toMatchObject({
      code: "rule-taken-back",
    });
  });
});
