import { Temporal } from "temporal-polyfill";
import { dateAt } from "#domain/basics/civil-date.ts";
import { labelOf } from "#domain/basics/label.ts";
import { phq9 } from "#domain/measures/instruments/phq-9.ts";
import { scoreOf } from "#domain/measures/instruments/score.ts";
import type { DemoOrganization } from "#demo/cast.ts";
import { cedarBridgeMember } from "#demo/cedar-bridge.ts";
import { insertPast, labelsOf } from "#demo/measures.queries.ts";
import type { PersonInCare } from "#demo/people-in-care.ts";
import { openCareAccount } from "#server/access/care-affiliation.service.ts";
import { askMeasure } from "#server/measures/measures.service.ts";
import type { Work } from "#server/platform/work.ts";

const mostWeeks = 8;

/** A second person who signs in, so that two stories about the app need not wait for each other's letters. */
const otherMember = { name: "Marcus Thibodeaux", email: "marcus.thibodeaux@member.example" };

/** Answers that ease from week to week, each person a little differently; nobody of the demo thinks of death. */
const answersOf = (person: number, week: number): Record<string, number> => {
  const answers: Record<string, number> = { difficulty: week < 3 ? 2 : 1, "9": 0 };
  for (let item = 1; item <= 8; item++) {
    const heavy = 2 + ((person + item) % 2);
    const eased = Math.floor((week * (2 + (person % 3)) + item) / 6);
    answers[String(item)] = Math.max(0, heavy - eased);
  }
  // Now and then somebody leaves questions out: two are made up for, three are not.
  if (person % 5 === 1 && week === 2) for (const item of ["3", "5", "7"]) delete answers[item];
  return answers;
};

const pastWeeks = (work: Work, today: Temporal.PlainDate, person: PersonInCare): string[] => {
  const days: string[] = [];
  let day = Temporal.PlainDate.from(person.admittedOn);
  while (Temporal.PlainDate.compare(day, today) < 0 && days.length < mostWeeks) {
    days.push(day.toString());
    day = day.add({ days: 7 });
  }
  return days;
};

/** Check-ins of the weeks behind, one that waits today, and the account of the member who shows the app. */
export const seedMeasures = async (
  work: Work,
  demo: Pick<DemoOrganization, "zone">,
  people: readonly PersonInCare[],
): Promise<void> => {
  const today = Temporal.PlainDate.from(dateAt(work.now, demo.zone));
  const labels = new Map((await labelsOf(work)).map(({ id, label }) => [id, label]));
  const past = people.flatMap((person, index) =>
    pastWeeks(work, today, person).map((dueOn, week) => ({ person, index, dueOn, week })),
  );
  const rows = past.map(({ person, index, dueOn, week }) => {
    const { patientId, enrollmentId } = person;
    const at = Temporal.PlainDateTime.from(`${dueOn}T17:40`).toZonedDateTime(demo.zone).toInstant();
    const of = { patientId, enrollmentId, instrument: phq9.id };
    const requestId = work.newId();
    const answers = answersOf(index, week);
    const scored = scoreOf(phq9, answers);
    return {
      request: {
        ...of,
        id: requestId,
        dueOn,
        requestedAt: at.subtract({ hours: 8 }).toString(),
        requestedBy: "Demo",
        version: 2,
      },
      response: {
        ...of,
        id: work.newId(),
        requestId,
        instrumentVersion: phq9.version,
        language: "en",
        answeredBy: "self",
        answers: JSON.stringify(answers),
        startedAt: at.toString(),
        completedAt: at.add({ minutes: 2 }).toString(),
        ...("score" in scored
          ? { score: scored.score, band: scored.band }
          : { notScoredBecause: scored.notScoredBecause }),
        scoringVersion: phq9.scoring.version,
        label: labelOf(labels.get(enrollmentId)),
      },
    };
  });
  await insertPast(
    work,
    rows.map(({ request }) => request),
    rows.map(({ response }) => response),
  );
  const dueOn = today.toString();
  for (const { name, email } of [cedarBridgeMember, otherMember]) {
    const member = people.find((one) => `${one.givenName} ${one.familyName}` === name);
    if (member === undefined) continue;
    const { patientId, enrollmentId } = member;
    await askMeasure(work, { patientId, enrollmentId, instrument: "phq-9", dueOn });
    await openCareAccount(work, { id: patientId, name, email });
  }
};
