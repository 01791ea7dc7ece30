import { sql, type Insertable, type Updateable } from "kysely";
import type { StepwellLevelOfCare } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";

const levels = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.levelOfCare")
    .select(["id", "code", "name", "rank", "createdAt", "retiredAt", "version"])
    .where("organizationId", "=", organizationId);

export const listLevelsOfCare = (work: Work) => levels(work).orderBy("rank").execute();

/** The level, held until the transaction ends. */
export const lockLevelOfCare = (work: Work, levelOfCareId: string) =>
  levels(work).where("id", "=", levelOfCareId).forUpdate().executeTakeFirst();

/** These levels, kept from being retired until the transaction ends. */
export const holdLevelsOfCare = (work: Work, ids: readonly string[]) =>
  levels(work).where("id", "in", ids).orderBy("rank").forShare().execute();

export type LevelOfCareRow = Awaited<ReturnType<typeof listLevelsOfCare>>[number];
export type NewLevelOfCare = Omit<
  Insertable<StepwellLevelOfCare>,
  "organizationId" | "version" | "retiredAt"
>;

export const insertLevelsOfCare = async (
  { tx, organizationId }: Work,
  rows: readonly NewLevelOfCare[],
): Promise<void> => {
  await tx
    .insertInto("stepwell.levelOfCare")
    .values(rows.map((row) => ({ organizationId, ...row })))
    .execute();
};

/** Writes changed columns and moves the version on by one. The row is locked by `lockLevelOfCare`. */
export const updateLevelOfCare = async (
  { tx, organizationId }: Work,
  levelOfCareId: string,
  changed: Updateable<StepwellLevelOfCare>,
): Promise<void> => {
  await tx
    .updateTable("stepwell.levelOfCare")
    .set(changed)
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", organizationId)
    .where("id", "=", levelOfCareId)
    .execute();
};
