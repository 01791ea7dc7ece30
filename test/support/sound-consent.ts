import type { ConsentTerms } from "#domain/privacy/consent.ts";
import { treatmentPaymentOperations } from "#domain/privacy/information.ts";

/** Sound and in force: a probation officer may be told of attendance. */
export const sound = {
  id: "c",
  kind: "specific",
  discloser: "Cedar Bridge",
  recipientKind: "named-person",
  recipients: ["Rhoda Blackwood"],
  information: ["attendance", "presence"],
  purposes: ["legal-advice"],
  expiresOn: "2027-01-31",
  expiresAtEvent: null,
  statesRevocation: true,
  statesRedisclosure: false,
  statesRefusal: false,
  signedOn: "2026-10-01",
  signedBy: "Juniper Ellsworth",
  signerRelation: "patient",
  signatureMethod: "paper",
  careState: "CO",
  secondSignedBy: null,
  secondSignerRelation: null,
  secondSignedOn: null,
  signatureNeed: "patient",
  revokedOn: null,
  eventOn: null,
} as const satisfies ConsentTerms & { id: string };

/** For treatment, payment and operations, without an end. */
export const forAll = {
  ...sound,
  kind: "treatment-payment-operations",
  recipientKind: "class",
  recipients: ["treating-providers"],
  purposes: treatmentPaymentOperations,
  information: ["attendance", "diagnoses"],
  expiresOn: null,
  expiresAtEvent: "none",
  statesRedisclosure: true,
  statesRefusal: true,
} as const;

/** The columns of a consent that a patient signed, with all it has to state (42 CFR 2.31(a)). */
export const signedColumns = {
  states_revocation: true,
  states_redisclosure: true,
  states_refusal: true,
  signed_on: "2026-11-02",
  signed_by: "The Patient",
  signer_relation: "patient",
  signature_method: "electronic",
  template_version: "1",
} as const;
