import { sql, type Insertable, type Updateable } from "kysely";
import type { Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/patients/patient.api.ts";
import type { SearchName } from "#domain/patients/search-names.ts";
import { inPages } from "#server/db/keyset.ts";
import type { StepwellPatient } from "#server/db/rows.ts";
import { statement } from "#server/db/statement.ts";
import { isInCareStateOfAll } from "#server/patients/care-now.queries.ts";
import type { Work } from "#server/platform/work.ts";

type Place = Pick<Work, "tx" | "organizationId">;

const patients = ({ tx, organizationId }: Place) =>
  tx.selectFrom("stepwell.patient as patient").where("patient.organizationId", "=", organizationId);

const rowColumns = [
  "patient.id",
  "patient.mrn",
  "patient.givenName",
  "patient.familyName",
  "patient.preferredName",
  "patient.pronouns",
  "patient.birthDate",
  "patient.phone",
  "patient.retiredAt",
] as const;

const columns = [
  ...rowColumns,
  "patient.middleName",
  "patient.nameSuffix",
  "patient.formerNames",
  "patient.nicknames",
  "patient.sexAtBirth",
  "patient.gender",
  "patient.language",
  "patient.needsInterpreter",
  "patient.phoneMayBeCalled",
  "patient.phoneMayBeTexted",
  "patient.voicemailMayBeLeft",
  "patient.email",
  "patient.street",
  "patient.unit",
  "patient.city",
  "patient.state",
  "patient.postalCode",
  "patient.duplicateOfId",
  "patient.createdAt",
  "patient.version",
] as const;

type Listing = Parsed<typeof api.searchPatients>;

const askedFor = (work: Work, { state, care }: Pick<Listing, "state" | "care">) =>
  patients(work)
    .$if(state === "active", (all) => all.where("patient.retiredAt", "is", null))
    .$if(state === "retired", (all) => all.where("patient.retiredAt", "is not", null))
    .$if(care !== undefined, (all) => all.where(isInCareStateOfAll(work, care, sql`patient.id`)));

/** Counting a list stops here: beyond it, only that there are more is of interest. */
const mostCounted = 10_000;

/** The day of birth as a text that an index keeps in order: how many days lie before it. */
const birthday = sql<string>`lpad((patient.birth_date - date '1800-01-01')::text, 6, '0')`;

const keys = {
  name: sql<string>`patient.sort_name`,
  birthday,
  mrn: sql<string>`patient.mrn`,
};

export const listPatients = (work: Work, input: Listing) =>
  inPages(
    askedFor(work, input)
      .select(rowColumns)
      .select(
        sql<number>`(select count(*) from ${askedFor(work, input).select("patient.id").limit(mostCounted)} as counted)`.as(
          "total",
        ),
      ),
    { ...input, key: keys[input.sort ?? "name"], id: sql<string>`patient.id` },
  ).execute();

const one = (place: Place, patientId: string) =>
  patients(place).select(columns).where("patient.id", "=", patientId);

const patientById = statement(
  ["organizationId", "patientId"],
  (tx, { organizationId, patientId }: { organizationId: string; patientId: string }) =>
    one({ tx, organizationId }, patientId),
);

export const findPatient = async ({ tx, organizationId }: Work, patientId: string) => {
  const [patient] = await patientById(tx, { organizationId, patientId });
  return patient;
};

/** The patient, held until the transaction ends. */
export const lockPatient = (work: Work, patientId: string) =>
  one(work, patientId).forUpdate().executeTakeFirst();

/** The patient, kept from being changed until the transaction ends; many may hold it at once. */
export const holdPatient = (work: Work, patientId: string) =>
  one(work, patientId).forShare().executeTakeFirst();

export type PatientRowOfTable = NonNullable<Awaited<ReturnType<typeof findPatient>>>;
type NewPatient = Omit<Insertable<StepwellPatient>, "organizationId" | "version" | "retiredAt">;

export const insertPatient = async (
  { tx, organizationId }: Work,
  patient: NewPatient,
): Promise<void> => {
  await tx
    .insertInto("stepwell.patient")
    .values({ organizationId, ...patient })
    .execute();
};

/** Writes changed columns and moves the version on by one. The row is locked by `lockPatient`. */
export const updatePatient = async (
  { tx, organizationId }: Work,
  patientId: string,
  changed: Updateable<StepwellPatient>,
): Promise<void> => {
  await tx
    .updateTable("stepwell.patient")
    .set(changed)
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", organizationId)
    .where("id", "=", patientId)
    .execute();
};

const firstNumber = 100_001;

/** The next medical record number. Its row stays locked: whoever registers at the same time waits and then sees this one. */
export const takeNumber = async ({ tx, organizationId }: Work): Promise<number> => {
  const { lastNumber } = await tx
    .insertInto("stepwell.mrnCounter")
    .values({ organizationId, lastNumber: firstNumber })
    .onConflict((taken) =>
      taken
        .column("organizationId")
        .doUpdateSet({ lastNumber: sql`stepwell.mrn_counter.last_number + 1` }),
    )
    .returning("lastNumber")
    .executeTakeFirstOrThrow();
  return lastNumber;
};

/** Makes these the names a patient is found by, and no others. */
export const setSearchNames = async (
  { tx, organizationId }: Work,
  patientId: string,
  names: readonly SearchName[],
): Promise<void> => {
  await tx
    .deleteFrom("stepwell.patientName")
    .where("organizationId", "=", organizationId)
    .where("patientId", "=", patientId)
    .execute();
  await tx
    .insertInto("stepwell.patientName")
    .values(names.map((name) => ({ organizationId, patientId, ...name })))
    .execute();
};

/** Adds words under their keys. Always in the same order, so that two who add at once cannot wait for each other. */
export const addNameWords = async (
  { tx, organizationId }: Work,
  entries: readonly { readonly key: string; readonly word: string }[],
): Promise<void> => {
  if (entries.length === 0) return;
  await tx
    .insertInto("stepwell.nameWord")
    .values(entries.map((entry) => ({ organizationId, ...entry })))
    .onConflict((known) => known.doNothing())
    .execute();
};

/** Patients of whom one more thing besides the name is like what is said of somebody: born that day, reached there. */
export const listNear = (
  { tx, organizationId }: Work,
  {
    birthDate,
    phone,
    email,
  }: { birthDate: string | null; phone: string | null; email: string | null },
  most: number,
) => {
  const place = { tx, organizationId };
  const ids = sql<string>`(
    (select id from stepwell.patient born where born.organization_id = ${organizationId} and born.birth_date = ${birthDate}::date limit ${most})
    union (select id from stepwell.patient called where called.organization_id = ${organizationId}
             and called.phone_end = right(${phone}::text, 4) and called.phone = ${phone}::text limit ${most})
    union (select id from stepwell.patient written where written.organization_id = ${organizationId} and written.email = ${email}::text limit ${most}))`;
  return patients(place)
    .select([
      ...rowColumns,
      "patient.middleName",
      "patient.formerNames",
      "patient.nicknames",
      "patient.email",
    ])
    .where("patient.retiredAt", "is", null)
    .where(sql<boolean>`patient.id in ${ids}`)
    .execute();
};
export type NearPatient = Awaited<ReturnType<typeof listNear>>[number];
