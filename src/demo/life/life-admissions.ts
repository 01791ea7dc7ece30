import { Temporal } from "temporal-polyfill";
import { dischargePatient } from "#domain/admissions/enrollment.api.ts";
import { admitPatient } from "#domain/charting/plan-admission.api.ts";
import { registerPatient } from "#domain/patients/patient.api.ts";
import { openFrom } from "#demo/holidays.ts";
import { dayAfter, momentOf, type Act, type LifeDay } from "#demo/life/life-day.ts";
import { workAs } from "#demo/life/life-house.ts";
import type { LifePerson } from "#demo/life/life-people.ts";
import type { LifeStay } from "#demo/life/life-plan.ts";
import { consentOf, goalsOf } from "#demo/people-in-care.ts";
import * as enrollments from "#server/admissions/enrollment.service.ts";
import * as admissions from "#server/charting/plan-admission.service.ts";
import * as coverages from "#server/coverage/coverage.service.ts";
import * as patients from "#server/patients/patient.service.ts";
import type { Work } from "#server/platform/work.ts";
import * as consents from "#server/privacy/consent.service.ts";
import * as memberships from "#server/scheduling/membership.service.ts";

const register = async (work: Work, person: LifePerson): Promise<string> => {
  const { givenName, familyName, pronouns, birthDate, sexAtBirth, language, phone, address } =
    person;
  const facts = {
    givenName,
    familyName,
    pronouns,
    birthDate,
    sexAtBirth,
    language,
    phone,
    address,
  };
  const input = registerPatient.input.parse({
    ...facts,
    phoneMayBeCalled: true,
    sureItIsNew: true,
  });
  return (await patients.registerPatient(work, input)).id;
};

const earlierYear = (day: string, years: number): string =>
  Temporal.PlainDate.from(day).subtract({ years }).toString();

/** A minor is insured with a parent, whom a claim names. */
const holderOf = ({ parentGivenName, familyName, birthDate, address, number }: LifePerson) =>
  parentGivenName === null
    ? { relationToSubscriber: "self" }
    : {
        relationToSubscriber: "child",
        subscriberGivenName: parentGivenName,
        subscriberFamilyName: familyName,
        subscriberBirthDate: earlierYear(birthDate, 31),
        subscriberSex: number % 2 === 0 ? "female" : "male",
        subscriberAddress: address,
      };

/** Payers allow some weeks at first; one stay in eight outlasts what was allowed, and its days wait for more. */
const allowedOf = (day: LifeDay, { key, admittedOn }: LifeStay) => {
  const isShort = day.chance.happens(0.12, "allowed", key);
  return {
    number: `A${day.chance.whole(100_000, 999_999, "authorization", key)}`,
    startsOn: admittedOn,
    endsOn: dayAfter(admittedOn, isShort ? 34 : 97),
    units: isShort ? 14 : 44,
    unit: "days",
  };
};

/** A new card, or the one that was there when somebody came before; with what the payer allowed. */
const policyOf = async (work: Work, day: LifeDay, stay: LifeStay, known: string | undefined) => {
  const { payer, memberNumber } = stay.person;
  if (payer === null) return {};
  const authorization = allowedOf(day, stay);
  if (known !== undefined) {
    const [coverage] = (await coverages.listCoverages(work, known)).rows;
    return coverage === undefined ? {} : { coverageId: coverage.id, authorization };
  }
  const effectiveFrom = `${Number(stay.admittedOn.slice(0, 4)) - 1}-01-01`;
  const payerId = day.house.payer(payer);
  const card = { payerId, memberNumber, ...holderOf(stay.person), effectiveFrom };
  return { coverage: card, authorization };
};

/** Whoever consents late: until then no claim may leave a program under 42 CFR Part 2. */
const isConsentLate = (day: LifeDay, { key }: LifeStay): boolean =>
  day.chance.happens(0.04, "consent", key);

const admit = async (work: Work, day: LifeDay, stay: LifeStay): Promise<void> => {
  const { house } = day;
  const { person, group, level, admittedOn } = stay;
  const known = house.patientId(stay);
  const patientId = known ?? (await register(work, person));
  const { id: enrollmentId } = await admissions.admitPatient(
    work,
    admitPatient.input.parse({
      patientId,
      trackId: house.program(group.program).trackId,
      levelOfCareId: house.level(level),
      admittedOn,
      attendingStaffId: house.attending(group.site).staffId,
      therapistStaffId: house.lead(group).staffId,
      admissionType: person.source === "emergency-department" ? "urgent" : "elective",
      admissionSource: level === "outpatient" ? "higher-level-here" : person.source,
      diagnoses: person.diagnoses.map((code) => ({ code })),
      goals: goalsOf(person, Temporal.PlainDate.from(admittedOn)),
      ...(await policyOf(work, day, stay, known)),
    }),
  );
  house.know(stay, { patientId, enrollmentId });
  day.count("stays");
  if (known !== undefined) return;
  day.count("people");
  if (!isConsentLate(day, stay)) await consent(work, day, stay, patientId, admittedOn);
};

const consent = async (
  work: Work,
  day: LifeDay,
  stay: LifeStay,
  patientId: string,
  signedOn: string,
) => {
  const { givenName, familyName, parentGivenName } = stay.person;
  const parent = parentGivenName === null ? null : `${parentGivenName} ${familyName}`;
  const signed = { name: `${givenName} ${familyName}`, signedOn, parent };
  const making = { organizationName: day.house.name };
  await consents.createConsent(work, consentOf(making, patientId, signed));
};

const takeSeats = async (work: Work, day: LifeDay, stays: readonly LifeStay[]): Promise<void> => {
  const bySeries = Map.groupBy(
    stays.filter(({ level }) => level === "iop"),
    ({ group }) => day.house.series(group),
  );
  for (const [seriesId, own] of bySeries)
    await memberships.joinTogether(
      work,
      seriesId,
      own.flatMap((stay) => {
        const known = day.house.stay(stay);
        const startsOn = stay.admittedOn < day.plan.startsOn ? day.plan.startsOn : stay.admittedOn;
        return known === undefined ? [] : [{ ...known, startsOn, endsOn: null }];
      }),
    );
};

/** On the first day that is no holiday everybody who is in care already is written down; later whoever begins. */
const comeToday = ({ plan, day, house }: LifeDay): readonly LifeStay[] =>
  plan.stays.filter(
    (stay) =>
      (stay.admittedOn === day ||
        (day === openFrom(plan.daysOff, plan.startsOn) && stay.admittedOn < day)) &&
      house.stay(stay) === undefined,
  );

const discharge = async (work: Work, day: LifeDay, stay: LifeStay): Promise<void> => {
  const known = day.house.stay(stay);
  if (known === undefined || stay.ending === null) return;
  const { enrollmentId } = known;
  const { version } = await enrollments.getEnrollment(work, enrollmentId);
  const facts = { enrollmentId, version, endedOn: day.day, reason: stay.ending };
  await enrollments.dischargePatient(work, dischargePatient.input.parse(facts));
  await memberships.leaveWithStay(work, enrollmentId, day.day);
};

/** All of them within so many seconds, before the first group begins. */
const between = 2800;

/** Who is admitted in the morning, who signs a consent late, and who is discharged when the day is over. */
export const admissionsOf = (
  day: LifeDay,
): readonly [coming: readonly Act[], leaving: readonly Act[]] => {
  const { plan, house } = day;
  const office = house.colleague("Pellington");
  const coming = comeToday(day);
  const morning: Act[] = coming.map((stay, place) => ({
    at: momentOf(house.zone, day.day, "07:05").add({
      seconds: Math.floor((place * between) / coming.length),
    }),
    what: "admit",
    run: (work) => admit(workAs(work, office), day, stay),
  }));
  const last = morning
    .map(({ at }) => at)
    .toSorted((a, b) => a.epochMilliseconds - b.epochMilliseconds)
    .at(-1);
  if (last !== undefined)
    morning.push({
      at: last.add({ minutes: 2 }),
      what: "take seats",
      run: (work) => takeSeats(workAs(work, office), day, coming),
    });
  const late = plan.stays
    .filter(
      (stay) =>
        openFrom(plan.daysOff, dayAfter(stay.admittedOn, 12)) === day.day &&
        isConsentLate(day, stay) &&
        !stay.isAgain,
    )
    .map((stay): Act => ({
      at: momentOf(stay.group.zone, day.day, "11:10"),
      what: "consent late",
      run: async (work) => {
        const known = house.stay(stay);
        if (known !== undefined && stay.level === "iop")
          await consent(workAs(work, office), day, stay, known.patientId, day.day);
      },
    }));
  const evening = plan.stays
    .filter((stay) => stay.endsOn === day.day)
    .map((stay): Act => ({
      at: momentOf(stay.group.zone, day.day, "21:05"),
      what: "discharge",
      run: (work) => discharge(workAs(work, house.lead(stay.group)), day, stay),
    }));
  return [[...morning, ...late], evening];
};
