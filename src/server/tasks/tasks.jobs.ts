import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { sendPassedOn, type LetterServices } from "#server/access/letter.service.ts";
import type { Errand, ErrandHandler } from "#server/platform/outbox/outbox.ts";
import type { Work } from "#server/platform/work.ts";
import {
  escalate,
  escalationKind,
  escalationLetterKind,
} from "#server/tasks/escalation.service.ts";
import { lockAnyTask } from "#server/tasks/task.queries.ts";

const payloadSchema = z.object({ accountId: idSchema });

/** A letter is overtaken where the task was closed meanwhile: then none is sent. */
const sendEscalation = async (
  work: Work,
  errand: Errand,
  services: LetterServices,
): Promise<void> => {
  const { accountId } = payloadSchema.parse(errand.payload);
  const task = errand.recordId === null ? undefined : await lockAnyTask(work, errand.recordId);
  if (task === undefined || task.closedAt !== null) return;
  await sendPassedOn(work, accountId, services);
};

/** The clocks of tasks, and the letters when one has run out. */
export const taskJobs = (services: LetterServices): readonly ErrandHandler[] => [
  { kind: escalationKind, handle: escalate },
  {
    kind: escalationLetterKind,
    handle: (work, errand) => sendEscalation(work, errand, services),
  },
];
