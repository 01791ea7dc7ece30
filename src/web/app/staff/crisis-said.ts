import type { Task } from "#domain/tasks/task.ts";
import { paths } from "#web/platform/paths.ts";

/** The screens that show the tasks themselves. */
const showsTasks: readonly string[] = [paths.home, paths.tasks];

type Crisis = Pick<Task, "takenAt" | "ownerStaffId" | "patientId">;

/**
 * Which of these crises the notice above a screen speaks of: those that wait for this person, without what the screen says by
 * itself. The chart of somebody says theirs, with more of it.
 */
export const crisesToSay = <T extends Crisis>(
  crises: readonly T[],
  { staffId, path }: { readonly staffId: string | null; readonly path: string },
): readonly T[] =>
  showsTasks.includes(path)
    ? []
    : crises.filter(
        ({ takenAt, ownerStaffId, patientId }) =>
          (takenAt === null || ownerStaffId === staffId) &&
          (patientId === null || path !== paths.patient(patientId)),
      );
