import { msg } from "@lingui/core/macro";
import type { ProblemWords } from "#web/platform/problem-words.ts";
import type { HistoryWords } from "#web/ui/history-card.tsx";

export const kindWords: ProblemWords = {
  "treatment-payment-operations": msg`Treatment, payment and operations`,
  specific: msg`One recipient, one purpose`,
  "counseling-notes": msg`Counseling notes`,
  "legal-proceeding": msg`A legal proceeding`,
};

export const recipientKindWords: ProblemWords = {
  "named-person": msg`A person by name`,
  "named-organization": msg`An organization by name`,
  class: msg`A class of recipients`,
  intermediary: msg`An intermediary and its participants`,
};

export const classWords: ProblemWords = {
  "treating-providers": msg`My treating providers`,
  "health-plans": msg`My health plans`,
  "third-party-payers": msg`Third-party payers`,
  "program-contractors": msg`People helping to operate the program`,
};

export const informationWords: ProblemWords = {
  presence: msg`That they are here`,
  attendance: msg`Attendance`,
  assessments: msg`Assessments`,
  diagnoses: msg`Diagnoses`,
  "treatment-plan": msg`Treatment plan`,
  progress: msg`Progress`,
  "session-notes": msg`Session notes`,
  measures: msg`Questionnaires and scores`,
  medications: msg`Medications`,
  "drug-tests": msg`Drug tests`,
  "discharge-summary": msg`Discharge summary`,
  billing: msg`Bills and claims`,
  "counseling-notes": msg`Counseling notes`,
};

export const purposeWords: ProblemWords = {
  treatment: msg`Treatment`,
  payment: msg`Payment`,
  operations: msg`Health care operations`,
  "patient-request": msg`At their own request`,
  "family-involvement": msg`Involving the family`,
  employment: msg`Work`,
  school: msg`School`,
  "housing-and-benefits": msg`Housing and benefits`,
  "legal-advice": msg`Court, probation or a lawyer`,
  "legal-proceeding": msg`A proceeding against them`,
  research: msg`Research`,
};

export const signerWords: ProblemWords = {
  patient: msg`The person themselves`,
  parent: msg`A parent`,
  "legal-guardian": msg`A legal guardian`,
  "personal-representative": msg`A personal representative`,
};

export const methodWords: ProblemWords = {
  paper: msg`On paper`,
  electronic: msg`Electronically`,
};

export const stateWords: ProblemWords = {
  "in-force": msg`In force`,
  deficient: msg`Lacks something`,
  "not-yet": msg`Not yet in force`,
  expired: msg`Expired`,
  revoked: msg`Revoked`,
};

/** What 42 CFR 2.31 asks for, said as what is missing on the paper. */
export const defectWords: ProblemWords = {
  "no-discloser": msg`It does not say who may tell.`,
  "no-information": msg`It does not say what may be told.`,
  "no-recipient": msg`It names no recipient.`,
  "intermediary-without-participants": msg`It names an intermediary and none of its participants.`,
  "no-purpose": msg`It names no purpose.`,
  "purpose-not-allowed": msg`A consent for treatment, payment and operations can have no other purpose.`,
  "purposes-not-separate": msg`A legal proceeding needs a consent of its own.`,
  "counseling-notes-not-separate": msg`Counseling notes need a consent of their own.`,
  "no-right-to-revoke": msg`It does not state the right to revoke it.`,
  "no-expiry": msg`It names neither a last day nor an event that ends it, nor that it has no end.`,
  "no-expiry-not-allowed": msg`It names no end. Only a consent for treatment, payment and operations, or for research alone, may do that.`,
  "not-signed": msg`Nobody has signed it.`,
  "signature-not-dated": msg`The signature has no date.`,
  "parent-signed-alone": msg`In this state a minor of this age signs alone; a parent cannot sign instead.`,
  "minor-not-signed": msg`The patient is a minor here and has to sign, too.`,
  "parent-not-signed": msg`The patient is a minor here: a parent or guardian has to sign, too.`,
  "second-signature-not-dated": msg`The second signature has no date.`,
  "no-redisclosure-statement": msg`It does not state that what is told may be told on.`,
  "no-refusal-statement": msg`It does not state what refusing to sign would mean.`,
};

export const basisWords: ProblemWords = {
  consent: msg`Signed consent`,
  "patient-request": msg`The person’s own request`,
  "treatment-payment-operations": msg`Care, bills or running the program: no consent needed`,
  emergency: msg`Emergency`,
  audit: msg`Audit by others`,
  "court-order": msg`Court order`,
  "minor-threat": msg`Threat to a minor`,
  "child-abuse-report": msg`Child abuse report`,
  "crime-on-premises": msg`Crime on the premises`,
};

export const channelWords: ProblemWords = {
  spoken: msg`Aloud`,
  "on-premises": msg`Looked at here`,
  paper: msg`On paper`,
  fax: msg`By fax`,
};

/** What the acts about consents and disclosures may answer. */
export const privacyWords: ProblemWords = {
  "already-signed": msg`This was signed. Revoke it and write down a new one.`,
  "already-revoked": msg`This was revoked already.`,
  "no-event": msg`This consent names no event. Revoke it instead.`,
  "changed-meanwhile": msg`Not saved yet: somebody else changed this meanwhile. Close this and open it again.`,
  "in-the-future": msg`This day has not come yet.`,
  "hour.in-the-future": msg`This time has not come yet.`,
  "invalid-date": msg`There is no such day.`,
  "not-a-name": msg`A name has letters of any script, hyphens and apostrophes; no emoji or other signs.`,
  "no-consent": msg`No. No consent names this recipient. Nothing was told.`,
  "consent-deficient": msg`No. The consent that names this recipient lacks something. Nothing was told.`,
  "consent-expired": msg`No. The consent has expired. Nothing was told.`,
  "consent-revoked": msg`No. The consent was revoked. Nothing was told.`,
  "consent-not-yet": msg`No. The consent is not in force yet. Nothing was told.`,
  "consent-does-not-cover": msg`No. The consent does not cover this information for this purpose. Nothing was told.`,
  "not-a-minor": msg`No. This person is of age: a parent is told with their consent. Nothing was written down.`,
  "minor-threat-not-for-counseling-notes": msg`No. Counseling notes stay closed here, too. Nothing was written down.`,
  "review-deficient": msg`No. The agreement of this audit lacks something. Nothing was told.`,
  "review-not-yet": msg`No. This audit has not begun. Nothing was told.`,
  "review-over": msg`No. This audit is over. Nothing was told.`,
  "review-ended": msg`No. This audit was ended. Nothing was told.`,
  "review-does-not-cover": msg`No. An audit opens records to the people it names, for health care operations, and no counseling notes. Nothing was told.`,
  "review-on-premises-only": msg`No. Nobody agreed to copies: under this audit records are looked at here, or spoken of. Nothing was told.`,
  "restricted-by-agreement": msg`No. The person asked to keep this back from them, and it was agreed to. Nothing was told.`,
  "emergency-not-for-counseling-notes": msg`No. Counseling notes stay closed in an emergency, too. Nothing was written down.`,
  "subpoena-alone": msg`No. A subpoena or a warrant is no order of a court. Nothing was told.`,
  "order-deficient": msg`No. The order lacks something. Nothing was told.`,
  "order-not-yet": msg`No. The order is not in force yet. Nothing was told.`,
  "order-expired": msg`No. The order has expired. Nothing was told.`,
  "order-ended": msg`No. The order was ended. Nothing was told.`,
  "order-does-not-cover": msg`No. The order names neither this recipient nor this information. Nothing was told.`,
  "not-their-own-name": msg`As their own record it is told only to the person, or to a guardian or health care agent on their chart. Nothing was told.`,
  "identity-not-confirmed": msg`Say first that you made sure that it is they. Nothing was told.`,
  "already-ended": msg`This was ended already.`,
  "before-start": msg`This day lies before it was entered.`,
  "nothing-to-tell": msg`Choose what is to be told.`,
};

const coded = (name: string, words: ProblemWords): ProblemWords =>
  Object.fromEntries(Object.entries(words).map(([code, word]) => [`${name}.${code}`, word]));

export const consentHistoryWords: HistoryWords = {
  fields: {
    kind: msg`For`,
    discloser: msg`Who may tell`,
    recipientKind: msg`Recipients are`,
    recipients: msg`Recipients`,
    information: msg`What may be told`,
    purposes: msg`Purposes`,
    expiresOn: msg`Last day`,
    expiresAtEvent: msg`Ends with`,
    eventOn: msg`The event happened`,
    statesRevocation: msg`States the right to revoke`,
    statesRedisclosure: msg`States that it may be told on`,
    statesRefusal: msg`States what refusing means`,
    signedBy: msg`Signed by`,
    signerRelation: msg`Who signs`,
    signatureMethod: msg`How`,
    signedOn: msg`Signed on`,
    careState: msg`State of the care`,
    secondSignedBy: msg`Also signed by`,
    secondSignerRelation: msg`Who that is`,
    secondSignedOn: msg`Second signature on`,
    revokedOn: msg`Revoked on`,
  },
  values: {
    "expiresAtEvent.none": msg`no end`,
    ...coded("kind", kindWords),
    ...coded("recipientKind", recipientKindWords),
    ...coded("recipients", classWords),
    ...coded("information", informationWords),
    ...coded("purposes", purposeWords),
    ...coded("signerRelation", signerWords),
    ...coded("secondSignerRelation", signerWords),
    ...coded("signatureMethod", methodWords),
  },
};
