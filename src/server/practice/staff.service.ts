import { dateAt } from "#domain/basics/civil-date.ts";
import { changesBetween } from "#domain/basics/revision.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { conflict } from "#domain/practice/conflict.ts";
import { standingOn } from "#domain/practice/credential-standing.ts";
import { positionSchema } from "#domain/practice/position.ts";
import type { Named } from "#domain/practice/record-state.ts";
import type * as api from "#domain/practice/staff.api.ts";
import { supervisesOthers, type Staff, type StaffRow } from "#domain/practice/staff.ts";
import { refusing } from "#server/db/constraint.ts";
import { pageOfRows } from "#server/db/keyset.ts";
import { recordChange } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";
import { assertMayAdd, assertMayBringBack, assertMayChange } from "#server/practice/assert-may.ts";
import { placementOf, retiredPlacement } from "#server/practice/placement.service.ts";
import * as queries from "#server/practice/staff.queries.ts";
import { lockSupervision } from "#server/practice/supervision.queries.ts";

const named = (id: string | null, name: string | null): Named | null =>
  id === null || name === null ? null : { id, name };

const homeSiteOf = (row: queries.StaffListRow): Named | null =>
  named(row.homeSiteId, row.homeSiteName);
const supervisorOf = (row: queries.StaffListRow): Named | null =>
  named(row.supervisorId, row.supervisorName);

const staffRowOf = (work: Work, row: queries.StaffListRow): StaffRow => {
  const today = dateAt(work.now, row.zone);
  const { lapsing } = row;
  return {
    ...row,
    position: positionSchema.parse(row.position),
    homeSite: homeSiteOf(row),
    supervisor: supervisorOf(row),
    nextToLapse:
      lapsing === null ? null : { code: lapsing.code, standing: standingOn(today, lapsing) },
    lacksSupervisor: row.needsSupervision && row.supervisorId === null,
  };
};

/** The facts as the history tells them: whatever is named by an id is kept with the name it had. */
const storyOf = (row: queries.StaffListRow) => ({
  givenName: row.givenName,
  familyName: row.familyName,
  credentialsShown: row.credentialsShown,
  position: row.position,
  email: row.email,
  phone: row.phone,
  npi: row.npi,
  homeSite: homeSiteOf(row),
  supervisor: supervisorOf(row),
  startedOn: row.startedOn,
});

const taken = {
  staff_email_unique: () => conflict("email-taken", { fields: { email: { code: "taken" } } }),
  staff_npi_unique: () => conflict("npi-taken", { fields: { npi: { code: "taken" } } }),
};

export const listStaff = async (
  work: Work,
  input: Parsed<typeof api.listStaff>,
): Promise<Output<typeof api.listStaff>> => {
  const page = pageOfRows(await queries.listStaff(work, input), input.limit);
  return { ...page, rows: page.rows.map((row) => staffRowOf(work, row)) };
};

export const getStaff = async (work: Work, staffId: string): Promise<Staff> => {
  const row = await queries.findStaff(work, staffId);
  if (row === undefined) throw notFound();
  return { ...staffRowOf(work, row), account: row.account, supervisees: row.supervisees };
};

export const createStaff = async (
  work: Work,
  input: Parsed<typeof api.createStaff>,
): Promise<Staff> => {
  assertMayAdd(work, "staff");
  const placement = await placementOf(work, undefined, input);
  const id = work.newId();
  const createdAt = work.now.toString();
  await refusing(taken, () => queries.insertStaff(work, { id, createdAt, ...input }));
  const { homeSiteId: _site, supervisorId: _supervisor, ...facts } = input;
  const changes = changesBetween(undefined, { ...facts, ...placement });
  await recordChange(work, "staff", { id, version: 1 }, { verb: "create", changes });
  return getStaff(work, id);
};

export const changeStaff = async (
  work: Work,
  { staffId, version, ...wanted }: Parsed<typeof api.changeStaff>,
): Promise<Staff> => {
  if (wanted.supervisorId !== undefined) await lockSupervision(work);
  const locked = await queries.lockStaff(work, staffId);
  const before = await assertMayChange(work, "staff", locked, version);
  const placement = await placementOf(work, staffId, wanted);
  const { homeSiteId: _site, supervisorId: _supervisor, ...facts } = wanted;
  const changes = changesBetween(storyOf(before), { ...facts, ...placement });
  if (Object.keys(changes).length === 0) return getStaff(work, staffId);
  await refusing(taken, () => queries.updateStaff(work, staffId, wanted));
  const after = { id: staffId, version: version + 1 };
  await recordChange(work, "staff", after, { verb: "change", changes });
  return getStaff(work, staffId);
};

/**
 * Ends somebody's work here. Refused while they supervise anybody active, counted after the lock is held: whoever they
 * supervise needs another supervisor first. Their sign-in is ended by whoever manages people.
 */
export const retireStaff = async (
  work: Work,
  { staffId, version, reason }: Parsed<typeof api.retireStaff>,
): Promise<Staff> => {
  await assertMayChange(work, "staff", await queries.lockStaff(work, staffId), version);
  const supervises = supervisesOthers(await getStaff(work, staffId));
  if (supervises !== null) throw conflict("supervises-others", { values: supervises });
  await queries.updateStaff(work, staffId, { retiredAt: work.now.toString() });
  const after = { id: staffId, version: version + 1 };
  await recordChange(work, "staff", after, { verb: "retire", reason });
  return getStaff(work, staffId);
};

/** Takes somebody back. A site or a supervisor retired meanwhile is left out, and the history says so. */
export const bringBackStaff = async (
  work: Work,
  { staffId, version }: Parsed<typeof api.bringBackStaff>,
): Promise<Staff> => {
  const locked = await queries.lockStaff(work, staffId);
  const before = await assertMayBringBack(work, "staff", locked, version);
  const leftOut = await retiredPlacement(work, before);
  const changed = { ...leftOut, retiredAt: null };
  await refusing(taken, () => queries.updateStaff(work, staffId, changed));
  const changes = changesBetween(storyOf(before), storyOf({ ...before, ...leftOut }));
  const after = { id: staffId, version: version + 1 };
  await recordChange(work, "staff", after, { verb: "bring-back", changes });
  return getStaff(work, staffId);
};
