import type { AdmissionSource, AdmissionType } from "#domain/admissions/admission-terms.ts";
import type { admitPatient, readAdmissionChoices } from "#domain/charting/plan-admission.api.ts";
import type { Input, Output } from "#domain/contract/route.ts";
import type { AuthorizationUnit } from "#domain/payers/authorization-unit.ts";
import type { Relation } from "#domain/coverage/coverage.ts";
import type { FieldProblems } from "#web/platform/use-form.ts";

export type Choices = Output<typeof readAdmissionChoices>;

/** What the fields of an admission hold while somebody types. */
export type AdmissionValues = {
  readonly trackId: string;
  readonly levelOfCareId: string;
  readonly admittedOn: string;
  readonly admissionType: AdmissionType | "";
  readonly admissionSource: AdmissionSource | "";
  readonly attendingStaffId: string;
  readonly therapistStaffId: string;
  readonly diagnosis1: string;
  readonly diagnosis2: string;
  readonly diagnosis3: string;
  readonly diagnosis4: string;
  /** `none`, `new` (then of `payerId`), or the id of a policy on file. */
  readonly coverageId: string;
  readonly payerId: string;
  readonly memberNumber: string;
  readonly relationToSubscriber: Relation | "";
  readonly subscriberName: string;
  /** Empty: from the first day of the stay. */
  readonly effectiveFrom: string;
  readonly number: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly units: number | null;
  readonly unit: AuthorizationUnit | "";
  readonly problem1: string;
  readonly statement1: string;
  readonly objective1: string;
  readonly target1: string;
  readonly problem2: string;
  readonly statement2: string;
  readonly objective2: string;
  readonly target2: string;
  readonly problem3: string;
  readonly statement3: string;
  readonly objective3: string;
  readonly target3: string;
};

export const places = [1, 2, 3] as const;
export type Place = (typeof places)[number];
export const diagnosisPlaces = [1, 2, 3, 4] as const;

const emptyGoals = {
  problem1: "",
  statement1: "",
  objective1: "",
  target1: "",
  problem2: "",
  statement2: "",
  objective2: "",
  target2: "",
  problem3: "",
  statement3: "",
  objective3: "",
  target3: "",
} as const;

const only = <T>(some: readonly T[]): T | undefined => (some.length === 1 ? some[0] : undefined);

/**
 * What stands in the form before anybody typed: today, a planned admission, the one track, level or policy where there is
 * no choice, and as attending whoever fills it in, where they may attend (or the only one who may). Nothing clinical is
 * ever filled in.
 */
export const firstValues = (choices: Choices, staffId: string | null): AdmissionValues => {
  const { today, tracks, coverages, attending } = choices;
  const track = only(tracks);
  const self = attending.find(({ id }) => id === staffId);
  return {
    trackId: track?.id ?? "",
    levelOfCareId: only(track?.levels ?? [])?.id ?? "",
    admittedOn: today,
    admissionType: "elective",
    admissionSource: "",
    attendingStaffId: (self ?? only(attending))?.id ?? "",
    therapistStaffId: "",
    diagnosis1: "",
    diagnosis2: "",
    diagnosis3: "",
    diagnosis4: "",
    coverageId: only(coverages)?.id ?? "",
    payerId: "",
    memberNumber: "",
    relationToSubscriber: "",
    subscriberName: "",
    effectiveFrom: "",
    number: "",
    startsOn: "",
    endsOn: "",
    units: null,
    unit: "",
    ...emptyGoals,
  };
};

const goalKeys = (place: Place) =>
  ({
    problem: `problem${place}`,
    statement: `statement${place}`,
    objective: `objective${place}`,
    target: `target${place}`,
  }) as const;

const goalAt = (values: AdmissionValues, place: Place) => {
  const keys = goalKeys(place);
  return {
    problem: values[keys.problem],
    statement: values[keys.statement],
    objective: values[keys.objective],
    target: values[keys.target],
  };
};

/** A goal of which something is written. */
export const isBegun = (values: AdmissionValues, place: Place): boolean =>
  Object.values(goalAt(values, place)).some((text) => text.trim() !== "");

const diagnosesOf = (values: AdmissionValues): string[] =>
  diagnosisPlaces.map((place) => values[`diagnosis${place}`]).filter((code) => code !== "");

export const isAuthorizing = ({ number, startsOn, endsOn, units }: AdmissionValues): boolean =>
  number !== "" || startsOn !== "" || endsOn !== "" || units !== null;

type Field = keyof AdmissionValues;

const missing = (values: AdmissionValues, names: readonly Field[]): FieldProblems =>
  Object.fromEntries(
    names
      .filter((name) => values[name] === "" || values[name] === null)
      .map((name) => [name, { code: "missing" }]),
  );

/** The goals that are sent: those that were begun, the first in any case. */
const goalsSent = (values: AdmissionValues): Place[] =>
  places.filter((place) => place === 1 || isBegun(values, place));

/** What is still missing, told before the server is asked: every field at once. */
export const checkAdmission =
  (mayCover: boolean) =>
  (values: AdmissionValues): FieldProblems => ({
    // The levels are those of the track: until it is chosen there is nothing to choose from.
    ...(values.trackId !== "" && missing(values, ["levelOfCareId"])),
    ...missing(values, ["trackId", "admittedOn", "admissionType", "admissionSource"]),
    ...(diagnosesOf(values).length === 0 && { diagnosis1: { code: "missing" } }),
    ...(mayCover && missing(values, ["coverageId"])),
    ...(values.coverageId === "new" && missing(values, ["memberNumber", "relationToSubscriber"])),
    ...(isAuthorizing(values) &&
      missing(values, ["number", "startsOn", "endsOn", "units", "unit"])),
    ...missing(
      values,
      goalsSent(values).flatMap((place) => {
        const { problem, statement, objective } = goalKeys(place);
        return [problem, statement, objective];
      }),
    ),
  });

/** A choice that the check has found made. */
const made = <V extends string>(choice: V | ""): V => {
  if (choice === "") throw new Error("An admission was sent before a choice in it was made.");
  return choice;
};

const coverageOf = (values: AdmissionValues) => {
  const { coverageId, payerId, memberNumber, subscriberName } = values;
  const effectiveFrom = values.effectiveFrom === "" ? values.admittedOn : values.effectiveFrom;
  if (coverageId === "" || coverageId === "none") return {};
  if (coverageId !== "new") return { coverageId };
  const relationToSubscriber = made(values.relationToSubscriber);
  return {
    coverage: { payerId, memberNumber, relationToSubscriber, subscriberName, effectiveFrom },
  };
};

const authorizationOf = (values: AdmissionValues) => {
  const { coverageId, number, startsOn, endsOn, units } = values;
  const isCovered = coverageId !== "" && coverageId !== "none";
  if (!isCovered || !isAuthorizing(values)) return {};
  return {
    authorization: { number, startsOn, endsOn, units: units ?? 0, unit: made(values.unit) },
  };
};

/** The typed values as the contract takes them. */
export const admissionOf = (
  patientId: string,
  values: AdmissionValues,
): Input<typeof admitPatient> => {
  const { trackId, levelOfCareId, admittedOn, attendingStaffId, therapistStaffId } = values;
  return {
    patientId,
    trackId,
    levelOfCareId,
    admittedOn,
    attendingStaffId,
    therapistStaffId,
    admissionType: made(values.admissionType),
    admissionSource: made(values.admissionSource),
    diagnoses: diagnosesOf(values).map((code) => ({ code })),
    ...coverageOf(values),
    ...authorizationOf(values),
    goals: goalsSent(values).map((place) => {
      const { problem, statement, objective, target } = goalAt(values, place);
      return { problem, statement, objectives: [{ statement: objective, targetOn: target }] };
    }),
  };
};

/** Where the names of the server differ from those of the fields; goals and diagnoses are numbered there from 0. */
export const serverNames: Readonly<Record<string, Field>> = Object.fromEntries<Field>([
  ...places.flatMap((place): [string, Field][] => {
    const keys = goalKeys(place);
    const at = `goals.${place - 1}`;
    return [
      [`${at}.problem`, keys.problem],
      [`${at}.statement`, keys.statement],
      [`${at}.objectives.0.statement`, keys.objective],
      [`${at}.objectives.0.targetOn`, keys.target],
    ];
  }),
  ["coverage.payerId", "coverageId"],
  ...diagnosisPlaces.map((place): [string, Field] => [
    `diagnoses.${place - 1}.code`,
    `diagnosis${place}`,
  ]),
]);
