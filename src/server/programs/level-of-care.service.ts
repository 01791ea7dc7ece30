import { changesBetween } from "#domain/basics/revision.ts";
import { notFound, problem } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { conflict } from "#domain/programs/conflict.ts";
import type * as api from "#domain/programs/level-of-care.api.ts";
import { levelOfCareSchema, type LevelOfCare } from "#domain/programs/level-of-care.ts";
import { recordChange } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";
import { assertMayBringBack, assertMayChange } from "#server/programs/assert-may.ts";
import * as queries from "#server/programs/level-of-care.queries.ts";

const levelOf = (row: queries.LevelOfCareRow): LevelOfCare => levelOfCareSchema.parse(row);

/** All levels by rank, those that are not offered among them. */
export const listLevelsOfCare = async (work: Work): Promise<LevelOfCare[]> =>
  (await queries.listLevelsOfCare(work)).map(levelOf);

/**
 * The levels that something is about to depend on, held so that none can be retired before that is done. Refuses one that is
 * not there or not offered, unless it is among `known`: what was chosen once may stay.
 */
export const holdOfferedLevels = async (
  work: Work,
  ids: readonly string[],
  known: readonly string[] = [],
): Promise<LevelOfCare[]> => {
  const held = await queries.holdLevelsOfCare(work, ids);
  if (held.length !== new Set(ids).size)
    throw problem("invalid-input", { fields: { levelIds: { code: "not-a-choice" } } });
  if (held.some((level) => level.retiredAt !== null && !known.includes(level.id)))
    throw conflict("level-retired", { fields: { levelIds: { code: "retired" } } });
  return held.map(levelOf);
};

export const changeLevelOfCare = async (
  work: Work,
  { levelOfCareId, version, ...wanted }: Parsed<typeof api.changeLevelOfCare>,
): Promise<LevelOfCare> => {
  const locked = await queries.lockLevelOfCare(work, levelOfCareId);
  const before = await assertMayChange(work, "level-of-care", locked, version);
  const changes = changesBetween(before, wanted);
  if (Object.keys(changes).length === 0) return levelOf(before);
  await queries.updateLevelOfCare(work, levelOfCareId, wanted);
  const after = { ...before, ...wanted, version: version + 1 };
  await recordChange(work, "level-of-care", after, { verb: "change", changes });
  return levelOf(after);
};

/** Who has a level, before somebody ends its offering. */
export const readLevelOfCareUse = async (
  work: Work,
  { levelOfCareId }: Parsed<typeof api.readLevelOfCareUse>,
): Promise<Output<typeof api.readLevelOfCareUse>> => {
  if ((await queries.findLevelOfCare(work, levelOfCareId)) === undefined) throw notFound();
  return {
    programs: await queries.programsAtLevel(work, levelOfCareId),
    stayCount: await queries.countStaysAtLevel(work, levelOfCareId),
  };
};

/** Ends the offering of a level. Programs and enrollments that name it stay as they are. */
export const retireLevelOfCare = async (
  work: Work,
  { levelOfCareId, version, reason }: Parsed<typeof api.retireLevelOfCare>,
): Promise<LevelOfCare> => {
  const locked = await queries.lockLevelOfCare(work, levelOfCareId);
  const before = await assertMayChange(work, "level-of-care", locked, version);
  const after = { ...before, retiredAt: work.now.toString(), version: version + 1 };
  await queries.updateLevelOfCare(work, levelOfCareId, { retiredAt: after.retiredAt });
  await recordChange(work, "level-of-care", after, { verb: "retire", reason });
  return levelOf(after);
};

export const bringBackLevelOfCare = async (
  work: Work,
  { levelOfCareId, version }: Parsed<typeof api.bringBackLevelOfCare>,
): Promise<LevelOfCare> => {
  const locked = await queries.lockLevelOfCare(work, levelOfCareId);
  const before = await assertMayBringBack(work, "level-of-care", locked, version);
  await queries.updateLevelOfCare(work, levelOfCareId, { retiredAt: null });
  const after = { ...before, retiredAt: null, version: version + 1 };
  await recordChange(work, "level-of-care", after, { verb: "bring-back" });
  return levelOf(after);
};
