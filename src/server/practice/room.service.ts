import { changesBetween } from "#domain/basics/revision.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { conflict } from "#domain/practice/conflict.ts";
import type * as api from "#domain/practice/room.api.ts";
import type { Room } from "#domain/practice/room.ts";
import { refusing } from "#server/db/constraint.ts";
import { pageOfRows } from "#server/db/keyset.ts";
import { recordChange } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";
import { assertMayAdd, assertMayBringBack, assertMayChange } from "#server/practice/assert-may.ts";
import * as queries from "#server/practice/room.queries.ts";
import { holdActiveSite } from "#server/practice/site.service.ts";

const roomOf = ({ siteId, siteName, ...rest }: queries.RoomRow): Room => ({
  ...rest,
  site: { id: siteId, name: siteName },
});

const taken = {
  room_name_unique: () => conflict("name-taken", { fields: { name: { code: "taken" } } }),
};

export const listRooms = async (
  work: Work,
  input: Parsed<typeof api.listRooms>,
): Promise<Output<typeof api.listRooms>> => {
  const page = pageOfRows(await queries.listRooms(work, input), input.limit);
  return { ...page, rows: page.rows.map(roomOf) };
};

export const getRoom = async (work: Work, roomId: string): Promise<Room> => {
  const row = await queries.findRoom(work, roomId);
  if (row === undefined) throw notFound();
  return roomOf(row);
};

export const createRoom = async (
  work: Work,
  { siteId, ...facts }: Parsed<typeof api.createRoom>,
): Promise<Room> => {
  assertMayAdd(work, "room");
  const site = await holdActiveSite(work, siteId);
  if (site === undefined) throw notFound();
  const row = { id: work.newId(), siteId, createdAt: work.now.toString(), ...facts };
  await refusing(taken, () => queries.insertRoom(work, row));
  const room = { ...row, siteName: site.name, retiredAt: null, version: 1 };
  await recordChange(work, "room", room, {
    verb: "create",
    changes: changesBetween(undefined, { site, ...facts }),
  });
  return roomOf(room);
};

export const changeRoom = async (
  work: Work,
  { roomId, version, ...facts }: Parsed<typeof api.changeRoom>,
): Promise<Room> => {
  const locked = await queries.lockRoom(work, roomId);
  const before = await assertMayChange(work, "room", locked, version);
  const changes = changesBetween(before, facts);
  if (Object.keys(changes).length === 0) return roomOf(before);
  await refusing(taken, () => queries.updateRoom(work, roomId, facts));
  const after = { ...before, ...facts, version: version + 1 };
  await recordChange(work, "room", after, { verb: "change", changes });
  return roomOf(after);
};

export const retireRoom = async (
  work: Work,
  { roomId, version, reason }: Parsed<typeof api.retireRoom>,
): Promise<Room> => {
  const locked = await queries.lockRoom(work, roomId);
  const before = await assertMayChange(work, "room", locked, version);
  const after = { ...before, retiredAt: work.now.toString(), version: version + 1 };
  await queries.updateRoom(work, roomId, { retiredAt: after.retiredAt });
  await recordChange(work, "room", after, { verb: "retire", reason });
  return roomOf(after);
};

/** Takes a room into use again, which needs its site to be in use. */
export const bringBackRoom = async (
  work: Work,
  { roomId, version }: Parsed<typeof api.bringBackRoom>,
): Promise<Room> => {
  const locked = await queries.lockRoom(work, roomId);
  const before = await assertMayBringBack(work, "room", locked, version);
  await holdActiveSite(work, before.siteId);
  await refusing(taken, () => queries.updateRoom(work, roomId, { retiredAt: null }));
  const after = { ...before, retiredAt: null, version: version + 1 };
  await recordChange(work, "room", after, { verb: "bring-back" });
  return roomOf(after);
};
