import type { Temporal } from "temporal-polyfill";
import { labelOf, type Label } from "#domain/basics/label.ts";
import { changesBetween } from "#domain/basics/revision.ts";
import { notFound, Problem, problem } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { isAllowed } from "#domain/access/actor.ts";
import { labelTogether } from "#domain/privacy/may-disclose.ts";
import { labelsSeenBy } from "#domain/access/may-see.ts";
import { shownName } from "#domain/patients/shown-name.ts";
import { isAskedOfSession } from "#domain/tasks/asked-kind.ts";
import type * as api from "#domain/tasks/task.api.ts";
import { kindOfTask, taskKindNames, type TaskKindName } from "#domain/tasks/task-kind.ts";
import { taskSchema, type Task } from "#domain/tasks/task.ts";
import { refusing } from "#server/db/constraint.ts";
import { pageOfRows } from "#server/db/keyset.ts";
import { labelsOfPatient } from "#server/platform/labels-of-patient.queries.ts";
import { recordChange } from "#server/platform/record-change.ts";
import { refuseStale } from "#server/platform/refuse-stale.ts";
import { listRevisions } from "#server/platform/revision.ts";
import type { Session } from "#server/platform/session.ts";
import type { Work } from "#server/platform/work.ts";
import { watch } from "#server/tasks/escalation.service.ts";
import * as queries from "#server/tasks/task.queries.ts";

/** Where somebody is reached in a crisis, and what they allowed: for whoever may read who they are. */
const reachOf = (actor: Work["actor"], row: queries.TaskRow): Task["patientReach"] => {
  const { phone, phoneMayBeCalled, phoneMayBeTexted, voicemailMayBeLeft } = row;
  const isNeeded = row.urgency === "crisis" && row.closedAt === null;
  if (!isNeeded || phone === null || !isAllowed(actor, "patients:read")) return null;
  return {
    phone,
    phoneMayBeCalled: phoneMayBeCalled === true,
    phoneMayBeTexted: phoneMayBeTexted === true,
    voicemailMayBeLeft: voicemailMayBeLeft === true,
  };
};

const taskOf = ({ actor }: Pick<Work, "actor">, row: queries.TaskRow): Task => {
  const { givenName, familyName, preferredName } = row;
  return taskSchema.parse({
    ...row,
    label: labelOf(row.label),
    patientReach: reachOf(actor, row),
    patientName:
      givenName === null || familyName === null
        ? null
        : shownName({ givenName, familyName, preferredName }),
  });
};

/** Whoever asks, as far as tasks may be theirs. */
export type Reader = Pick<Session, "staffId" | "roles">;

const askingOf = ({ actor }: Work, { staffId, roles }: Reader): queries.Asking => ({
  kinds: taskKindNames.filter((kind) => isAllowed(actor, kindOfTask(kind).seenWith)),
  labels: labelsSeenBy(actor),
  staffId,
  roles,
});

export const listTasks = async (
  work: Work,
  session: Reader,
  input: Parsed<typeof api.listTasks>,
): Promise<Output<typeof api.listTasks>> => {
  const asking = askingOf(work, session);
  const page = pageOfRows(await queries.listTasks(work, input, asking), input.limit);
  return { ...page, rows: page.rows.map((row) => taskOf(work, row)) };
};

export const getTask = async (work: Work, session: Reader, taskId: string): Promise<Task> => {
  const row = await queries.findTask(work, taskId, askingOf(work, session));
  if (row === undefined) throw notFound();
  return taskOf(work, row);
};

export const taskHistory = async (
  work: Work,
  session: Reader,
  taskId: string,
): Promise<Output<typeof api.listTaskRevisions>> => {
  const { patientId } = await getTask(work, session, taskId);
  const rows = await listRevisions(work, "task", taskId);
  return { patientIds: patientId === null ? [] : [patientId], rows };
};

interface Raising {
  readonly kind: TaskKindName;
  readonly patientId: string | null;
  readonly label: Label;
  /** What it was raised about; the same thing is not raised twice while it is open. */
  readonly record: { readonly kind: string; readonly id: string } | null;
  /** Codes and numbers. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
  /** Null: the role of its kind owns it until somebody takes it. */
  readonly ownerStaffId: string | null;
  readonly urgency?: Task["urgency"];
  readonly dueAt?: string;
}

const clockOf = (now: Temporal.Instant, kind: TaskKindName): string =>
  now.add({ minutes: kindOfTask(kind).minutesToDo }).toString();

const raise = async (
  work: Work,
  raising: Raising,
): Promise<{ readonly task: Task; readonly isNew: boolean }> => {
  const { kind, patientId, label, record, ownerStaffId } = raising;
  const { urgency, ownerRole } = kindOfTask(kind);
  const id = work.newId();
  const row = {
    id,
    kind,
    urgency: raising.urgency ?? urgency,
    patientId,
    recordKind: record?.kind ?? null,
    recordId: record?.id ?? null,
    details: JSON.stringify(raising.details ?? {}),
    ownerStaffId,
    ownerRole,
    dueAt: raising.dueAt ?? clockOf(work.now, kind),
    createdAt: work.now.toString(),
    label,
  };
  const isNew = await refusing({ task_patient: notFound }, () => queries.insertTask(work, row));
  if (isNew) {
    const { details: _, ...columns } = row;
    const changes = changesBetween(undefined, columns);
    await recordChange(work, "task", { id, version: 1 }, { verb: "raise", changes });
    await watch(work, { ...row, kind, takenAt: null, closedAt: null }, 0);
  }
  const found =
    isNew || record === null
      ? await queries.findAnyTask(work, id)
      : await queries.findOpenTaskOf(work, kind, record);
  if (found === undefined) throw new Error("a task that was just raised is not there");
  return { task: taskOf(work, found), isNew };
};

/** Raises a task, or answers the one that is open for the same thing: its owner and its clock stay as they were. */
export const raiseTask = async (work: Work, raising: Raising): Promise<Task> =>
  (await raise(work, raising)).task;

/** The most pressing open task of a kind about a patient. */
export const findOpenTaskAbout = async (
  work: Work,
  kind: TaskKindName,
  patientId: string,
): Promise<Task | undefined> => {
  const row = await queries.findOpenTaskAbout(work, kind, patientId);
  return row && taskOf(work, row);
};

const ownStaffId = (session: Pick<Session, "staffId">): string => {
  if (session.staffId === null) throw new Problem("no-staff-record", 409);
  return session.staffId;
};

/** What is asked for of a session is of one that is here; of a person, of whom the task is about. */
const isAbout = async (
  work: Work,
  { kind, id }: NonNullable<Parsed<typeof api.createTask>["about"]>,
  patientId: string | null,
): Promise<boolean> => (isAskedOfSession(kind) ? queries.isSession(work, id) : id === patientId);

/** A task that somebody writes down. What is said of a patient in it is kept as closely as all that is known of them. */
export const createTask = async (
  work: Work,
  session: Pick<Session, "staffId">,
  input: Parsed<typeof api.createTask>,
): Promise<Task> => {
  const { words, urgency, patientId, ownerStaffId, about, dueAt } = input;
  if (about !== null && !(await isAbout(work, about, patientId))) throw notFound();
  const label =
    patientId === null ? "general" : labelTogether(await labelsOfPatient(work, patientId));
  const { task, isNew } = await refusing(
    {
      task_owner_staff: () =>
        problem("invalid-input", { fields: { ownerStaffId: { code: "not-a-choice" } } }),
    },
    () =>
      raise(work, {
        kind: "to-do",
        patientId,
        label,
        record: about,
        details: { words },
        ownerStaffId: ownerStaffId ?? ownStaffId(session),
        urgency,
        dueAt,
      }),
  );
  if (!isNew) throw new Problem("asked-already", 409);
  return task;
};

const openTask = async (
  work: Work,
  session: Reader,
  { taskId, version }: { readonly taskId: string; readonly version: number },
): Promise<queries.TaskRow> => {
  const row = await queries.lockTask(work, taskId, askingOf(work, session));
  if (row === undefined) throw notFound();
  if (row.closedAt !== null) throw new Problem("closed", 409);
  // Two who take it at once: whoever comes second learns that it is being looked after, and does not take it away unseen.
  if (row.version !== version && row.takenAt !== null && row.ownerStaffId !== session.staffId)
    throw new Problem("taken", 409);
  await refuseStale(work, "task", row, version);
  return row;
};

const changed = async (
  work: Work,
  row: queries.TaskRow,
  change: Readonly<Record<string, string | null>>,
  verb: string,
): Promise<Task> => {
  await queries.updateTask(work, row.id, change);
  const changes = changesBetween({ ...row }, change);
  await recordChange(work, "task", { id: row.id, version: row.version + 1 }, { verb, changes });
  const after = await queries.findAnyTask(work, row.id);
  if (after === undefined) throw notFound();
  return taskOf(work, after);
};

/** From now on it is this person's. Whose it was before stands in its history. */
export const takeTask = async (
  work: Work,
  session: Reader,
  asked: Parsed<typeof api.takeTask>,
): Promise<Task> => {
  const row = await openTask(work, session, asked);
  const change = { ownerStaffId: ownStaffId(session), takenAt: work.now.toString() };
  return changed(work, row, change, "take");
};

/** Ends a task. Each kind says what it may end with, and whether a word of what was done belongs to it. */
export const closeTask = async (
  work: Work,
  session: Reader,
  { closure, words, ...asked }: Parsed<typeof api.closeTask>,
): Promise<Task> => {
  const row = await openTask(work, session, asked);
  const kind = kindOfTask(taskOf(work, row).kind);
  if (!kind.closures.includes(closure))
    throw problem("invalid-input", { fields: { closure: { code: "not-a-choice" } } });
  if (kind.closesWithWords && words === null)
    throw problem("invalid-input", { fields: { words: { code: "required" } } });
  const by = { closedAt: work.now.toString(), closedBy: work.actor.name };
  return changed(work, row, { ...by, closure, closureWords: words }, "close");
};
