import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import type { MendPlace, ScrubRuleId } from "#domain/billing/claims/finding.ts";

/** What is wrong, in words: of the file's head and of who is named in it. */
const partyWords = {
  "group-code": msg`The group says {said}; claims go as HC.`,
  "transaction-use": msg`The file says {said} of its purpose; claims go as new (00) and chargeable (CH).`,
  "transaction-date": msg`The day the file was made is missing, or lies ahead: {said}.`,
  "submitter-id": msg`The number of the sender or of the receiver is missing.`,
  "submitter-contact": msg`The sender needs a telephone number of ten digits, or an e-mail address.`,
  "npi-check-digit": msg`The NPI {npi} has a wrong check digit.`,
  "billing-npi": msg`The billing provider has no NPI.`,
  "provider-npi": msg`Somebody who is named as treating has no NPI.`,
  "tax-id": msg`The tax number of the billing provider is missing or has not nine digits.`,
  "taxonomy-shape": msg`{taxonomy} is no taxonomy code: ten characters that end in X.`,
  "billing-taxonomy": msg`The billing provider has no taxonomy code.`,
  "payer-id": msg`The payer has no electronic number.`,
  "member-number": msg`The member number of the policy is missing.`,
  "entity-kind": msg`Who is named here has to be a {kind}.`,
  "name-missing": msg`A name is missing.`,
  "first-name-missing": msg`The first name of a person is missing.`,
  "rendering-same-as-billing": msg`Whoever treated has the NPI of the billing provider; then they are left out.`,
  "facility-same-as-billing": msg`The place of service is the billing provider’s own address; then it is left out.`,
  "billing-street": msg`The billing provider needs a street address; a post office box is not taken.`,
  "billing-zip": msg`The billing provider needs a ZIP code of nine digits, not {zip}.`,
  "facility-zip": msg`The place of service needs a ZIP code of nine digits, not {zip}.`,
  "zip-shape": msg`{zip} is no ZIP code of five or nine digits.`,
  "state-code": msg`{state} is no state.`,
  "subscriber-relationship": msg`How the patient stands to the insured person does not fit who is named.`,
  "patient-relationship": msg`{said} does not say how the patient stands to the insured person.`,
  "patient-birth": msg`The day of birth is missing.`,
  "birth-date": msg`Born on {bornOn}, after the first day of the claim, {firstDay}.`,
  "sex-code": msg`Payers ask for F, M or U as the sex, not {said}.`,
  "patient-address": msg`The address is missing.`,
  "filing-code": msg`{said} is no kind of insurance that claims can name.`,
  "payer-sequence": msg`{said} does not say whether the payer is the first, the second or the third.`,
  "other-payer-sequence": msg`Two payers are both named as {said}.`,
  "other-payer-line-balance": msg`What the payer before paid and took off of line {line} does not make up its charge.`,
  "other-payer-claim-balance": msg`What the payer before paid and took off does not make up the claim.`,
} satisfies Partial<Record<ScrubRuleId, MessageDescriptor>>;

/** Of the claim as a whole. */
const claimFaultWords = {
  "control-number": msg`Our number of the claim is missing or longer than 20 characters.`,
  "control-number-repeated": msg`Our number {control} was used before.`,
  "claim-total": msg`The total of the claim is not the sum of its lines.`,
  "charge-sign": msg`An amount is missing or below zero.`,
  "charge-zero": msg`The claim asks for nothing.`,
  "facility-kind": msg`The kind of place does not fit the form: {said} instead of {wanted}.`,
  "frequency-code": msg`{said} does not say whether the claim is new, continued, corrected or void.`,
  "original-reference": msg`A correction or a void names the payer’s number of the first claim; others name none.`,
  "medicare-replacement": msg`Medicare takes no correction of this kind electronically: {said}.`,
  "claim-indicators": msg`{said} does not answer assignment, benefits or release.`,
  "timely-filing": msg`The last day, {lastDay}, lies {days} days back; the payer takes claims for {most} days.`,
  "authorization-missing": msg`The payer asks for an authorization; none is named.`,
  "authorization-match": msg`The authorization {number} does not cover every day of the claim.`,
  "text-length": msg`A text has {length} characters; the file takes {most}.`,
  "text-characters": msg`The file cannot carry {characters}: “{said}” is sent as “{written}”.`,
  "delimiter-in-text": msg`A text holds a character that parts the fields of the file.`,
} satisfies Partial<Record<ScrubRuleId, MessageDescriptor>>;

/** Of its diagnoses. */
const diagnosisWords = {
  "diagnosis-principal": msg`The claim needs one first diagnosis.`,
  "diagnosis-external-cause": msg`{code} says how something came about; it cannot stand first.`,
  "diagnosis-count": msg`{count} diagnoses; the form takes {most}.`,
  "diagnosis-shape": msg`{code} is not written like a diagnosis.`,
  "diagnosis-code-set": msg`{code} is of the other edition of the codes than {day} asks for.`,
  "diagnosis-valid": msg`{code} is no diagnosis that could be billed on {day}.`,
  "diagnosis-repeated": msg`{code} stands twice.`,
  "pointer-missing": msg`Line {line} points at no diagnosis.`,
  "pointer-target": msg`Line {line} points at diagnosis {pointer}; there are {count}.`,
  "pointer-count": msg`Line {line} points at {count} diagnoses; at most four.`,
  "pointer-repeated": msg`Line {line} points at diagnosis {pointer} twice.`,
} satisfies Partial<Record<ScrubRuleId, MessageDescriptor>>;

/** Of its lines. */
const lineWords = {
  "line-count": msg`{lines} lines; the form takes one to {most}.`,
  "line-numbers": msg`The lines are not numbered one after the other: {said} instead of {wanted}.`,
  "procedure-missing": msg`Line {line} has no procedure code.`,
  "procedure-shape": msg`{code} on line {line} is not written like a procedure code.`,
  "modifier-shape": msg`{modifier} on line {line} is no modifier of two characters.`,
  "modifier-count": msg`Line {line} has more than four modifiers.`,
  "modifier-repeated": msg`Line {line} has the modifier {modifier} twice.`,
  "modifier-contradiction": msg`The modifiers of line {line} contradict each other: {modifiers}.`,
  "unit-kind": msg`Line {line} counts in {said}, which the form does not take.`,
  "units-positive": msg`Line {line} has no units.`,
  "units-whole": msg`Line {line} has {units} units; units are whole.`,
  "service-date": msg`Line {line} has no day.`,
  "service-date-order": msg`Line {line} ends on {through}, before it begins on {from}.`,
  "service-date-future": msg`{day} lies ahead.`,
  "service-date-admission": msg`The first day, {firstDay}, lies before the admission on {admittedOn}.`,
  "duplicate-line": msg`Line {line} is the same as line {other}; the payer takes the second for a double.`,
  "duplicate-day": msg`The day of line {line} is billed already, in claim {control}.`,
  "per-diem-with-component": msg`{code} on line {line} is inside the rate of the day, {perDiem}, of {day}.`,
  "add-on-alone": msg`{code} on line {line} can only stand beside the code it adds to.`,
  "place-of-service": msg`{said} is no place of service.`,
} satisfies Partial<Record<ScrubRuleId, MessageDescriptor>>;

/** Of what institutions say. */
const institutionalWords = {
  "bill-type": msg`{said} is no type of bill that we know.`,
  "statement-dates": msg`The claim does not say from when to when it goes: {from} to {through}.`,
  "statement-covers-lines": msg`{day} on line {line} lies outside of {from} to {through}.`,
  "admission-type": msg`{said} is no kind of admission.`,
  "admission-source": msg`{said} does not say where the patient came from.`,
  "patient-status": msg`{said} does not say how the patient left.`,
  "status-of-frequency": msg`Status {status} does not fit a bill of frequency {frequency}.`,
  "attending-missing": msg`The attending clinician is missing.`,
  "revenue-code": msg`{said} on line {line} is no revenue code.`,
  "revenue-procedure": msg`Revenue code {said} does not go with {code} on line {line}; {wanted} does.`,
  "health-code-shape": msg`{code} is not written like a condition, occurrence or value code.`,
  "medicare-iop-condition": msg`Medicare asks for condition code 92 on an intensive outpatient bill.`,
  "medicare-change-reason": msg`Medicare asks for the reason of a change on a bill of frequency {frequency}.`,
  "medicare-line-procedure": msg`Medicare asks for a procedure code beside revenue code {revenueCode} on line {line}.`,
  "medicare-code": msg`Medicare does not pay {code} on line {line} for intensive outpatient care.`,
} satisfies Partial<Record<ScrubRuleId, MessageDescriptor>>;

/** What the scrubber found, by its rule. Complete by its type: a rule without words does not compile. */
export const scrubWords: Readonly<Record<ScrubRuleId, MessageDescriptor>> = {
  ...partyWords,
  ...claimFaultWords,
  ...diagnosisWords,
  ...lineWords,
  ...institutionalWords,
};

/** Where it is mended. */
export const mendPlaceWords: Readonly<Record<MendPlace, MessageDescriptor>> = {
  "billing-provider": msg`Mend it at the billing provider.`,
  patient: msg`Mend it in the facts of the person.`,
  coverage: msg`Mend it at the policy.`,
  payer: msg`Mend it at the payer.`,
  diagnoses: msg`Mend it at the diagnoses of the stay.`,
  authorization: msg`Mend it at the authorization.`,
  contract: msg`Mend it in the contract.`,
  charges: msg`Look at the day and its lines.`,
  staff: msg`Mend it at the colleague.`,
  site: msg`Mend it at the site.`,
  claim: msg`Build the claim anew.`,
};
