import type { ConsentDefect, ConsentState, ConsentTerms } from "#domain/privacy/consent.ts";
import { isTreatmentPaymentOperations, recipientClassSchema } from "#domain/privacy/information.ts";

type Rule = readonly [ConsentDefect, (consent: ConsentTerms) => boolean];

const isForAll = ({ kind }: ConsentTerms): boolean => kind === "treatment-payment-operations";
const isClass = (recipient: string): boolean => recipientClassSchema.safeParse(recipient).success;

/** Whether a consent says that nothing ends it: it counts until it is revoked. */
export const namesNoEnd = ({
  expiresOn,
  expiresAtEvent,
}: Pick<ConsentTerms, "expiresOn" | "expiresAtEvent">): boolean =>
  expiresOn === null && /^none\.?$/i.test((expiresAtEvent ?? "").trim());

/** A consent without an end: for treatment, payment and operations, and for research (42 CFR 2.31(a)(7)). */
const mayLastForever = (consent: ConsentTerms): boolean =>
  isForAll(consent) ||
  (consent.purposes.length > 0 && consent.purposes.every((purpose) => purpose === "research"));

interface Signature {
  readonly by: string;
  readonly relation: ConsentTerms["signerRelation"];
}

/** The signatures on the paper that have a name. */
const signaturesOf = (consent: ConsentTerms): readonly Signature[] =>
  [
    { by: consent.signedBy ?? "", relation: consent.signerRelation },
    { by: consent.secondSignedBy ?? "", relation: consent.secondSignerRelation },
  ].filter(({ by, relation }) => by.trim() !== "" && relation !== null);

const isOfPatient = ({ relation }: Signature): boolean => relation === "patient";
const isByPatient = (consent: ConsentTerms): boolean => signaturesOf(consent).some(isOfPatient);
const isByParent = (consent: ConsentTerms): boolean =>
  signaturesOf(consent).some((signature) => !isOfPatient(signature));
const needsBoth = (consent: ConsentTerms): boolean =>
  consent.signatureNeed === "minor-and-parent" && signaturesOf(consent).length > 0;

const hasNoRecipient = ({ recipientKind, recipients }: ConsentTerms): boolean =>
  recipientKind === "class"
    ? !recipients.some(isClass)
    : !recipients.some((name) => name.trim() !== "");

/** Each element of 42 CFR 2.31(a) with the rule that finds it missing, the two that keep consents apart (2.31(b), (d)), and who signs. */
const rules: readonly Rule[] = [
  ["no-discloser", ({ discloser }) => (discloser ?? "").trim() === ""],
  ["no-information", ({ information }) => information.length === 0],
  ["no-recipient", hasNoRecipient],
  [
    "intermediary-without-participants",
    ({ recipientKind, recipients }) => recipientKind === "intermediary" && recipients.length < 2,
  ],
  ["no-purpose", ({ purposes }) => purposes.length === 0],
  [
    "purpose-not-allowed",
    (consent) => isForAll(consent) && !consent.purposes.every(isTreatmentPaymentOperations),
  ],
  [
    "purposes-not-separate",
    ({ kind, purposes }) =>
      kind === "legal-proceeding"
        ? !purposes.every((purpose) => purpose === "legal-proceeding")
        : purposes.includes("legal-proceeding"),
  ],
  [
    "counseling-notes-not-separate",
    ({ kind, information }) =>
      kind === "counseling-notes"
        ? !information.every((one) => one === "counseling-notes")
        : information.includes("counseling-notes"),
  ],
  ["no-right-to-revoke", ({ statesRevocation }) => !statesRevocation],
  [
    "no-expiry",
    ({ expiresOn, expiresAtEvent }) => expiresOn === null && (expiresAtEvent ?? "").trim() === "",
  ],
  ["no-expiry-not-allowed", (consent) => namesNoEnd(consent) && !mayLastForever(consent)],
  [
    "not-signed",
    ({ signedBy, signerRelation, signatureMethod }) =>
      (signedBy ?? "").trim() === "" || signerRelation === null || signatureMethod === null,
  ],
  ["signature-not-dated", ({ signedOn }) => signedOn === null],
  // 42 CFR 2.14(a): who may be treated alone consents alone. 2.14(b)(1): else the minor and a parent, both.
  [
    "parent-signed-alone",
    (consent) => consent.signatureNeed === "minor" && isByParent(consent) && !isByPatient(consent),
  ],
  ["minor-not-signed", (consent) => needsBoth(consent) && !isByPatient(consent)],
  ["parent-not-signed", (consent) => needsBoth(consent) && !isByParent(consent)],
  [
    "second-signature-not-dated",
    ({ secondSignedBy, secondSignedOn }) =>
      (secondSignedBy ?? "").trim() !== "" && secondSignedOn === null,
  ],
  ["no-redisclosure-statement", (consent) => isForAll(consent) && !consent.statesRedisclosure],
  ["no-refusal-statement", (consent) => isForAll(consent) && !consent.statesRefusal],
];

/** What 42 CFR 2.31 asks of a written consent and this one lacks. The first element, the patient, is the record it stands in. */
export const consentDefects = (consent: ConsentTerms): ConsentDefect[] =>
  rules.filter(([, isMissing]) => isMissing(consent)).map(([code]) => code);

/**
 * Where a consent stands on a day. It counts from the day it was signed through its last day; from the day it is revoked, or
 * its event happens, it discloses nothing (42 CFR 2.31(c)).
 */
export const consentState = (consent: ConsentTerms, on: string): ConsentState => {
  if (consent.revokedOn !== null && consent.revokedOn <= on) return "revoked";
  if (consentDefects(consent).length > 0) return "deficient";
  if (consent.eventOn !== null && consent.eventOn <= on) return "expired";
  if (consent.expiresOn !== null && consent.expiresOn < on) return "expired";
  const signed = [consent.signedOn, consent.secondSignedOn].filter((day) => day !== null);
  return signed.some((day) => day > on) ? "not-yet" : "in-force";
};
