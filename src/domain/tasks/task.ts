import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { labelSchema } from "#domain/basics/label.ts";
import { closures, taskKindNames, urgencies } from "#domain/tasks/task-kind.ts";

/** Something that has to be done by somebody by a certain time. */
export const taskSchema = z
  .object({
    id: idSchema,
    kind: z.enum(taskKindNames),
    urgency: z.enum(urgencies),
    patientId: idSchema.nullable(),
    /** What the patient is called; null where the task is about nobody. */
    patientName: z.string().nullable(),
    /** Where they are reached and what they allowed, for whoever has to call them now; null where nobody has to, or no number is known. */
    patientReach: z
      .object({
        phone: z.string(),
        phoneMayBeCalled: z.boolean(),
        phoneMayBeTexted: z.boolean(),
        voicemailMayBeLeft: z.boolean(),
      })
      .nullable(),
    recordKind: z.string().nullable(),
    recordId: idSchema.nullable(),
    /** Codes and numbers of what was raised, such as the item of a measure; the sentence is the screen's. */
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    ownerStaffId: idSchema.nullable(),
    ownerName: z.string().nullable(),
    /** Whose it is while nobody has taken it: everybody with this role. */
    ownerRole: z.string().nullable(),
    dueAt: instantSchema,
    createdAt: instantSchema,
    takenAt: instantSchema.nullable(),
    closedAt: instantSchema.nullable(),
    closedBy: z.string().nullable(),
    closure: z.enum(closures).nullable(),
    closureWords: z.string().nullable(),
    /** How often it was passed on because nobody took it in time, and when last. */
    escalations: z.int(),
    escalatedAt: instantSchema.nullable(),
    label: labelSchema,
    version: z.int(),
  })
  .meta({ id: "Task" });
export type Task = z.output<typeof taskSchema>;
