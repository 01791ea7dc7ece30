import { sql, type Insertable, type Updateable } from "kysely";
import type { Parsed } from "#domain/contract/route.ts";
import type { listTasks as contract } from "#domain/tasks/task.api.ts";
import type { Label } from "#domain/basics/label.ts";
import { passedOnTo, taskKindNames, type TaskKindName } from "#domain/tasks/task-kind.ts";
import { inPages, totalOf } from "#server/db/keyset.ts";
import type { StepwellTask } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";

/** Who asks: what kinds and labels they may see, and what is theirs. */
export interface Asking {
  readonly kinds: readonly TaskKindName[];
  readonly labels: readonly Label[];
  readonly staffId: string | null;
  readonly roles: readonly string[];
}

const base = ({ tx, organizationId }: Work, kinds: readonly TaskKindName[]) =>
  tx
    .selectFrom("stepwell.task as task")
    .leftJoin("stepwell.patient as patient", (on) =>
      on
        .on("patient.organizationId", "=", organizationId)
        .onRef("patient.id", "=", "task.patientId"),
    )
    .leftJoin("stepwell.staff as owner", (on) =>
      on
        .on("owner.organizationId", "=", organizationId)
        .onRef("owner.id", "=", "task.ownerStaffId"),
    )
    .where("task.organizationId", "=", organizationId)
    .where("task.kind", "in", [...kinds]);

const columns = [
  "task.id",
  "task.kind",
  "task.urgency",
  "task.patientId",
  "task.recordKind",
  "task.recordId",
  "task.details",
  "task.ownerStaffId",
  "task.ownerRole",
  "task.dueAt",
  "task.createdAt",
  "task.takenAt",
  "task.closedAt",
  "task.closedBy",
  "task.closure",
  "task.closureWords",
  "task.escalations",
  "task.escalatedAt",
  "task.label",
  "task.version",
  "patient.givenName",
  "patient.familyName",
  "patient.preferredName",
  "patient.phone",
  "patient.phoneMayBeCalled",
  "patient.phoneMayBeTexted",
  "patient.voicemailMayBeLeft",
  sql<string | null>`owner.given_name || ' ' || owner.family_name`.as("ownerName"),
] as const;

const stamp = (column: string) =>
  sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYYMMDDHH24MISSUS')`;
const worst = sql<string>`case task.urgency when 'crisis' then '0' when 'today' then '1' else '2' end || ${stamp("task.due_at")}`;

/** Given to somebody, or to a role of theirs while nobody has it. */
const given = ({ staffId, roles }: Asking) =>
  sql<boolean>`(task.owner_staff_id = ${staffId}::uuid
    or (task.owner_staff_id is null and task.owner_role = any(${[...roles]}::text[])))`;

/** The tasks that somebody may know of: by kind, and by label unless it is theirs to do. */
const seen = (work: Work, asking: Asking) =>
  base(work, asking.kinds).where((where) =>
    where.or([where("task.label", "in", [...asking.labels]), given(asking)]),
  );

const mine = (now: string, asking: Asking) =>
  sql<boolean>`(${given(asking)}
    or (task.urgency = 'crisis' and task.taken_at is null and task.due_at < ${now}::timestamptz)
    or (task.escalations > 0 and (task.taken_at is null or task.due_at < ${now}::timestamptz)
      and ${[...asking.roles]}::text[] && ${[...passedOnTo]}::text[]))`;

const matching = (work: Work, input: Parsed<typeof contract>, asking: Asking) =>
  seen(work, asking)
    .where("task.closedAt", input.state === "open" ? "is" : "is not", null)
    .$if(input.patientId !== undefined, (all) =>
      all.where("task.patientId", "=", input.patientId ?? null),
    )
    .$if(input.urgency !== undefined, (all) => all.where("task.urgency", "=", input.urgency ?? ""))
    .$if(input.whose === "mine", (all) => all.where(mine(work.now.toString(), asking)));

export const listTasks = (work: Work, input: Parsed<typeof contract>, asking: Asking) =>
  inPages(
    matching(work, input, asking)
      .select(columns)
      .select(totalOf(matching(work, input, asking))),
    {
      limit: input.limit,
      cursor: input.cursor,
      key: input.state === "open" ? worst : stamp("task.closed_at"),
      id: sql<string>`task.id`,
      order: input.state === "open" ? "asc" : "desc",
    },
  ).execute();

/** A task that this person may know of. */
export const findTask = (work: Work, taskId: string, asking: Asking) =>
  seen(work, asking).select(columns).where("task.id", "=", taskId).executeTakeFirst();

/** A task that this person may know of, held until the transaction ends. */
export const lockTask = (work: Work, taskId: string, asking: Asking) =>
  seen(work, asking)
    .select(columns)
    .where("task.id", "=", taskId)
    .forUpdate("task")
    .executeTakeFirst();

/** Any task, held until the transaction ends: for what runs by itself. */
export const lockAnyTask = (work: Work, taskId: string) =>
  base(work, taskKindNames)
    .select(columns)
    .where("task.id", "=", taskId)
    .forUpdate("task")
    .executeTakeFirst();

/** Any task: what was just written is answered to whoever wrote it. */
export const findAnyTask = (work: Work, taskId: string) =>
  base(work, taskKindNames).select(columns).where("task.id", "=", taskId).executeTakeFirst();

export type TaskRow = NonNullable<Awaited<ReturnType<typeof findTask>>>;

/** False where the same thing is raised already and still open. */
export const insertTask = async (
  { tx, organizationId }: Work,
  task: Omit<Insertable<StepwellTask>, "organizationId">,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("stepwell.task")
    .values({ organizationId, ...task })
    .onConflict((conflict) =>
      conflict
        .columns(["organizationId", "kind", "recordKind", "recordId"])
        .where("closedAt", "is", null)
        .doNothing(),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
};

/** Whether there is such a session here. */
export const isSession = async (
  { tx, organizationId }: Work,
  sessionId: string,
): Promise<boolean> =>
  (await tx
    .selectFrom("stepwell.session")
    .select("id")
    .where("organizationId", "=", organizationId)
    .where("id", "=", sessionId)
    .executeTakeFirst()) !== undefined;

/** The open task that was raised for a record. */
export const findOpenTaskOf = (
  work: Work,
  kind: TaskKindName,
  record: { readonly kind: string; readonly id: string },
) =>
  base(work, [kind])
    .select(columns)
    .where("task.recordKind", "=", record.kind)
    .where("task.recordId", "=", record.id)
    .where("task.closedAt", "is", null)
    .executeTakeFirst();

/** The open task of this kind that presses most for a patient. */
export const findOpenTaskAbout = (work: Work, kind: TaskKindName, patientId: string) =>
  base(work, [kind])
    .select(columns)
    .where("task.patientId", "=", patientId)
    .where("task.closedAt", "is", null)
    .orderBy("task.dueAt")
    .limit(1)
    .executeTakeFirst();

/** Writes changed columns and moves the version on by one. The row is locked before. */
export const updateTask = async (
  { tx, organizationId }: Work,
  taskId: string,
  changed: Updateable<StepwellTask>,
): Promise<void> => {
  await tx
    .updateTable("stepwell.task")
    .set(changed)
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", organizationId)
    .where("id", "=", taskId)
    .execute();
};
