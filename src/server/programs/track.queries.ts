import { sql, type Insertable, type Updateable } from "kysely";
import type { StepwellTrack } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";

const tracks = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.track")
    .select(["id", "programId", "name", "kind", "label", "createdAt", "retiredAt", "version"])
    .where("organizationId", "=", organizationId);

/** The tracks of these programs, those in use first, by name. */
export const listTracksOf = (work: Work, programIds: readonly string[]) =>
  tracks(work)
    .where("programId", "in", programIds)
    .orderBy(sql`retired_at is not null`)
    .orderBy(sql`stepwell.folded(name)`)
    .execute();

/** The track, held until the transaction ends. */
export const lockTrack = (work: Work, trackId: string) =>
  tracks(work).where("id", "=", trackId).forUpdate().executeTakeFirst();

export type TrackRow = Awaited<ReturnType<typeof listTracksOf>>[number];
export type NewTrack = Omit<Insertable<StepwellTrack>, "organizationId" | "version" | "retiredAt">;

export const insertTrack = async ({ tx, organizationId }: Work, track: NewTrack): Promise<void> => {
  await tx
    .insertInto("stepwell.track")
    .values({ organizationId, ...track })
    .execute();
};

/** Writes changed columns and moves the version on by one. The row is locked by `lockTrack`. */
export const updateTrack = async (
  { tx, organizationId }: Work,
  trackId: string,
  changed: Updateable<StepwellTrack>,
): Promise<void> => {
  await tx
    .updateTable("stepwell.track")
    .set(changed)
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", organizationId)
    .where("id", "=", trackId)
    .execute();
};
