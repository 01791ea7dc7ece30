import { Temporal } from "temporal-polyfill";
import type { Role } from "#domain/access/roles.ts";
import { kindOfTask, type TaskKindName } from "#domain/tasks/task-kind.ts";

/** A task as its escalation looks at it. */
export interface Waiting {
  readonly kind: TaskKindName;
  readonly createdAt: string;
  readonly dueAt: string;
  readonly takenAt: string | null;
  readonly closedAt: string | null;
}

/** What happens with a task at a step: whom it is passed on to, none where somebody is at it, and when to look again. */
export interface EscalationStep {
  readonly tells: readonly Role[];
  /** True: the supervisor of the owner is told, and only without one the roles. */
  readonly ownersSupervisorFirst: boolean;
}

const minutesAfter = (moment: string, minutes: number): string =>
  Temporal.Instant.from(moment).add({ minutes }).toString();

const laterOf = (one: string, other: string): string =>
  Temporal.Instant.compare(one, other) < 0 ? other : one;

/** Told again so often after its clock ran out, while nobody takes it: a night and a day. */
const mostRepetitions = 48;

/**
 * When a task is looked at for the nth time (from 0): after its first minutes, when its clock runs out, and again and again
 * from then on; null for a kind that is passed on to nobody, and when there is no point in another letter.
 */
export const escalationAt = (task: Waiting, step: number): string | null => {
  const { escalation } = kindOfTask(task.kind);
  if (escalation === null || step > mostRepetitions) return null;
  if (step === 0) return minutesAfter(task.createdAt, escalation.untakenMinutes);
  const first = minutesAfter(task.createdAt, escalation.untakenMinutes);
  return laterOf(first, minutesAfter(task.dueAt, (step - 1) * escalation.repeatMinutes));
};

/**
 * Whom a crisis is passed on to at a step, or null. Before its clock runs out only what nobody took; when it runs out whatever
 * is still open; after that, what is still nobody's: it escalates until somebody acknowledges it.
 */
export const escalationStep = (task: Waiting, step: number): EscalationStep | null => {
  const { escalation } = kindOfTask(task.kind);
  if (escalation === null || task.closedAt !== null) return null;
  const isTaken = task.takenAt !== null;
  if (step === 0) return isTaken ? null : { tells: escalation.first, ownersSupervisorFirst: true };
  if (step > 1 && isTaken) return null;
  return { tells: escalation.afterwards, ownersSupervisorFirst: false };
};
