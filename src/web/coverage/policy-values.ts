import type { UsState } from "#domain/basics/us-address.ts";
import type { Coverage, Relation } from "#domain/coverage/coverage.ts";
import { chosen, made, missingOf } from "#web/platform/missing-of.ts";
import type { FieldProblems } from "#web/platform/use-form.ts";

type Sex = NonNullable<Coverage["subscriberSex"]>;

/** What the fields of a policy hold while somebody types. */
export type PolicyValues = {
  readonly payerId: string;
  readonly planName: string;
  readonly memberNumber: string;
  readonly groupNumber: string;
  readonly effectiveFrom: string;
  readonly relationToSubscriber: Relation | "";
  readonly subscriberGivenName: string;
  readonly subscriberMiddleName: string;
  readonly subscriberFamilyName: string;
  readonly subscriberSuffix: string;
  readonly subscriberBirthDate: string;
  readonly subscriberSex: Sex | "";
  readonly street: string;
  readonly unit: string;
  readonly city: string;
  readonly state: UsState | "";
  readonly postalCode: string;
};

export const emptyPolicy: PolicyValues = {
  payerId: "",
  planName: "",
  memberNumber: "",
  groupNumber: "",
  effectiveFrom: "",
  relationToSubscriber: "self",
  subscriberGivenName: "",
  subscriberMiddleName: "",
  subscriberFamilyName: "",
  subscriberSuffix: "",
  subscriberBirthDate: "",
  subscriberSex: "",
  street: "",
  unit: "",
  city: "",
  state: "",
  postalCode: "",
};

export const policyValues = (policy: Coverage): PolicyValues => {
  const { subscriberAddress: address } = policy;
  return {
    payerId: policy.payer.id,
    planName: policy.planName ?? "",
    memberNumber: policy.memberNumber,
    groupNumber: policy.groupNumber ?? "",
    effectiveFrom: policy.effectiveFrom,
    relationToSubscriber: policy.relationToSubscriber,
    subscriberGivenName: policy.subscriberGivenName ?? "",
    subscriberMiddleName: policy.subscriberMiddleName ?? "",
    subscriberFamilyName: policy.subscriberFamilyName ?? "",
    subscriberSuffix: policy.subscriberSuffix ?? "",
    subscriberBirthDate: policy.subscriberBirthDate ?? "",
    subscriberSex: policy.subscriberSex ?? "",
    street: address?.street ?? "",
    unit: address?.unit ?? "",
    city: address?.city ?? "",
    state: address?.state ?? "",
    postalCode: address?.postalCode ?? "",
  };
};

/** What was typed, as the server takes it. An address is there as a whole or not at all. */
export const policyFactsOf = (values: PolicyValues) => {
  const { street, unit, city, state, postalCode, ...facts } = values;
  return {
    ...facts,
    relationToSubscriber: made(values.relationToSubscriber),
    subscriberSex: chosen(values.subscriberSex),
    subscriberAddress: state === "" ? null : { street, unit, city, state, postalCode },
  };
};

const addressNames = ["street", "city", "state", "postalCode"] as const;

/** What can be told before the server is asked. */
export const checkPolicy = (values: PolicyValues): FieldProblems => {
  const isOthers = values.relationToSubscriber !== "self";
  const hasAddress = [...addressNames, "unit" as const].some((name) => values[name] !== "");
  return {
    ...missingOf(values, ["payerId", "memberNumber", "effectiveFrom", "relationToSubscriber"]),
    ...(isOthers && missingOf(values, ["subscriberGivenName", "subscriberFamilyName"])),
    ...(isOthers && hasAddress && missingOf(values, addressNames)),
  };
};
