import { sql, type Insertable, type Updateable } from "kysely";
import type { Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/practice/room.api.ts";
import { beginsWith, inPages, totalOf } from "#server/db/keyset.ts";
import type { StepwellRoom } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";

const rooms = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.room as room")
    .innerJoin("stepwell.site as site", (on) =>
      on
        .onRef("site.organizationId", "=", "room.organizationId")
        .onRef("site.id", "=", "room.siteId"),
    )
    .where("room.organizationId", "=", organizationId)
    .where("site.organizationId", "=", organizationId);

const columns = [
  "room.id",
  "room.siteId",
  "site.name as siteName",
  "room.name",
  "room.seats",
  "room.hasVideo",
  "room.createdAt",
  "room.retiredAt",
  "room.version",
] as const;

const sortKeys = {
  name: sql<string>`stepwell.folded(room.name)`,
  site: sql<string>`stepwell.folded(site.name)`,
};

const matching = (work: Work, { q, state, siteId }: Parsed<typeof api.listRooms>) => {
  const found = rooms(work)
    .$if(state === "active", (all) => all.where("room.retiredAt", "is", null))
    .$if(state === "retired", (all) => all.where("room.retiredAt", "is not", null))
    .$if(q !== "", (all) => all.where(beginsWith(sortKeys.name, q)));
  return siteId === undefined ? found : found.where("room.siteId", "=", siteId);
};

export const listRooms = (work: Work, input: Parsed<typeof api.listRooms>) =>
  inPages(
    matching(work, input)
      .select(columns)
      .select(totalOf(matching(work, input))),
    {
      ...input,
      key: sortKeys[input.sort],
      id: sql<string>`room.id`,
    },
  ).execute();

const one = (work: Work, roomId: string) =>
  rooms(work).select(columns).where("room.id", "=", roomId);

export const findRoom = (work: Work, roomId: string) => one(work, roomId).executeTakeFirst();

/** The room, held until the transaction ends. */
export const lockRoom = (work: Work, roomId: string) =>
  one(work, roomId).forUpdate("room").executeTakeFirst();

export type RoomRow = NonNullable<Awaited<ReturnType<typeof findRoom>>>;
export type NewRoom = Omit<Insertable<StepwellRoom>, "organizationId" | "version" | "retiredAt">;

export const insertRoom = async (work: Work, room: NewRoom): Promise<void> => {
  const { organizationId } = work;
  await work.tx
    .insertInto("stepwell.room")
    .values({ organizationId, ...room })
    .execute();
};

/** Writes changed columns and moves the version on by one. The row is locked by `lockRoom`. */
export const updateRoom = async (
  work: Work,
  roomId: string,
  changed: Updateable<StepwellRoom>,
): Promise<void> => {
  await work.tx
    .updateTable("stepwell.room")
    .set(changed)
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", work.organizationId)
    .where("id", "=", roomId)
    .execute();
};
