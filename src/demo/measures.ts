import { Temporal } from "temporal-polyfill";
import { dateAt } from "#domain/basics/civil-date.ts";
import { therapistOf, type MadeCare } from "#demo/care.ts";
import type { DemoOrganization } from "#demo/cast.ts";
import { cedarBridgeMember } from "#demo/cedar-bridge.ts";
import { daysOffIn, openFrom, workingDayBy } from "#demo/holidays.ts";
import { Chance } from "#demo/life/chance.ts";
import { lookAfter } from "#demo/life/life-crisis.ts";
import { dayAfter, momentOf } from "#demo/life/life-day.ts";
import type { Colleague } from "#demo/life/life-house.ts";
import { coursesOften } from "#demo/life/life-people.ts";
import { answersOf, answersThisWeek, type Mood } from "#demo/life/mood-course.ts";
import { listAccountsOfStaff } from "#demo/notes.queries.ts";
import type { PersonInCare } from "#demo/people-in-care.ts";
import { openCareAccount } from "#server/access/care-affiliation.service.ts";
import { enterSheet } from "#server/measures/answer-sheet.service.ts";
import { askMeasure } from "#server/measures/measure.service.ts";
import type { Work } from "#server/platform/work.ts";

const mostWeeks = 8;
/** Nobody of the first people came earlier. */
const mostWeeksInCare = 12;

/** A second person who signs in, so that two stories about the app need not wait for each other's letters. */
const otherMember = { name: "Marcus Thibodeaux", email: "marcus.thibodeaux@member.example" };
const withApp = [cedarBridgeMember, otherMember];

const chance = new Chance(31);

interface CheckIn {
  readonly person: PersonInCare;
  readonly mood: Mood;
  readonly week: number;
  readonly dueOn: string;
  readonly at: Temporal.Instant;
}

const nameOf = ({ givenName, familyName }: PersonInCare): string => `${givenName} ${familyName}`;

interface Calendar {
  readonly today: string;
  readonly zone: string;
  readonly daysOff: ReadonlySet<string>;
}

/** The weeks that lie behind somebody: a check-in on the day of the week on which they came, or on the next that is no holiday. */
const checkInsOf = (
  person: PersonInCare,
  number: number,
  { today, zone, daysOff }: Calendar,
): readonly CheckIn[] => {
  const mood = { number, course: chance.weighed(coursesOften, "course", number) };
  const first = Temporal.PlainDate.from(person.admittedOn);
  // What fell due on the last working day waits on a weekend.
  const open = workingDayBy(Temporal.PlainDate.from(today)).toString();
  return Array.from({ length: mostWeeks }, (_, week): CheckIn => {
    const dueOn = openFrom(daysOff, first.add({ weeks: week }).toString());
    const wall = `17:${chance.whole(10, 49, "minute", number, week)}`;
    return { person, mood, week, dueOn, at: momentOf(zone, dueOn, wall) };
  }).filter(({ dueOn }) => dueOn < open);
};

const colleaguesOf = async (
  work: Work,
  demo: Pick<DemoOrganization, "people">,
  care: MadeCare,
): Promise<(program: string) => Colleague> => {
  const accounts = await listAccountsOfStaff(work);
  return (program) => {
    const familyName = therapistOf(program);
    const person = demo.people.find((one) => one.familyName === familyName);
    const staffId = care.staff.get(familyName);
    const accountId = staffId === undefined ? undefined : accounts.get(staffId);
    if (person === undefined || staffId === undefined || accountId === undefined)
      throw new Error(`nobody of the demo treats in "${program}"`);
    return { staffId, accountId, name: `${person.givenName} ${familyName}` };
  };
};

const fill = async (work: Work, one: CheckIn, therapist: Colleague): Promise<void> => {
  const { person, mood, week, dueOn, at } = one;
  const { patientId, enrollmentId } = person;
  const actor = { ...work.actor, accountId: null, name: nameOf(person) };
  const then = { ...work, actor, now: at };
  const asked = { patientId, enrollmentId, instrument: "phq-9", dueOn } as const;
  const hasApp = withApp.some(({ name }) => name === nameOf(person));
  if (!hasApp && !answersThisWeek(chance, mood, week)) {
    await askMeasure(then, asked);
    return;
  }
  const calls = await enterSheet(then, {
    ...asked,
    answers: answersOf(chance, mood, week),
    startedAt: at.subtract({ seconds: 140 }).toString(),
    language: "en",
    answeredBy: "self",
  });
  if (calls.length > 0)
    await lookAfter(then, chance, therapist, { patientId, of: [mood.number, dueOn] });
};

/** Check-ins of the weeks behind, one that waits today, and the accounts of members who show the app. */
export const seedMeasures = async (
  work: Work,
  demo: Pick<DemoOrganization, "zone" | "people">,
  care: MadeCare,
): Promise<void> => {
  const today = dateAt(work.now, demo.zone);
  const therapist = await colleaguesOf(work, demo, care);
  const from = dayAfter(today, -7 * mostWeeksInCare);
  const daysOff = daysOffIn({ from, to: today, today });
  const calendar = { today, zone: demo.zone, daysOff };
  const past = care.people.flatMap((person, number) => checkInsOf(person, number, calendar));
  const inOrder = past.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
  for (const one of inOrder) await fill(work, one, therapist(one.person.program));
  for (const { name, email } of withApp) {
    const member = care.people.find((one) => nameOf(one) === name);
    if (member === undefined) continue;
    const { patientId, enrollmentId } = member;
    await askMeasure(work, { patientId, enrollmentId, instrument: "phq-9", dueOn: today });
    await openCareAccount(work, { id: patientId, name, email });
  }
};
