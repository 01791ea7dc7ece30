import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import type { SessionState } from "#domain/scheduling/session.ts";
import type { ProblemWords } from "#web/platform/problem-words.ts";
import { missedWords } from "#web/ui/missed-words.ts";

/** What the acts of the schedule may answer. */
export const scheduleWords: ProblemWords = {
  "as-it-was": msg`This is how it is written already.`,
  "already-on-roster": msg`They are on the list of this session already.`,
  "already-member": msg`They are a member of this group on these days already.`,
  "closed-already": msg`The site is closed on these days already.`,
  closed: msg`Closed already.`,
  "closure-lifted": msg`This closure was lifted meanwhile.`,
  "closure-too-long": msg`A closure lasts at most {days} days. Enter a longer one in parts.`,
  "dates-not-in-order": msg`The last day lies before the first.`,
  "day-taken": msg`This group meets on that day already.`,
  "enrollment-not-running": msg`Their stay does not run on that day.`,
  "facilitator-taken": msg`Somebody who would lead is in another session then. Choose another hour or another person.`,
  "facilitator-twice": msg`Somebody is named twice. Each person leads, assists or learns.`,
  "no-lead": msg`Say who leads. Claims and notes name one person.`,
  "two-leads": msg`Only one person leads. Claims and notes name one; the others assist.`,
  "from-past": msg`What was stays as it was. Choose today or a later day.`,
  ...missedWords,
  "membership-ended": msg`This membership ended on {endsOn}.`,
  "membership-used": msg`Something is recorded of them here, last on {last}: that they came, or were absent. A seat that was used is not taken back; it ends.`,
  "membership-withdrawn": msg`This seat was taken back.`,
  "outside-series": msg`The group does not meet on that day: it begins later, or has ended.`,
  "patient-missing": msg`Say who comes to this session.`,
  retired: msg`Something chosen here is no longer in use. Choose another.`,
  "room-elsewhere": msg`This room is at another site.`,
  "room-taken": msg`The room is taken then. Choose another hour or another room.`,
  "series-full": msg`All {capacity} seats are taken on these days. Choose another group, or a later first day.`,
  "session-began": msg`The session has begun. It stays where it is.`,
  "session-cancelled": msg`The session is called off.`,
  "session-full": msg`All {capacity} seats are taken.`,
  "site-closed": msg`The site is closed on that day.`,
  "somebody-was-there": msg`Somebody was in this session, so it took place. Put the attendance right first.`,
  "span-too-long": msg`At most {days} days can be shown at once.`,
  "was-there-later": msg`They were there on {last}. The last day cannot be before that.`,
  "roomId.held-by": msg`Taken then by {session}.`,
  "leadId.held-by": msg`In {session} then. Choose somebody else, or another hour.`,
  "staffId.held-by": msg`In {session} then. Choose somebody else, or another hour.`,
  "alsoId.held-by": msg`Whoever helps is in {session} then. Choose somebody else, or another hour.`,
  "leadId.taken": msg`In another session then. Choose somebody else, or another hour.`,
  "no-hour": msg`Write an hour, like 6 pm or 18:00.`,
  "before-start": msg`This lies before the first day.`,
  "startsAtWall.invalid-regex": msg`Write an hour, like 6 pm or 18:00.`,
};

/** Weekdays as a form lists them; ISO, Monday is 1. */
export const weekdayNames: readonly { readonly day: number; readonly name: MessageDescriptor }[] = [
  { day: 1, name: msg({ context: "weekday", message: "Mon" }) },
  { day: 2, name: msg({ context: "weekday", message: "Tue" }) },
  { day: 3, name: msg({ context: "weekday", message: "Wed" }) },
  { day: 4, name: msg({ context: "weekday", message: "Thu" }) },
  { day: 5, name: msg({ context: "weekday", message: "Fri" }) },
  { day: 6, name: msg({ context: "weekday", message: "Sat" }) },
  { day: 7, name: msg({ context: "weekday", message: "Sun" }) },
];

export const stateWords: Readonly<Record<SessionState, MessageDescriptor>> = {
  scheduled: msg`To come`,
  open: msg`Running`,
  ended: msg`Over`,
  cancelled: msg`Called off`,
};

/** Why a session stays called off although the closure is lifted. */
export const stayingWords: ProblemWords = {
  began: msg`Its hour has passed.`,
  "closed-otherwise": msg`The site is closed on that day for another reason, too.`,
  "series-ended": msg`The group has ended.`,
  retired: msg`Its room, or somebody who would lead, is no longer in use.`,
  "room-taken": msg`The room was given to something else.`,
  "facilitator-taken": msg`Somebody who would lead is in another session then.`,
};

/** Why one session cannot be planned again. */
export const againWords: ProblemWords = {
  ...stayingWords,
  "closed-otherwise": msg`The site is closed on that day. Lift the closed day first.`,
  "not-called-off": msg`It is planned again already.`,
};

/** Why a membership ended. */
export const endWords: ProblemWords = {
  completed: msg`completed`,
  transferred: msg`went over into another group`,
  paused: msg`paused`,
  discharged: msg`discharged`,
  left: msg`left`,
  "series-ended": msg`the group ended`,
};
