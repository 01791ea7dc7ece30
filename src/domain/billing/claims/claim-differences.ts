import type { ClaimSnapshot } from "#domain/billing/claims/claim-snapshot.ts";

/** What of a claim a payer would read otherwise. */
export const claimDifferences = [
  "days",
  "charges",
  "treated",
  "diagnoses",
  "person",
  "coverage",
  "authorization",
  "billing-provider",
  "bill",
] as const;
export type ClaimDifference = (typeof claimDifferences)[number];

type Part = (snapshot: ClaimSnapshot) => unknown;

const personOf = ({
  first,
  last,
  middle,
  suffix,
  bornOn,
  sex,
  address,
}: ClaimSnapshot["subscriber"]) => [
  [first, last, middle, suffix, bornOn, sex],
  address && [address.street, address.unit, address.city, address.state, address.zip],
];

const clinicianOf = (one: ClaimSnapshot["attending"]) =>
  one && [one.first, one.last, one.npi, one.taxonomy];

const policyOf = (one: ClaimSnapshot["subscriber"]) => [
  [one.relation, one.memberNumber, one.groupNumber, one.filing, one.sequence],
];

/** Each as what is sent of it and nothing else: our own numbers and what proves a line are of no payer. */
const parts: Readonly<Record<ClaimDifference, Part>> = {
  days: ({ lines, statement }) => [
    statement.from,
    statement.through,
    [...new Set(lines.map(({ serviceDate }) => serviceDate))],
  ],
  charges: ({ lines }) =>
    lines.map((line) => [
      [line.serviceDate, line.procedure, line.modifiers, line.revenueCode],
      [line.units, line.chargeCents, line.placeOfService],
    ]),
  treated: ({ attending, rendering, supervising, lines }) => [
    [attending, rendering, supervising].map(clinicianOf),
    lines.map((line) => clinicianOf(line.rendering)),
  ],
  diagnoses: ({ diagnoses, lines }) => [
    diagnoses.map(({ code }) => code),
    lines.map(({ pointers }) => pointers),
  ],
  person: ({ subscriber, patient }) => [
    personOf(subscriber),
    patient && [patient.first, patient.last, patient.bornOn, patient.sex, patient.address?.street],
  ],
  coverage: ({ subscriber, payer, otherCoverages }) => [
    policyOf(subscriber),
    payer.electronicId,
    otherCoverages.map((one) => [policyOf(one), one.payer.electronicId]),
  ],
  authorization: ({ authorizationNumber }) => authorizationNumber,
  "billing-provider": ({ billingProvider, serviceFacility }) => [
    [billingProvider.name, billingProvider.npi, billingProvider.taxonomy, billingProvider.taxId],
    [billingProvider.address.street, billingProvider.address.city, billingProvider.address.zip],
    serviceFacility && [serviceFacility.name, serviceFacility.npi, serviceFacility.address.street],
  ],
  bill: ({ billType, placeOfService, admission }) => [
    [billType, placeOfService],
    [admission.on, admission.type, admission.source, admission.status],
  ],
};

/** What a claim that is made now would say otherwise than the one that was sent. */
export const differencesBetween = (sent: ClaimSnapshot, now: ClaimSnapshot): ClaimDifference[] =>
  claimDifferences.filter(
    (one) => JSON.stringify(parts[one](sent)) !== JSON.stringify(parts[one](now)),
  );
