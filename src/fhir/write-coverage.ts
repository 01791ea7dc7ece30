import type { Label } from "#domain/basics/label.ts";
import type { CopiedCoverage } from "#domain/exports/chart-copy.ts";
import {
  concept,
  given,
  givenList,
  metaOf,
  referenceTo,
  type WrittenResource,
} from "#fhir/resource.ts";
import { systems } from "#fhir/systems.ts";
import { addressOf } from "#fhir/write-people.ts";

const wholeName = (policy: CopiedCoverage): string | null => {
  const parts = [
    policy.subscriberGivenName,
    policy.subscriberMiddleName,
    policy.subscriberFamilyName,
    policy.subscriberSuffix,
  ].filter((part) => part !== null);
  return policy.subscriberName ?? (parts.length === 0 ? null : parts.join(" "));
};

/** Whoever holds the policy, where that is not the patient: somebody of whom nothing else is known here. */
const subscriberOf = (policy: CopiedCoverage, patientId: string) => ({
  resourceType: "RelatedPerson",
  id: "subscriber",
  active: true,
  patient: referenceTo("Patient", patientId),
  name: [
    {
      ...given("text", policy.subscriberName),
      ...given("family", policy.subscriberFamilyName),
      ...givenList(
        "given",
        [policy.subscriberGivenName, policy.subscriberMiddleName].filter((part) => part !== null),
      ),
      ...givenList(
        "suffix",
        [policy.subscriberSuffix].filter((part) => part !== null),
      ),
    },
  ],
  ...given("gender", policy.subscriberSex),
  ...given("birthDate", policy.subscriberBirthDate),
  ...givenList(
    "address",
    policy.subscriberAddress === null ? [] : [addressOf(policy.subscriberAddress)],
  ),
});

const classOf = (code: string, value: string | null) =>
  value === null ? [] : [{ type: concept(systems.coverageClass, code), value }];

/** US Core Coverage: a policy with its place in the order of payers. */
export const writeCoverage = (
  policy: CopiedCoverage,
  patientId: string,
  label: Label,
): WrittenResource => {
  const isOwn = policy.relationToSubscriber === "self";
  return {
    resourceType: "Coverage",
    id: policy.id,
    meta: metaOf(label, "coverage"),
    ...givenList("contained", isOwn ? [] : [subscriberOf(policy, patientId)]),
    identifier: [{ type: concept(systems.identifierType, "MB"), value: policy.memberNumber }],
    status: policy.retiredAt === null ? "active" : "entered-in-error",
    subscriber: isOwn
      ? referenceTo("Patient", patientId)
      : { reference: "#subscriber", ...given("display", wholeName(policy)) },
    subscriberId: policy.memberNumber,
    beneficiary: referenceTo("Patient", patientId),
    relationship: concept(systems.subscriberRelationship, policy.relationToSubscriber),
    period: { start: policy.effectiveFrom, ...given("end", policy.effectiveTo) },
    payor: [referenceTo("Organization", policy.payerId, policy.payerName)],
    ...givenList("class", [
      ...classOf("group", policy.groupNumber),
      ...classOf("plan", policy.planName),
    ]),
    order: policy.rank,
  };
};

/** US Core Organization: a payer. */
export const writePayer = (policy: CopiedCoverage): WrittenResource => ({
  resourceType: "Organization",
  id: policy.payerId,
  meta: metaOf("general", "organization"),
  ...givenList(
    "identifier",
    policy.payerElectronicId === null ? [] : [{ value: policy.payerElectronicId }],
  ),
  active: true,
  type: [concept("http://terminology.hl7.org/CodeSystem/organization-type", "pay")],
  name: policy.payerName,
});
