import type { Enrollment } from "#domain/admissions/enrollment.ts";
import { labelOf, type Label } from "#domain/basics/label.ts";
import { changesBetween, type Revision } from "#domain/basics/revision.ts";
import type * as api from "#domain/charting/goal.api.ts";
import {
  targetProblem,
  type Goal,
  type NewGoal,
  type Objective,
  type ObjectiveFacts,
} from "#domain/charting/goal.ts";
import { planConflict } from "#domain/charting/plan-conflict.ts";
import { notFound, problem, type FieldProblem } from "#domain/contract/problem.ts";
import type { Parsed } from "#domain/contract/route.ts";
import { recordChange } from "#server/platform/record-change.ts";
import { refuseStale } from "#server/platform/refuse-stale.ts";
import { listRevisions } from "#server/platform/revision.ts";
import type { Work } from "#server/platform/work.ts";
import { lockRunning } from "#server/admissions/enrollment.service.ts";
import { goalOf, objectiveOf } from "#server/charting/goal-of.ts";
import * as queries from "#server/charting/goal.queries.ts";
import { assertPatient } from "#server/coverage/coverage.service.ts";
import { todayOf } from "#server/practice/organization.service.ts";

type Stay = Pick<Enrollment, "id" | "patientId" | "admittedOn" | "label">;

const refuseFields = (fields: Record<string, FieldProblem>): void => {
  if (Object.keys(fields).length > 0) throw problem("invalid-input", { fields });
};

export const listGoals = async (work: Work, patientId: string): Promise<{ rows: Goal[] }> => {
  const goals = await queries.listGoals(work, patientId);
  if (goals.length === 0) await assertPatient(work, patientId);
  const objectives = await queries.listObjectives(work, patientId);
  return { rows: goals.map((goal) => goalOf(goal, objectives)) };
};

const objectiveRow = (
  work: Work,
  stay: { readonly enrollmentId: string; readonly patientId: string; readonly label: Label },
  place: { readonly goalId: string; readonly number: number },
  { statement, targetOn }: ObjectiveFacts,
) => ({
  id: work.newId(),
  ...stay,
  ...place,
  statement,
  targetOn,
  createdAt: work.now.toString(),
});

/** Writes goals with their objectives into the plan of a stay: all goals in one statement, all objectives in another. */
export const addGoals = async (
  work: Work,
  stay: Stay,
  wanted: readonly NewGoal[],
  fieldOf: (place: number) => string = () => "",
): Promise<Goal[]> => {
  const problems: Record<string, FieldProblem> = {};
  for (const [place, goal] of wanted.entries())
    for (const [step, { targetOn }] of goal.objectives.entries()) {
      const why = targetProblem(targetOn, stay.admittedOn);
      if (why !== null) problems[`${fieldOf(place)}objectives.${step}.targetOn`] = why;
    }
  refuseFields(problems);
  const last = await queries.lastGoalNumber(work, stay.id);
  const of = { enrollmentId: stay.id, patientId: stay.patientId };
  const goals = wanted.map(({ problem: about, statement, objectives }, place) => {
    const row = {
      id: work.newId(),
      ...of,
      number: last + place + 1,
      problem: about,
      statement,
      status: "active",
      createdAt: work.now.toString(),
      version: 1,
    };
    const steps = objectives.map((facts, step) =>
      objectiveRow(work, { ...of, label: stay.label }, { goalId: row.id, number: step + 1 }, facts),
    );
    return { row, steps };
  });
  await queries.insertGoals(
    work,
    goals.map(({ row }) => row),
  );
  await queries.insertObjectives(
    work,
    goals.flatMap(({ steps }) => steps),
  );
  for (const { row, steps } of goals) {
    const changes = changesBetween(undefined, { problem: row.problem, statement: row.statement });
    await recordChange(work, "goal", row, { verb: "create", changes });
    for (const { id, statement, targetOn } of steps)
      await recordChange(
        work,
        "objective",
        { id, version: 1 },
        { verb: "create", changes: changesBetween(undefined, { statement, targetOn }) },
      );
  }
  const fresh = { status: "active", closedOn: null, lastWorkedOn: null, lastProgress: null };
  return goals.map(({ row, steps }) =>
    goalOf(
      row,
      steps.map((step) => ({ ...step, ...fresh, goalNumber: row.number, version: 1 })),
    ),
  );
};

export const addGoal = async (
  work: Work,
  { enrollmentId, ...goal }: Parsed<typeof api.addGoal>,
): Promise<Goal> => {
  const stay = await lockRunning(work, enrollmentId);
  const [added] = await addGoals(work, stay, [goal]);
  if (added === undefined) throw new Error("a goal was written and is not there");
  return added;
};

/** Changes a goal. It is met or discontinued only when none of its objectives is worked on any more. */
export const changeGoal = async (
  work: Work,
  { goalId, version, ...wanted }: Parsed<typeof api.changeGoal>,
): Promise<Goal> => {
  const before = await queries.lockGoal(work, goalId);
  if (before === undefined) throw notFound();
  await refuseStale(work, "goal", before, version);
  const objectives = await queries.objectivesOfGoal(work, goalId);
  const changes = changesBetween(before, wanted);
  if (Object.keys(changes).length === 0) return goalOf(before, objectives);
  const isClosing = wanted.status !== undefined && wanted.status !== "active";
  if (isClosing && objectives.some(({ status }) => status === "active"))
    throw planConflict("objectives-active");
  await queries.updateGoal(work, goalId, wanted);
  const after = { ...before, ...wanted, version: version + 1 };
  await recordChange(work, "goal", after, { verb: "change", changes });
  return goalOf(after, objectives);
};

export const addObjective = async (
  work: Work,
  { goalId, ...facts }: Parsed<typeof api.addObjective>,
): Promise<Objective> => {
  const goal = await queries.lockGoal(work, goalId);
  const stay = await queries.stayOfGoal(work, goalId);
  if (goal === undefined || stay === undefined) throw notFound();
  if (goal.status !== "active") throw planConflict("goal-closed");
  const why = targetProblem(facts.targetOn, stay.admittedOn);
  if (why !== null) refuseFields({ targetOn: why });
  const { enrollmentId, patientId } = goal;
  const number = (await queries.objectivesOfGoal(work, goalId)).length + 1;
  const label = labelOf(stay.label);
  const row = objectiveRow(work, { enrollmentId, patientId, label }, { goalId, number }, facts);
  await queries.insertObjectives(work, [row]);
  const changes = changesBetween(undefined, facts);
  await recordChange(work, "objective", { id: row.id, version: 1 }, { verb: "create", changes });
  return getObjective(work, row.id);
};

const getObjective = async (work: Work, objectiveId: string): Promise<Objective> => {
  const row = await queries.findObjective(work, objectiveId);
  if (row === undefined) throw notFound();
  return objectiveOf(row);
};

/** Changes an objective. The day on which it is met or given up is written with it, and goes when it is taken up again. */
export const changeObjective = async (
  work: Work,
  { objectiveId, version, ...wanted }: Parsed<typeof api.changeObjective>,
): Promise<Objective> => {
  const before = await queries.lockObjective(work, objectiveId);
  if (before === undefined) throw notFound();
  await refuseStale(work, "objective", before, version);
  const stay = await queries.stayOfGoal(work, before.goalId);
  const why = targetProblem(wanted.targetOn ?? null, stay?.admittedOn ?? "");
  if (why !== null) refuseFields({ targetOn: why });
  const changes = changesBetween(before, wanted);
  if (Object.keys(changes).length === 0) return objectiveOf(before);
  const closing =
    wanted.status === undefined || changes["status"] === undefined
      ? {}
      : { closedOn: wanted.status === "active" ? null : await todayOf(work) };
  await queries.updateObjective(work, objectiveId, { ...wanted, ...closing });
  const after = { ...before, ...wanted, ...closing, version: version + 1 };
  await recordChange(work, "objective", after, { verb: "change", changes });
  return objectiveOf(after);
};

export const goalHistory = async (
  work: Work,
  goalId: string,
): Promise<{ patientId: string; rows: Revision[] }> => {
  const goal = await queries.findGoal(work, goalId);
  if (goal === undefined) throw notFound();
  return { patientId: goal.patientId, rows: await listRevisions(work, "goal", goalId) };
};

export const objectiveHistory = async (
  work: Work,
  objectiveId: string,
): Promise<{ patientId: string; rows: Revision[] }> => {
  const { patientId } = await getObjective(work, objectiveId);
  return { patientId, rows: await listRevisions(work, "objective", objectiveId) };
};
