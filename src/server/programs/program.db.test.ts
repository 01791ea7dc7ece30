import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  listActivityTypes,
  changeActivityType,
  createActivityType,
} from "#domain/programs/activity-type.api.ts";
import {
  changeLevelOfCare,
  listLevelsOfCare,
  retireLevelOfCare,
} from "#domain/programs/level-of-care.api.ts";
import {
  bringBackProgram,
  changeProgram,
  createProgram,
  listProgramRevisions,
  listPrograms,
  readProgram,
  retireProgram,
} from "#domain/programs/program.api.ts";
import { changeTrack, createTrack, retireTrack } from "#domain/programs/track.api.ts";
import { openCareHouse, type CareHouse } from "#test/support/care-house.ts";

let house: CareHouse;
beforeAll(async () => {
  house = await openCareHouse();
});
afterAll(() => house.product.close());

const reason = "No longer offered.";

describe("a new organization", () => {
  test("has the levels of care of the field and types of activity to begin with", async () => {
    const { rows } = await house.done(listLevelsOfCare, {});
    expect(rows.map((level) => level.code)).toEqual(["outpatient", "iop", "php"]);
    const types = await house.done(listActivityTypes, { q: "process" });
    expect(types.rows).toMatchObject([
      {
        name: "Process group",
        modality: "process",
        countsTowardHours: true,
        needsLicensedLead: true,
      },
    ]);
  });
});

describe("a program", () => {
  test("is added with its levels, read and found, under an address of its own", async () => {
    const program = await house.program("Evening IOP", { summary: "Three evenings a week." });
    expect(program).toMatchObject({
      name: "Evening IOP",
      slug: "evening-iop",
      levels: [{ code: "iop", name: "Intensive outpatient" }],
      tracks: [],
      isListed: false,
      version: 1,
    });
    expect(await house.done(readProgram, { programId: program.id })).toEqual(program);
    expect(await house.done(listPrograms, { q: "even" })).toMatchObject({ total: 1 });
    expect(
      await house.refused(createProgram, {
        name: "EVENING iop",
        ages: "adults",
        siteId: program.site.id,
        levelIds: program.levels.map((level) => level.id),
      }),
    ).toMatchObject({ status: 409, code: "name-taken" });
  });

  test("changes only in what is sent, and keeps its history", async () => {
    const program = await house.program("Morning IOP", { isListed: true });
    const { rows: levels } = await house.done(listLevelsOfCare, {});
    const changed = await house.done(changeProgram, {
      programId: program.id,
      version: 1,
      levelIds: levels.map((level) => level.id),
    });
    expect(changed.levels).toHaveLength(3);
    expect(changed).toMatchObject({ isListed: true, summary: null, version: 2 });
    const { rows } = await house.done(listProgramRevisions, { programId: program.id });
    expect(rows[0]?.changes).toMatchObject({ levels: { from: "Intensive outpatient" } });
    expect(
      await house.refused(changeProgram, { programId: program.id, version: 1, name: "Stale" }),
    ).toMatchObject({ code: "changed-meanwhile" });
  });

  test("has a name for the public, which may be none, or that of another program", async () => {
    const publicName = "Evenings without alcohol";
    const [program, other] = [
      await house.program("SUD IOP, east", { publicName: ` ${publicName} ` }),
      await house.program("SUD IOP, west", { publicName }),
    ];
    expect([program.publicName, program.slug]).toEqual([publicName, "sud-iop-east"]);
    expect(other.publicName).toBe(publicName);
    const change = { programId: program.id, version: 1, publicName: "" };
    expect(await house.done(changeProgram, change)).toMatchObject({ publicName: null, version: 2 });
    const { rows } = await house.done(listProgramRevisions, { programId: program.id });
    expect(rows[0]?.changes).toEqual({ publicName: { from: publicName, to: null } });
  });

  test("frees its name and address when it is retired", async () => {
    const program = await house.program("Weekend IOP");
    const { id: programId } = program;
    await house.done(retireProgram, { programId, version: 1, reason });
    expect(
      await house.refused(createTrack, {
        programId,
        name: "T",
        kind: "trauma",
        label: "mental-health",
      }),
    ).toMatchObject({ code: "program-retired" });
    const again = await house.done(createProgram, {
      name: "Weekend IOP",
      ages: "adults",
      siteId: program.site.id,
      levelIds: program.levels.map((level) => level.id),
    });
    expect(again.slug).toBe("weekend-iop");
    expect(await house.refused(bringBackProgram, { programId, version: 2 })).toMatchObject({
      code: "name-taken",
    });
  });

  test("offers no level that is not offered, nor one of nobody's", async () => {
    const { rows } = await house.done(listLevelsOfCare, {});
    const php = rows.find((level) => level.code === "php");
    const program = await house.program("Day program", { levelIds: [php?.id ?? ""] });
    await house.done(retireLevelOfCare, { levelOfCareId: php?.id ?? "", version: 1, reason });
    const input = { name: "Another day", ages: "adults", siteId: program.site.id } as const;
    expect(
      await house.refused(createProgram, { ...input, levelIds: [php?.id ?? ""] }),
    ).toMatchObject({ code: "level-retired" });
    expect(await house.refused(createProgram, { ...input, levelIds: [program.id] })).toMatchObject({
      status: 400,
      fields: { levelIds: { code: "not-a-choice" } },
    });
    const kept = { programId: program.id, version: 1, levelIds: [php?.id ?? ""], summary: "Days." };
    expect(await house.done(changeProgram, kept)).toMatchObject({ version: 2 });
  });
});

describe("a track", () => {
  test("of substance use is a Part 2 track, and its label never becomes weaker", async () => {
    const { id: programId } = await house.program("Harbor IOP");
    const facts = { programId, name: "Recovery", kind: "substance-use" } as const;
    expect(await house.refused(createTrack, { ...facts, label: "mental-health" })).toMatchObject({
      status: 409,
      code: "label-too-weak",
    });
    const track = await house.done(createTrack, { ...facts, label: "part-2" });
    const stricter = { trackId: track.id, version: 1, label: "restricted" } as const;
    expect(await house.done(changeTrack, stricter)).toMatchObject({ label: "restricted" });
    const weaker = { trackId: track.id, version: 2, label: "part-2" } as const;
    expect(await house.refused(changeTrack, weaker)).toMatchObject({
      code: "label-weaker",
      fields: { label: { code: "label-weaker" } },
    });
    await expect(
      house.product.ownerPool.query(
        "update stepwell.track set label = 'general' where organization_id = $1 and id = $2",
        [house.here.organizationId, track.id],
      ),
    ).rejects.toThrow("may not become weaker");
  });

  test("stands in its program, those in use first", async () => {
    const { id: programId } = await house.program("Cedar IOP");
    const facts = { programId, kind: "trauma", label: "mental-health" } as const;
    const first = await house.done(createTrack, { ...facts, name: "A first" });
    await house.done(createTrack, { ...facts, name: "B second" });
    expect(await house.refused(createTrack, { ...facts, name: "b SECOND" })).toMatchObject({
      code: "name-taken",
    });
    await house.done(retireTrack, { trackId: first.id, version: 1, reason });
    const { tracks } = await house.done(readProgram, { programId });
    expect(tracks.map((track) => track.name)).toEqual(["B second", "A first"]);
  });
});

describe("a type of activity", () => {
  test("is added with what counts, and a change leaves the rest", async () => {
    const type = await house.done(createActivityType, {
      name: "Art group",
      format: "group",
      modality: "expressive-arts",
      countsTowardHours: false,
      servesPerDiem: true,
    });
    const changed = await house.done(changeActivityType, {
      activityTypeId: type.id,
      version: 1,
      minutesToCount: 45,
    });
    expect(changed).toEqual({ ...type, minutesToCount: 45, version: 2 });
    expect(
      await house.refused(changeActivityType, {
        activityTypeId: type.id,
        version: 2,
        minutesToCount: 601,
      }),
    ).toMatchObject({ status: 400, fields: { minutesToCount: { code: "too-big" } } });
  });
});

describe("the walls", () => {
  test("another organization learns nothing; who may not manage reads only", async () => {
    const { id: programId } = await house.program("Walled");
    const { stranger, therapist, patient } = house;
    expect(await house.refused(readProgram, { programId }, stranger)).toMatchObject({
      status: 404,
    });
    expect(
      await house.refused(changeProgram, { programId, version: 1, name: "Mine" }, stranger),
    ).toMatchObject({ status: 404 });
    expect(await house.done(readProgram, { programId }, therapist)).toMatchObject({
      name: "Walled",
    });
    expect(
      await house.refused(changeProgram, { programId, version: 1, name: "No" }, therapist),
    ).toMatchObject({ status: 403 });
    expect(await house.refused(listPrograms, {}, patient)).toMatchObject({ status: 403 });
    const { rows } = await house.done(listLevelsOfCare, {}, stranger);
    expect(
      await house.refused(changeLevelOfCare, {
        levelOfCareId: rows[0]?.id ?? "",
        version: 1,
        name: "Mine",
      }),
    ).toMatchObject({ status: 404 });
  });
});
