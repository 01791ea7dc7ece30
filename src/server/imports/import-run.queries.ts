import { sql, type Insertable, type Updateable } from "kysely";
import { inPages, totalOf } from "#server/db/keyset.ts";
import type { StepwellImportRun } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";

const runs = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.importRun as run")
    .select([
      "run.id",
      "run.kind",
      "run.state",
      "run.source",
      "run.label",
      "run.files",
      "run.columns",
      "run.skipped",
      "run.entries",
      "run.done",
      "run.createdAt",
      "run.changedAt",
      "run.accountId",
      "run.actorName",
      "run.version",
    ])
    .where("run.organizationId", "=", organizationId);
export type RunRow = Awaited<ReturnType<ReturnType<typeof runs>["execute"]>>[number];

export const insertRun = async (
  { tx, organizationId }: Work,
  run: Omit<Insertable<StepwellImportRun>, "organizationId">,
): Promise<void> => {
  await tx
    .insertInto("stepwell.importRun")
    .values({ organizationId, ...run })
    .execute();
};

/** Newest first: ids grow with time. */
export const listRuns = (
  work: Work,
  page: { readonly limit: number; readonly cursor?: string | undefined },
) =>
  inPages(
    runs(work).select(
      totalOf(
        work.tx
          .selectFrom("stepwell.importRun as one")
          .where("one.organizationId", "=", work.organizationId),
      ),
    ),
    { ...page, order: "desc", key: sql<string>`run.id::text`, id: sql<string>`run.id` },
  ).execute();

export const findRun = (work: Work, importId: string) =>
  runs(work).where("run.id", "=", importId).executeTakeFirst();

/** The run, held until the transaction ends: of two steps of one run one waits for the other. */
export const lockRun = (work: Work, importId: string) =>
  runs(work).where("run.id", "=", importId).forUpdate().executeTakeFirst();

type Changed = Omit<Updateable<StepwellImportRun>, "organizationId" | "id" | "version">;

/** Writes an act of somebody and moves the version on by one. The row is locked by `lockRun`. */
export const updateRun = async (
  { tx, organizationId, now }: Work,
  importId: string,
  changed: Changed,
): Promise<void> => {
  await tx
    .updateTable("stepwell.importRun")
    .set({ ...changed, changedAt: now.toString() })
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", organizationId)
    .where("id", "=", importId)
    .execute();
};

/** Writes how far it has come: no act of anybody, and no new version. */
export const noteProgress = async (
  { tx, organizationId, now }: Work,
  importId: string,
  done: number,
): Promise<void> => {
  await tx
    .updateTable("stepwell.importRun")
    .set({ changedAt: now.toString() })
    .set({ done: sql`least(entries, done + ${done})` })
    .where("organizationId", "=", organizationId)
    .where("id", "=", importId)
    .execute();
};
