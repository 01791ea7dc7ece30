import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type {
  Participation,
  Progress,
  Response,
  Risk,
  SharedField,
} from "#domain/charting/note-fields.ts";
import type { RoomRow, SigningBlock } from "#domain/charting/session-room.ts";
import type { ProblemWords } from "#web/platform/problem-words.ts";
import { missedWords } from "#web/ui/missed-words.ts";

type Words<K extends string> = Readonly<Record<K, MessageDescriptor>>;

export const participationWords: Words<Participation> = {
  quiet: msg`Quiet`,
  some: msg`Some`,
  active: msg`Active`,
  led: msg`Led`,
};

export const responseWords: Words<Response> = {
  practiced: msg`Practiced`,
  shared: msg`Shared`,
  listened: msg`Listened`,
  "helped-others": msg`Helped others`,
  withdrawn: msg`Withdrawn`,
  guarded: msg`Guarded`,
};

export const progressWords: Words<Progress> = {
  up: msg`Up`,
  steady: msg`Steady`,
  down: msg`Down`,
  met: msg`Met`,
  "not-worked": msg`Not today`,
};

export const riskWords: Words<Risk> = {
  "none-noted": msg`None noted`,
  low: msg`Low`,
  moderate: msg`Moderate`,
  high: msg`High`,
  assessed: msg`Assessed`,
};

export const sharedFieldWords: Words<SharedField> = {
  topic: msg`Topic`,
  curriculum: msg`Curriculum`,
  interventions: msg`Interventions`,
  whatWeDid: msg`What we did`,
  howItWent: msg`How the group went`,
  nextTime: msg`Next time`,
};

/** The same with one person, where nobody is a group. */
export const singleFieldWords: Words<SharedField> = {
  ...sharedFieldWords,
  howItWent: msg`How it went`,
};

export const flagWords: Words<RoomRow["flags"][number]> = {
  "first-week": msg`First week`,
  "phq-item-9": msg`Item 9`,
  "high-risk": msg`High risk open`,
  "authorization-ending": msg`Authorization ends`,
  "hours-short": msg`Short of hours`,
  guest: msg`Guest`,
  "make-up": msg`Make-up`,
  "make-up-over-limit": msg`Make-up, not credited`,
};

export const blockWords: Words<SigningBlock> = {
  "not-staff": msg`Only a colleague with a staff record signs notes. Ask the director to add yours.`,
  "no-supervisor": msg`Your credential needs a cosignature, and nobody supervises you yet. Ask the director to name a supervisor; what is written stays.`,
  "session-cancelled": msg`This session was called off. Nothing is signed for it.`,
  "session-not-over": msg`This session is still running. It is signed when it has ended.`,
  "nobody-attended": msg`Nobody has been here, so there is nothing to sign.`,
};

/** What giving a seat in the room may be answered with. */
export const guestWords: ProblemWords = {
  "already-on-roster": msg`They are in this session already.`,
  "session-full": msg`All {capacity} seats are taken. Mark who is absent, then their seat is free.`,
  "enrollment-not-running": msg`Their stay does not run on the day of this session.`,
  "session-cancelled": msg`This session was called off.`,
  ...missedWords,
  "not-running": msg`This stay does not run on the day of this session.`,
  seated: msg`They are in this session already.`,
  "no-stay": msg`They have no stay that runs on this day. Admit them first.`,
};

/** What the acts of the room may be answered with, beyond what every act shares. */
export const roomWords: ProblemWords = {
  ...blockWords,
  "findings-stand": msg`Something still stands in the way. It is marked in the rows; nothing was signed.`,
  "attendance-changed": msg`Somebody’s attendance changed while you signed. Nothing was signed. Look at the marked rows, then sign again.`,
  "draft-changed": msg`Somebody wrote here while you signed. Nothing was signed. Read the marked rows, then sign again.`,
  "already-signed": msg`This was signed meanwhile. Add an addendum to change it.`,
  "objective-not-open": msg`The chosen objective is closed. Choose one that is open.`,
  "not-on-roster": msg`This person is not in this session.`,
  "shared-missing": msg`The shared note is missing.`,
  "note-superseded": msg`This note was corrected meanwhile. Look at the newer one.`,
  "note-retracted": msg`This note was retracted.`,
  "not-the-author": msg`Only its author does this.`,
  "nothing-corrected": msg`Nothing is different from what was signed.`,
};
