import { sql, type Insertable, type Updateable } from "kysely";
import type { Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/programs/program.api.ts";
import { beginsWith, inPages, totalOf } from "#server/db/keyset.ts";
import type { StepwellProgram } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";

const programs = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.program as program")
    .innerJoin("stepwell.site as site", (on) =>
      on
        .onRef("site.organizationId", "=", "program.organizationId")
        .onRef("site.id", "=", "program.siteId"),
    )
    .where("program.organizationId", "=", organizationId)
    .where("site.organizationId", "=", organizationId);

const columns = [
  "program.id",
  "program.siteId",
  "site.name as siteName",
  "site.zone as siteZone",
  "program.name",
  "program.publicName",
  "program.slug",
  "program.summary",
  "program.ages",
  "program.isListed",
  "program.createdAt",
  "program.retiredAt",
  "program.version",
] as const;

const levels = ({ organizationId }: Work) =>
  sql`(
    select coalesce(json_agg(json_build_object('id', level.id, 'code', level.code, 'name', level.name) order by level.rank), '[]')
      from stepwell.program_level offered
      join stepwell.level_of_care level on level.organization_id = offered.organization_id and level.id = offered.level_of_care_id
     where offered.organization_id = ${organizationId} and level.organization_id = ${organizationId} and offered.program_id = program.id)`.as(
    "levels",
  );

const nameKey = sql<string>`stepwell.folded(program.name)`;

const matching = (work: Work, { q, state }: Parsed<typeof api.listPrograms>) =>
  programs(work)
    .$if(state === "active", (all) => all.where("program.retiredAt", "is", null))
    .$if(state === "retired", (all) => all.where("program.retiredAt", "is not", null))
    .$if(q !== "", (all) => all.where(beginsWith(nameKey, q)));

export const listPrograms = (work: Work, input: Parsed<typeof api.listPrograms>) =>
  inPages(
    matching(work, input)
      .select(columns)
      .select(levels(work))
      .select(totalOf(matching(work, input))),
    { ...input, key: nameKey, id: sql<string>`program.id` },
  ).execute();

const one = (work: Work, programId: string) =>
  programs(work).select(columns).select(levels(work)).where("program.id", "=", programId);

export const findProgram = (work: Work, programId: string) =>
  one(work, programId).executeTakeFirst();

/** The program, held until the transaction ends. */
export const lockProgram = (work: Work, programId: string) =>
  one(work, programId).forUpdate("program").executeTakeFirst();

/** The program, kept from being changed until the transaction ends; many may hold it at once. */
export const holdProgram = ({ tx, organizationId }: Work, programId: string) =>
  tx
    .selectFrom("stepwell.program")
    .select(["id", "name", "siteId", "ages", "retiredAt"])
    .where("organizationId", "=", organizationId)
    .where("id", "=", programId)
    .forShare()
    .executeTakeFirst();

export type ProgramRow = NonNullable<Awaited<ReturnType<typeof findProgram>>>;
export type NewProgram = Omit<
  Insertable<StepwellProgram>,
  "organizationId" | "version" | "retiredAt"
>;

export const insertProgram = async (
  { tx, organizationId }: Work,
  program: NewProgram,
): Promise<void> => {
  await tx
    .insertInto("stepwell.program")
    .values({ organizationId, ...program })
    .execute();
};

/** Makes these the levels of a program, and no others. */
export const setLevels = async (
  { tx, organizationId }: Work,
  programId: string,
  levelIds: readonly string[],
): Promise<void> => {
  await tx
    .deleteFrom("stepwell.programLevel")
    .where("organizationId", "=", organizationId)
    .where("programId", "=", programId)
    .execute();
  await tx
    .insertInto("stepwell.programLevel")
    .values(levelIds.map((levelOfCareId) => ({ organizationId, programId, levelOfCareId })))
    .execute();
};

/** Writes changed columns and moves the version on by one. The row is locked by `lockProgram`. */
export const updateProgram = async (
  { tx, organizationId }: Work,
  programId: string,
  changed: Updateable<StepwellProgram>,
): Promise<void> => {
  await tx
    .updateTable("stepwell.program")
    .set(changed)
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", organizationId)
    .where("id", "=", programId)
    .execute();
};
