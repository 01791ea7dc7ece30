import { dateAt } from "#domain/basics/civil-date.ts";
import { changesBetween } from "#domain/basics/revision.ts";
import { usAddressSchema, type UsAddress } from "#domain/basics/us-address.ts";
import { notFound, problem } from "#domain/contract/problem.ts";
import type { Parsed } from "#domain/contract/route.ts";
import { birthDateProblem } from "#domain/patients/birth-date.ts";
import { conflict } from "#domain/patients/conflict.ts";
import { formerNameAfter } from "#domain/patients/like-names.ts";
import type * as api from "#domain/patients/patient.api.ts";
import { sexAtBirthSchema, type Patient } from "#domain/patients/patient.ts";
import { keysKept } from "#domain/patients/search-key.ts";
import { searchNames, searchWords, type Names } from "#domain/patients/search-names.ts";
import { recordChange } from "#server/platform/record-change.ts";
import { refuseStale } from "#server/platform/refuse-stale.ts";
import type { Work } from "#server/platform/work.ts";
import { refuseDuplicates } from "#server/patients/likely-duplicates.service.ts";
import * as queries from "#server/patients/patient.queries.ts";
import { getOrganization } from "#server/practice/organization.service.ts";

const patientOf = (row: queries.PatientRowOfTable): Patient => {
  const { street, unit, city, state, postalCode, sexAtBirth, ...rest } = row;
  return {
    ...rest,
    sexAtBirth: sexAtBirthSchema.nullable().parse(sexAtBirth),
    address:
      street === null ? null : usAddressSchema.parse({ street, unit, city, state, postalCode }),
  };
};

const noAddress = { street: null, unit: null, city: null, state: null, postalCode: null };

/** An address lies open in the table: each part is a column. */
const columnsOf = <Facts extends { readonly address?: UsAddress | null }>({
  address,
  ...facts
}: Facts) => ({ ...facts, ...(address !== undefined && (address ?? noAddress)) });

const refuseBirthDate = async (work: Work, birthDate: string | undefined): Promise<void> => {
  if (birthDate === undefined) return;
  const { zone } = await getOrganization(work);
  const code = birthDateProblem(birthDate, dateAt(work.now, zone));
  if (code !== null) throw problem("invalid-input", { fields: { birthDate: { code } } });
};

const setNames = async (work: Work, patientId: string, names: Names): Promise<void> => {
  const found = searchNames(names);
  await queries.setSearchNames(work, patientId, found);
  const entries = searchWords(found).flatMap((word) =>
    keysKept(word).map((key) => ({ key, word })),
  );
  const inOrder = entries.toSorted((one, other) =>
    `${one.key} ${one.word}` < `${other.key} ${other.word}` ? -1 : 1,
  );
  await queries.addNameWords(work, inOrder);
};

export const getPatient = async (work: Work, patientId: string): Promise<Patient> => {
  const row = await queries.findPatient(work, patientId);
  if (row === undefined) throw notFound();
  return patientOf(row);
};

/**
 * The patient that something is about to depend on, held so that nobody changes or retires the record before that is done.
 * Refuses a record that is out of use.
 */
export const holdPatient = async (work: Work, patientId: string): Promise<Patient> => {
  const row = await queries.holdPatient(work, patientId);
  if (row === undefined) throw notFound();
  if (row.retiredAt !== null) throw conflict("retired");
  return patientOf(row);
};

/**
 * Registers a person under the next record number. Whoever registers at the same time waits for the number, so of two who
 * register one person the second sees the first.
 */
export const registerPatient = async (
  work: Work,
  { sureItIsNew, ...facts }: Parsed<typeof api.registerPatient>,
): Promise<Patient> => {
  await refuseBirthDate(work, facts.birthDate);
  const mrn = String(await queries.takeNumber(work));
  if (!sureItIsNew) await refuseDuplicates(work, facts);
  const row = { id: work.newId(), mrn, createdAt: work.now.toString(), ...columnsOf(facts) };
  await queries.insertPatient(work, row);
  await setNames(work, row.id, facts);
  const changes = changesBetween(undefined, { mrn, ...columnsOf(facts) });
  await recordChange(work, "patient", { id: row.id, version: 1 }, { verb: "register", changes });
  return getPatient(work, row.id);
};

const lockForChange = async (work: Work, patientId: string, version: number): Promise<Patient> => {
  const row = await queries.lockPatient(work, patientId);
  if (row === undefined) throw notFound();
  await refuseStale(work, "patient", row, version);
  return patientOf(row);
};

/** What somebody said of the former names, and with it the name that this change makes a former one. */
const formerNames = (before: Patient, wanted: Partial<Names>): string[] => {
  const said = wanted.formerNames ?? before.formerNames;
  const former = formerNameAfter(before, { ...before, ...wanted });
  return former === null || said.includes(former) ? [...said] : [...said, former];
};

export const changePatient = async (
  work: Work,
  { patientId, version, ...wanted }: Parsed<typeof api.changePatient>,
): Promise<Patient> => {
  const before = await lockForChange(work, patientId, version);
  if (before.retiredAt !== null) throw conflict("retired");
  await refuseBirthDate(work, wanted.birthDate);
  const columns = columnsOf({ ...wanted, formerNames: formerNames(before, wanted) });
  const changes = changesBetween(columnsOf(before), columns);
  if (Object.keys(changes).length === 0) return before;
  await queries.updatePatient(work, patientId, columns);
  await setNames(work, patientId, { ...before, ...columns });
  const after = { id: patientId, version: version + 1 };
  await recordChange(work, "patient", after, { verb: "change", changes });
  return getPatient(work, patientId);
};

/** Takes a record that was made by mistake out of use. It stays readable, and whatever refers to it stays. */
export const retirePatient = async (
  work: Work,
  { patientId, version, reason }: Parsed<typeof api.retirePatient>,
): Promise<Patient> => {
  const before = await lockForChange(work, patientId, version);
  if (before.retiredAt !== null) throw conflict("retired");
  const after = { ...before, retiredAt: work.now.toString(), version: version + 1 };
  await queries.updatePatient(work, patientId, { retiredAt: after.retiredAt });
  await recordChange(work, "patient", after, { verb: "retire", reason });
  return after;
};

export const bringBackPatient = async (
  work: Work,
  { patientId, version }: Parsed<typeof api.bringBackPatient>,
): Promise<Patient> => {
  const before = await lockForChange(work, patientId, version);
  if (before.retiredAt === null) throw conflict("not-retired");
  if (before.duplicateOfId !== null) throw conflict("is-duplicate");
  const after = { ...before, retiredAt: null, version: version + 1 };
  await queries.updatePatient(work, patientId, { retiredAt: null });
  await recordChange(work, "patient", after, { verb: "bring-back" });
  return after;
};
