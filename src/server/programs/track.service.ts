import { changesBetween } from "#domain/basics/revision.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Parsed } from "#domain/contract/route.ts";
import { labelOf, type Label } from "#domain/basics/label.ts";
import { conflict } from "#domain/programs/conflict.ts";
import type * as api from "#domain/programs/track.api.ts";
import {
  labelRefusal,
  trackKindSchema,
  type Track,
  type TrackKind,
} from "#domain/programs/track.ts";
import { refusing } from "#server/db/constraint.ts";
import { recordChange } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";
import { assertMayAdd, assertMayBringBack, assertMayChange } from "#server/programs/assert-may.ts";
import { holdProgram } from "#server/programs/program.queries.ts";
import * as queries from "#server/programs/track.queries.ts";

/** A track as it is answered. A label that is none of ours counts as restricted. */
export const trackOf = (row: queries.TrackRow): Track => ({
  ...row,
  kind: trackKindSchema.parse(row.kind),
  label: labelOf(row.label),
});

const taken = {
  track_name_unique: () => conflict("name-taken", { fields: { name: { code: "taken" } } }),
};

const refuseLabel = (kind: TrackKind, wanted: Label, before: Label | null): void => {
  const refusal = labelRefusal(kind, wanted, before);
  if (refusal !== null) throw conflict(refusal, { fields: { label: { code: refusal } } });
};

const refuseRetiredProgram = async (work: Work, programId: string): Promise<void> => {
  const program = await holdProgram(work, programId);
  if (program === undefined) throw notFound();
  if (program.retiredAt !== null) throw conflict("program-retired");
};

/** The tracks of these programs, by program. */
export const tracksOf = async (
  work: Work,
  programIds: readonly string[],
): Promise<ReadonlyMap<string, Track[]>> => {
  const rows = programIds.length === 0 ? [] : await queries.listTracksOf(work, programIds);
  const byProgram = new Map<string, Track[]>(programIds.map((id) => [id, []]));
  for (const row of rows) byProgram.get(row.programId)?.push(trackOf(row));
  return byProgram;
};

export const createTrack = async (
  work: Work,
  { programId, ...facts }: Parsed<typeof api.createTrack>,
): Promise<Track> => {
  assertMayAdd(work);
  await refuseRetiredProgram(work, programId);
  refuseLabel(facts.kind, facts.label, null);
  const row = { id: work.newId(), programId, createdAt: work.now.toString(), ...facts };
  await refusing(taken, () => queries.insertTrack(work, row));
  const track = { ...row, retiredAt: null, version: 1 };
  const changes = changesBetween(undefined, facts);
  await recordChange(work, "track", track, { verb: "create", changes });
  return track;
};

/** Changes a track. Records written in it keep the label they were written with; its own never becomes weaker. */
export const changeTrack = async (
  work: Work,
  { trackId, version, ...wanted }: Parsed<typeof api.changeTrack>,
): Promise<Track> => {
  const locked = await queries.lockTrack(work, trackId);
  const before = trackOf(await assertMayChange(work, "track", locked, version));
  const changes = changesBetween(before, wanted);
  if (Object.keys(changes).length === 0) return before;
  const after = { ...before, ...wanted, version: version + 1 };
  refuseLabel(after.kind, after.label, before.label);
  await refusing(taken, () => queries.updateTrack(work, trackId, wanted));
  await recordChange(work, "track", after, { verb: "change", changes });
  return after;
};

/** Ends the use of a track for new people; whoever is in it stays until discharge. */
export const retireTrack = async (
  work: Work,
  { trackId, version, reason }: Parsed<typeof api.retireTrack>,
): Promise<Track> => {
  const locked = await queries.lockTrack(work, trackId);
  const before = trackOf(await assertMayChange(work, "track", locked, version));
  const after = { ...before, retiredAt: work.now.toString(), version: version + 1 };
  await queries.updateTrack(work, trackId, { retiredAt: after.retiredAt });
  await recordChange(work, "track", after, { verb: "retire", reason });
  return after;
};

export const bringBackTrack = async (
  work: Work,
  { trackId, version }: Parsed<typeof api.bringBackTrack>,
): Promise<Track> => {
  const locked = await queries.lockTrack(work, trackId);
  const before = trackOf(await assertMayBringBack(work, "track", locked, version));
  await refuseRetiredProgram(work, before.programId);
  await refusing(taken, () => queries.updateTrack(work, trackId, { retiredAt: null }));
  const after = { ...before, retiredAt: null, version: version + 1 };
  await recordChange(work, "track", after, { verb: "bring-back" });
  return after;
};
