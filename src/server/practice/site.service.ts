import { changesBetween } from "#domain/basics/revision.ts";
import { usStateSchema } from "#domain/basics/us-address.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { conflict } from "#domain/practice/conflict.ts";
import type { Named } from "#domain/practice/record-state.ts";
import type * as api from "#domain/practice/site.api.ts";
import { siteInUse, type Site } from "#domain/practice/site.ts";
import { refusing } from "#server/db/constraint.ts";
import { pageOfRows } from "#server/db/keyset.ts";
import { recordChange } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";
import { assertMayAdd, assertMayBringBack, assertMayChange } from "#server/practice/assert-may.ts";
import * as queries from "#server/practice/site.queries.ts";

const siteOf = (row: queries.SiteRow): Site => {
  const { street, unit, city, state, postalCode, ...rest } = row;
  return {
    ...rest,
    address: { street, unit, city, state: usStateSchema.parse(state), postalCode },
  };
};

const taken = {
  site_name_unique: () => conflict("name-taken", { fields: { name: { code: "taken" } } }),
};

export const listSites = async (
  work: Work,
  input: Parsed<typeof api.listSites>,
): Promise<Output<typeof api.listSites>> => {
  const page = pageOfRows(await queries.listSites(work, input), input.limit);
  return { ...page, rows: page.rows.map(siteOf) };
};

export const getSite = async (work: Work, siteId: string): Promise<Site> => {
  const row = await queries.findSite(work, siteId);
  if (row === undefined) throw notFound();
  return siteOf(row);
};

/**
 * The site that something is about to depend on, held so that it cannot be retired before that is done; undefined where
 * there is none. Refuses one that is retired; `field` is where the person chose it.
 */
export const holdActiveSite = async (
  work: Work,
  siteId: string,
  field = "siteId",
): Promise<Named | undefined> => {
  const site = await queries.holdSite(work, siteId);
  if (site === undefined) return undefined;
  if (site.retiredAt !== null)
    throw conflict("site-retired", { fields: { [field]: { code: "retired" } } });
  return { id: site.id, name: site.name };
};

export const createSite = async (
  work: Work,
  input: Parsed<typeof api.createSite>,
): Promise<Site> => {
  assertMayAdd(work, "site");
  const { address, ...facts } = input;
  // The address lies open in the table: each part is a column, searched and compared by itself.
  const columns = { ...facts, ...address };
  const row = { id: work.newId(), createdAt: work.now.toString(), ...columns };
  await refusing(taken, () => queries.insertSite(work, row));
  const site = { ...row, roomCount: 0, staffCount: 0, retiredAt: null, version: 1 };
  await recordChange(work, "site", site, {
    verb: "create",
    changes: changesBetween(undefined, columns),
  });
  return siteOf(site);
};

export const changeSite = async (
  work: Work,
  { siteId, version, ...wanted }: Parsed<typeof api.changeSite>,
): Promise<Site> => {
  const locked = await queries.lockSite(work, siteId);
  const before = await assertMayChange(work, "site", locked, version);
  const { address, ...facts } = wanted;
  const columns = { ...facts, ...address };
  const changes = changesBetween(before, columns);
  if (Object.keys(changes).length === 0) return siteOf(before);
  await refusing(taken, () => queries.updateSite(work, siteId, columns));
  const after = { ...before, ...columns, version: version + 1 };
  await recordChange(work, "site", after, { verb: "change", changes });
  return siteOf(after);
};

/**
 * Ends the use of a site. Refused while anything in use depends on it, counted after the lock is held: a room that was
 * added in the meantime counts too.
 */
export const retireSite = async (
  work: Work,
  { siteId, version, reason }: Parsed<typeof api.retireSite>,
): Promise<Site> => {
  await assertMayChange(work, "site", await queries.lockSite(work, siteId), version);
  const site = await getSite(work, siteId);
  const uses = siteInUse(site);
  if (uses !== null) throw conflict("site-in-use", { values: uses });
  const after = { ...site, retiredAt: work.now.toString(), version: version + 1 };
  await queries.updateSite(work, siteId, { retiredAt: after.retiredAt });
  await recordChange(work, "site", after, { verb: "retire", reason });
  return after;
};

export const bringBackSite = async (
  work: Work,
  { siteId, version }: Parsed<typeof api.bringBackSite>,
): Promise<Site> => {
  const locked = await queries.lockSite(work, siteId);
  const before = await assertMayBringBack(work, "site", locked, version);
  await refusing(taken, () => queries.updateSite(work, siteId, { retiredAt: null }));
  const after = { ...before, retiredAt: null, version: version + 1 };
  await recordChange(work, "site", after, { verb: "bring-back" });
  return siteOf(after);
};
