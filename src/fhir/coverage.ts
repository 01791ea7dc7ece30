import { z } from "zod";
import { finding, type Finding } from "#domain/imports/finding.ts";
import { readFhirDate } from "#domain/imports/incoming-date.ts";
import { incomingCoverageFacts, type IncomingCoverage } from "#domain/imports/incoming.ts";
import type { Relation } from "#domain/coverage/coverage.ts";
import { sexAtBirthSchema } from "#domain/patients/patient.ts";
import {
  codesOf,
  fhirAddress,
  fhirConcept,
  fhirHumanName,
  fhirIdentifier,
  fhirPeriod,
  fhirReference,
  fhirResource,
  type FhirReference,
} from "#fhir/datatypes.ts";
import { livesAt, partsOfName } from "#fhir/people.ts";
import { readLeniently, refused, type Reading } from "#fhir/reading.ts";

/** A person within a policy: whoever holds it, where it is not the one who is covered. */
const fhirContainedPerson = z.object({
  resourceType: z.string(),
  id: z.string().optional(),
  name: z.array(fhirHumanName).optional(),
  gender: z.string().optional(),
  birthDate: z.string().optional(),
  address: z.array(fhirAddress).optional(),
});

/** Coverage of FHIR R4 (US Core 6.1.0). */
export const fhirCoverage = fhirResource.extend({
  resourceType: z.literal("Coverage"),
  contained: z.array(fhirContainedPerson).optional(),
  identifier: z.array(fhirIdentifier).optional(),
  status: z.string().optional(),
  type: fhirConcept.optional(),
  subscriber: fhirReference.optional(),
  subscriberId: z.string().optional(),
  beneficiary: fhirReference.optional(),
  relationship: fhirConcept.optional(),
  period: fhirPeriod.optional(),
  payor: z.array(fhirReference).optional(),
  class: z
    .array(
      z.object({
        type: fhirConcept.optional(),
        value: z.string().optional(),
        name: z.string().optional(),
      }),
    )
    .optional(),
  order: z.number().optional(),
});
type FhirCoverage = z.output<typeof fhirCoverage>;

const relationOf = (coverage: FhirCoverage): Relation => {
  const codes = codesOf(coverage.relationship === undefined ? [] : [coverage.relationship]);
  if (codes.some((code) => ["spouse", "common"].includes(code))) return "spouse";
  if (codes.includes("child")) return "child";
  if (codes.includes("self")) return "self";
  // Without a word on it, the one who is covered holds the policy, unless somebody else is named.
  const { subscriber, beneficiary } = coverage;
  const isOwn =
    subscriber?.reference === undefined || subscriber.reference === beneficiary?.reference;
  return codes.length === 0 && isOwn ? "self" : "other";
};

const memberNumberOf = ({ subscriberId, identifier }: FhirCoverage): string | undefined =>
  identifier?.find(({ type }) => codesOf(type === undefined ? [] : [type]).includes("mb"))?.value ??
  subscriberId ??
  identifier?.[0]?.value;

const classOf = (coverage: FhirCoverage, wanted: string) =>
  coverage.class?.find(({ type }) => codesOf(type === undefined ? [] : [type]).includes(wanted));

const rankOf = (order: number | undefined): 1 | 2 | 3 | null =>
  order === 1 || order === 2 || order === 3 ? order : null;

const payerOf = (payor: FhirReference | undefined): IncomingCoverage["payer"] => ({
  reference: payor?.reference ?? null,
  name: payor?.display ?? null,
  identifiers: payor?.identifier?.value === undefined ? [] : [payor.identifier.value],
});

const isPerson = (payor: FhirReference | undefined): boolean =>
  payor?.type === "Patient" ||
  payor?.type === "RelatedPerson" ||
  /(?:^|\/)(?:Patient|RelatedPerson)\/[^/]+$/.test(payor?.reference ?? "");

const endOf = (coverage: FhirCoverage): { end: string | null; problem: Finding | undefined } => {
  const written = coverage.period?.end;
  if (written === undefined) {
    // A policy that was cancelled covers nothing any more, and a day is needed on which it ended.
    const isOver = coverage.status === "cancelled";
    return { end: null, problem: isOver ? finding("end-missing", "effectiveTo") : undefined };
  }
  const { date, problem } = readFhirDate(written);
  // 9999-12-31 is how many systems write that there is no end.
  if (problem === "date-out-of-range" && written.startsWith("9999"))
    return { end: null, problem: undefined };
  return date === undefined
    ? { end: null, problem: finding(problem, "effectiveTo", written) }
    : { end: date, problem: undefined };
};

/** What is said of whoever holds the policy; a day or an address that cannot be read is left out. */
const subscriberOf = ({ contained, subscriber }: FhirCoverage) => {
  const person = contained?.find(
    ({ id }) => id !== undefined && subscriber?.reference === `#${id}`,
  );
  const [name] = person?.name ?? [];
  const isWhole = name?.given?.[0] !== undefined && name.family !== undefined;
  const parts = isWhole ? partsOfName(name) : undefined;
  return {
    subscriberName: name?.text ?? (isWhole ? null : subscriber?.display),
    subscriberGivenName: parts?.given,
    subscriberMiddleName: parts?.middle,
    subscriberFamilyName: parts?.family,
    subscriberSuffix: parts?.suffix,
    subscriberBirthDate: readFhirDate(person?.birthDate).date,
    subscriberSex: sexAtBirthSchema.safeParse(person?.gender).data,
    subscriberAddress: livesAt(person?.address ?? []).address,
  };
};

const standing = (coverage: FhirCoverage): Finding[] => {
  if (coverage.beneficiary === undefined) return [finding("subject-missing", "beneficiary")];
  if (coverage.status === "entered-in-error") return [finding("entered-in-error", "status")];
  if (isPerson(coverage.payor?.[0])) return [finding("pays-self", "payor")];
  return [];
};

export interface ReadCoverage {
  readonly subject: FhirReference;
  readonly payer: IncomingCoverage["payer"];
  /** Null where it lacks what a policy needs: then it is kept as received, and `lacks` says why. */
  readonly policy: Omit<IncomingCoverage, "payer"> | null;
  readonly lacks: readonly Finding[];
  readonly planName: string | null;
}

/** A policy of another system. What the card does not say is not made up: without a first day it is kept as received. */
export const readCoverage = (raw: unknown): Reading<ReadCoverage> => {
  const read = readLeniently(fhirCoverage, raw);
  if (read === undefined) return refused(finding("not-a-resource"));
  const coverage = read.value;
  const refusals = standing(coverage);
  if (refusals.length > 0 || coverage.beneficiary === undefined) return refused(...refusals);
  const start = readFhirDate(coverage.period?.start);
  const { end, problem } = endOf(coverage);
  const plan = classOf(coverage, "plan");
  const relation = relationOf(coverage);
  const holder = subscriberOf(coverage);
  const planName = plan?.name ?? plan?.value ?? coverage.type?.text ?? null;
  const facts = incomingCoverageFacts.safeParse({
    planName,
    memberNumber: memberNumberOf(coverage),
    groupNumber: classOf(coverage, "group")?.value,
    relationToSubscriber: relation,
    ...(relation !== "self" && holder),
    effectiveFrom: start.date,
    effectiveTo: end,
  });
  const isNamed = (holder.subscriberName ?? holder.subscriberFamilyName ?? "") !== "";
  const lacks = [
    ...(start.problem === undefined
      ? []
      : [finding(start.problem, "effectiveFrom", coverage.period?.start)]),
    ...(problem === undefined ? [] : [problem]),
    ...(facts.error?.issues ?? [])
      .filter(({ path }) => path[0] !== "effectiveFrom")
      .map(({ path }) => finding("fact-missing", String(path[0]))),
    ...(relation !== "self" && !isNamed ? [finding("holder-missing", "subscriberName")] : []),
  ];
  const policy =
    facts.success && lacks.length === 0
      ? { facts: facts.data, rank: rankOf(coverage.order) }
      : null;
  const payer = payerOf(coverage.payor?.[0]);
  const subject = coverage.beneficiary;
  return { facts: { subject, payer, policy, lacks, planName }, refusals: [], notes: read.notes };
};
