import type pg from "pg";
import { Temporal } from "temporal-polyfill";
import { admitPatient } from "#domain/charting/plan-admission.api.ts";
import { Problem } from "#domain/contract/problem.ts";
import { askMeasure } from "#domain/measures/measure.api.ts";
import { registerPatient } from "#domain/patients/patient.api.ts";
import { createSession } from "#domain/scheduling/session.api.ts";
import { cedarBridge } from "#demo/cedar-bridge.ts";
import { goalsOf } from "#demo/people-in-care.ts";
import { addPerson } from "#demo/people-at-work.ts";
import { emailOf } from "#demo/sign-ins.ts";
import { seedDemo } from "#demo/seed.ts";
import { openCareAccount } from "#server/access/care-affiliation.service.ts";
import * as admissions from "#server/charting/plan-admission.service.ts";
import { openPool } from "#server/db/pool.ts";
import { inTransaction } from "#server/db/transaction.ts";
import * as measures from "#server/measures/measure.service.ts";
import * as patients from "#server/patients/patient.service.ts";
import { systemClock } from "#server/platform/clock.ts";
import { newId } from "#server/platform/ids.ts";
import { systemActor } from "#server/platform/system-actor.ts";
import type { Work } from "#server/platform/work.ts";
import * as sessions from "#server/scheduling/session.service.ts";
import type { Stage } from "../frame/stage.ts";
import { startBenchPostgres, type BenchPostgres } from "../ground/bench-postgres.ts";
import { findHouse, findObjectives, signInFor, type House } from "./day-ground.queries.ts";
import { actAsAutovacuum } from "../ground/autovacuum.queries.ts";

/** How many there are of everything; a smoke test takes fewer. */
export interface DaySize {
  readonly groups: number;
  readonly members: number;
  readonly answers: number;
}
export const wholeDay: DaySize = { groups: 15, members: 200, answers: 600 };

export interface Clinician {
  readonly token: string;
  readonly staffId: string;
}

export interface Member {
  readonly token: string;
  readonly patientId: string;
  readonly enrollmentId: string;
  readonly objectiveId: string;
  readonly familyName: string;
}

/** Two colleagues and the people whom they see. */
export interface DayGroup {
  readonly lead: Clinician;
  readonly second: Clinician;
  readonly members: readonly Member[];
}

/** A clinic in which a day can be replayed: a demo, and beside its people everybody of the day. */
export interface DayGround {
  readonly postgres: BenchPostgres;
  readonly groups: readonly DayGroup[];
  /** Plans the groups of an earlier day. Answers the session of each group; undefined where the house is closed on it. */
  planDay(daysAgo: number): Promise<readonly PlannedSession[] | undefined>;
  /** Asks these people for a check-in. Answers the requests in their order. */
  askFor(members: readonly Member[], daysAgo: number): Promise<readonly string[]>;
}

export interface PlannedSession {
  readonly id: string;
  readonly startsAt: string;
}

const letters = "abcdefghijklmnopqrstuvwxyz";
/** A made-up name that no other number has. */
const nameOf = (stem: string, number: number): string =>
  `${stem}${letters[Math.floor(number / letters.length) % letters.length]}${letters[number % letters.length]}`;

type Inside = <Result>(act: (work: Work) => Promise<Result>) => Promise<Result>;

const addClinician = (inside: Inside, house: House, number: number) =>
  inside(async (work) => {
    const person = {
      givenName: "Wren",
      familyName: nameOf("Aldern", number),
      credentialsShown: "LPC",
      position: "professional-counselor",
      site: "eastside",
      npi: null,
      credentials: [],
      roles: ["therapist", "facilitator"],
    } as const;
    const places = {
      sites: new Map([["eastside", house.siteId]]),
      staff: new Map<string, string>(),
    };
    const staffId = await addPerson(work, cedarBridge, person, places);
    return { staffId, email: emailOf(cedarBridge, person) };
  });

const weeksInCare = 5;
const givenNames = ["Ardith", "Bronwen", "Caspian", "Delphine", "Everard", "Fenella", "Gideon"];

const addMember = (inside: Inside, house: House, number: number, staffId: string) =>
  inside(async (work) => {
    const givenName = givenNames[number % givenNames.length] ?? "";
    const familyName = nameOf("Quillon", number);
    const birthDate = `19${60 + (number % 40)}-0${1 + (number % 9)}-1${number % 10}`;
    const person = { givenName, familyName, birthDate, sureItIsNew: true };
    const { id: patientId } = await patients.registerPatient(
      work,
      registerPatient.input.parse(person),
    );
    const today = Temporal.PlainDate.from(work.now.toZonedDateTimeISO(house.zone).toPlainDate());
    const admitted = today.subtract({ weeks: weeksInCare });
    const stay = await admissions.admitPatient(
      work,
      admitPatient.input.parse({
        patientId,
        trackId: house.trackId,
        levelOfCareId: house.levelId,
        admittedOn: admitted.toString(),
        therapistStaffId: staffId,
        admissionType: "elective",
        admissionSource: "self",
        diagnoses: [{ code: "F10.20" }],
        goals: goalsOf({ plans: ["drinking"] }, admitted),
      }),
    );
    const email = `${givenName}.${familyName}@member.example`.toLowerCase();
    await openCareAccount(work, { id: patientId, name: `${givenName} ${familyName}`, email });
    return { patientId, enrollmentId: stay.id, familyName, email };
  });

const fillGroups = async (owner: pg.Pool, inside: Inside, house: House, size: DaySize) => {
  const clinicians: Clinician[] = [];
  for (let number = 0; number < 2 * size.groups; number++) {
    const { staffId, email } = await addClinician(inside, house, number);
    clinicians.push({ staffId, token: await signInFor(owner, house, email, "staff") });
  }
  const added = [];
  for (let number = 0; number < size.members; number++) {
    const lead = clinicians[2 * (number % size.groups)];
    const { email, ...member } = await addMember(inside, house, number, lead?.staffId ?? "");
    added.push({ ...member, token: await signInFor(owner, house, email, "care") });
  }
  const objectives = await findObjectives(owner, house.organizationId);
  const members = added.map((one) => ({
    ...one,
    objectiveId: objectives.get(one.enrollmentId) ?? "",
  }));
  return Array.from({ length: size.groups }, (_, at): DayGroup => {
    const [lead, second] = clinicians.slice(2 * at);
    if (lead === undefined || second === undefined)
      throw new Error("a group has nobody to lead it");
    return { lead, second, members: members.filter((__, number) => number % size.groups === at) };
  });
};

const planSession = (
  work: Work,
  house: House,
  group: DayGroup,
  of: { name: string; day: string },
) =>
  sessions.createSession(
    work,
    createSession.input.parse({
      ...of,
      siteId: house.siteId,
      programId: house.programId,
      activityTypeId: house.groupTypeId,
      startsAtWall: "09:00",
      minutes: 180,
      capacity: 40,
      facilitators: [
        { staffId: group.lead.staffId, role: "lead" },
        { staffId: group.second.staffId, role: "co-facilitator" },
      ],
      attendees: group.members.map(({ patientId, enrollmentId }) => ({ patientId, enrollmentId })),
    }),
  );

/** Lays the ground through the product's own services; only the sign-ins of the day are put in past them. */
export const layDay = async (stage: Stage, size: DaySize): Promise<DayGround> => {
  const postgres = await startBenchPostgres();
  stage.onClose(() => postgres.stop());
  const pool = openPool({ url: postgres.appUrl, most: 2 });
  stage.onClose(() => pool.end());
  const owner = openPool({ url: postgres.ownerUrl, most: 1 });
  stage.onClose(() => owner.end());
  await seedDemo({ pool, clock: systemClock, newId });
  const house = await findHouse(owner);
  const { organizationId } = house;
  const inside: Inside = (act) =>
    inTransaction(pool, { organizationId, accountId: null }, (tx) => {
      const actor = systemActor("Bench");
      return act({ tx, organizationId, actor, now: systemClock.now(), requestId: newId(), newId });
    });
  const groups = await fillGroups(owner, inside, house, size);
  await actAsAutovacuum(owner);
  const dayBefore = (now: Temporal.Instant, days: number) =>
    now.toZonedDateTimeISO(house.zone).toPlainDate().subtract({ days }).toString();
  return {
    postgres,
    groups,
    planDay: (daysAgo) =>
      inside(async (work) => {
        const planned: PlannedSession[] = [];
        for (const [at, group] of groups.entries()) {
          const of = { name: nameOf("Group ", at), day: dayBefore(work.now, daysAgo) };
          planned.push(await planSession(work, house, group, of));
        }
        return planned;
      }).catch((error: unknown) => {
        if (error instanceof Problem && error.code === "site-closed") return undefined;
        throw error;
      }),
    askFor: (members, daysAgo) =>
      inside(async (work) => {
        const requests: string[] = [];
        for (const { patientId, enrollmentId } of members) {
          const dueOn = dayBefore(work.now, daysAgo);
          const input = { patientId, enrollmentId, instrument: "phq-9" as const, dueOn };
          const asked = await measures.askMeasure(work, askMeasure.input.parse(input));
          requests.push(asked.id);
        }
        return requests;
      }),
  };
};
