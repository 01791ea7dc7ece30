import { z } from "zod";
import { changesBetween } from "#domain/basics/revision.ts";
import { escalationAt, escalationStep, type Waiting } from "#domain/tasks/escalation.ts";
import { taskKindNames } from "#domain/tasks/task-kind.ts";
import { enqueue, type Errand } from "#server/platform/outbox/outbox.ts";
import { recordChange } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";
import { listToBeTold } from "#server/tasks/escalation.queries.ts";
import { lockAnyTask, updateTask } from "#server/tasks/task.queries.ts";

export const escalationKind = "escalate-task";
export const escalationLetterKind = "send-escalation";

const payloadSchema = z.object({ step: z.int().min(0) });
const kindSchema = z.enum(taskKindNames);

/** Looks at the task again when its next step comes; where it has none, never. */
export const watch = async (
  work: Work,
  task: Waiting & { readonly id: string },
  step: number,
): Promise<void> => {
  const runAt = escalationAt(task, step);
  if (runAt === null) return;
  await enqueue(work, { kind: escalationKind, recordId: task.id, payload: { step }, runAt });
};

/**
 * Passes on a task that nobody took in time, or whose clock ran out: it shows on the screens of whoever is told, and a letter
 * goes to each of them that says nothing but that a task waits. Whoever closed it meanwhile hears nothing more.
 */
export const escalate = async (work: Work, errand: Errand): Promise<void> => {
  const { step } = payloadSchema.parse(errand.payload);
  const row = errand.recordId === null ? undefined : await lockAnyTask(work, errand.recordId);
  if (row === undefined || row.closedAt !== null) return;
  const task = { ...row, kind: kindSchema.parse(row.kind) };
  const due = escalationStep(task, step);
  if (due !== null) {
    const change = { escalations: row.escalations + 1, escalatedAt: work.now.toString() };
    await updateTask(work, row.id, change);
    const changes = changesBetween(
      { escalations: row.escalations },
      { escalations: change.escalations },
    );
    const record = { id: row.id, version: row.version + 1 };
    await recordChange(work, "task", record, { verb: "escalate", changes });
    const told = await listToBeTold(work, { ownerStaffId: row.ownerStaffId, ...due });
    for (const accountId of told)
      await enqueue(work, { kind: escalationLetterKind, recordId: row.id, payload: { accountId } });
  }
  await watch(work, task, step + 1);
};
