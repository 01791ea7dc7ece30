import type { ClaimFacts, PersonFacts } from "#domain/billing/claims/claim-facts.ts";
import type { Clinician, Postal } from "#domain/billing/claims/claim-snapshot.ts";
import { taxonomyOfCredentials } from "#domain/billing/claims/taxonomy-of-credentials.ts";
import { relationSchema } from "#domain/coverage/coverage.ts";
import { sexAtBirthSchema } from "#domain/patients/patient.ts";
import type {
  PolicyRow,
  selectClinicians,
  selectPlaces,
  StayRow,
} from "#server/billing/claims/claim-facts.queries.ts";

const sexSchema = sexAtBirthSchema.nullable();

type ClinicianRow = Awaited<ReturnType<typeof selectClinicians>>[number];
type PlaceRow = Awaited<ReturnType<typeof selectPlaces>>[number];

interface AddressColumns {
  readonly street: string | null;
  readonly unit: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly postalCode: string | null;
}

const addressOf = ({ street, unit, city, state, postalCode }: AddressColumns): Postal | null =>
  street === null || city === null || state === null || postalCode === null
    ? null
    : { street, unit, city, state, zip: postalCode };

export const clinicianOf = ({
  id,
  givenName,
  familyName,
  npi,
  letters,
}: ClinicianRow): Clinician => ({
  staffId: id,
  first: givenName,
  last: familyName,
  npi,
  taxonomy: taxonomyOfCredentials(letters),
});

export const placeOf = (row: PlaceRow): ClaimFacts["site"] => ({
  name: row.name,
  npi: row.npi,
  address: {
    street: row.street,
    unit: row.unit,
    city: row.city,
    state: row.state,
    zip: row.postalCode,
  },
});

/** The patient under their legal name. */
export const patientOf = (row: StayRow): PersonFacts => ({
  first: row.givenName,
  last: row.familyName,
  middle: row.middleName,
  suffix: row.nameSuffix,
  bornOn: row.birthDate,
  sex: sexSchema.parse(row.sexAtBirth),
  address: addressOf(row),
});

/** The last word of a name written in one is the family name; where the record has its parts, they count. */
const namesOf = (row: PolicyRow): { first: string; last: string } => {
  if (row.subscriberFamilyName !== null)
    return { first: row.subscriberGivenName ?? "", last: row.subscriberFamilyName };
  const words = (row.subscriberName ?? "").split(" ");
  return { first: words.slice(0, -1).join(" "), last: words.at(-1) ?? "" };
};

/** A policy as a claim names it. */
export const policyOf = (row: PolicyRow): ClaimFacts["coverage"] => ({
  relation: relationSchema.parse(row.relationToSubscriber),
  rank: row.rank,
  memberNumber: row.memberNumber,
  groupNumber: row.groupNumber,
  subscriber: {
    ...namesOf(row),
    middle: row.subscriberMiddleName,
    suffix: row.subscriberSuffix,
    bornOn: row.subscriberBirthDate,
    sex: sexSchema.parse(row.subscriberSex),
    address: addressOf({
      street: row.subscriberStreet,
      unit: row.subscriberUnit,
      city: row.subscriberCity,
      state: row.subscriberState,
      postalCode: row.subscriberPostalCode,
    }),
  },
});
