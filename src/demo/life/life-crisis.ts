import { closeTask, takeTask } from "#domain/tasks/task.api.ts";
import { taskKinds } from "#domain/tasks/task-kind.ts";
import type { Chance } from "#demo/life/chance.ts";
import { workAs, type Colleague } from "#demo/life/life-house.ts";
import * as tasks from "#server/tasks/task.service.ts";
import type { Work } from "#server/platform/work.ts";

const roles = ["therapist", "facilitator"] as const;

const inTime = [
  "Spoke in the office. Thoughts without plan or means; safety plan read again together.",
  "Called back within minutes. Passive thoughts only, a sister is at home tonight; agreed on a call tomorrow.",
  "Seen by the door. Thoughts come at night and pass; means are locked away, the crisis line is saved in the phone.",
] as const;

const late = [
  "Spoke for a long while in the office. Thoughts without plan or means; safety plan written anew together.",
  "Reached only at the third call, after the half hour. Passive thoughts only, a sister is at home tonight; agreed on a call tomorrow.",
  "A long call with a partner beside them. Thoughts come at night and pass; means are locked away, the crisis line is saved in the phone.",
] as const;

/** What is written of a call, by how many minutes after the answer it was closed: nobody says that they were quick who was not. */
export const wordsOfCall = (
  chance: Chance,
  minutes: number,
  ...of: readonly (string | number)[]
): string => {
  const isLate = minutes > taskKinds["crisis-answer"].minutesToDo;
  return chance.pick(isLate ? late : inTime, "what was done", ...of);
};

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
  const minutes = work.now.until(closed).total("minutes");
  const words = wordsOfCall(chance, minutes, ...of);
  const end = { taskId: task.id, version: held.version, closure: "reached", words };
  await tasks.closeTask({ ...as, now: closed }, session, closeTask.input.parse(end));
};
