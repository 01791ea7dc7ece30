import type { Finding, ScrubRuleId } from "#domain/billing/claims/finding.ts";
import { filledIn } from "#server/app/commands/filled-in.ts";

/** What each rule of the scrubber says at the terminal. Values are codes, days, numbers and counts, never names. */
const sentences: Readonly<Record<ScrubRuleId, string>> = {
  "group-code": "GS01 is {said}; a group of claims is HC.",
  "transaction-use": "{element} is {said}, which no transaction of claims says.",
  "transaction-date": "The transaction says it was made on {said}, which is no day up to today.",
  "submitter-id": "The number of the submitter or receiver (46) is missing.",
  "submitter-contact": "The submitter's contact has no telephone number of ten digits.",
  "npi-check-digit": "{npi} is no NPI: ten digits, the last of which checks the others.",
  "billing-npi": "The billing provider has no NPI.",
  "provider-npi": "A provider who is named has no NPI.",
  "tax-id": "The billing provider's tax number (REF*{kind}) is not nine digits.",
  "taxonomy-shape": "{taxonomy} is no taxonomy code: ten characters, the last an X.",
  "billing-taxonomy": "The billing provider has no taxonomy code; many payers decide by it.",
  "payer-id": "The payer has no electronic number.",
  "member-number": "The member number is missing.",
  "entity-kind": "This has to be a {kind}.",
  "name-missing": "A name is missing.",
  "first-name-missing": "A person has no first name.",
  "rendering-same-as-billing":
    "The rendering provider is the billing provider: leave the loop out.",
  "facility-same-as-billing":
    "The service facility is the billing provider's place: leave the loop out.",
  "billing-street":
    "The billing provider's address has to be a street. A box belongs into the pay-to address.",
  "billing-zip": "The billing provider's ZIP code needs all nine digits: {zip}",
  "facility-zip": "The service facility's ZIP code needs all nine digits: {zip}",
  "zip-shape": "A ZIP code has five or nine digits, without a hyphen: {zip}",
  "state-code": "{state} is no state.",
  "subscriber-relationship":
    "SBR02 is {said} and has to be {wanted}: 18 where the subscriber is the patient, else empty with the patient below.",
  "patient-relationship": "{said} is no relationship of a patient to a subscriber.",
  "patient-birth": "The day of birth of who was treated is missing.",
  "birth-date": "Born on {bornOn}, with the first service on {firstDay}: one of them cannot be.",
  "sex-code": "{said} is not F, M or U.",
  "patient-address": "The address of who was treated is missing.",
  "filing-code": "{said} is no claim filing indicator.",
  "payer-sequence": "{said} is no place in the order of payers: P, S, T …",
  "other-payer-sequence":
    "The order of payers does not fit: {said} comes twice, or nobody comes first.",
  "other-payer-line-balance":
    "Line {line}: {chargeCents} is not what the other payer paid and adjusted ({foundCents}).",
  "other-payer-claim-balance":
    "{chargeCents} is not what the other payer paid and adjusted ({foundCents}).",
  "control-number": "The claim's number has {length} characters; 1 to 20 are allowed.",
  "control-number-repeated": "The claim's number {control} was used already.",
  "claim-total": "The claim asks for {chargeCents}, its lines add up to {linesCents}.",
  "charge-sign": "A charge is missing or below zero (line {line}).",
  "charge-zero": "The claim asks for nothing.",
  "facility-kind": "CLM05-2 is {said} and has to be {wanted}.",
  "frequency-code": "{said} is no claim frequency of this guide.",
  "original-reference":
    "Frequency {frequency}: 7 and 8 name the payer's own claim number (REF*F8), all others do not.",
  "medicare-replacement": "Medicare part B takes no frequency {said}: reopen the claim instead.",
  "claim-indicators": "{element} is {said}, which it cannot be.",
  "line-count": "{lines} lines; 1 to {most} are allowed.",
  "line-numbers": "Line {wanted} is numbered {said}.",
  "procedure-missing": "Line {line} has no procedure code.",
  "procedure-shape": "Line {line}: {code} is no HCPCS or CPT code.",
  "modifier-shape": "Line {line}: {modifier} is no modifier.",
  "modifier-count": "Line {line} has more than four modifiers.",
  "modifier-repeated": "Line {line} has modifier {modifier} twice.",
  "modifier-contradiction": "Line {line}: modifiers {modifiers} contradict each other.",
  "unit-kind": "Line {line}: {said} is no unit of this guide.",
  "units-positive": "Line {line} has no units: {units}",
  "units-whole": "Line {line} has {units} units; payers count whole ones.",
  "service-date": "Line {line} has no day of service.",
  "service-date-order": "Line {line} ends on {through}, before it begins on {from}.",
  "service-date-future": "{day} is still to come.",
  "service-date-admission":
    "The first service, on {firstDay}, comes before the admission on {admittedOn}.",
  "timely-filing": "{days} days have passed since {lastDay}; the payer takes claims for {most}.",
  "diagnosis-principal":
    "There are {principal} principal diagnoses; one has to be there, and first.",
  "diagnosis-external-cause": "{code} is an external cause and cannot be the principal diagnosis.",
  "diagnosis-count": "{count} diagnoses; at most {most} are allowed.",
  "diagnosis-shape": "{code} is no ICD code as X12 wants it, without a point.",
  "diagnosis-code-set": "{code} ({kind}) is of the edition that was not in use on {day}.",
  "diagnosis-valid":
    "{code} may not be used on {day}: it needs more digits, or is not in the code set of that day.",
  "diagnosis-repeated": "{code} is given twice.",
  "pointer-missing": "Line {line} points at no diagnosis.",
  "pointer-target": "Line {line} points at diagnosis {pointer}; the claim has {count}.",
  "pointer-count": "Line {line} points at {count} diagnoses; at most four are allowed.",
  "pointer-repeated": "Line {line} points at diagnosis {pointer} twice.",
  "place-of-service": "{said} is no place of service.",
  "bill-type": "{said} is no type of bill.",
  "statement-dates": "The statement runs from {from} through {through}.",
  "statement-covers-lines":
    "Line {line}: {day} lies outside of the statement, {from} through {through}.",
  "admission-type": "{said} is no type of admission.",
  "admission-source": "{said} is no source of admission.",
  "patient-status": "{said} is no patient status.",
  "status-of-frequency":
    "Patient status {status} does not go with frequency {frequency}: 30 goes with 2 and 3 alone.",
  "attending-missing": "There is no attending provider.",
  "revenue-code": "Line {line}: {said} is no revenue code of four digits.",
  "revenue-procedure": "Line {line}: {code} goes with revenue code {wanted}, not {said}.",
  "health-code-shape": "{kind} {code} is not two characters with what belongs to it.",
  "medicare-iop-condition": "An IOP claim to Medicare carries condition code 92.",
  "medicare-change-reason":
    "Frequency {frequency} to Medicare carries a condition code D0 to D9 or E0.",
  "medicare-line-procedure":
    "Line {line}: Medicare pays {revenueCode} by HCPCS, and there is none.",
  "medicare-code": "Line {line}: Medicare takes no {code}.",
  "duplicate-line": "Line {line} is the same service as line {other}.",
  "duplicate-day": "Line {line} is billed by claim {control} already.",
  "per-diem-with-component":
    "Line {line}: {code} on {day} is part of the per diem {perDiem}, unless the contract says otherwise.",
  "add-on-alone": "Line {line}: {code} adds to a code that is not there on that day.",
  "authorization-missing": "The payer wants an authorization, and the claim names none.",
  "authorization-match": "Authorization {number} is not known, or does not hold on {day}.",
  "text-length": "{length} characters; at most {most} are allowed.",
  "text-characters": "X12 cannot hold {characters}: {written} is sent in place of {said}.",
  "delimiter-in-text": "A delimiter of the file stands in this text.",
};

const dollars = (value: string | number): string =>
  typeof value === "number" ? (value / 100).toFixed(2) : value;

/** The sentence of one finding. */
export const scrubSentence = ({
  rule,
  element,
  values,
}: Pick<Finding, "rule" | "element" | "values">): string => {
  const shown = Object.entries(values).map(
    ([name, value]) => [name, name.endsWith("Cents") ? dollars(value) : value] as const,
  );
  const sentence = filledIn(sentences[rule], { element, ...Object.fromEntries(shown) });
  return sentence.replace(/^empty /, "Empty ");
};

/** The sentence of a rule as it stands, its values in braces. */
export const ruleSentence = (rule: ScrubRuleId): string => sentences[rule];
