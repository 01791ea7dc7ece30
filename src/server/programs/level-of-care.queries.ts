import { sql, type Insertable, type Updateable } from "kysely";
import type { StepwellLevelOfCare } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";

const levels = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.levelOfCare")
    .select(["id", "code", "name", "rank", "createdAt", "retiredAt", "version"])
    .where("organizationId", "=", organizationId);

export const listLevelsOfCare = (work: Work) => levels(work).orderBy("rank").execute();

export const findLevelOfCare = (work: Work, levelOfCareId: string) =>
  levels(work).where("id", "=", levelOfCareId).executeTakeFirst();

/** The programs in use that offer a level, by name. */
export const programsAtLevel = ({ tx, organizationId }: Work, levelOfCareId: string) =>
  tx
    .selectFrom("stepwell.programLevel as offered")
    .innerJoin("stepwell.program as program", (on) =>
      on
        .on("program.organizationId", "=", organizationId)
        .onRef("program.id", "=", "offered.programId"),
    )
    .select(["program.id", "program.name"])
    .where("offered.organizationId", "=", organizationId)
    .where("offered.levelOfCareId", "=", levelOfCareId)
    .where("program.retiredAt", "is", null)
    .orderBy("program.name")
    .execute();

/** How many stays at a level have no end. A number, of nobody: whoever retires it need not see whose they are. */
export const countStaysAtLevel = async (
  { tx, organizationId }: Work,
  levelOfCareId: string,
): Promise<number> => {
  const { count } = await tx
    .selectFrom("stepwell.enrollment")
    .select((of) => of.fn.countAll<number>().as("count"))
    .where("organizationId", "=", organizationId)
    .where("levelOfCareId", "=", levelOfCareId)
    .where("endedOn", "is", null)
    .executeTakeFirstOrThrow();
  return count;
};

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
