import { labelOf, strictest, type Label } from "#domain/basics/label.ts";
import { consentState } from "#domain/privacy/consent-defects.ts";
import type { ConsentState, ConsentTerms } from "#domain/privacy/consent.ts";
import { courtOrderDefects, courtOrderState } from "#domain/privacy/court-order-defects.ts";
import type { CourtOrderState, CourtOrderTerms } from "#domain/privacy/court-order.ts";
import type { Channel, DisclosureBasis, Recipient } from "#domain/privacy/disclosure.ts";
import type { Emergency } from "#domain/privacy/emergency.ts";
import {
  isTreatmentPaymentOperations,
  type DisclosurePurpose,
  type Information,
} from "#domain/privacy/information.ts";
import { isNamedAmong } from "#domain/privacy/recipient-names.ts";
import type { MinorThreat } from "#domain/privacy/minor-threat.ts";
import { recordReviewState } from "#domain/privacy/record-review-defects.ts";
import type { RecordReviewState, RecordReviewTerms } from "#domain/privacy/record-review.ts";
import { noticeOn, type Notice } from "#domain/privacy/redisclosure-notice.ts";
import { keptBackBy } from "#domain/privacy/restriction-rules.ts";
import type { RestrictionTerms } from "#domain/privacy/restriction.ts";

/**
 * What opens a record without the patient: an emergency (42 CFR 2.51), an audit (2.53), a threat to a minor (2.14(c)), or the order of a
 * court (subpart E).
 */
export type Ground =
  | { readonly basis: "emergency"; readonly emergency: Emergency }
  | { readonly basis: "audit"; readonly review: RecordReviewTerms & { readonly id: string } }
  | { readonly basis: "minor-threat"; readonly judged: MinorThreat; readonly isMinor: boolean }
  | { readonly basis: "court-order"; readonly order: CourtOrderTerms & { readonly id: string } };

/** What somebody is about to be told. */
export interface Telling {
  /** The labels of the records it is drawn from, as they stand in the rows; what is none of ours counts as restricted. */
  readonly labels: readonly (string | null | undefined)[];
  readonly consents: readonly (ConsentTerms & { readonly id: string })[];
  readonly recipient: Recipient;
  readonly purpose: DisclosurePurpose;
  readonly information: readonly Information[];
  /** The day by the organization's calendar. */
  readonly on: string;
  /** What is claimed besides consent. Whoever claims one is not answered by another. */
  readonly ground?: Ground | null;
  /** How it leaves, where the ground asks: on the premises nothing is taken away. */
  readonly channel?: Channel;
  /** What the patient asked to be kept back, answered or not (42 CFR 2.26). */
  readonly restrictions?: readonly (RestrictionTerms & { readonly id: string })[];
}

export type Refusal =
  | "nothing-to-tell"
  | "no-consent"
  | "consent-deficient"
  | "consent-expired"
  | "consent-revoked"
  | "consent-not-yet"
  | "consent-does-not-cover"
  | "restricted-by-agreement"
  | "emergency-not-for-counseling-notes"
  | "not-a-minor"
  | "minor-threat-not-for-counseling-notes"
  | "review-deficient"
  | "review-not-yet"
  | "review-over"
  | "review-ended"
  | "review-does-not-cover"
  | "review-on-premises-only"
  | "subpoena-alone"
  | "order-deficient"
  | "order-not-yet"
  | "order-expired"
  | "order-ended"
  | "order-does-not-cover";

export type Verdict =
  | {
      readonly allowed: true;
      readonly basis: DisclosureBasis;
      readonly consentId: string | null;
      /** The notice that must go along (42 CFR 2.32), or null where none is due. */
      readonly notice: Notice | null;
      readonly label: Label;
    }
  | { readonly allowed: false; readonly refused: Refusal; readonly label: Label };

/** The label of several records together; of none nothing is known, so it is restricted. */
export const labelTogether = (labels: readonly (string | null | undefined)[]): Label => {
  const [first, ...others] = labels.map(labelOf);
  return first === undefined ? "restricted" : strictest(first, ...others);
};

const names = (consent: ConsentTerms, recipient: Recipient): boolean =>
  consent.recipientKind === "class"
    ? recipient.classes.some((one) => consent.recipients.includes(one))
    : isNamedAmong(consent.recipients, recipient.name);

/** Whether a consent speaks of this telling at all: the recipient, the purpose, and every kind of information. */
const covers = (consent: ConsentTerms, telling: Telling, label: Label): boolean =>
  names(consent, telling.recipient) &&
  consent.purposes.includes(telling.purpose) &&
  telling.information.every((one) => consent.information.includes(one)) &&
  // What is restricted is told only where somebody was asked about it alone.
  (label !== "restricted" || consent.kind !== "treatment-payment-operations");

const refusalOf: Readonly<Record<Exclude<ConsentState, "in-force">, Refusal>> = {
  deficient: "consent-deficient",
  "not-yet": "consent-not-yet",
  expired: "consent-expired",
  revoked: "consent-revoked",
};

const byConsent = (telling: Telling, label: Label): Verdict => {
  const naming = telling.consents.filter((consent) => names(consent, telling.recipient));
  const covering = naming.filter((consent) => covers(consent, telling, label));
  const consent = covering.find((one) => consentState(one, telling.on) === "in-force");
  if (consent !== undefined) {
    const notice = label === "part-2" || label === "restricted" ? noticeOn(telling.on) : null;
    return { allowed: true, basis: "consent", consentId: consent.id, notice, label };
  }
  const [nearest] = covering;
  if (nearest === undefined)
    return {
      allowed: false,
      refused: naming.length === 0 ? "no-consent" : "consent-does-not-cover",
      label,
    };
  const state = consentState(nearest, telling.on);
  return {
    allowed: false,
    refused: state === "in-force" ? "consent-does-not-cover" : refusalOf[state],
    label,
  };
};

const refusalOfOrder: Readonly<Record<Exclude<CourtOrderState, "in-force">, Refusal>> = {
  deficient: "order-deficient",
  "not-yet": "order-not-yet",
  expired: "order-expired",
  ended: "order-ended",
};

const byOrder = (telling: Telling, order: CourtOrderTerms, label: Label): Verdict => {
  const state = courtOrderState(order, telling.on);
  if (state !== "in-force") {
    const [defect] = courtOrderDefects(order);
    const isNoOrder = defect === "subpoena-alone" || defect === "warrant-alone";
    const refused = state === "deficient" && isNoOrder ? "subpoena-alone" : refusalOfOrder[state];
    return { allowed: false, refused, label };
  }
  const isNamed = isNamedAmong(order.recipients, telling.recipient.name);
  const isOpened = telling.information.every((one) => order.information.includes(one));
  if (!isNamed || !isOpened) return { allowed: false, refused: "order-does-not-cover", label };
  return { allowed: true, basis: "court-order", consentId: null, notice: null, label };
};

const refusalOfReview: Readonly<Record<Exclude<RecordReviewState, "in-force">, Refusal>> = {
  deficient: "review-deficient",
  "not-yet": "review-not-yet",
  over: "review-over",
  ended: "review-ended",
};

/** Without an agreement about copies nothing is copied, taken away or sent: it is looked at, or said, here (42 CFR 2.53(a)). */
const onPremises: readonly Channel[] = ["on-premises", "spoken"];

/**
 * An audit opens records to the people it names, for operations. Counseling notes stay closed: 42 CFR 2.31(b) opens them to
 * the oversight of their originator only, and no agreement here says that it is that.
 */
const byReview = (telling: Telling, review: RecordReviewTerms, label: Label): Verdict => {
  const state = recordReviewState(review, telling.on);
  if (state !== "in-force") return { allowed: false, refused: refusalOfReview[state], label };
  const isNamed = isNamedAmong([...review.reviewers, review.performedBy], telling.recipient.name);
  if (
    !isNamed ||
    telling.purpose !== "operations" ||
    telling.information.includes("counseling-notes")
  )
    return { allowed: false, refused: "review-does-not-cover", label };
  if (!review.takesCopies && !onPremises.some((one) => one === telling.channel))
    return { allowed: false, refused: "review-on-premises-only", label };
  return { allowed: true, basis: "audit", consentId: null, notice: null, label };
};

/** What the director judged opens facts about a minor; counseling notes stay closed, as 42 CFR 2.31(b) does not name 2.14. */
const ofMinor = (telling: Telling, isMinor: boolean, label: Label): Verdict => {
  if (!isMinor) return { allowed: false, refused: "not-a-minor", label };
  if (telling.information.includes("counseling-notes"))
    return { allowed: false, refused: "minor-threat-not-for-counseling-notes", label };
  return { allowed: true, basis: "minor-threat", consentId: null, notice: null, label };
};

/**
 * An emergency opens what treats it, to medical personnel; counseling notes stay closed, as 42 CFR 2.31(b) names no
 * emergency among its exceptions. The notice of 2.32 goes with consents only.
 */
const byGround = (telling: Telling, ground: Ground, label: Label): Verdict => {
  if (ground.basis === "court-order") return byOrder(telling, ground.order, label);
  if (ground.basis === "audit") return byReview(telling, ground.review, label);
  if (ground.basis === "minor-threat") return ofMinor(telling, ground.isMinor, label);
  if (telling.information.includes("counseling-notes"))
    return { allowed: false, refused: "emergency-not-for-counseling-notes", label };
  return { allowed: true, basis: "emergency", consentId: null, notice: null, label };
};

/**
 * Whether somebody may be told something, and on what ground. Patients see their own record (42 CFR 2.23; counseling notes
 * excepted, 45 CFR 164.524(a)(1)). What is not of a substance use disorder program may be used for treatment, payment and
 * operations (45 CFR 164.506); everything else needs a consent in force that names the recipient, the purpose and every
 * kind of information (42 CFR 2.13, 2.31, 2.33). A proceeding against a patient always needs its own (2.31(d)). What was
 * agreed to be kept back is kept back from both, whatever the consent says (2.26(a)(1), (3); 45 CFR 164.522(a)(1)(iii)).
 */
export const mayDisclose = (telling: Telling): Verdict => {
  const label = labelTogether(telling.labels);
  const isCounseling = telling.information.includes("counseling-notes");
  if (telling.information.length === 0)
    return { allowed: false, refused: "nothing-to-tell", label };
  if (telling.ground !== undefined && telling.ground !== null)
    return byGround(telling, telling.ground, label);
  if (telling.recipient.isPatient && telling.purpose === "patient-request" && !isCounseling)
    return { allowed: true, basis: "patient-request", consentId: null, notice: null, label };
  if (keptBackBy(telling.restrictions ?? [], telling, telling.on) !== undefined)
    return { allowed: false, refused: "restricted-by-agreement", label };
  const isUnderHipaaAlone = label === "general" || label === "mental-health";
  if (isUnderHipaaAlone && !isCounseling && isTreatmentPaymentOperations(telling.purpose))
    return {
      allowed: true,
      basis: "treatment-payment-operations",
      consentId: null,
      notice: null,
      label,
    };
  return byConsent(telling, label);
};
