import type {
  ChartCopy,
  CopiedGoal,
  CopiedObjective,
  CopiedStay,
} from "#domain/exports/chart-copy.ts";
import {
  concept,
  given,
  givenList,
  metaOf,
  ours,
  referenceTo,
  type WrittenResource,
} from "#fhir/resource.ts";

const lifecycles = { active: "active", met: "completed", discontinued: "cancelled" } as const;
const achievements = {
  active: "in-progress",
  met: "achieved",
  discontinued: "not-achieved",
} as const;
const achievement = "http://terminology.hl7.org/CodeSystem/goal-achievement";
const goalRelationship = "http://hl7.org/fhir/StructureDefinition/goal-relationship";
const relationshipType = "http://terminology.hl7.org/CodeSystem/goal-relationship-type";

const statusOf = (status: CopiedGoal["status"]) => ({
  lifecycleStatus: lifecycles[status],
  achievementStatus: concept(achievement, achievements[status]),
});

/** US Core Goal: a goal in the patient's own words, with the problem it answers. */
const writeGoal = (goal: CopiedGoal, patientId: string): WrittenResource => ({
  resourceType: "Goal",
  id: goal.id,
  meta: metaOf(goal.label, "goal"),
  identifier: [{ system: ours.planNumber, value: String(goal.number) }],
  ...statusOf(goal.status),
  description: { text: goal.statement },
  subject: referenceTo("Patient", patientId),
  startDate: goal.createdAt.slice(0, 10),
  note: [{ text: goal.problem }],
});

/** US Core Goal: an objective, which is a step of its goal. */
const writeObjective = (
  objective: CopiedObjective,
  goal: CopiedGoal,
  patientId: string,
): WrittenResource => ({
  resourceType: "Goal",
  id: objective.id,
  meta: metaOf(goal.label, "goal"),
  extension: [
    {
      url: goalRelationship,
      extension: [
        { url: "type", valueCodeableConcept: concept(relationshipType, "milestone") },
        { url: "target", valueReference: referenceTo("Goal", goal.id) },
      ],
    },
  ],
  identifier: [{ system: ours.planNumber, value: `${goal.number}.${objective.number}` }],
  ...statusOf(objective.status),
  description: { text: objective.statement },
  subject: referenceTo("Patient", patientId),
  ...givenList("target", objective.targetOn === null ? [] : [{ dueDate: objective.targetOn }]),
  ...given("statusDate", objective.closedOn),
});

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const narrativeOf = (goals: readonly CopiedGoal[]): string => {
  const items = goals.map(({ number, problem, statement, objectives }) => {
    const steps = objectives.map(
      (one) => `<li>${number}.${one.number} ${escaped(one.statement)}</li>`,
    );
    return `<li>${number}. ${escaped(problem)}: ${escaped(statement)}<ul>${steps.join("")}</ul></li>`;
  });
  return `<div xmlns="http://www.w3.org/1999/xhtml"><ul>${items.join("")}</ul></div>`;
};

/** Ids within a bundle are told apart by kind, too: the plan of a stay bears the number of the stay. */
const writeCarePlan = (
  stay: Pick<CopiedStay, "id" | "label" | "endedOn" | "admittedOn">,
  goals: readonly CopiedGoal[],
  patientId: string,
): WrittenResource => ({
  resourceType: "CarePlan",
  id: stay.id,
  meta: metaOf(stay.label, "careplan"),
  text: { status: "generated", div: narrativeOf(goals) },
  status: stay.endedOn === null ? "active" : "completed",
  intent: "plan",
  category: [concept("http://hl7.org/fhir/us/core/CodeSystem/careplan-category", "assess-plan")],
  subject: referenceTo("Patient", patientId),
  period: { start: stay.admittedOn, ...given("end", stay.endedOn) },
  goal: goals
    .flatMap((goal) => [goal.id, ...goal.objectives.map(({ id }) => id)])
    .map((id) => referenceTo("Goal", id)),
});

/** The plan of each stay with its goals; a stay without a goal has none. */
export const writePlans = ({ stays, goals, patient }: ChartCopy): WrittenResource[] => [
  ...goals.flatMap((goal) => [
    writeGoal(goal, patient.id),
    ...goal.objectives.map((objective) => writeObjective(objective, goal, patient.id)),
  ]),
  ...stays.flatMap((stay) => {
    const own = goals.filter(({ enrollmentId }) => enrollmentId === stay.id);
    return own.length === 0 ? [] : [writeCarePlan(stay, own, patient.id)];
  }),
];
