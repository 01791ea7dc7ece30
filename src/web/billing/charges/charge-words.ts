import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import type {
  ChargeLine,
  DayHoldCode,
  DayState,
  ZeroCode,
} from "#domain/billing/charges/day-charge.ts";
import type { KeptPart } from "#domain/billing/charges/kept-otherwise.ts";
import type { BillingService } from "#domain/payers/billing-service.ts";
import type { ProblemWords } from "#web/platform/problem-words.ts";

/** Where a day stands. */
export const dayStateWords: Readonly<Record<DayState, MessageDescriptor>> = {
  open: msg`Still runs`,
  nothing: msg`Nothing to bill`,
  held: msg`Held`,
  ready: msg`Ready`,
  claimed: msg`In a claim`,
};

/** What payers call a session. */
const serviceWords: Readonly<Record<BillingService, MessageDescriptor>> = {
  "group-therapy": msg`group therapy`,
  "individual-therapy": msg`individual therapy`,
  "family-therapy": msg`family therapy`,
  "multifamily-therapy": msg`multi-family group`,
  education: msg`education`,
  "activity-therapy": msg`activity therapy`,
  assessment: msg`assessment`,
  medication: msg`medication visit`,
  "case-management": msg`case management`,
};
export const servicesSaid: ProblemWords = serviceWords;

/** How somebody took part. */
export const modeWords: ProblemWords = {
  room: msg`in the room`,
  video: msg`by video`,
  phone: msg`by telephone`,
};

/** Why a service, or a whole day, earns nothing of its own. */
export const zeroWords: Readonly<Record<ZeroCode, MessageDescriptor>> = {
  cancelled: msg`The session was called off.`,
  "not-there": msg`Was not there, so there is nothing to bill.`,
  "not-over": msg`Still runs, or lies ahead.`,
  "no-credited-minutes": msg`There for {deliveredMinutes} minutes; the attendance of the session counts none of them.`,
  "note-retracted": msg`Its note was retracted, so nothing proves it.`,
  "no-coverage": msg`No policy covers this day.`,
  "no-contract": msg`No contract with the payer covers this day at its level, program and site.`,
  "only-draft": msg`The contract with the payer is still a draft.`,
  "service-not-in-contract": msg`The contract says nothing about {service}.`,
  "not-billable": msg`The contract does not pay for this service.`,
  "included-in-per-diem": msg`Inside the rate of the day; nothing is paid beside it.`,
  "not-for-per-diem": msg`Does not count toward the rate of the day.`,
  "day-below-minimum": msg`The day has {minutes} of the {minimumMinutes} minutes its rate asks for.`,
  "below-minimum": msg`{minutes} of the {minimumMinutes} minutes the contract asks for.`,
  "below-one-unit": msg`{minutes} minutes; the first unit is reached at {minutesOfFirstUnit}.`,
  "over-daily-limit": msg`Over what the contract pays in a day: {most}.`,
};

/** Why minutes earn nothing that were delivered in full. */
export const overLimitWords = msg`More was made up in this week than counts in one: of these {deliveredMinutes} minutes none is billed.`;

type LineRule = ChargeLine["rule"]["code"];

/** Why a line stands. */
export const lineRuleWords: Readonly<Record<LineRule, MessageDescriptor>> = {
  "per-diem-reached": msg`The day reached its rate: {minutes} minutes count, {minimumMinutes} are asked for.`,
  "below-per-diem": msg`The day has {minutes} of the {minimumMinutes} minutes its rate asks for, so its services are billed one by one.`,
  "carved-out": msg`Paid beside the rate of the day.`,
  "per-service": msg`Paid service by service.`,
};

/** Where the contract counts services as well as minutes, or services alone. */
export const countedWords = {
  services: msg`{services} of {minimumServices} services count.`,
  limited: msg`{possibleUnits} units were delivered; the contract pays no more a day.`,
} satisfies ProblemWords;

interface HoldWords {
  /** For a chip or a column. */
  readonly name: MessageDescriptor;
  readonly sentence: MessageDescriptor;
  /** What ends the hold. */
  readonly mend: MessageDescriptor;
}

/** Why a day waits, and what ends its waiting. */
export const dayHoldWords: Readonly<Record<DayHoldCode, HoldWords>> = {
  "no-coverage": {
    name: msg`No policy`,
    sentence: msg`No policy covers this day.`,
    mend: msg`Enter the policy that covers it.`,
  },
  "no-contract": {
    name: msg`No contract`,
    sentence: msg`No contract with the payer covers this day at its level, program and site.`,
    mend: msg`Enter the contract, or change from when or for what one holds.`,
  },
  "only-draft": {
    name: msg`Contract is a draft`,
    sentence: msg`The contract with the payer is still a draft.`,
    mend: msg`Test and confirm the version.`,
  },
  "no-price": {
    name: msg`No price`,
    sentence: msg`No price is known for {code} on this day.`,
    mend: msg`Add the price to the fees of the contract.`,
  },
  "note-missing": {
    name: msg`No note`,
    sentence: msg`There is no note of a session.`,
    mend: msg`Write and sign the note.`,
  },
  "note-draft": {
    name: msg`Note not signed`,
    sentence: msg`The note of a session is not signed.`,
    mend: msg`Sign the note.`,
  },
  "note-not-cosigned": {
    name: msg`Note not cosigned`,
    sentence: msg`The note of a session waits for its cosignature.`,
    mend: msg`Cosign the note.`,
  },
  "note-minutes-differ": {
    name: msg`Minutes differ`,
    sentence: msg`The note says {noteMinutes} minutes, the attendance {creditedMinutes}.`,
    mend: msg`Put the note or the attendance right.`,
  },
  "credential-lapsed": {
    name: msg`Credential lapsed`,
    sentence: msg`Whoever led a session had no credential in force that day.`,
    mend: msg`Enter the renewed credential, or who led instead.`,
  },
  "no-consent": {
    name: msg`No consent`,
    sentence: msg`There is no consent to tell the payer.`,
    mend: msg`Ask for the consent.`,
  },
  "kept-back": {
    name: msg`Kept from the payer`,
    sentence: msg`The person asked that this payer is not told, and it was agreed to.`,
    mend: msg`Their word ends it, written or aloud, at their consents. Until then no payer is billed.`,
  },
  "no-diagnosis": {
    name: msg`No diagnosis`,
    sentence: msg`No diagnosis is in force on this day.`,
    mend: msg`Enter the diagnosis.`,
  },
  "diagnosis-not-accepted": {
    name: msg`Diagnosis not taken`,
    sentence: msg`The first diagnosis is none this contract takes: {accepted}.`,
    mend: msg`Look at the order of the diagnoses, or at the contract.`,
  },
  "no-authorization": {
    name: msg`No authorization`,
    sentence: msg`The payer has not allowed this day.`,
    mend: msg`Enter or ask for the authorization.`,
  },
  "authorization-used-up": {
    name: msg`Authorization used up`,
    sentence: msg`{used} of the {units} {unit} that the payer allowed are used.`,
    mend: msg`Ask for more.`,
  },
  "claim-needs-correction": {
    name: msg`Claim to be corrected`,
    sentence: msg`What was delivered is another thing than the claim says.`,
    mend: msg`Correct the claim, or void it.`,
  },
};

/** What contract a day waits for, where it is known whose and what for. */
export const scopedHoldWords = {
  "no-contract": msg`No contract with {payer} covers {level} in {program}, {site}, on this day.`,
  "only-draft": msg`The contract with {payer} for {level} in {program}, {site}, is still a draft.`,
} satisfies ProblemWords;

/** How a claim and what was delivered part, as exactly as it is known. */
export const otherwiseWords = {
  provider: msg`The claim names {claimedName} as who treated; by the session as it stands it was {nowName}.`,
  amount: msg`The claim asks {claimed} for this day; as the day stands now it comes to {now}.`,
  rebuild: msg`It was never sent: build it anew.`,
} satisfies ProblemWords;

/** In what a day is another thing by now than what is kept of it. */
export const keptPartWords: Readonly<Record<KeptPart, MessageDescriptor>> = {
  amount: msg`the amount`,
  payer: msg`who pays`,
  contract: msg`the version of the contract`,
  codes: msg`the codes`,
  units: msg`the units`,
  minutes: msg`the minutes`,
  holds: msg`what keeps it`,
  state: msg`where it stands`,
};

const authorizationUnits = {
  days: msg`days`,
  hours: msg`hours`,
  sessions: msg`sessions`,
  units: msg`units`,
} satisfies ProblemWords;
export const authorizationUnitsSaid: ProblemWords = authorizationUnits;

/** How a refusal of this noun's acts is said. */
export const chargeProblemWords: ProblemWords = {
  "day-without-services": msg`Say at least one service of the day.`,
  "hold-not-there": msg`This day does not wait for that any more. Look again.`,
  "release-taken-back": msg`{by} took this back a moment ago.`,
  "release-claimed": msg`This day was put into claim {control} a moment ago. Withdraw that claim first, then take this back.`,
  "release-sent": msg`Claim {control} was sent on this word, so it stays. Correct or void the claim.`,
  "release-of-claim": msg`This was said of a claim, not of a day. Build the claim anew, and it waits again.`,
  "too-many-days": msg`That is too long a time at once. Take fewer days.`,
};

/** What notices of a day's release are about: let go or taken back, the last word stands alone. */
export const releaseNotice = (day: {
  readonly enrollmentId: string;
  readonly serviceDate: string;
}): string => `release-${day.enrollmentId}-${day.serviceDate}`;
