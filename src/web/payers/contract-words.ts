import { msg } from "@lingui/core/macro";
import type { ProblemWords } from "#web/platform/problem-words.ts";
import type { HistoryWords } from "#web/ui/history-card.tsx";

/** What the acts about contracts may answer, and what may stand beside their fields. */
export const contractWords: ProblemWords = {
  "name-taken": msg`This name is in use already.`,
  "contract-exists": msg`There is a contract about the same days already. Open it, or name another plan, site, program or level.`,
  "contract-confirmed": msg`A version was confirmed: days were billed by it. Whom it is about stays; add another contract instead.`,
  "contract-in-use": msg`Versions of it can still bill. Retire them first.`,
  "program-elsewhere": msg`This program is at another site.`,
  elsewhere: msg`This program is at another site.`,
  "site-retired": msg`This site is retired. Choose another.`,
  "level-retired": msg`This level of care is not offered any more. Choose another.`,
  retired: msg`This contract was retired meanwhile. Bring it back to change it.`,
  "not-retired": msg`This is in use already.`,
  "terms-do-not-fit": msg`These terms do not fit together yet. Nothing is lost: mend the marked fields.`,
  "dates-out-of-order": msg`These days are not in order.`,
  "version-not-draft": msg`This version left draft meanwhile. What was tested or billed by never changes: draft the next version.`,
  "version-state": msg`This version went on meanwhile. Look at where it stands now.`,
  "version-follows-later": msg`A version that begins on {from} is confirmed. Let this one begin later, or end before that day.`,
  "last-day-missing": msg`Say the last day that it bills.`,
  "fee-of-nothing": msg`Name a procedure code, a revenue code, or both.`,
  "fee-follows-later": msg`There is a price of the same from {from} on. Choose a later day, or withdraw that one first.`,
  "price-from": msg`From {from} on there is a price of {amount} already. Choose a later day, or withdraw that one first.`,
  "fee-withdrawn": msg`This price was withdrawn already.`,
  "billing-provider-exists": msg`Who bills there was said already. Change that instead.`,
  "changed-meanwhile": msg`Not saved yet: somebody else changed this meanwhile. Close this and open it again.`,
  taken: msg`This is in use already.`,
  "before-start": msg`This lies before the first day.`,
  "after-end": msg`This lies after its last day.`,
  "only-institutional": msg`Only on institutional claims. Leave it empty.`,
  "only-professional": msg`Only on professional claims. Leave it empty.`,
  "no-components": msg`No service has a code for a short day. Make one a component, or bill nothing below the minimum.`,
  "no-per-diem": msg`There is no per diem it could be inside of or beside.`,
  "beside-per-diem": msg`There is a per diem: a service is inside it, beside it, or not billable.`,
  twice: msg`This service stands twice from the same minutes on.`,
  "bills-nothing": msg`Nothing here bills anything: give a per diem or at least one service.`,
  "nothing-inside": msg`No service is inside the day, so no minutes could make one. Add what belongs to it.`,
  "day-is-one-unit": msg`A day is one unit.`,
  "span-is-a-day": msg`A claim of one day has one date.`,
  "too-many-modifiers": msg`A line takes four modifiers.`,
  "no-amount": msg`Write an amount, like 325 or 18.50.`,
  "amount-too-big": msg`At most {most}.`,
  "no-code": msg`A procedure code has five characters, like H0015.`,
  "no-revenue-code": msg`A revenue code has four digits, like 0906.`,
  "no-modifiers": msg`Modifiers have two characters each, like HF HQ.`,
  "two-digits": msg`Two digits, like 13.`,
  "services-unfit": msg`Something in a service does not fit. See the marked fields.`,
  "no-prefixes": msg`Write the beginnings of diagnoses, like F10 F11.2.`,
  "post-office-box": msg`A claim takes a street here, no post office box.`,
  "npi-check-digit": msg`These are not the ten digits of an NPI: the check digit does not fit.`,
  "npi.invalid-regex": msg`Write the ten digits of an NPI.`,
  "phone.invalid-regex": msg`Write ten digits, like (503) 555-0100.`,
  "postalCode.invalid-regex": msg`Claims take nine digits: 97209-0188.`,
  "taxonomy.invalid-regex": msg`Ten characters that end with X, like 261QR0405X.`,
  "taxId.invalid-regex": msg`Nine digits, like 93-1234567.`,
  "submitterId.invalid-regex": msg`Two to fifteen letters and digits.`,
  "receiverId.invalid-regex": msg`Two to fifteen letters and digits.`,
  "code.invalid-regex": msg`A procedure code has five characters, like H0015.`,
  "revenueCode.invalid-regex": msg`A revenue code has four digits, like 0906.`,
  "billType.invalid-regex": msg`Two digits, like 13: the third is the frequency.`,
  "placeOfService.invalid-regex": msg`Two digits, like 57.`,
  "placeOfServiceTelehealth.invalid-regex": msg`Two digits, like 10.`,
  "conditionCodes.invalid-regex": msg`Two characters each, like 92.`,
};

export const serviceWords: ProblemWords = {
  "group-therapy": msg`Group therapy`,
  "individual-therapy": msg`Individual therapy`,
  "family-therapy": msg`Family therapy`,
  "multifamily-therapy": msg`Multifamily group`,
  education: msg`Education`,
  "activity-therapy": msg`Activity therapy`,
  assessment: msg`Assessment`,
  medication: msg`Medication visit`,
  "case-management": msg`Case management`,
};

export const formWords: ProblemWords = {
  professional: msg`Professional (837P)`,
  institutional: msg`Institutional (837I)`,
};

/** Claim filing indicators in our own words; the code stands behind. */
export const filingWords: ProblemWords = {
  CI: msg`Commercial insurance (CI)`,
  BL: msg`Blue Cross Blue Shield (BL)`,
  "12": msg`Preferred provider organization (12)`,
  "13": msg`Point of service (13)`,
  "14": msg`Exclusive provider organization (14)`,
  HM: msg`Health maintenance organization (HM)`,
  MB: msg`Medicare Part B (MB)`,
  MA: msg`Medicare Part A (MA)`,
  "16": msg`Medicare Advantage HMO (16)`,
  MC: msg`Medicaid (MC)`,
  CH: msg`TRICARE (CH)`,
  VA: msg`Veterans Affairs (VA)`,
  OF: msg`Other federal program (OF)`,
  ZZ: msg`Agreed between both (ZZ)`,
};

export const authorizationUnitWords: ProblemWords = {
  days: msg`days`,
  hours: msg`hours`,
  sessions: msg`sessions`,
  units: msg`units`,
};

/** ISA15: what a receiver may do with a file. */
export const usageWords: ProblemWords = {
  T: msg`Tests: nothing is paid by them`,
  P: msg`Real: they are claims`,
};

export const contractHistoryWords: HistoryWords = {
  fields: {
    payer: msg`Payer`,
    name: msg`Name`,
    planName: msg`Plan`,
    site: msg`Site`,
    program: msg`Program`,
    level: msg`Level of care`,
    state: msg`State`,
    effectiveFrom: msg`From`,
    effectiveTo: msg`Last day`,
    source: msg`Where it is written`,
    terms: msg`Terms`,
  },
  withYears: true,
  verbs: {
    test: msg`In testing`,
    confirm: msg`Confirmed`,
  },
  values: {
    draft: msg`draft`,
    testing: msg`testing`,
    confirmed: msg`confirmed`,
    retired: msg`retired`,
    earlier: msg`as they were`,
    changed: msg`changed`,
  },
};
