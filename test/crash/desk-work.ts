import { Temporal } from "temporal-polyfill";
import { exportClaims } from "#domain/billing/claims/claim-file.api.ts";
import { buildClaims } from "#domain/billing/claims/claim.api.ts";
import { answerMeasure, askMeasure, completeMeasure } from "#domain/measures/measure.api.ts";
import { registerPatient } from "#domain/patients/patient.api.ts";
import { closeTask, createTask, listTasks } from "#domain/tasks/task.api.ts";
import { change, look, oneOf, wordOf, type Desk } from "./simulation.ts";

const days = (desk: Desk, count: number): string =>
  Temporal.PlainDate.from(desk.world.today).add({ days: count }).toString();

/** Reads nine questions aloud and saves each answer; the last one asks for somebody at once, more often than not. */
const askNineQuestions = async (desk: Desk): Promise<void> => {
  const { patientId, enrollmentId } = oneOf(desk, desk.world.enrolled);
  const dueOn = days(desk, 1 + (desk.nextNumber() % 3000));
  const asked = await change(desk, askMeasure, {
    patientId,
    enrollmentId,
    instrument: "phq-9",
    dueOn,
  });
  if (asked.kind !== "acknowledged") return;
  const requestId = asked.body.id;
  for (const item of ["1", "2", "9", "5", "9"]) {
    const value = desk.below(4);
    const input = { requestId, item, value, language: "en" as const };
    const outcome = await change(desk, answerMeasure, input);
    if (outcome.kind === "refused") return;
    desk.model.answers.push({ requestId, item, value, sure: outcome.kind === "acknowledged" });
  }
  if (desk.below(2) === 0) await change(desk, completeMeasure, { requestId });
};

const closeOne = async (desk: Desk): Promise<void> => {
  const page = await look(desk, listTasks, { whose: "all", limit: 10 });
  const open = (page?.rows ?? []).filter((task) => task.kind === "crisis-answer");
  if (open.length === 0) return;
  const task = oneOf(desk, open);
  const words = `Called back ${wordOf(desk.nextNumber())}`;
  const input = { taskId: task.id, version: task.version, closure: "reached" as const, words };
  const outcome = await change(desk, closeTask, input);
  if (outcome.kind !== "refused")
    desk.model.closures.push({ taskId: task.id, words, sure: outcome.kind === "acknowledged" });
};

const writeTask = async (desk: Desk): Promise<void> => {
  const name = `Crash errand ${wordOf(desk.nextNumber())}`;
  const dueAt = Temporal.Now.instant().add({ hours: 4 }).toString();
  const outcome = await change(desk, createTask, { words: name, dueAt });
  if (outcome.kind !== "refused")
    desk.model.tasks.push({ name, sure: outcome.kind === "acknowledged" });
};

/** Questions, alarms and tasks. */
export const keepWatch = async (desk: Desk): Promise<void> => {
  while (!desk.isClosing()) {
    await askNineQuestions(desk);
    if (desk.below(2) === 0) await closeOne(desk);
    await writeTask(desk);
  }
};

/** New people, one after the other. */
export const registerPeople = async (desk: Desk): Promise<void> => {
  while (!desk.isClosing()) {
    const name = `Crash${wordOf(desk.nextNumber())}`;
    const outcome = await change(desk, registerPatient, {
      givenName: "Made",
      familyName: name,
      birthDate: `19${60 + desk.below(40)}-0${1 + desk.below(9)}-1${desk.below(10)}`,
      sureItIsNew: true,
    });
    if (outcome.kind !== "refused")
      desk.model.people.push({ name, sure: outcome.kind === "acknowledged" });
  }
};

const betweenBatchesMs = 1500;

const longestBackDays = 90;

/** Builds what is ready into claims and puts them into files, now and then. */
export const bill = async (desk: Desk): Promise<void> => {
  while (!desk.isClosing()) {
    const from = -14 + desk.below(12);
    await change(desk, buildClaims, { from: days(desk, from), to: days(desk, from + 2) });
    const range = { from: days(desk, -longestBackDays), to: desk.world.today };
    const outcome = await change(desk, exportClaims, range);
    if (outcome.kind === "acknowledged")
      desk.model.claimFiles.push(...outcome.body.files.map(({ id }) => id));
    await new Promise((resolve) => setTimeout(resolve, betweenBatchesMs));
  }
};
