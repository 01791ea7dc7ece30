import { sql, type Insertable, type Updateable } from "kysely";
import type { StepwellBillingProvider } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";

const providers = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.billingProvider as provider")
    .leftJoin("stepwell.site as site", (join) =>
      join.onRef("site.id", "=", "provider.siteId").on("site.organizationId", "=", organizationId),
    )
    .select([
      "provider.id",
      "provider.siteId",
      "site.name as siteName",
      "provider.name",
      "provider.npi",
      "provider.taxonomy",
      "provider.taxIdKind",
      "provider.taxId",
      "provider.street",
      "provider.unit",
      "provider.city",
      "provider.state",
      "provider.postalCode",
      "provider.phone",
      "provider.contactName",
      "provider.submitterId",
      "provider.receiverName",
      "provider.receiverId",
      "provider.usage",
      "provider.createdAt",
      "provider.version",
    ])
    .where("provider.organizationId", "=", organizationId);

/** Who bills: the organization first, then sites by name. */
export const listProviders = (work: Work) =>
  providers(work)
    .orderBy(sql`provider.site_id is not null`)
    .orderBy(sql`stepwell.folded(site.name)`)
    .execute();

/** The site's own billing provider, else the organization's. */
export const providerOfSite = (work: Work, siteId: string) =>
  providers(work)
    .where((eb) => eb.or([eb("provider.siteId", "=", siteId), eb("provider.siteId", "is", null)]))
    .orderBy(sql`provider.site_id is null`)
    .limit(1)
    .executeTakeFirst();

export const lockProvider = (work: Work, billingProviderId: string) =>
  providers(work)
    .where("provider.id", "=", billingProviderId)
    .forUpdate("provider")
    .executeTakeFirst();

export type ProviderRow = NonNullable<Awaited<ReturnType<typeof providerOfSite>>>;

export const insertProvider = async (
  { tx, organizationId }: Work,
  provider: Omit<Insertable<StepwellBillingProvider>, "organizationId">,
): Promise<void> => {
  await tx
    .insertInto("stepwell.billingProvider")
    .values({ organizationId, ...provider })
    .execute();
};

export const updateProvider = async (
  { tx, organizationId }: Work,
  billingProviderId: string,
  changed: Updateable<StepwellBillingProvider>,
): Promise<void> => {
  await tx
    .updateTable("stepwell.billingProvider")
    .set(changed)
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", organizationId)
    .where("id", "=", billingProviderId)
    .execute();
};
