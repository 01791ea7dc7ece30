import { z } from "zod";
import { changesBetween } from "#domain/basics/revision.ts";
import { notFound, problem } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import type { Named } from "#domain/practice/record-state.ts";
import { conflict } from "#domain/programs/conflict.ts";
import { namedLevelSchema } from "#domain/programs/level-of-care.ts";
import type * as api from "#domain/programs/program.api.ts";
import { programAgesSchema, type Program } from "#domain/programs/program.ts";
import type { Track } from "#domain/programs/track.ts";
import { refusing } from "#server/db/constraint.ts";
import { pageOfRows } from "#server/db/keyset.ts";
import { recordChange } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";
import { slugOf } from "#server/practice/founding.service.ts";
import { holdActiveSite } from "#server/practice/site.service.ts";
import { assertMayAdd, assertMayBringBack, assertMayChange } from "#server/programs/assert-may.ts";
import { holdOfferedLevels } from "#server/programs/level-of-care.service.ts";
import * as queries from "#server/programs/program.queries.ts";
import { tracksOf } from "#server/programs/track.service.ts";

const levelsSchema = z.array(namedLevelSchema);

const programOf = (row: queries.ProgramRow, tracks: readonly Track[]): Program => {
  const { siteId, siteName, siteZone, levels, ages, ...rest } = row;
  return {
    ...rest,
    ages: programAgesSchema.parse(ages),
    site: { id: siteId, name: siteName, zone: siteZone },
    levels: levelsSchema.parse(levels),
    tracks: [...tracks],
  };
};

const nameTaken = () => conflict("name-taken", { fields: { name: { code: "taken" } } });
const taken = { program_name_unique: nameTaken, program_slug_unique: nameTaken };

/** `Evening IOP` becomes `evening-iop`; a name without a Latin letter is named by the end of its id. */
const addressOf = (name: string, id: string): string => slugOf(name) || `program-${id.slice(-6)}`;

const siteFor = async (work: Work, siteId: string): Promise<Named> => {
  const site = await holdActiveSite(work, siteId);
  if (site === undefined)
    throw problem("invalid-input", { fields: { siteId: { code: "not-a-choice" } } });
  return site;
};

export const listPrograms = async (
  work: Work,
  input: Parsed<typeof api.listPrograms>,
): Promise<Output<typeof api.listPrograms>> => {
  const page = pageOfRows(await queries.listPrograms(work, input), input.limit);
  const tracks = await tracksOf(
    work,
    page.rows.map((row) => row.id),
  );
  return { ...page, rows: page.rows.map((row) => programOf(row, tracks.get(row.id) ?? [])) };
};

export const getProgram = async (work: Work, programId: string): Promise<Program> => {
  const row = await queries.findProgram(work, programId);
  if (row === undefined) throw notFound();
  return programOf(row, (await tracksOf(work, [programId])).get(programId) ?? []);
};

export const createProgram = async (
  work: Work,
  { levelIds, ...facts }: Parsed<typeof api.createProgram>,
): Promise<Program> => {
  assertMayAdd(work);
  const { siteId, ...said } = facts;
  const site = await siteFor(work, siteId);
  const levels = await holdOfferedLevels(work, levelIds);
  const id = work.newId();
  const slug = addressOf(facts.name, id);
  await refusing(taken, () =>
    queries.insertProgram(work, { id, slug, createdAt: work.now.toString(), ...facts }),
  );
  await queries.setLevels(work, id, levelIds);
  const changes = changesBetween(undefined, { ...said, slug, site, levels: namesOf(levels) });
  await recordChange(work, "program", { id, version: 1 }, { verb: "create", changes });
  return getProgram(work, id);
};

const namesOf = (levels: readonly { readonly name: string }[]): string =>
  levels.map((level) => level.name).join(", ");

export const changeProgram = async (
  work: Work,
  { programId, version, levelIds, ...wanted }: Parsed<typeof api.changeProgram>,
): Promise<Program> => {
  const locked = await queries.lockProgram(work, programId);
  const before = await assertMayChange(work, "program", locked, version);
  const { siteId, ...said } = wanted;
  const beforeLevels = levelsSchema.parse(before.levels);
  const knownIds = beforeLevels.map((level) => level.id);
  const site = siteId === undefined ? undefined : await siteFor(work, siteId);
  const levels =
    levelIds === undefined ? undefined : await holdOfferedLevels(work, levelIds, knownIds);
  const changes = changesBetween(
    {
      ...before,
      site: { id: before.siteId, name: before.siteName },
      levels: namesOf(beforeLevels),
    },
    { ...said, ...(site && { site }), ...(levels && { levels: namesOf(levels) }) },
  );
  if (Object.keys(changes).length === 0) return getProgram(work, programId);
  await refusing(taken, () => queries.updateProgram(work, programId, wanted));
  if (levelIds !== undefined) await queries.setLevels(work, programId, levelIds);
  const after = { id: programId, version: version + 1 };
  await recordChange(work, "program", after, { verb: "change", changes });
  return getProgram(work, programId);
};

/** Ends a program for new people; whoever is in it stays until discharge. The public no longer sees it. */
export const retireProgram = async (
  work: Work,
  { programId, version, reason }: Parsed<typeof api.retireProgram>,
): Promise<Program> => {
  const locked = await queries.lockProgram(work, programId);
  await assertMayChange(work, "program", locked, version);
  await queries.updateProgram(work, programId, { retiredAt: work.now.toString() });
  const after = { id: programId, version: version + 1 };
  await recordChange(work, "program", after, { verb: "retire", reason });
  return getProgram(work, programId);
};

export const bringBackProgram = async (
  work: Work,
  { programId, version }: Parsed<typeof api.bringBackProgram>,
): Promise<Program> => {
  const locked = await queries.lockProgram(work, programId);
  const before = await assertMayBringBack(work, "program", locked, version);
  await siteFor(work, before.siteId);
  await refusing(taken, () => queries.updateProgram(work, programId, { retiredAt: null }));
  const after = { id: programId, version: version + 1 };
  await recordChange(work, "program", after, { verb: "bring-back" });
  return getProgram(work, programId);
};
