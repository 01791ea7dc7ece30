import { changesBetween } from "#domain/basics/revision.ts";
import { notFound, problem } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { conflict } from "#domain/patients/conflict.ts";
import type * as api from "#domain/patients/duplicate.api.ts";
import type { Patient } from "#domain/patients/patient.ts";
import { recordChange } from "#server/platform/record-change.ts";
import { refuseStale } from "#server/platform/refuse-stale.ts";
import type { Work } from "#server/platform/work.ts";
import * as duplicates from "#server/patients/duplicate.queries.ts";
import { getPatient } from "#server/patients/patient.service.ts";
import {
  lockPatient,
  updatePatient,
  type PatientRowOfTable,
} from "#server/patients/patient.queries.ts";

export const listDuplicates = async (
  work: Work,
  patientId: string,
): Promise<Output<typeof api.listDuplicates>> => {
  const { duplicateOfId } = await getPatient(work, patientId);
  const rows = await duplicates.listDuplicatesOf(work, patientId);
  const keptAs = duplicateOfId === null ? null : await duplicates.findRow(work, duplicateOfId);
  return { keptAs: keptAs ?? null, duplicates: rows };
};

/** Both records, always locked in the same order, so that two who mark them crosswise cannot wait for each other. */
const lockBoth = async (work: Work, one: string, other: string) => {
  const locked = new Map<string, PatientRowOfTable>();
  for (const id of [one, other].toSorted()) {
    const row = await lockPatient(work, id);
    if (row === undefined) throw notFound();
    locked.set(id, row);
  }
  return locked;
};

/** Writes into the history of the record that is kept what became of the other. */
const noteOnKept = async (
  work: Work,
  kept: PatientRowOfTable,
  verb: string,
  change: { readonly from: string | null; readonly to: string | null },
): Promise<void> => {
  await updatePatient(work, kept.id, {});
  const record = { id: kept.id, version: kept.version + 1 };
  await recordChange(work, "patient", record, { verb, changes: { duplicate: change } });
};

/**
 * Says that a record is of somebody who has another one. Nothing is moved: the record keeps what stands in it, is found no
 * more, and each says of the other. A record with stays is never hidden: what happened in them would be, too. Where both have
 * some, neither can be hidden, and that is said.
 */
export const markDuplicate = async (
  work: Work,
  { patientId, version, keptId, reason }: Parsed<typeof api.markDuplicate>,
): Promise<Patient> => {
  if (keptId === patientId)
    throw problem("invalid-input", { fields: { keptId: { code: "same-record" } } });
  const locked = await lockBoth(work, patientId, keptId);
  const before = locked.get(patientId);
  const kept = locked.get(keptId);
  if (before === undefined || kept === undefined) throw notFound();
  await refuseStale(work, "patient", before, version);
  if (before.retiredAt !== null) throw conflict("retired");
  if (kept.retiredAt !== null) throw conflict("kept-not-in-use");
  if ((await duplicates.listDuplicatesOf(work, patientId)).length > 0)
    throw conflict("has-duplicates");
  const withStays = await duplicates.withStays(work, [patientId, keptId]);
  if (withStays.includes(patientId))
    throw conflict(withStays.includes(keptId) ? "both-have-stays" : "has-stays");
  await updatePatient(work, patientId, { retiredAt: work.now.toString(), duplicateOfId: keptId });
  const changes = changesBetween({ duplicateOf: null }, { duplicateOf: kept.mrn });
  const after = { id: patientId, version: version + 1 };
  await recordChange(work, "patient", after, { verb: "mark-duplicate", reason, changes });
  await noteOnKept(work, kept, "find-duplicate", { from: null, to: before.mrn });
  return getPatient(work, patientId);
};

/** Takes it back: the record is in use and found again, and both histories say so. */
export const unmarkDuplicate = async (
  work: Work,
  { patientId, version }: Parsed<typeof api.unmarkDuplicate>,
): Promise<Patient> => {
  const { duplicateOfId } = await getPatient(work, patientId);
  if (duplicateOfId === null) throw conflict("not-a-duplicate");
  const locked = await lockBoth(work, patientId, duplicateOfId);
  const before = locked.get(patientId);
  const kept = locked.get(duplicateOfId);
  if (before === undefined || kept === undefined) throw notFound();
  await refuseStale(work, "patient", before, version);
  if (before.duplicateOfId !== kept.id) throw conflict("not-a-duplicate");
  await updatePatient(work, patientId, { retiredAt: null, duplicateOfId: null });
  const changes = changesBetween({ duplicateOf: kept.mrn }, { duplicateOf: null });
  const after = { id: patientId, version: version + 1 };
  await recordChange(work, "patient", after, { verb: "unmark-duplicate", changes });
  await noteOnKept(work, kept, "lose-duplicate", { from: before.mrn, to: null });
  return getPatient(work, patientId);
};
