import { usAddressSchema, type UsAddress } from "#domain/basics/us-address.ts";
import { claimFactsMissing, takenApart } from "#domain/coverage/claim-subscriber.ts";
import { relationSchema, type Coverage, type CoverageFacts } from "#domain/coverage/coverage.ts";
import { sexAtBirthSchema } from "#domain/patients/patient.ts";
import type { CoverageRow } from "#server/coverage/coverage.queries.ts";

const addressOf = (parts: {
  readonly street: string | null;
  readonly unit: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly postalCode: string | null;
}): UsAddress | null => (parts.street === null ? null : usAddressSchema.parse(parts));

const policyOf = (row: CoverageRow) => ({
  id: row.id,
  patientId: row.patientId,
  payer: { id: row.payerId, name: row.payerName },
  rank: row.rank,
  planName: row.planName,
  memberNumber: row.memberNumber,
  groupNumber: row.groupNumber,
  relationToSubscriber: relationSchema.parse(row.relationToSubscriber),
  subscriberName: row.subscriberName,
  subscriberGivenName: row.subscriberGivenName,
  subscriberMiddleName: row.subscriberMiddleName,
  subscriberFamilyName: row.subscriberFamilyName,
  subscriberSuffix: row.subscriberSuffix,
  subscriberBirthDate: row.subscriberBirthDate,
  subscriberSex: sexAtBirthSchema.nullable().parse(row.subscriberSex),
  subscriberAddress: addressOf({
    street: row.subscriberStreet,
    unit: row.subscriberUnit,
    city: row.subscriberCity,
    state: row.subscriberState,
    postalCode: row.subscriberPostalCode,
  }),
  effectiveFrom: row.effectiveFrom,
  effectiveTo: row.effectiveTo,
  createdAt: row.createdAt,
  retiredAt: row.retiredAt,
  version: row.version,
});

/** A policy as it is answered, with what a claim under it would lack today. */
export const coverageOf = (row: CoverageRow): Coverage => {
  const policy = policyOf(row);
  const { givenName, middleName, familyName, nameSuffix, birthDate } = row;
  const sexAtBirth = sexAtBirthSchema.nullable().parse(row.sexAtBirth);
  const person = { givenName, middleName, familyName, nameSuffix, birthDate, sexAtBirth };
  return { ...policy, lacks: claimFactsMissing(policy, { ...person, address: addressOf(row) }) };
};

type Said = Partial<CoverageFacts>;

const noAddress = { street: null, unit: null, city: null, state: null, postalCode: null };

/** What was said, as the columns hold it: an address lies open, one part a column. */
export const columnsOf = <Facts extends Said>({ subscriberAddress, ...facts }: Facts) => {
  if (subscriberAddress === undefined) return facts;
  const { street, unit, city, state, postalCode } = subscriberAddress ?? noAddress;
  return {
    ...facts,
    subscriberStreet: street,
    subscriberUnit: unit,
    subscriberCity: city,
    subscriberState: state,
    subscriberPostalCode: postalCode,
  };
};

const nobody = {
  subscriberName: null,
  subscriberGivenName: null,
  subscriberMiddleName: null,
  subscriberFamilyName: null,
  subscriberSuffix: null,
  subscriberBirthDate: null,
  subscriberSex: null,
  subscriberAddress: null,
} as const;

type Subscriber = { readonly [Fact in keyof typeof nobody]: Coverage[Fact] };

/** Of a policy, whom it names. */
export const subscriberFacts = (policy: Subscriber): Subscriber => ({
  subscriberName: policy.subscriberName,
  subscriberGivenName: policy.subscriberGivenName,
  subscriberMiddleName: policy.subscriberMiddleName,
  subscriberFamilyName: policy.subscriberFamilyName,
  subscriberSuffix: policy.subscriberSuffix,
  subscriberBirthDate: policy.subscriberBirthDate,
  subscriberSex: policy.subscriberSex,
  subscriberAddress: policy.subscriberAddress,
});

/**
 * Whom a policy names. Of one's own policy one is the subscriber, so it names nobody else; a name in one piece is taken apart
 * where that is no guess, and pieces make the whole.
 */
export const subscriberOf = <
  Facts extends Subscriber & { readonly relationToSubscriber: Coverage["relationToSubscriber"] },
>(
  facts: Facts,
): Facts => {
  if (facts.relationToSubscriber === "self") return { ...facts, ...nobody };
  const { subscriberGivenName: given, subscriberMiddleName: middle } = facts;
  const { subscriberFamilyName: family, subscriberSuffix: suffix } = facts;
  if (given !== null && family !== null) {
    const subscriberName = [given, middle, family, suffix].filter((part) => part !== null);
    return { ...facts, subscriberName: subscriberName.join(" ") };
  }
  const apart = takenApart(facts.subscriberName);
  if (apart === null) return facts;
  return {
    ...facts,
    subscriberGivenName: given ?? apart.given,
    subscriberFamilyName: family ?? apart.family,
  };
};
