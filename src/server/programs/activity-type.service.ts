import { changesBetween } from "#domain/basics/revision.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/programs/activity-type.api.ts";
import { activityTypeSchema, type ActivityType } from "#domain/programs/activity-type.ts";
import { conflict } from "#domain/programs/conflict.ts";
import { refusing } from "#server/db/constraint.ts";
import { pageOfRows } from "#server/db/keyset.ts";
import { recordChange } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";
import * as queries from "#server/programs/activity-type.queries.ts";
import { assertMayAdd, assertMayBringBack, assertMayChange } from "#server/programs/assert-may.ts";

const typeOf = (row: queries.ActivityTypeRow): ActivityType => activityTypeSchema.parse(row);

const taken = {
  activity_type_name_unique: () => conflict("name-taken", { fields: { name: { code: "taken" } } }),
};

export const listActivityTypes = async (
  work: Work,
  input: Parsed<typeof api.listActivityTypes>,
): Promise<Output<typeof api.listActivityTypes>> => {
  const page = pageOfRows(await queries.listActivityTypes(work, input), input.limit);
  return { ...page, rows: page.rows.map(typeOf) };
};

export const getActivityType = async (work: Work, id: string): Promise<ActivityType> => {
  const row = await queries.findActivityType(work, id);
  if (row === undefined) throw notFound();
  return typeOf(row);
};

export const createActivityType = async (
  work: Work,
  facts: Parsed<typeof api.createActivityType>,
): Promise<ActivityType> => {
  assertMayAdd(work);
  const row = { id: work.newId(), createdAt: work.now.toString(), ...facts };
  await refusing(taken, () => queries.insertActivityTypes(work, [row]));
  const made = { ...row, retiredAt: null, version: 1 };
  const changes = changesBetween(undefined, facts);
  await recordChange(work, "activity-type", made, { verb: "create", changes });
  return made;
};

/** Changes a type. Sessions that were held under it keep what it was: they carry their own copy. */
export const changeActivityType = async (
  work: Work,
  { activityTypeId, version, ...wanted }: Parsed<typeof api.changeActivityType>,
): Promise<ActivityType> => {
  const locked = await queries.lockActivityType(work, activityTypeId);
  const before = await assertMayChange(work, "activity-type", locked, version);
  const changes = changesBetween(before, wanted);
  if (Object.keys(changes).length === 0) return typeOf(before);
  await refusing(taken, () => queries.updateActivityType(work, activityTypeId, wanted));
  const after = { ...before, ...wanted, version: version + 1 };
  await recordChange(work, "activity-type", after, { verb: "change", changes });
  return typeOf(after);
};

export const retireActivityType = async (
  work: Work,
  { activityTypeId, version, reason }: Parsed<typeof api.retireActivityType>,
): Promise<ActivityType> => {
  const locked = await queries.lockActivityType(work, activityTypeId);
  const before = await assertMayChange(work, "activity-type", locked, version);
  const after = { ...before, retiredAt: work.now.toString(), version: version + 1 };
  await queries.updateActivityType(work, activityTypeId, { retiredAt: after.retiredAt });
  await recordChange(work, "activity-type", after, { verb: "retire", reason });
  return typeOf(after);
};

export const bringBackActivityType = async (
  work: Work,
  { activityTypeId, version }: Parsed<typeof api.bringBackActivityType>,
): Promise<ActivityType> => {
  const locked = await queries.lockActivityType(work, activityTypeId);
  const before = await assertMayBringBack(work, "activity-type", locked, version);
  await refusing(taken, () =>
    queries.updateActivityType(work, activityTypeId, { retiredAt: null }),
  );
  const after = { ...before, retiredAt: null, version: version + 1 };
  await recordChange(work, "activity-type", after, { verb: "bring-back" });
  return typeOf(after);
};
