import { Temporal } from "temporal-polyfill";
import { dateAt } from "#domain/basics/civil-date.ts";
import { admitPatient } from "#domain/charting/plan-admission.api.ts";
import { registerPatient } from "#domain/patients/patient.api.ts";
import { createPayer } from "#domain/payers/payer.api.ts";
import { createConsent } from "#domain/privacy/consent.api.ts";
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

const kindOf = (payer: string): "medicaid" | "tricare" | "commercial" => {
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

const policyOf = (member: DemoMember, payerId: string | undefined, place: number) =>
  payerId === undefined
    ? {}
    : {
        coverage: {
          payerId,
          memberNumber: `X${member.born.replaceAll("-", "")}${place}`,
          relationToSubscriber: Number(member.born.slice(0, 4)) > 2008 ? "child" : "self",
          subscriberName:
            Number(member.born.slice(0, 4)) > 2008 ? `Parent ${member.name[1]}` : null,
          effectiveFrom: "2026-01-01",
        },
      };

const allowedOf = (member: DemoMember, today: Temporal.PlainDate, place: number) => {
  if (member.allowedFor === undefined) return {};
  const endsOn = today.add({ days: member.allowedFor });
  const startsOn = endsOn.subtract({ days: 27 });
  const number = `77-${4100 + place}`;
  const span = { startsOn: startsOn.toString(), endsOn: endsOn.toString() };
  return { authorization: { number, ...span, units: 12, unit: "days" } };
};

const goalsOf = (member: DemoMember, admitted: Temporal.PlainDate) =>
  member.plans.map((key) => {
    const plan = plans[key];
    if (plan === undefined) throw new Error(`the demo has no plan "${key}"`);
    const targetOn = admitted.add({ weeks: 8 }).toString();
    const objectives = plan.objectives.map((statement) => ({ statement, targetOn }));
    return { problem: plan.problem, statement: plan.statement, objectives };
  });

/** The consent for treatment, payment and operations that lets a Part 2 program bill at all. */
const consentOf = (making: Making, patientId: string, name: string, signedOn: string) =>
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
  const admitted = today.subtract({ weeks: member.weeks });
  const admittedOn = admitted.toString();
  const { id: patientId } = await patients.registerPatient(
    work,
    registerPatient.input.parse({
      givenName,
      familyName,
      preferredName: member.preferred ?? null,
      pronouns: member.pronouns ?? null,
      birthDate: member.born,
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
      ...policyOf(member, payerId, place),
      ...allowedOf(member, today, place),
    }),
  );
  const name = `${givenName} ${familyName}`;
  await consents.createConsent(work, consentOf(making, patientId, name, admittedOn));
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
