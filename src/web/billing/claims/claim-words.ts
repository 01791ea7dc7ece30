import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import type { ClaimFrequency } from "#domain/billing/claims/claim-snapshot.ts";
import type { ClaimAge, ClaimCount, ClaimRow, ClaimState } from "#domain/billing/claims/claim.ts";
import type { ClaimHoldCode } from "#domain/billing/claims/hold.ts";
import { isPlaceTaken, isVoidUnread } from "#domain/billing/claims/rejected-claim.ts";
import type { ClaimConflict } from "#domain/billing/claims/conflict.ts";
import type { ClaimForm } from "#domain/payers/contract-terms.ts";
import type { ProblemWords } from "#web/platform/problem-words.ts";

/** Where a claim stands. */
export const claimStateWords: Readonly<Record<ClaimState, MessageDescriptor>> = {
  built: msg`Not checked`,
  scrubbed: msg`Held`,
  ready: msg`Ready`,
  exported: msg`In a file`,
  withdrawn: msg`Withdrawn`,
};

/** Where a claim stands; of one in a file whether the file lies here yet or left. */
export const claimStandsWords = ({
  state,
  countsAs,
}: Pick<ClaimRow, "state" | "countsAs">): MessageDescriptor => {
  if (state !== "exported") return claimStateWords[state];
  if (countsAs === "made") return msg`In a file here`;
  return countsAs === "asked" || countsAs === "test" ? msg`Sent` : claimStateWords.exported;
};

/** Where a claim counts, with its whole amount. */
export const claimCountWords: Readonly<Record<ClaimCount, MessageDescriptor>> = {
  ready: msg`Ready`,
  held: msg`Held`,
  made: msg`In files not downloaded`,
  asked: msg`Asked for`,
  test: msg`In test files`,
  rejected: msg`Rejected, to be sent again`,
  nothing: msg`Asks for nothing more`,
};

/** How long ago the last service day of a claim was. */
export const claimAgeWords: Readonly<Record<ClaimAge, MessageDescriptor>> = {
  "0-30": msg`0–30 days`,
  "31-60": msg`31–60 days`,
  "61-90": msg`61–90 days`,
  "over-90": msg`over 90 days`,
};

/** What became of a claim whose place another takes; until that has reached the payer, what is to become of it. */
export const placeTakenWords = (
  { state, rejectedAt }: Pick<ClaimRow, "state" | "rejectedAt">,
  next: NonNullable<ClaimRow["replacedBy"]>,
): MessageDescriptor => {
  const { frequency } = next;
  const isSent = isPlaceTaken(next);
  if (state !== "exported") return msg`Built anew`;
  if (rejectedAt !== null) return isSent ? msg`Sent again` : msg`To be sent again`;
  if (isVoidUnread(next)) return msg`Void rejected`;
  if (frequency === "8") return isSent ? msg`Voided` : msg`To be voided`;
  if (frequency === "7") return isSent ? msg`Replaced` : msg`To be replaced`;
  return isSent ? msg`Sent again` : msg`To be sent again`;
};

/** What the places of service are that programs bill at; a code without words stands alone. */
export const placeWords: Readonly<Record<string, MessageDescriptor>> = {
  "02": msg`by video, away from home`,
  "10": msg`by video, at home`,
  "11": msg`office`,
  "22": msg`hospital, outpatient`,
  "52": msg`partial hospitalization`,
  "53": msg`community mental health center`,
  "57": msg`substance use treatment, outpatient`,
};

/** What kind of bill it is; the digit is what payers call it. */
export const frequencyWords: Readonly<Record<ClaimFrequency, MessageDescriptor>> = {
  "1": msg`Original, whole (1)`,
  "2": msg`First of a stay (2)`,
  "3": msg`Goes on (3)`,
  "4": msg`Last of a stay (4)`,
  "7": msg`Correction (7)`,
  "8": msg`Void (8)`,
};

export const formWords: Readonly<Record<ClaimForm, MessageDescriptor>> = {
  professional: msg`Professional, 837P`,
  institutional: msg`Institutional, 837I`,
};

interface HoldWords {
  readonly name: MessageDescriptor;
  readonly sentence: MessageDescriptor;
  readonly mend: MessageDescriptor;
}

/** Why a claim waits, and what ends its waiting. */
export const claimHoldWords: Readonly<Record<ClaimHoldCode, HoldWords>> = {
  "scrub-errors": {
    name: msg`Faults found`,
    sentence: msg`The payer would refuse it as it is.`,
    mend: msg`Mend what was found, then build the claim anew.`,
  },
  "consent-refused": {
    name: msg`No consent`,
    sentence: msg`There is no consent to tell the payer, or it ended.`,
    mend: msg`Ask for the consent. The claim goes with the next file.`,
  },
  "kept-back": {
    name: msg`Kept from the payer`,
    sentence: msg`The person asked that this payer is not told, and it was agreed to.`,
    mend: msg`Withdraw it if they paid it themselves. Otherwise it waits until they take that back.`,
  },
  "previous-bill-open": {
    name: msg`Bill before is open`,
    sentence: msg`The next bill of a stay goes once the payer answered the one before.`,
    mend: msg`Wait for the answer, or release it with the reason.`,
  },
  "claim-rejected": {
    name: msg`Rejected`,
    sentence: msg`It was rejected unread: the payer has nothing of it.`,
    mend: msg`Mend what the answer names, then send it again.`,
  },
  "accepted-after-all": {
    name: msg`Accepted after all`,
    sentence: msg`The claim whose place it takes was accepted after all: sent as well, it would be billed twice.`,
    mend: msg`Withdraw it: the first one stands again. Release it only where the payer says that it has nothing.`,
  },
  "second-payer-waits": {
    name: msg`Second payer waits`,
    sentence: msg`Another payer pays behind this one.`,
    mend: msg`It is billed once this payer has answered: keep the answer.`,
  },
  "file-errors": {
    name: msg`Cannot be written`,
    sentence: msg`Something in it cannot be written into a file.`,
    mend: msg`Mend what was found, then build the claim anew.`,
  },
};

const conflicts: Readonly<Record<ClaimConflict, MessageDescriptor>> = {
  "claim-not-ready": msg`This claim is not ready to go.`,
  "claim-exported": msg`This claim is in a file already. Correct it or void it; where its file was not downloaded yet, take that back.`,
  "claim-not-exported": msg`This claim was never sent. Withdraw it instead.`,
  "claim-withdrawn": msg`This claim was withdrawn.`,
  "claim-replaced": msg`Claim {control} took its place already. Go on with that one.`,
  "payer-number-missing": msg`Write the number the payer gave it: a correction must name it.`,
  "nothing-to-bill": msg`Its days earn nothing any more. Void the claim, or withdraw it if it was never sent.`,
  "hold-not-releasable": msg`This hold ends when its cause does. Nobody can let it go.`,
  "hold-released": msg`This hold was released already.`,
  "claim-in-sequence": msg`A later bill of the same stay follows it. Withdraw that one first.`,
  "billing-provider-missing": msg`Nobody is entered who bills for this site. Enter the billing provider at the contracts, then build again.`,
  "days-not-settled": msg`A day of this claim waits for something as it stands now, such as its note. See in Charges which, mend that day, then do this again.`,
  "fault-stands": msg`Nothing was built: what was found is found again. Put it right first, in the place the row names.`,
  "days-differ": msg`The days of this claim go by different contracts or sites by now, and a claim names one of each. See in Charges which day differs, mend it, then do this again.`,
  "bill-before-rejected": msg`The bill before, claim {control}, was rejected unread. It goes first: send that one again, or make a file of what was made in its place.`,
  "file-taken-back": msg`This file was taken back before it left. Its claims are ready again: make another file of them.`,
  "file-handed-over": msg`This file was downloaded: what is in it was told, and is not taken back here. Wait for its answer, then correct or void the claim that is wrong.`,
  "file-not-handed-over": msg`Its file was not downloaded yet: the payer has nothing of it. Take the file back, then withdraw the claim or build it anew.`,
  "file-may-not-leave": msg`Somebody in this file may not be told about any more: a consent ended since it was made, or they asked to keep it from this payer. Take the file back and make it anew: they stay out, and the others go.`,
  "file-overtaken": msg`What is in this file changed since it was made: a day was put right, or an answer came to an earlier claim. Take the file back and make it anew: what must wait stays here, and the others go.`,
  "acknowledgment-unreadable": msg`This file cannot be read.`,
  "acknowledgment-of-no-file": msg`It answers no file of yours. It speaks of {controls}: look whether it belongs to another organization.`,
  "claim-replaces-another": msg`It was made before a correction could be taken back. Let it go, and correct it once the payer answered.`,
};

/** How refusals of this noun's acts are said. */
export const claimProblemWords: ProblemWords = {
  ...conflicts,
  "days-billed-elsewhere": msg`One of its days is in claim {control} by now. Withdraw that one first.`,
  "isMeant.same-unmeant": msg`Tick this if it is meant, or close: nothing differs.`,
  "saidOn.in-the-future": msg`This day has not come yet.`,
  "saidOn.before-file": msg`The file was not made yet on this day.`,
  "days-not-ready": msg`Some of these days were put into another claim a moment ago. Look again.`,
};
