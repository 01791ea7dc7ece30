import { sql, type Insertable, type Updateable } from "kysely";
import { inPages, totalOf } from "#server/db/keyset.ts";
import type { StepwellExportRun } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";

type Place = Pick<Work, "tx" | "organizationId">;

const columns = [
  "r.id",
  "r.kind",
  "r.patientId",
  "r.state",
  "r.format",
  "r.ground",
  "r.recipient",
  "r.purpose",
  "r.reason",
  "r.parts",
  "r.fromDate",
  "r.toDate",
  "r.requestedAt",
  "r.touchedAt",
  "r.actorName",
  "r.finishedAt",
  "r.expiresAt",
  "r.done",
  "r.total",
  "r.heldBack",
  "r.problem",
  "r.files",
  "r.label",
  "r.version",
] as const;

const runs = ({ tx, organizationId }: Place) =>
  tx.selectFrom("stepwell.exportRun as r").where("r.organizationId", "=", organizationId);

/** Those of one person, or, for null, those of the whole organization. */
const runsOf = (place: Place, patientId: string | null) =>
  patientId === null
    ? runs(place).where("r.patientId", "is", null)
    : runs(place).where("r.patientId", "=", patientId);

const one = (place: Place, id: string) => runs(place).select(columns).where("r.id", "=", id);
export type ExportRow = Awaited<ReturnType<ReturnType<typeof one>["execute"]>>[number];

/** Newest first: ids grow with time. */
export const listRuns = (
  place: Place,
  patientId: string | null,
  page: { readonly limit: number; readonly cursor?: string | undefined },
) => {
  const all = totalOf(runsOf(place, patientId));
  return inPages(runsOf(place, patientId).select(columns).select(all), {
    ...page,
    order: "desc",
    key: sql<string>`r.id::text`,
    id: sql<string>`r.id`,
  }).execute();
};

export const findRun = (place: Place, id: string): Promise<ExportRow | undefined> =>
  one(place, id).executeTakeFirst();

/** Holds an export while its state changes. */
export const lockRun = (place: Place, id: string): Promise<ExportRow | undefined> =>
  one(place, id).forUpdate().executeTakeFirst();

export const insertRun = async (
  { tx, organizationId }: Place,
  row: Omit<Insertable<StepwellExportRun>, "organizationId">,
): Promise<void> => {
  await tx
    .insertInto("stepwell.exportRun")
    .values({ organizationId, ...row })
    .execute();
};

export const updateRun = async (
  { tx, organizationId }: Place,
  id: string,
  columnsOf: Updateable<StepwellExportRun>,
): Promise<void> => {
  await tx
    .updateTable("stepwell.exportRun")
    .set({ ...columnsOf, version: sql`version + 1` })
    .where("organizationId", "=", organizationId)
    .where("id", "=", id)
    .execute();
};

/** Exports of the whole organization that are being made, or were when whoever made them died. */
export const runsUnderWay = (place: Place) =>
  runsOf(place, null)
    .select(columns)
    .where("r.state", "in", ["waiting", "running"])
    .forUpdate()
    .execute();

/** Exports whose files have been kept long enough. */
export const expiredRuns = (place: Place, now: string) =>
  runs(place)
    .select(columns)
    .where("r.state", "=", "ready")
    .where("r.expiresAt", "<=", now)
    .forUpdate()
    .execute();

export const insertPart = async (
  { tx, organizationId }: Place,
  part: {
    readonly exportRunId: string;
    readonly file: string;
    readonly number: number;
    readonly content: Buffer;
  },
): Promise<void> => {
  await tx
    .insertInto("stepwell.exportPart")
    .values({ organizationId, ...part })
    .execute();
};

export const deleteParts = async (
  { tx, organizationId }: Place,
  exportRunId: string,
): Promise<void> => {
  await tx
    .deleteFrom("stepwell.exportPart")
    .where("organizationId", "=", organizationId)
    .where("exportRunId", "=", exportRunId)
    .execute();
};

/** One portion of a file; undefined after the last. */
export const readPart = async (
  { tx, organizationId }: Place,
  exportRunId: string,
  file: string,
  number: number,
): Promise<Buffer | undefined> => {
  const found = await tx
    .selectFrom("stepwell.exportPart")
    .select("content")
    .where("organizationId", "=", organizationId)
    .where("exportRunId", "=", exportRunId)
    .where("file", "=", file)
    .where("number", "=", number)
    .executeTakeFirst();
  return found?.content;
};

/** Of whom an export told, and how closely their records were kept then. */
export const peopleToldIn = ({ tx, organizationId }: Place, exportRunId: string) =>
  tx
    .selectFrom("stepwell.disclosure as d")
    .select(["d.patientId", "d.label"])
    .where("d.organizationId", "=", organizationId)
    .where("d.recordKind", "=", "export")
    .where("d.recordId", "=", exportRunId)
    .execute();
