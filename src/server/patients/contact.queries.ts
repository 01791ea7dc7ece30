import { sql, type Insertable, type Updateable } from "kysely";
import type { StepwellPatientContact } from "#server/db/rows.ts";
import { isPersonSeen } from "#server/platform/sight.queries.ts";
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

/** Who stands around somebody tells what of: a sponsor, an officer of the court. They are seen like the other papers of a person. */
const isSeen = (work: Work) => isPersonSeen(work, sql`patient_contact.patient_id`, "disclosure");

/** The people around a patient whose papers whoever asks sees: those in use first, by name. */
export const listContacts = (work: Work, patientId: string) =>
  contacts(work)
    .where("patientId", "=", patientId)
    .where(isSeen(work))
    .orderBy(sql`retired_at is not null`)
    .orderBy(sql`stepwell.folded(name)`)
    .execute();

export const findContact = (work: Work, contactId: string) =>
  contacts(work).where("id", "=", contactId).where(isSeen(work)).executeTakeFirst();

/** The contact, held until the transaction ends. */
export const lockContact = (work: Work, contactId: string) =>
  contacts(work).where("id", "=", contactId).where(isSeen(work)).forUpdate().executeTakeFirst();

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
