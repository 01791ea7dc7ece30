import { sql, type Insertable, type Updateable } from "kysely";
import type { Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/programs/activity-type.api.ts";
import { beginsWith, inPages, totalOf } from "#server/db/keyset.ts";
import type { StepwellActivityType } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";

const types = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.activityType as activity")
    .where("activity.organizationId", "=", organizationId);

const columns = [
  "activity.id",
  "activity.name",
  "activity.format",
  "activity.modality",
  "activity.countsTowardHours",
  "activity.minutesToCount",
  "activity.needsLicensedLead",
  "activity.servesPerDiem",
  "activity.peoplePerFacilitator",
  "activity.createdAt",
  "activity.retiredAt",
  "activity.version",
] as const;

const nameKey = sql<string>`stepwell.folded(activity.name)`;

const matching = (work: Work, { q, state }: Parsed<typeof api.listActivityTypes>) =>
  types(work)
    .$if(state === "active", (all) => all.where("activity.retiredAt", "is", null))
    .$if(state === "retired", (all) => all.where("activity.retiredAt", "is not", null))
    .$if(q !== "", (all) => all.where(beginsWith(nameKey, q)));

export const listActivityTypes = (work: Work, input: Parsed<typeof api.listActivityTypes>) =>
  inPages(
    matching(work, input)
      .select(columns)
      .select(totalOf(matching(work, input))),
    { ...input, key: nameKey, id: sql<string>`activity.id` },
  ).execute();

const one = (work: Work, id: string) => types(work).select(columns).where("activity.id", "=", id);

export const findActivityType = (work: Work, id: string) => one(work, id).executeTakeFirst();

/** The type, held until the transaction ends. */
export const lockActivityType = (work: Work, id: string) =>
  one(work, id).forUpdate().executeTakeFirst();

export type ActivityTypeRow = NonNullable<Awaited<ReturnType<typeof findActivityType>>>;
export type NewActivityType = Omit<
  Insertable<StepwellActivityType>,
  "organizationId" | "version" | "retiredAt"
>;

export const insertActivityTypes = async (
  { tx, organizationId }: Work,
  rows: readonly NewActivityType[],
): Promise<void> => {
  await tx
    .insertInto("stepwell.activityType")
    .values(rows.map((row) => ({ organizationId, ...row })))
    .execute();
};

/** Writes changed columns and moves the version on by one. The row is locked by `lockActivityType`. */
export const updateActivityType = async (
  { tx, organizationId }: Work,
  id: string,
  changed: Updateable<StepwellActivityType>,
): Promise<void> => {
  await tx
    .updateTable("stepwell.activityType")
    .set(changed)
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", organizationId)
    .where("id", "=", id)
    .execute();
};
