import { sql } from "kysely";
import type { SetupFacts } from "#domain/practice/setup.ts";
import type { Work } from "#server/platform/work.ts";

/** The zone of the organization, and how far it is set up, in one statement. */
export const getSetupFacts = async ({
  tx,
  organizationId,
}: Work): Promise<SetupFacts & { zone: string }> => {
  const { rows } = await sql<SetupFacts & { zone: string }>`
    select o.zone, o.npi is not null as has_npi, o.crisis_phone is not null as has_crisis_phone,
      (select count(*) from stepwell.site where organization_id = ${organizationId} and retired_at is null) as site_count,
      (select count(*) from stepwell.room where organization_id = ${organizationId} and retired_at is null) as room_count,
      (select count(*) from stepwell.staff where organization_id = ${organizationId} and retired_at is null) as staff_count,
      (select count(*) from stepwell.affiliation
        where organization_id = ${organizationId} and ended_at is null and 'administrator' = any (roles)) as administrator_count
    from stepwell.organization o where o.organization_id = ${organizationId}`.execute(tx);
  const [facts] = rows;
  if (facts === undefined) throw new Error("the organization of this transaction is not there");
  return facts;
};

/** Whose credentials somebody is to see: everybody's, or their own and those of the people they supervise. */
export type CredentialReach = "all" | { readonly staffId: string };

const mostShown = 50;

/** Credentials in use of active colleagues that end on `endingBy` or before, and how many there are in all. */
export const listEndingCredentials = (
  { tx, organizationId }: Work,
  endingBy: string,
  reach: CredentialReach,
) =>
  tx
    .selectFrom("stepwell.staffCredential as credential")
    .innerJoin("stepwell.staff as person", (on) =>
      on
        .on("person.organizationId", "=", organizationId)
        .onRef("person.id", "=", "credential.staffId"),
    )
    .select([
      "credential.id",
      "credential.staffId",
      sql<string>`person.given_name || ' ' || person.family_name`.as("staffName"),
      "credential.code",
      "credential.state",
      "credential.issuedOn",
      sql<string>`credential.expires_on`.as("expiresOn"),
      sql<number>`count(*) over ()`.as("total"),
    ])
    .where("credential.organizationId", "=", organizationId)
    .where("credential.retiredAt", "is", null)
    .where("credential.expiresOn", "<=", endingBy)
    .where("person.retiredAt", "is", null)
    .$if(reach !== "all", (all) =>
      all.where((eb) => {
        const staffId = reach === "all" ? "" : reach.staffId;
        return eb.or([eb("person.id", "=", staffId), eb("person.supervisorId", "=", staffId)]);
      }),
    )
    .orderBy("credential.expiresOn")
    .orderBy("credential.id")
    .limit(mostShown)
    .execute();

/** Active colleagues who hold a credential in use that is only valid under supervision, and have no supervisor. */
export const listWithoutSupervisor = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.staff as person")
    .select([
      "person.id as staffId",
      sql<string>`person.given_name || ' ' || person.family_name`.as("staffName"),
    ])
    .where("person.organizationId", "=", organizationId)
    .where("person.retiredAt", "is", null)
    .where("person.supervisorId", "is", null)
    .where(
      sql<boolean>`exists (select from stepwell.staff_credential c where c.organization_id = ${organizationId}
        and c.staff_id = person.id and c.retired_at is null and c.needs_supervision)`,
    )
    .orderBy("person.sortName")
    .limit(mostShown)
    .execute();
