import * as api from "#domain/tasks/task.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import * as tasks from "#server/tasks/task.service.ts";

export const taskRoutes: readonly MountedRoute[] = [
  on(api.listTasks, ({ work, session, input }) => tasks.listTasks(work, session, input)),
  on(api.readTask, ({ work, session, input }) => tasks.getTask(work, session, input.taskId)),
  on(api.listTaskRevisions, ({ work, session, input }) =>
    tasks.taskHistory(work, session, input.taskId),
  ),
  on(api.createTask, ({ work, session, input }) => tasks.createTask(work, session, input)),
  on(api.takeTask, ({ work, session, input }) => tasks.takeTask(work, session, input)),
  on(api.closeTask, ({ work, session, input }) => tasks.closeTask(work, session, input)),
];
