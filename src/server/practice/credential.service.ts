import { dateAt } from "#domain/basics/civil-date.ts";
import { changesBetween } from "#domain/basics/revision.ts";
import { usStateSchema } from "#domain/basics/us-address.ts";
import { notFound, problem } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { conflict } from "#domain/practice/conflict.ts";
import type * as api from "#domain/practice/credential.api.ts";
import { credentialKindSchema } from "#domain/practice/credential-code.ts";
import { lastSoonDay, standingOn } from "#domain/practice/credential-standing.ts";
import { credentialProblems, type Credential } from "#domain/practice/credential.ts";
import { pageOfRows } from "#server/db/keyset.ts";
import { recordChange } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";
import { assertMayAdd, assertMayBringBack, assertMayChange } from "#server/practice/assert-may.ts";
import * as queries from "#server/practice/credential.queries.ts";
import { getOrganization } from "#server/practice/organization.queries.ts";
import { holdStaff } from "#server/practice/staff.queries.ts";

const credentialOf = (work: Work, row: queries.CredentialRow): Credential => ({
  ...row,
  staff: { id: row.staffId, name: row.staffName },
  kind: credentialKindSchema.parse(row.kind),
  state: row.state === null ? null : usStateSchema.parse(row.state),
  standing: standingOn(dateAt(work.now, row.zone), row),
});

const assertSound = (facts: Parameters<typeof credentialProblems>[0]): void => {
  const fields = credentialProblems(facts);
  if (Object.keys(fields).length > 0) throw problem("invalid-input", { fields });
};

/** The colleague a credential belongs to, held; refuses one who has left. */
const holdActiveStaff = async (work: Work, staffId: string) => {
  const person = await holdStaff(work, staffId);
  if (person === undefined) throw notFound();
  if (person.retiredAt !== null) throw conflict("staff-retired");
  return { id: person.id, name: `${person.givenName} ${person.familyName}` };
};

const endOfSoon = async (work: Work): Promise<string> => {
  const { zone } = await getOrganization(work);
  return lastSoonDay(dateAt(work.now, zone));
};

export const listCredentials = async (
  work: Work,
  { show, ...input }: Parsed<typeof api.listCredentials>,
): Promise<Output<typeof api.listCredentials>> => {
  const endingBy = show === "due" ? await endOfSoon(work) : undefined;
  const found = await queries.listCredentials(work, { ...input, endingBy });
  const page = pageOfRows(found, input.limit);
  return { ...page, rows: page.rows.map((row) => credentialOf(work, row)) };
};

export const getCredential = async (work: Work, credentialId: string): Promise<Credential> => {
  const row = await queries.findCredential(work, credentialId);
  if (row === undefined) throw notFound();
  return credentialOf(work, row);
};

export const createCredential = async (
  work: Work,
  { staffId, ...facts }: Parsed<typeof api.createCredential>,
): Promise<Credential> => {
  assertMayAdd(work, "credential");
  assertSound(facts);
  const staff = await holdActiveStaff(work, staffId);
  const id = work.newId();
  const createdAt = work.now.toString();
  await queries.insertCredential(work, { id, staffId, createdAt, ...facts });
  const changes = changesBetween(undefined, { staff, ...facts });
  await recordChange(work, "credential", { id, version: 1 }, { verb: "create", changes });
  return getCredential(work, id);
};

/** Changes a credential. Renewing is a later last day on the same record: the history keeps the days before. */
export const changeCredential = async (
  work: Work,
  { credentialId, version, ...facts }: Parsed<typeof api.changeCredential>,
): Promise<Credential> => {
  const locked = await queries.lockCredential(work, credentialId);
  const before = await assertMayChange(work, "credential", locked, version);
  const changes = changesBetween(before, facts);
  if (Object.keys(changes).length === 0) return credentialOf(work, before);
  const after = { ...before, ...facts, version: version + 1 };
  assertSound(credentialOf(work, after));
  await queries.updateCredential(work, credentialId, facts);
  await recordChange(work, "credential", after, { verb: "change", changes });
  return credentialOf(work, after);
};

export const retireCredential = async (
  work: Work,
  { credentialId, version, reason }: Parsed<typeof api.retireCredential>,
): Promise<Credential> => {
  const locked = await queries.lockCredential(work, credentialId);
  const before = await assertMayChange(work, "credential", locked, version);
  const after = { ...before, retiredAt: work.now.toString(), version: version + 1 };
  await queries.updateCredential(work, credentialId, { retiredAt: after.retiredAt });
  await recordChange(work, "credential", after, { verb: "retire", reason });
  return credentialOf(work, after);
};

export const bringBackCredential = async (
  work: Work,
  { credentialId, version }: Parsed<typeof api.bringBackCredential>,
): Promise<Credential> => {
  const locked = await queries.lockCredential(work, credentialId);
  const before = await assertMayBringBack(work, "credential", locked, version);
  await holdActiveStaff(work, before.staffId);
  const after = { ...before, retiredAt: null, version: version + 1 };
  await queries.updateCredential(work, credentialId, { retiredAt: null });
  await recordChange(work, "credential", after, { verb: "bring-back" });
  return credentialOf(work, after);
};
