import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { pageInput, pageOf } from "#domain/basics/page.ts";
import { revisionSchema } from "#domain/basics/revision.ts";
import { lineSchema, optionalLineSchema } from "#domain/basics/text.ts";
import { versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import { askedKinds } from "#domain/tasks/asked-kind.ts";
import { closures, urgencies } from "#domain/tasks/task-kind.ts";
import { taskSchema, type Task } from "#domain/tasks/task.ts";

const taskId = idSchema;
const read = { permission: "tasks:read", purpose: "treatment" } as const;
const work = { permission: "tasks:work", purpose: "treatment" } as const;
const ofInput = (input: { taskId: string }) => ({ kind: "task", id: input.taskId });
const patientOf = (task: Pick<Task, "patientId">): string[] =>
  task.patientId === null ? [] : [task.patientId];
const ofOutput = (_: unknown, task: Task) => patientOf(task);

export const listTasks = route({
  ...read,
  method: "GET",
  path: "/tasks",
  summary: "Tasks, worst first: a crisis before all, then whose clock runs out first",
  audit: { verb: "task.list", subjects: (_, page) => [...new Set(page.rows.flatMap(patientOf))] },
  input: z.object({
    ...pageInput,
    /** `mine`: taken by me or given to me, to one of my roles, passed on to me, and every crisis nobody took in time. */
    whose: z.enum(["mine", "all"]).default("mine"),
    state: z.enum(["open", "closed"]).default("open"),
    urgency: z.enum(urgencies).optional(),
    patientId: idSchema.optional(),
  }),
  output: pageOf(taskSchema),
});

export const readTask = route({
  ...read,
  method: "GET",
  path: "/tasks/{taskId}",
  summary: "One task",
  audit: { verb: "task.read", subjects: ofOutput, record: ofInput },
  input: z.object({ taskId }),
  output: taskSchema,
});

export const listTaskRevisions = route({
  ...read,
  method: "GET",
  path: "/tasks/{taskId}/revisions",
  summary: "What became of a task, newest first",
  audit: { verb: "task.history", subjects: (_, { patientIds }) => patientIds, record: ofInput },
  input: z.object({ taskId }),
  output: z.object({ patientIds: z.array(idSchema), rows: z.array(revisionSchema) }),
});

export const createTask = route({
  ...work,
  method: "POST",
  path: "/tasks",
  summary: "Write a task down, for a colleague or for a role",
  audit: {
    verb: "task.create",
    subjects: ofOutput,
    record: (_, task) => ({ kind: "task", id: task.id }),
  },
  input: z.object({
    words: lineSchema(400),
    urgency: z.enum(urgencies).exclude(["crisis"]).default("today"),
    patientId: idSchema.nullable().default(null),
    /** Left out: it is one's own. */
    ownerStaffId: idSchema.nullable().default(null),
    /** What of a session, or of the person it is about, somebody is asked for; refused while the same is asked already. */
    about: z
      .object({ kind: z.enum(askedKinds), id: idSchema })
      .nullable()
      .default(null),
    dueAt: instantSchema,
  }),
  output: taskSchema,
  errors: { "no-staff-record": 409, "asked-already": 409 },
  status: 201,
});

export const takeTask = route({
  ...work,
  method: "POST",
  path: "/tasks/{taskId}/taking",
  summary: "Take a task: from now on it is mine",
  audit: { verb: "task.take", subjects: ofOutput, record: ofInput },
  input: z.object({ taskId, version: versionSchema }),
  output: taskSchema,
  errors: { closed: 409, taken: 409, "no-staff-record": 409 },
});

export const closeTask = route({
  ...work,
  method: "POST",
  path: "/tasks/{taskId}/closure",
  summary: "Close a task with how it ended",
  audit: { verb: "task.close", subjects: ofOutput, record: ofInput },
  input: z.object({
    taskId,
    version: versionSchema,
    closure: z.enum(closures),
    words: optionalLineSchema(2000),
  }),
  output: taskSchema,
  errors: { closed: 409, taken: 409 },
});
