/** What payers know a person by: coverage shows it, claims name it. */
export const personColumns = [
  "patient.givenName",
  "patient.middleName",
  "patient.familyName",
  "patient.nameSuffix",
  "patient.birthDate",
  "patient.sexAtBirth",
  "patient.street",
  "patient.unit",
  "patient.city",
  "patient.state",
  "patient.postalCode",
] as const;

/** What a policy says of whom it was issued to, as coverage shows it and claims name it. */
export const subscriberColumns = [
  "coverage.memberNumber",
  "coverage.groupNumber",
  "coverage.relationToSubscriber",
  "coverage.subscriberName",
  "coverage.subscriberGivenName",
  "coverage.subscriberMiddleName",
  "coverage.subscriberFamilyName",
  "coverage.subscriberSuffix",
  "coverage.subscriberBirthDate",
  "coverage.subscriberSex",
  "coverage.subscriberStreet",
  "coverage.subscriberUnit",
  "coverage.subscriberCity",
  "coverage.subscriberState",
  "coverage.subscriberPostalCode",
] as const;
