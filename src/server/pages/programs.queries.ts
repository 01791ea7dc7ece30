import { sql } from "kysely";
import type { Tx } from "#server/db/transaction.ts";

/** The organizations that want to be found, by the one function that may say so across organizations. */
export const listedOrganizationIds = async (tx: Tx): Promise<readonly string[]> => {
  const { rows } = await sql<{
    organizationId: string;
  }>`select organization_id from stepwell.listed_organization_ids() as organization_id`.execute(tx);
  return rows.map((row) => row.organizationId);
};

/** The listed organization of this public name; undefined for an unlisted one as for none at all. */
export const listedOrganizationId = async (tx: Tx, slug: string): Promise<string | undefined> => {
  const { rows } = await sql<{
    organizationId: string | null;
  }>`select stepwell.listed_organization(${slug}) as organization_id`.execute(tx);
  return rows[0]?.organizationId ?? undefined;
};

/** What an organization shows of itself. Asks again whether it is listed: it may have changed since. */
export const publicOrganization = (tx: Tx, organizationId: string) =>
  tx
    .selectFrom("stepwell.organization")
    .select(["name", "slug", "phone", "crisisPhone", "zone"])
    .where("organizationId", "=", organizationId)
    .where("isListed", "=", true)
    .executeTakeFirst();

/** One line of a program's week: ISO weekdays (Monday is 1) and the wall clock of the place. */
export interface PublicSeries {
  readonly name: string;
  /** `group`, `multifamily`: what it is in words that every reader's language has. */
  readonly format: string;
  readonly weekdays: readonly number[];
  readonly startsAt: string;
  readonly minutes: number;
  readonly hasVideo: boolean;
}

/** A level of care by its code and as the organization calls it. */
export interface PublicLevel {
  readonly code: string;
  readonly name: string;
}

/** The programs that want to be found, with their levels and the groups that meet on this day's week; of nobody in them. */
export const publicPrograms = (tx: Tx, organizationId: string, on: string) =>
  tx
    .selectFrom("stepwell.program as program")
    .innerJoin("stepwell.site as site", (join) =>
      join.on("site.organizationId", "=", organizationId).onRef("site.id", "=", "program.siteId"),
    )
    .select([
      "program.slug",
      sql<string>`coalesce(program.public_name, program.name)`.as("name"),
      "program.summary",
      "program.ages",
      "site.name as siteName",
      "site.phone",
      sql<readonly PublicLevel[]>`(
        select coalesce(json_agg(json_build_object('code', l.code, 'name', l.name) order by l.rank desc), '[]') from stepwell.program_level pl
          join stepwell.level_of_care l on l.organization_id = ${organizationId} and l.id = pl.level_of_care_id
         where pl.organization_id = ${organizationId} and pl.program_id = program.id and l.retired_at is null)`.as(
        "levels",
      ),
      sql<readonly PublicSeries[]>`(
        select coalesce(json_agg(json_build_object('name', coalesce(s.public_name, s.name), 'format', t.format, 'weekdays', s.weekdays,
                 'startsAt', to_char(s.starts_at_wall, 'HH24:MI'), 'minutes', s.minutes, 'hasVideo', s.has_video)
                 order by s.weekdays, s.starts_at_wall, coalesce(s.public_name, s.name)), '[]')
          from stepwell.series s
          join stepwell.activity_type t on t.organization_id = ${organizationId} and t.id = s.activity_type_id
         where s.organization_id = ${organizationId} and s.program_id = program.id and s.retired_at is null
           and s.starts_on <= ${on}::date + 6 and (s.ends_on is null or s.ends_on >= ${on}::date))`.as(
        "week",
      ),
    ])
    .where("program.organizationId", "=", organizationId)
    .where("program.isListed", "=", true)
    .where("program.retiredAt", "is", null)
    .orderBy(sql`coalesce(program.public_name, program.name)`)
    .orderBy("program.slug")
    .execute();

export type PublicProgram = Awaited<ReturnType<typeof publicPrograms>>[number];

export const publicSites = (tx: Tx, organizationId: string) =>
  tx
    .selectFrom("stepwell.site")
    .select([
      "name",
      "zone",
      "street",
      "unit",
      "city",
      "state",
      "postalCode",
      "phone",
      "crisisPhone",
    ])
    .where("organizationId", "=", organizationId)
    .where("retiredAt", "is", null)
    .orderBy("name")
    .execute();
