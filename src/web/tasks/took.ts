import type { Task } from "#domain/tasks/task.ts";

const msPerMinute = 60_000;

export interface Took {
  readonly minutes: number;
  readonly isInTime: boolean;
}

/** How long a task stood open, and whether it was closed within its clock; null while it is open. */
export const tookOf = (task: Pick<Task, "createdAt" | "dueAt" | "closedAt">): Took | null => {
  if (task.closedAt === null) return null;
  const closed = Date.parse(task.closedAt);
  return {
    minutes: Math.max(0, Math.ceil((closed - Date.parse(task.createdAt)) / msPerMinute)),
    isInTime: closed <= Date.parse(task.dueAt),
  };
};
