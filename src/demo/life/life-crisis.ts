import { closeTask, takeTask } from "#domain/tasks/task.api.ts";
import type { Chance } from "#demo/life/chance.ts";
import { workAs, type Colleague } from "#demo/life/life-house.ts";
import * as tasks from "#server/tasks/task.service.ts";
import type { Work } from "#server/platform/work.ts";

const roles = ["therapist", "facilitator"] as const;

const whatWasDone = [
  "Spoke in the office before the session. Thoughts without plan or means; safety plan read again together.",
  "Called back within minutes. Passive thoughts only, a sister is at home tonight; agreed on a call tomorrow.",
  "Seen by the door. Thoughts come at night and pass; means are locked away, the crisis line is saved in the phone.",
] as const;

/** Whose answer it was, and which: the question that chance is asked. */
interface DarkAnswer {
  readonly patientId: string;
  readonly of: readonly (string | number)[];
}

/** Whoever treats somebody takes the task within minutes and says what was done; now and then only after half an hour. */
export const lookAfter = async (
  work: Work,
  chance: Chance,
  colleague: Colleague,
  { patientId, of }: DarkAnswer,
): Promise<void> => {
  const task = await tasks.findOpenTaskAbout(work, "crisis-answer", patientId);
  if (task === undefined) return;
  const session = { staffId: colleague.staffId, roles: [...roles] };
  const taken = work.now.add({ minutes: chance.whole(2, 8, "taken", ...of) });
  const closed = taken.add({ minutes: chance.whole(6, 34, "closed", ...of) });
  const asked = { taskId: task.id, version: task.version };
  const as = workAs(work, colleague);
  const held = await tasks.takeTask({ ...as, now: taken }, session, takeTask.input.parse(asked));
  const words = chance.pick(whatWasDone, "what was done", ...of);
  const end = { taskId: task.id, version: held.version, closure: "reached", words };
  await tasks.closeTask({ ...as, now: closed }, session, closeTask.input.parse(end));
};
