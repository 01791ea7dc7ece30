import { sql, type Insertable, type Updateable } from "kysely";
import type { Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/practice/site.api.ts";
import { beginsWith, inPages, totalOf } from "#server/db/keyset.ts";
import type { StepwellSite } from "#server/db/rows.ts";
import { statement } from "#server/db/statement.ts";
import type { Work } from "#server/platform/work.ts";

type Place = Pick<Work, "tx" | "organizationId">;

const sites = ({ tx, organizationId }: Place) =>
  tx.selectFrom("stepwell.site as site").where("site.organizationId", "=", organizationId);

const columns = [
  "site.id",
  "site.name",
  "site.zone",
  "site.npi",
  "site.street",
  "site.unit",
  "site.city",
  "site.state",
  "site.postalCode",
  "site.phone",
  "site.crisisPhone",
  "site.createdAt",
  "site.retiredAt",
  "site.version",
] as const;

/** What depends on a site, counted in the same statement. */
const dependents = ({ organizationId }: Place) =>
  [
    sql<number>`(select count(*) from stepwell.room
      where room.organization_id = ${organizationId} and room.site_id = site.id and room.retired_at is null)`.as(
      "roomCount",
    ),
    sql<number>`(select count(*) from stepwell.staff
      where staff.organization_id = ${organizationId} and staff.home_site_id = site.id and staff.retired_at is null)`.as(
      "staffCount",
    ),
  ] as const;

const sortKeys = {
  name: sql<string>`stepwell.folded(site.name)`,
  city: sql<string>`stepwell.folded(site.city)`,
};

const matching = (work: Work, { q, state }: Parsed<typeof api.listSites>) =>
  sites(work)
    .$if(state === "active", (all) => all.where("site.retiredAt", "is", null))
    .$if(state === "retired", (all) => all.where("site.retiredAt", "is not", null))
    .$if(q !== "", (all) =>
      all.where((eb) => eb.or([beginsWith(sortKeys.name, q), beginsWith(sortKeys.city, q)])),
    );

export const listSites = (work: Work, input: Parsed<typeof api.listSites>) =>
  inPages(
    matching(work, input)
      .select(columns)
      .select(dependents(work))
      .select(totalOf(matching(work, input))),
    { ...input, key: sortKeys[input.sort], id: sql<string>`site.id` },
  ).execute();

const one = (place: Place, siteId: string) =>
  sites(place).select(columns).select(dependents(place)).where("site.id", "=", siteId);

const siteById = statement(
  ["organizationId", "siteId"],
  (tx, { organizationId, siteId }: { organizationId: string; siteId: string }) =>
    one({ tx, organizationId }, siteId),
);

export const findSite = async ({ tx, organizationId }: Work, siteId: string) => {
  const [site] = await siteById(tx, { organizationId, siteId });
  return site;
};

/** The site, held until the transaction ends, so that nobody changes it between look and change. */
export const lockSite = (work: Work, siteId: string) =>
  one(work, siteId).forUpdate().executeTakeFirst();

/** The site, kept from being changed by others until the transaction ends; many may hold it at once. */
export const holdSite = (work: Work, siteId: string) =>
  sites(work)
    .select(["site.id", "site.name", "site.retiredAt"])
    .where("site.id", "=", siteId)
    .forShare()
    .executeTakeFirst();

export type SiteRow = NonNullable<Awaited<ReturnType<typeof findSite>>>;
export type NewSite = Omit<Insertable<StepwellSite>, "organizationId" | "version" | "retiredAt">;

export const insertSite = async (work: Work, site: NewSite): Promise<void> => {
  const { organizationId } = work;
  await work.tx
    .insertInto("stepwell.site")
    .values({ organizationId, ...site })
    .execute();
};

/** Writes changed columns and moves the version on by one. The row is locked by `lockSite`. */
export const updateSite = async (
  work: Work,
  siteId: string,
  changed: Updateable<StepwellSite>,
): Promise<void> => {
  await work.tx
    .updateTable("stepwell.site")
    .set(changed)
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", work.organizationId)
    .where("id", "=", siteId)
    .execute();
};
