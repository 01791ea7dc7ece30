import { sql, type Insertable, type Updateable } from "kysely";
import type { StepwellPatientContact } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";

const contacts = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.patientContact")
    .select([
      "id",
      "patientId",
      "name",
      "relation",
      "roles",
      "phone",
      "email",
      "notes",
      "createdAt",
      "retiredAt",
      "version",
    ])
    .where("organizationId", "=", organizationId);

/** The people around a patient: those in use first, by name. */
export const listContacts = (work: Work, patientId: string) =>
  contacts(work)
    .where("patientId", "=", patientId)
    .orderBy(sql`retired_at is not null`)
    .orderBy(sql`stepwell.folded(name)`)
    .execute();

export const findContact = (work: Work, contactId: string) =>
  contacts(work).where("id", "=", contactId).executeTakeFirst();

/** The contact, held until the transaction ends. */
export const lockContact = (work: Work, contactId: string) =>
  contacts(work).where("id", "=", contactId).forUpdate().executeTakeFirst();

export type ContactRow = NonNullable<Awaited<ReturnType<typeof findContact>>>;
type NewContact = Omit<
  Insertable<StepwellPatientContact>,
  "organizationId" | "version" | "retiredAt"
>;

export const insertContact = async (
  { tx, organizationId }: Work,
  contact: NewContact,
): Promise<void> => {
  await tx
    .insertInto("stepwell.patientContact")
    .values({ organizationId, ...contact })
    .execute();
};

/** Writes changed columns and moves the version on by one. The row is locked by `lockContact`. */
export const updateContact = async (
  { tx, organizationId }: Work,
  contactId: string,
  changed: Updateable<StepwellPatientContact>,
): Promise<void> => {
  await tx
    .updateTable("stepwell.patientContact")
    .set(changed)
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", organizationId)
    .where("id", "=", contactId)
    .execute();
};
