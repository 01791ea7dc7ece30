import type { UsAddress } from "#domain/basics/us-address.ts";
import type { Patient } from "#domain/patients/patient.ts";

/** Somebody as a claim names them: the subscriber (loop 2010BA), or the patient who is not the subscriber (2010CA). */
export interface ClaimPerson {
  readonly givenName: string | null;
  readonly middleName: string | null;
  readonly familyName: string | null;
  readonly suffix: string | null;
  readonly birthDate: string | null;
  readonly sex: Patient["sexAtBirth"];
  readonly address: UsAddress | null;
}

type InCare = Pick<
  Patient,
  "givenName" | "middleName" | "familyName" | "nameSuffix" | "birthDate" | "sexAtBirth" | "address"
>;

interface Subscribed {
  readonly relationToSubscriber: string;
  readonly subscriberGivenName: string | null;
  readonly subscriberMiddleName: string | null;
  readonly subscriberFamilyName: string | null;
  readonly subscriberSuffix: string | null;
  readonly subscriberBirthDate: string | null;
  readonly subscriberSex: Patient["sexAtBirth"];
  readonly subscriberAddress: UsAddress | null;
}

const asClaimed = ({ nameSuffix, sexAtBirth, ...person }: InCare): ClaimPerson => ({
  givenName: person.givenName,
  middleName: person.middleName,
  familyName: person.familyName,
  suffix: nameSuffix,
  birthDate: person.birthDate,
  sex: sexAtBirth,
  address: person.address,
});

/**
 * Who stands where on a claim (005010X222A1, X223A2). Where the policy is the patient's own, the patient is the subscriber
 * and no patient loop follows; else both are named, and the facts of the subscriber are those of the policy.
 */
export const claimSubscriberOf = (
  policy: Subscribed,
  patient: InCare,
): { readonly subscriber: ClaimPerson; readonly patient: ClaimPerson | null } =>
  policy.relationToSubscriber === "self"
    ? { subscriber: asClaimed(patient), patient: null }
    : {
        subscriber: {
          givenName: policy.subscriberGivenName,
          middleName: policy.subscriberMiddleName,
          familyName: policy.subscriberFamilyName,
          suffix: policy.subscriberSuffix,
          birthDate: policy.subscriberBirthDate,
          sex: policy.subscriberSex,
          address: policy.subscriberAddress,
        },
        patient: asClaimed(patient),
      };

/** What a claim may lack of the people on it: `patient-…` stands in the patient's own facts, `subscriber-…` in the policy. */
export const claimLacks = [
  "subscriber-name",
  "subscriber-birth-date",
  "subscriber-sex",
  "subscriber-address",
  "patient-sex",
  "patient-address",
] as const;
export type ClaimLack = (typeof claimLacks)[number];

/** What is still to be asked before a claim can name everybody: names, birthday, sex and address (loops 2010BA and 2010CA). */
export const claimFactsMissing = (policy: Subscribed, inCare: InCare): ClaimLack[] => {
  const { subscriber, patient } = claimSubscriberOf(policy, inCare);
  const own = patient ?? subscriber;
  const isOthers = patient !== null;
  const lacks: Readonly<Record<ClaimLack, boolean>> = {
    "subscriber-name":
      isOthers && (subscriber.familyName === null || subscriber.givenName === null),
    "subscriber-birth-date": isOthers && subscriber.birthDate === null,
    "subscriber-sex": isOthers && subscriber.sex === null,
    "subscriber-address": isOthers && subscriber.address === null,
    "patient-sex": own.sex === null,
    "patient-address": own.address === null,
  };
  return claimLacks.filter((lack) => lacks[lack]);
};

/** A name of two words taken apart; of more nobody can tell where the family name begins, so nothing is guessed. */
export const takenApart = (name: string | null): { given: string; family: string } | null => {
  const [given, family, ...more] = (name ?? "").trim().split(/\s+/u);
  return given === undefined || given === "" || family === undefined || more.length > 0
    ? null
    : { given, family };
};
