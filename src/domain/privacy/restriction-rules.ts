import type { FieldProblem } from "#domain/contract/problem.ts";
import type { Recipient } from "#domain/privacy/disclosure.ts";
import {
  recipientClassSchema,
  type DisclosurePurpose,
  type Information,
  type RecipientClass,
} from "#domain/privacy/information.ts";
import { isNamedAmong } from "#domain/privacy/recipient-names.ts";
import type {
  RestrictionFacts,
  RestrictionState,
  RestrictionTerms,
} from "#domain/privacy/restriction.ts";

const payers: readonly RecipientClass[] = ["health-plans", "third-party-payers"];

/** What is wrong with a request as it is written down, by field; empty where nothing is. */
export const restrictionProblems = ({
  recipientKind,
  recipients,
}: Pick<RestrictionFacts, "recipientKind" | "recipients">): Record<string, FieldProblem> => {
  if (recipientKind === "anybody")
    return recipients.length === 0 ? {} : { recipients: { code: "not-a-choice" } };
  if (recipients.length === 0) return { recipients: { code: "required" } };
  const isKnown = recipients.every((one) => recipientClassSchema.safeParse(one).success);
  return recipientKind === "class" && !isKnown ? { recipients: { code: "not-a-choice" } } : {};
};

/**
 * Whether the program has to agree: the patient, or somebody who is not the health plan, paid in full, and it is to be kept
 * from a health plan in payment or operations (42 CFR 2.26(a)(6), 45 CFR 164.522(a)(1)(vi)). A health plan by its own name
 * is one, too: whoever writes that it was paid in full has said so.
 */
export const mustAgree = ({
  paidInFull,
  purposes,
  recipientKind,
  recipients,
}: Pick<RestrictionFacts, "paidInFull" | "purposes" | "recipientKind" | "recipients">): boolean =>
  paidInFull &&
  !purposes.includes("treatment") &&
  (recipientKind === "named" ||
    (recipientKind === "class" &&
      recipients.every((one) => payers.some((payer) => payer === one))));

/** Where a request stands on a day; what was agreed counts from the day of the answer. */
export const restrictionState = (terms: RestrictionTerms, on: string): RestrictionState => {
  if (terms.endedOn !== null && terms.endedOn <= on) return "ended";
  if (terms.answer === "not-agreed") return "not-agreed";
  return terms.answeredOn !== null && terms.answeredOn <= on ? "in-force" : "asked";
};

/** What is about to be told to whom, as far as a restriction asks. */
interface Told {
  readonly recipient: Recipient;
  readonly purpose: DisclosurePurpose;
  readonly information: readonly Information[];
}

const isMeant = (terms: RestrictionFacts, recipient: Recipient): boolean =>
  terms.recipientKind === "anybody" ||
  (terms.recipientKind === "named"
    ? isNamedAmong(terms.recipients, recipient.name)
    : recipient.classes.some((one) => terms.recipients.includes(one)));

/**
 * The restriction in force that keeps this back: it means the recipient and the purpose, and any of what is told. Patients'
 * own access is never restricted by it (42 CFR 2.23), nor is anything that is not treatment, payment or operations
 * (2.26(a)(5)).
 */
export const keptBackBy = <Terms extends RestrictionTerms>(
  restrictions: readonly Terms[],
  { recipient, purpose, information }: Told,
  on: string,
): Terms | undefined =>
  recipient.isPatient
    ? undefined
    : restrictions.find(
        (terms) =>
          restrictionState(terms, on) === "in-force" &&
          terms.purposes.some((one) => one === purpose) &&
          isMeant(terms, recipient) &&
          information.some((one) => terms.information.includes(one)),
      );
