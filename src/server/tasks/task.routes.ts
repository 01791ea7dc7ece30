import * as api from "#domain/tasks/task.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import * as tasks from "#server/tasks/tasks.service.ts";

export const taskRoutes: readonly MountedRoute[] = [
  on(api.listTasks, ({ work, session, input }) => tasks.listTasks(work, session, input)),
  on(api.readTask, ({ work, input }) => tasks.getTask(work, input.taskId)),
  on(api.listTaskRevisions, ({ work, input }) => tasks.taskHistory(work, input.taskId)),
  on(api.createTask, ({ work, session, input }) => tasks.createTask(work, session, input)),
  on(api.takeTask, ({ work, session, input }) => tasks.takeTask(work, session, input)),
  on(api.closeTask, ({ work, input }) => tasks.closeTask(work, input)),
];
