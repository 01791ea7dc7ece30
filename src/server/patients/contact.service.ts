import type { Revision } from "#domain/basics/revision.ts";
import { changesBetween } from "#domain/basics/revision.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Parsed } from "#domain/contract/route.ts";
import { conflict } from "#domain/patients/conflict.ts";
import type * as api from "#domain/patients/contact.api.ts";
import { contactSchema, type Contact } from "#domain/patients/contact.ts";
import * as queries from "#server/patients/contact.queries.ts";
import { getPatient, holdPatient } from "#server/patients/patient.service.ts";
import { recordChange } from "#server/platform/record-change.ts";
import { refuseStale } from "#server/platform/refuse-stale.ts";
import { assertPersonSeen } from "#server/platform/sight.queries.ts";
import type { Work } from "#server/platform/work.ts";
import { getHistory } from "#server/platform/revision.ts";

const contactOf = (row: queries.ContactRow): Contact => contactSchema.parse(row);

export const listContacts = async (work: Work, patientId: string): Promise<{ rows: Contact[] }> => {
  const rows = await queries.listContacts(work, patientId);
  if (rows.length === 0) await getPatient(work, patientId);
  return { rows: rows.map(contactOf) };
};

export const createContact = async (
  work: Work,
  { patientId, ...facts }: Parsed<typeof api.createContact>,
): Promise<Contact> => {
  await holdPatient(work, patientId);
  await assertPersonSeen(work, patientId, "disclosure");
  const row = { id: work.newId(), patientId, createdAt: work.now.toString(), ...facts };
  await queries.insertContact(work, row);
  const contact = { ...row, retiredAt: null, version: 1 };
  const changes = changesBetween(undefined, facts);
  await recordChange(work, "patient-contact", contact, { verb: "create", changes });
  return contact;
};

const lockForChange = async (work: Work, contactId: string, version: number): Promise<Contact> => {
  const row = await queries.lockContact(work, contactId);
  if (row === undefined) throw notFound();
  await refuseStale(work, "patient-contact", row, version);
  return contactOf(row);
};

export const changeContact = async (
  work: Work,
  { contactId, version, ...wanted }: Parsed<typeof api.changeContact>,
): Promise<Contact> => {
  const before = await lockForChange(work, contactId, version);
  if (before.retiredAt !== null) throw conflict("retired");
  const changes = changesBetween(before, wanted);
  if (Object.keys(changes).length === 0) return before;
  await queries.updateContact(work, contactId, wanted);
  const after = { ...before, ...wanted, version: version + 1 };
  await recordChange(work, "patient-contact", after, { verb: "change", changes });
  return after;
};

export const listContactRevisions = async (
  work: Work,
  contactId: string,
): Promise<{ patientId: string; rows: Revision[] }> => {
  const contact = await queries.findContact(work, contactId);
  if (contact === undefined) throw notFound();
  return {
    patientId: contact.patientId,
    ...(await getHistory(work, "patient-contact", contactId)),
  };
};

export const retireContact = async (
  work: Work,
  { contactId, version, reason }: Parsed<typeof api.retireContact>,
): Promise<Contact> => {
  const before = await lockForChange(work, contactId, version);
  if (before.retiredAt !== null) throw conflict("retired");
  const after = { ...before, retiredAt: work.now.toString(), version: version + 1 };
  await queries.updateContact(work, contactId, { retiredAt: after.retiredAt });
  await recordChange(work, "patient-contact", after, { verb: "retire", reason });
  return after;
};

export const bringBackContact = async (
  work: Work,
  { contactId, version }: Parsed<typeof api.bringBackContact>,
): Promise<Contact> => {
  const before = await lockForChange(work, contactId, version);
  if (before.retiredAt === null) throw conflict("not-retired");
  const after = { ...before, retiredAt: null, version: version + 1 };
  await queries.updateContact(work, contactId, { retiredAt: null });
  await recordChange(work, "patient-contact", after, { verb: "bring-back" });
  return after;
};
