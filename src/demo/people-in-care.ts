import { Temporal } from "temporal-polyfill";
import { dateAt } from "#domain/basics/civil-date.ts";
import { admitPatient } from "#domain/charting/plan-admission.api.ts";
import { registerPatient } from "#domain/patients/patient.api.ts";
import { createPayer } from "#domain/payers/payer.api.ts";
import { createConsent } from "#domain/privacy/consent.api.ts";
import { workingDayBy } from "#demo/holidays.ts";
import type { DemoMember } from "#demo/member.ts";
import { membersOf } from "#demo/members.ts";
import { plans } from "#demo/plans.ts";
import type { MadePrograms } from "#demo/programs.ts";
import * as admissions from "#server/charting/plan-admission.service.ts";
import * as patients from "#server/patients/patient.service.ts";
import * as payers from "#server/payers/payer.service.ts";
import type { Work } from "#server/platform/work.ts";
import * as consents from "#server/privacy/consent.service.ts";

/** Somebody in care, as the rest of the demo names them. */
export interface PersonInCare {
  readonly patientId: string;
  readonly enrollmentId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  /** The key of the program: `evening-sud`. */
  readonly program: string;
  readonly admittedOn: string;
}

interface Making {
  readonly work: Work;
  readonly zone: string;
  readonly organizationName: string;
  readonly made: MadePrograms;
  /** Attending and therapist by the key of the program. */
  readonly staffOf: (program: string) => { attendingStaffId: string; therapistStaffId: string };
}

const kindOf = (payer: string): "medicare" | "medicaid" | "tricare" | "commercial" => {
  if (payer === "Medicare") return "medicare";
  if (payer.includes("Medicaid")) return "medicaid";
  return payer.includes("Service") ? "tricare" : "commercial";
};

const addPayers = async (
  work: Work,
  members: readonly DemoMember[],
): Promise<ReadonlyMap<string, string>> => {
  const names = new Set(members.flatMap(({ payer }) => (payer === null ? [] : [payer])));
  const ids = new Map<string, string>();
  for (const name of [...names].toSorted()) {
    const input = createPayer.input.parse({ name, kind: kindOf(name) });
    ids.set(name, (await payers.createPayer(work, input)).id);
  }
  return ids;
};

const isMinor = ({ born }: DemoMember): boolean => Number(born.slice(0, 4)) > 2008;

const parentNames = ["Rowena", "Tobiah", "Anneke", "Lucio"];
const parentOf = ({ name }: DemoMember, place: number): readonly [string, string] => [
  parentNames[place % parentNames.length] ?? "",
  name[1],
];

/** A minor is insured with a parent, whom a claim names with birthday, sex and address. */
const holderOf = (making: Making, member: DemoMember, place: number) => {
  if (!isMinor(member)) return { relationToSubscriber: "self" };
  const [subscriberGivenName, subscriberFamilyName] = parentOf(member, place);
  const subscriberBirthDate = `${Number(member.born.slice(0, 4)) - 31}${member.born.slice(4)}`;
  return {
    relationToSubscriber: "child",
    subscriberGivenName,
    subscriberFamilyName,
    subscriberBirthDate,
    subscriberSex: place % 2 === 0 ? "female" : "male",
    subscriberAddress: addressOf(making.zone, place).address ?? null,
  };
};

interface Stay {
  readonly today: Temporal.PlainDate;
  readonly admitted: Temporal.PlainDate;
}

/** What a payer allows runs from the first of the four weeks of groups on. */
const allowedDaysBefore = 27;
const usuallyAllowed = 12;

/** Policies run by the year: from New Year before the stay began and before anything was allowed. */
const insuredFrom = ({ today, admitted }: Stay): string => {
  const allowed = today.subtract({ days: allowedDaysBefore });
  const first = Temporal.PlainDate.compare(admitted, allowed) < 0 ? admitted : allowed;
  return first.with({ month: 1, day: 1 }).toString();
};

const policyOf = (
  making: Making,
  member: DemoMember,
  payerId: string | undefined,
  { place, ...stay }: Stay & { readonly place: number },
) =>
  payerId === undefined
    ? {}
    : {
        coverage: {
          payerId,
          memberNumber: `X${member.born.replaceAll("-", "")}${place}`,
          ...holderOf(making, member, place),
          effectiveFrom: insuredFrom(stay),
        },
      };

const allowedOf = (member: DemoMember, today: Temporal.PlainDate, place: number) => {
  if (member.allowedFor === undefined) return {};
  const endsOn = today.add({ days: member.allowedFor });
  const startsOn = today.subtract({ days: allowedDaysBefore });
  const number = `77-${4100 + place}`;
  const span = { startsOn: startsOn.toString(), endsOn: endsOn.toString() };
  const units = member.allowedDays ?? usuallyAllowed;
  return { authorization: { number, ...span, units, unit: "days" } };
};

const streets = ["Larkspur Lane", "Millrace Road", "Quarry Street", "Thistle Court"];

/** Where somebody lives, made up; one person has no fixed address, and their claims wait for one. */
const addressOf = (zone: string, place: number) => {
  if (place === 5) return { address: null };
  const street = `${11 + place * 7} ${streets[place % streets.length]}`;
  const town =
    zone === "America/Chicago"
      ? { city: "Minneapolis", state: "MN", postalCode: "55401" }
      : { city: "Denver", state: "CO", postalCode: "80203" };
  return { address: { street, unit: null, ...town } };
};

const sexAtBirthOf = ({ pronouns }: DemoMember) =>
  pronouns === "she/her" ? "female" : pronouns === "he/him" ? "male" : "unknown";

/** The goals of a plan with steps that are due in eight weeks. */
export const goalsOf = (member: Pick<DemoMember, "plans">, admitted: Temporal.PlainDate) =>
  member.plans.map((key) => {
    const plan = plans[key];
    if (plan === undefined) throw new Error(`the demo has no plan "${key}"`);
    const targetOn = admitted.add({ weeks: 8 }).toString();
    const objectives = plan.objectives.map((statement) => ({ statement, targetOn }));
    return { problem: plan.problem, statement: plan.statement, objectives };
  });

/** The consent for treatment, payment and operations that lets a Part 2 program bill at all. */
export const consentOf = (
  making: Pick<Making, "organizationName">,
  patientId: string,
  { name, signedOn, parent }: { name: string; signedOn: string; parent: string | null },
) =>
  createConsent.input.parse({
    patientId,
    kind: "treatment-payment-operations",
    discloser: making.organizationName,
    recipientKind: "class",
    recipients: ["treating-providers", "health-plans", "third-party-payers"],
    information: ["attendance", "diagnoses", "treatment-plan", "progress", "billing"],
    purposes: ["treatment", "payment", "operations"],
    expiresOn: null,
    expiresAtEvent: "none",
    statesRevocation: true,
    statesRedisclosure: true,
    statesRefusal: true,
    signedOn,
    signedBy: name,
    signerRelation: "patient",
    signatureMethod: "electronic",
    // The parents of minors sign, too: in some states they must (42 CFR 2.14(b)(1)).
    secondSignedBy: parent,
    secondSignerRelation: parent === null ? null : "parent",
    secondSignedOn: parent === null ? null : signedOn,
  });

const addMember = async (
  making: Making,
  program: string,
  member: DemoMember,
  payerId: string | undefined,
  place: number,
): Promise<PersonInCare> => {
  const { work, made } = making;
  const [givenName, familyName] = member.name;
  const today = Temporal.PlainDate.from(dateAt(work.now, making.zone));
  const admitted = workingDayBy(today.subtract({ weeks: member.weeks }));
  const admittedOn = admitted.toString();
  const { id: patientId } = await patients.registerPatient(
    work,
    registerPatient.input.parse({
      givenName,
      familyName,
      preferredName: member.preferred ?? null,
      pronouns: member.pronouns ?? null,
      birthDate: member.born,
      sexAtBirth: sexAtBirthOf(member),
      ...addressOf(making.zone, place),
      language: member.language ?? "en",
      email: member.email ?? null,
      phone: `303555${String(100 + place).padStart(4, "0")}`,
      phoneMayBeCalled: true,
      sureItIsNew: true,
    }),
  );
  const stay = await admissions.admitPatient(
    work,
    admitPatient.input.parse({
      patientId,
      trackId: made.programs.get(program)?.trackId,
      levelOfCareId: made.levels.get(member.level ?? "iop"),
      admittedOn,
      ...making.staffOf(program),
      admissionType: "elective",
      admissionSource: place % 3 === 0 ? "clinic" : "self",
      diagnoses: member.diagnoses.map((code) => ({ code })),
      goals: goalsOf(member, admitted),
      ...policyOf(making, member, payerId, { place, today, admitted }),
      ...allowedOf(member, today, place),
    }),
  );
  const name = `${givenName} ${familyName}`;
  const parent = isMinor(member) ? parentOf(member, place).join(" ") : null;
  const signed = { name, signedOn: admittedOn, parent };
  await consents.createConsent(work, consentOf(making, patientId, signed));
  const email = member.email ?? null;
  return { patientId, enrollmentId: stay.id, givenName, familyName, email, program, admittedOn };
};

/** Registers and admits everybody in care of an organization, with policies, plans and consents. */
export const seedPeopleInCare = async (
  making: Making,
  slug: string,
): Promise<readonly PersonInCare[]> => {
  const groups = Object.entries(membersOf[slug] ?? {});
  const payerIds = await addPayers(
    making.work,
    groups.flatMap(([, members]) => members),
  );
  const people: PersonInCare[] = [];
  for (const [program, members] of groups)
    for (const member of members) {
      const payerId = member.payer === null ? undefined : payerIds.get(member.payer);
      people.push(await addMember(making, program, member, payerId, people.length));
    }
  return people;
};
