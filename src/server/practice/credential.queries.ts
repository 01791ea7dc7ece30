import { sql, type Insertable, type Updateable } from "kysely";
import type { Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/practice/credential.api.ts";
import { inPages, totalOf } from "#server/db/keyset.ts";
import type { StepwellStaffCredential } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";
import { zoneColumn } from "#server/practice/organization.queries.ts";

const credentials = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.staffCredential as credential")
    .innerJoin("stepwell.staff as person", (on) =>
      on
        .on("person.organizationId", "=", organizationId)
        .onRef("person.id", "=", "credential.staffId"),
    )
    .where("credential.organizationId", "=", organizationId);

const columns = [
  "credential.id",
  "credential.staffId",
  sql<string>`person.given_name || ' ' || person.family_name`.as("staffName"),
  "credential.kind",
  "credential.code",
  "credential.state",
  "credential.number",
  "credential.issuedOn",
  "credential.expiresOn",
  "credential.needsSupervision",
  "credential.createdAt",
  "credential.retiredAt",
  "credential.version",
] as const;

const sortKeys = {
  // Those without a last day come after all others.
  expires: sql<string>`coalesce(credential.expires_on::text, '9999')`,
  code: sql<string>`lower(credential.code)`,
};

type Wanted = Omit<Parsed<typeof api.listCredentials>, "show"> & {
  /** Only those that end on this day or before. */
  readonly endingBy: string | undefined;
};

const matching = (work: Work, { state, staffId, endingBy }: Wanted) =>
  credentials(work)
    .$if(state === "active", (all) => all.where("credential.retiredAt", "is", null))
    .$if(state === "retired", (all) => all.where("credential.retiredAt", "is not", null))
    .where((eb) =>
      eb.and([
        ...(staffId === undefined ? [] : [eb("credential.staffId", "=", staffId)]),
        ...(endingBy === undefined
          ? []
          : [eb("credential.expiresOn", "<=", endingBy), eb("person.retiredAt", "is", null)]),
      ]),
    );

export const listCredentials = (work: Work, input: Wanted) =>
  inPages(
    matching(work, input)
      .select(columns)
      .select(zoneColumn(work))
      .select(totalOf(matching(work, input))),
    { ...input, key: sortKeys[input.sort], id: sql<string>`credential.id` },
  ).execute();

const one = (work: Work, credentialId: string) =>
  credentials(work)
    .select(columns)
    .select(zoneColumn(work))
    .where("credential.id", "=", credentialId);

export const findCredential = (work: Work, credentialId: string) =>
  one(work, credentialId).executeTakeFirst();

/** The credential, held until the transaction ends. */
export const lockCredential = (work: Work, credentialId: string) =>
  one(work, credentialId).forUpdate("credential").executeTakeFirst();

export type CredentialRow = NonNullable<Awaited<ReturnType<typeof findCredential>>>;
export type NewCredential = Omit<
  Insertable<StepwellStaffCredential>,
  "organizationId" | "version" | "retiredAt"
>;

export const insertCredential = async (work: Work, credential: NewCredential): Promise<void> => {
  const { organizationId } = work;
  await work.tx
    .insertInto("stepwell.staffCredential")
    .values({ organizationId, ...credential })
    .execute();
};

/** Writes changed columns and moves the version on by one. The row is locked by `lockCredential`. */
export const updateCredential = async (
  work: Work,
  credentialId: string,
  changed: Updateable<StepwellStaffCredential>,
): Promise<void> => {
  await work.tx
    .updateTable("stepwell.staffCredential")
    .set(changed)
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", work.organizationId)
    .where("id", "=", credentialId)
    .execute();
};
