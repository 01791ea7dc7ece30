import { sql, type Insertable, type RawBuilder, type Updateable } from "kysely";
import type { StepwellGoal, StepwellObjective } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";
import { isSeen, labelOfStay } from "#server/platform/sight.queries.ts";

/** By the label of the stay, which is the least that an objective has. */
const isSeenIn = (work: Work, enrollmentId: RawBuilder<unknown>) =>
  isSeen(work, { label: labelOfStay(work, enrollmentId), enrollmentId });

const goals = (work: Work) =>
  work.tx
    .selectFrom("stepwell.goal as goal")
    .select([
      "goal.id",
      "goal.patientId",
      "goal.enrollmentId",
      "goal.number",
      "goal.problem",
      "goal.statement",
      "goal.status",
      "goal.version",
    ])
    .where("goal.organizationId", "=", work.organizationId)
    .where(isSeenIn(work, sql`goal.enrollment_id`));

/** Objectives, each with the last signed note that worked on it and was not corrected or retracted since. */
const objectives = (work: Work) => {
  const { tx, organizationId } = work;
  return tx
    .selectFrom("stepwell.objective as objective")
    .innerJoin("stepwell.goal as goal", (on) =>
      on.on("goal.organizationId", "=", organizationId).onRef("goal.id", "=", "objective.goalId"),
    )
    .leftJoin(
      sql<{ serviceDate: string; progress: string }>`lateral (
        select n.service_date, n.progress from stepwell.member_note n
        where n.organization_id = ${organizationId} and n.objective_id = objective.id
          and not exists (select from stepwell.member_note c where c.organization_id = ${organizationId} and c.corrects_id = n.id)
          and not exists (select from stepwell.note_act a where a.organization_id = ${organizationId} and a.note_id = n.id and a.kind = 'retract')
        order by n.service_date desc limit 1)`.as("worked"),
      (on) => on.onTrue(),
    )
    .select([
      "objective.id",
      "objective.patientId",
      "objective.enrollmentId",
      "objective.goalId",
      "goal.number as goalNumber",
      "objective.number",
      "objective.statement",
      "objective.targetOn",
      "objective.status",
      "objective.closedOn",
      "objective.label",
      "worked.serviceDate as lastWorkedOn",
      "worked.progress as lastProgress",
      "objective.version",
    ])
    .where("objective.organizationId", "=", organizationId)
    .where(isSeenIn(work, sql`objective.enrollment_id`));
};

export const listGoals = (work: Work, patientId: string) =>
  goals(work)
    .where("goal.patientId", "=", patientId)
    .orderBy("goal.enrollmentId", "desc")
    .orderBy("goal.number")
    .execute();

export const listObjectives = (work: Work, patientId: string) =>
  objectives(work)
    .where("objective.patientId", "=", patientId)
    .orderBy("goal.number")
    .orderBy("objective.number")
    .execute();

export const objectivesOfGoal = (work: Work, goalId: string) =>
  objectives(work).where("objective.goalId", "=", goalId).orderBy("objective.number").execute();

export const findGoal = (work: Work, goalId: string) =>
  goals(work).where("goal.id", "=", goalId).executeTakeFirst();

/** The goal, held until the transaction ends. */
export const lockGoal = (work: Work, goalId: string) =>
  goals(work).where("goal.id", "=", goalId).forUpdate().executeTakeFirst();

export const findObjective = (work: Work, objectiveId: string) =>
  objectives(work).where("objective.id", "=", objectiveId).executeTakeFirst();

/** The objective, held until the transaction ends. */
export const lockObjective = (work: Work, objectiveId: string) =>
  objectives(work)
    .where("objective.id", "=", objectiveId)
    .forUpdate("objective")
    .executeTakeFirst();

export type GoalRow = Awaited<ReturnType<typeof listGoals>>[number];
export type ObjectiveRow = Awaited<ReturnType<typeof listObjectives>>[number];

/** The stay that a goal belongs to: its first day and its label, which every objective takes. */
export const stayOfGoal = ({ tx, organizationId }: Work, goalId: string) =>
  tx
    .selectFrom("stepwell.goal as goal")
    .innerJoin("stepwell.enrollment as stay", (on) =>
      on.on("stay.organizationId", "=", organizationId).onRef("stay.id", "=", "goal.enrollmentId"),
    )
    .select(["stay.admittedOn", "stay.label"])
    .where("goal.organizationId", "=", organizationId)
    .where("goal.id", "=", goalId)
    .executeTakeFirst();

export const lastGoalNumber = async (
  { tx, organizationId }: Work,
  enrollmentId: string,
): Promise<number> => {
  const row = await tx
    .selectFrom("stepwell.goal")
    .select(sql<number>`coalesce(max(number), 0)`.as("last"))
    .where("organizationId", "=", organizationId)
    .where("enrollmentId", "=", enrollmentId)
    .executeTakeFirst();
  return row?.last ?? 0;
};

export type NewGoalRow = Omit<Insertable<StepwellGoal>, "organizationId">;
export type NewObjectiveRow = Omit<Insertable<StepwellObjective>, "organizationId">;

export const insertGoals = async (
  { tx, organizationId }: Work,
  rows: readonly NewGoalRow[],
): Promise<void> => {
  await tx
    .insertInto("stepwell.goal")
    .values(rows.map((row) => ({ organizationId, ...row })))
    .execute();
};

export const insertObjectives = async (
  { tx, organizationId }: Work,
  rows: readonly NewObjectiveRow[],
): Promise<void> => {
  await tx
    .insertInto("stepwell.objective")
    .values(rows.map((row) => ({ organizationId, ...row })))
    .execute();
};

export const updateGoal = async (
  { tx, organizationId }: Work,
  goalId: string,
  changed: Updateable<StepwellGoal>,
): Promise<void> => {
  await tx
    .updateTable("stepwell.goal")
    .set(changed)
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", organizationId)
    .where("id", "=", goalId)
    .execute();
};

export const updateObjective = async (
  { tx, organizationId }: Work,
  objectiveId: string,
  changed: Updateable<StepwellObjective>,
): Promise<void> => {
  await tx
    .updateTable("stepwell.objective")
    .set(changed)
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", organizationId)
    .where("id", "=", objectiveId)
    .execute();
};
