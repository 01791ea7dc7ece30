import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { listEnrollments } from "#domain/admissions/enrollment.api.ts";
import { patchNoteDraft } from "#domain/charting/note-draft.api.ts";
import { readSessionRoom, signSession } from "#domain/charting/session-room.api.ts";
import type { AnyRoute, Input, Output } from "#domain/contract/route.ts";
import { searchPatients } from "#domain/patients/patient.api.ts";
import { listSites } from "#domain/practice/site.api.ts";
import { listStaff } from "#domain/practice/staff.api.ts";
import { listActivityTypes } from "#domain/programs/activity-type.api.ts";
import { listPrograms } from "#domain/programs/program.api.ts";
import { recordAttendance } from "#domain/scheduling/attendance.api.ts";
import { createSession } from "#domain/scheduling/session.api.ts";
import { SentenceFinder } from "../ground/sentence-finder.ts";
import { demoPassword } from "#demo/sign-ins.ts";
import { Caller } from "#test/crash/caller.ts";
import { asOnScreen } from "#test/support/as-on-screen.ts";

/** Somebody who works there and does by the API what stands before a work begins. */
export class Colleague {
  readonly #caller: Caller;

  constructor(origin: string, email: string) {
    const line = { origin, isOver: () => false, answers: new Map<number, number>() };
    this.#caller = new Caller(line, { email, password: demoPassword });
  }

  async ask<R extends AnyRoute>(contract: R, input: Input<R>): Promise<Output<R>> {
    const outcome = await this.#caller.call(contract, input);
    if (outcome.kind === "acknowledged") return outcome.body;
    throw new Error(`${contract.path}: ${outcome.kind === "refused" ? outcome.code : "no answer"}`);
  }
}

const first = <Item>(rows: readonly Item[], what: string): Item => {
  const [row] = rows;
  if (row === undefined) throw new Error(`the demo has no ${what}`);
  return row;
};

const zone = "America/Denver";
const daysBefore = (days: number): string =>
  Temporal.Now.plainDateISO(zone).subtract({ days }).toString();

/** Stays of the evening program first, that ran on the day. */
const staysOn = async (colleague: Colleague, day: string, most: number) => {
  const { rows } = await colleague.ask(searchPatients, { limit: 100 });
  const stays = [];
  for (const { id } of rows)
    stays.push(...(await colleague.ask(listEnrollments, { patientId: id })).rows);
  const running = stays.filter(({ admittedOn, endedOn }) => admittedOn < day && endedOn === null);
  const isEvening = (stay: (typeof running)[number]) => stay.program.name === "Evening SUD IOP";
  return [...running.filter(isEvening), ...running.filter((stay) => !isEvening(stay))]
    .slice(0, most)
    .map(({ patientId, id }) => ({ patientId, enrollmentId: id }));
};

export interface Meeting {
  readonly name: string;
  /** Family name of who leads it. */
  readonly leader: string;
  readonly count: number;
  readonly format: "group" | "individual";
  readonly daysAgo: number;
}

/** Plans a meeting of an earlier morning in which everybody was. Answers its id. */
export const holdMeeting = async (colleague: Colleague, meeting: Meeting): Promise<string> => {
  const { name, leader, count, format, daysAgo } = meeting;
  const day = daysBefore(daysAgo);
  const { rows: programs } = await colleague.ask(listPrograms, {});
  const { rows: types } = await colleague.ask(listActivityTypes, {});
  const site = first((await colleague.ask(listSites, { q: "Eastside" })).rows, "site");
  const staff = first((await colleague.ask(listStaff, { q: leader })).rows, leader);
  const attendees = await staysOn(colleague, day, count);
  const session = await colleague.ask(createSession, {
    name,
    siteId: site.id,
    programId: first(
      programs.filter((one) => one.name === "Evening SUD IOP"),
      "evening program",
    ).id,
    activityTypeId: first(
      types.filter((one) => one.format === format),
      format,
    ).id,
    day,
    startsAtWall: "06:00",
    minutes: 50,
    facilitators: [{ staffId: staff.id, role: "lead" }],
    attendees,
  });
  const occurredAt = session.startsAt;
  await colleague.ask(recordAttendance, {
    sessionId: session.id,
    events: [
      { id: randomUUID(), patientId: null, kind: "start" as const, occurredAt },
      ...attendees.map(({ patientId }) => ({
        id: randomUUID(),
        patientId,
        kind: "arrive" as const,
        mode: "room" as const,
        occurredAt,
      })),
      { id: randomUUID(), patientId: null, kind: "end" as const, occurredAt: session.endsAt },
    ],
  });
  return session.id;
};

/** Writes the notes of a group and signs them, as its lead. */
export const writeAndSign = async (colleague: Colleague, sessionId: string): Promise<void> => {
  const sentences = new SentenceFinder();
  const { rows } = await colleague.ask(readSessionRoom, { sessionId });
  const shared = {
    topic: "Riding the urge",
    whatWeDid: "Drew the wave and named what sets it off.",
    howItWent: "Calm; people asked each other how it went.",
  };
  const said = [
    { patientId: null, values: shared },
    ...rows.map(({ patientId, objectives }) => ({
      patientId,
      values: {
        objectiveId: objectives[0]?.id ?? "",
        participation: "active",
        response: "shared",
        progress: "steady",
        risk: "none-noted",
        sentence: sentences.sentenceOf(patientId),
      },
    })),
  ];
  for (const { patientId, values } of said) {
    const patches = Object.entries(values).map(([field, value]) =>
      patchNoteDraft.input.shape.patches.element.parse({
        id: randomUUID(),
        patientId,
        field,
        value,
        baseRevision: 0,
      }),
    );
    await colleague.ask(patchNoteDraft, { sessionId, patches });
  }
  const input = asOnScreen(await colleague.ask(readSessionRoom, { sessionId }));
  if (input === undefined) throw new Error("the group is not ready to be signed");
  await colleague.ask(signSession, input);
};
