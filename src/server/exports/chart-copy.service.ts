import {
  admissionSourceSchema,
  admissionTypeSchema,
  endReasonSchema,
} from "#domain/admissions/admission-terms.ts";
import { labelOf } from "#domain/basics/label.ts";
import { usAddressSchema, type UsAddress } from "#domain/basics/us-address.ts";
import { planStatusSchema } from "#domain/charting/goal.ts";
import { noteActKindSchema } from "#domain/charting/member-note.ts";
import { relationSchema } from "#domain/coverage/coverage.ts";
import { diagnosisOn } from "#domain/diagnoses/code-set.ts";
import type { ChartCopy, CopiedNote, KeeperOfRecords } from "#domain/exports/chart-copy.ts";
import type { ChartPart } from "#domain/exports/chart-part.ts";
import { answersSchema } from "#domain/exports/copied-answers.ts";
import { contactSchema } from "#domain/patients/contact.ts";
import { labelTogether } from "#domain/privacy/may-disclose.ts";
import { patientSchema, sexAtBirthSchema } from "#domain/patients/patient.ts";
import * as care from "#server/exports/chart-copy.queries.ts";
import * as signed from "#server/exports/signed-copy.queries.ts";

/** Which parts of whose chart, and of which days. */
export interface CopyScope extends care.Days {
  readonly parts: readonly ChartPart[];
}

interface AddressParts {
  readonly street: string | null;
  readonly unit: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly postalCode: string | null;
}

const addressOf = ({ street, unit, city, state, postalCode }: AddressParts): UsAddress | null =>
  street === null ? null : usAddressSchema.parse({ street, unit, city, state, postalCode });

const patientOf = (row: care.PatientRow): ChartCopy["patient"] =>
  patientSchema.parse({ ...row, address: addressOf(row) });

type Rows<Read extends (...input: never[]) => Promise<unknown[]>> = Awaited<ReturnType<Read>>;

const coverageOf = (
  row: Rows<typeof care.coveragesOf>[number],
): ChartCopy["coverages"][number] => ({
  ...row,
  relationToSubscriber: relationSchema.parse(row.relationToSubscriber),
  subscriberSex: sexAtBirthSchema.nullable().parse(row.subscriberSex),
  subscriberAddress: addressOf({
    street: row.subscriberStreet,
    unit: row.subscriberUnit,
    city: row.subscriberCity,
    state: row.subscriberState,
    postalCode: row.subscriberPostalCode,
  }),
});

const stayOf = (
  row: Rows<typeof care.staysOf>[number],
  diagnoses: Rows<typeof care.diagnosesOf>,
): ChartCopy["stays"][number] => ({
  ...row,
  label: labelOf(row.label),
  endReason: row.endReason === null ? null : endReasonSchema.parse(row.endReason),
  admissionType: admissionTypeSchema.parse(row.admissionType),
  admissionSource: admissionSourceSchema.parse(row.admissionSource),
  diagnoses: diagnoses
    .filter(({ enrollmentId }) => enrollmentId === row.id)
    .map((one) => ({
      ...one,
      description: diagnosisOn(one.code, one.diagnosedOn)?.description ?? null,
    })),
});

const noteOf = (
  row: Rows<typeof signed.notesOf>[number],
  acts: Rows<typeof signed.noteActsOf>,
): CopiedNote => {
  const { topic, curriculum, interventions, whatWeDid, howItWent, nextTime, ...own } = row;
  const isShared = topic !== null && whatWeDid !== null && howItWent !== null;
  return {
    ...own,
    label: labelOf(row.label),
    shared: isShared
      ? { topic, curriculum, interventions: interventions ?? [], whatWeDid, howItWent, nextTime }
      : null,
    acts: acts
      .filter(({ noteId }) => noteId === row.id)
      .map((act) => ({ ...act, kind: noteActKindSchema.parse(act.kind) })),
  };
};

const measureOf = (
  row: Rows<typeof signed.measuresOf>[number],
): ChartCopy["measures"][number] | null =>
  row.completedAt === null
    ? null
    : {
        ...row,
        completedAt: row.completedAt,
        answeredBy: row.answeredBy === "staff" ? "staff" : "self",
        answers: answersSchema.parse(row.answers),
        label: labelOf(row.label),
      };

const byPatient = <Row extends { readonly patientId: string }>(rows: readonly Row[]) => {
  const groups = Map.groupBy(rows, ({ patientId }) => patientId);
  return (patientId: string): readonly Row[] => groups.get(patientId) ?? [];
};

const readCare = async (place: care.Place, ids: readonly string[], scope: CopyScope) => {
  const asked = (part: ChartPart) => scope.parts.includes(part);
  const goalRows = asked("plan") ? await care.goalsOf(place, ids) : [];
  const objectives = asked("plan") ? await care.objectivesOf(place, ids) : [];
  const diagnoses = asked("stays") ? await care.diagnosesOf(place, ids) : [];
  const stayRows = asked("stays") ? await care.staysOf(place, ids) : [];
  return {
    contacts: byPatient(asked("contacts") ? await care.contactsOf(place, ids) : []),
    coverages: byPatient(asked("coverage") ? await care.coveragesOf(place, ids) : []),
    stays: byPatient(stayRows),
    diagnoses,
    goals: byPatient(goalRows),
    objectives: Map.groupBy(objectives, ({ goalId }) => goalId),
    visits: byPatient(asked("attendance") ? await care.visitsOf(place, ids, scope) : []),
  };
};

const readSigned = async (place: care.Place, ids: readonly string[], scope: CopyScope) => {
  const asked = (part: ChartPart) => scope.parts.includes(part);
  return {
    notes: byPatient(asked("notes") ? await signed.notesOf(place, ids, scope) : []),
    acts: asked("notes") ? await signed.noteActsOf(place, ids) : [],
    measures: byPatient(asked("measures") ? await signed.measuresOf(place, ids, scope) : []),
    consents: byPatient(asked("consents") ? await signed.consentsOf(place, ids) : []),
    disclosures: byPatient(asked("disclosures") ? await signed.disclosuresOf(place, ids) : []),
  };
};

/** Copies of the charts of these people, as they stand; the statements are as many for two hundred as for one. */
export const copyCharts = async (
  place: care.Place,
  ids: readonly string[],
  scope: CopyScope,
): Promise<ChartCopy[]> => {
  const patients = await care.patientsOf(place, ids);
  const own = await readCare(place, ids, scope);
  const kept = await readSigned(place, ids, scope);
  const diagnoses = Map.groupBy(own.diagnoses, ({ enrollmentId }) => enrollmentId);
  const acts = Map.groupBy(kept.acts, ({ noteId }) => noteId);
  return patients.map((row) => ({
    label: labelTogether(row.labels),
    patient: patientOf(row),
    contacts: own.contacts(row.id).map((contact) => contactSchema.parse(contact)),
    coverages: own.coverages(row.id).map(coverageOf),
    stays: own.stays(row.id).map((stay) => stayOf(stay, diagnoses.get(stay.id) ?? [])),
    goals: own.goals(row.id).map((goal) => ({
      ...goal,
      label: labelOf(goal.label),
      status: planStatusSchema.parse(goal.status),
      objectives: (own.objectives.get(goal.id) ?? []).map((objective) => ({
        ...objective,
        status: planStatusSchema.parse(objective.status),
      })),
    })),
    visits: own.visits(row.id).map((visit) => ({ ...visit, label: labelOf(visit.label) })),
    notes: kept.notes(row.id).map((note) => noteOf(note, acts.get(note.id) ?? [])),
    measures: kept.measures(row.id).flatMap((sheet) => measureOf(sheet) ?? []),
    consents: kept.consents(row.id),
    disclosures: kept.disclosures(row.id),
  }));
};

/** The organization, its sites and its staff: whoever the records name. */
export const keeperOf = async (place: care.Place): Promise<KeeperOfRecords> => {
  const { organization, sites, staff } = await signed.keeperRows(place);
  if (organization === undefined) throw new Error("There is no organization.");
  return {
    organization,
    sites: sites.map(({ id, name, npi, phone, ...address }) => ({
      id,
      name,
      npi,
      phone,
      address: usAddressSchema.parse(address),
    })),
    staff,
  };
};

/** Whose chart carries this number, if anybody's. */
export const patientOfMrn = care.patientOfMrn;
