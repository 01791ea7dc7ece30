import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { AttendanceReason } from "#domain/scheduling/attendance-event.ts";
import type { ProblemWords } from "#web/platform/problem-words.ts";

/** Why somebody is away, those first that are said most; what is left out has its own act. */
export const absenceReasons = [
  "no-call",
  "called",
  "medical",
  "work",
  "childcare",
  "transport",
  "court",
  "other",
] as const satisfies readonly AttendanceReason[];

/** Why somebody who was there left: what keeps people from coming at all is not among them. */
export const leavingReasons = [
  "medical",
  "transport",
  "childcare",
  "work",
  "court",
  "crisis",
  "connection",
  "other",
] as const satisfies readonly AttendanceReason[];

const words: Readonly<Record<AttendanceReason, MessageDescriptor>> = {
  "no-call": msg`No call`,
  called: msg`Called ahead`,
  medical: msg`Medical`,
  work: msg`Work`,
  childcare: msg`Childcare`,
  transport: msg`Transport`,
  court: msg`Court`,
  weather: msg`Weather`,
  "in-hospital": msg`In hospital`,
  "on-leave": msg`On leave`,
  "individual-session": msg`Individual session`,
  crisis: msg`Crisis`,
  connection: msg`Connection`,
  other: msg`Other`,
};

/** A reason of the ledger in words; a correction's reason is a sentence of its own and stands as it is. */
export const reasonWord = (reason: string): MessageDescriptor =>
  Object.entries(words).find(([code]) => code === reason)?.[1] ?? { id: reason, message: reason };

/** What the ledger may answer: in the clinic's words, and always that nothing is lost. */
export const attendanceProblemWords: ProblemWords = {
  "session-cancelled": msg`This session was called off. What you entered is kept here until you let it go.`,
  "session-ahead": msg({
    message:
      "Attendance opens {hours, plural, one {# hour} other {# hours}} before a session begins. Enter this again then.",
  }),
  "event-ahead": msg`This lies in the future. Enter it when it has happened.`,
  "not-on-roster": msg`This person is not in this session. Seat them as a guest first.`,
  "event-of-nobody": msg`It is not said whose attendance this is.`,
  "event-unknown": msg`What this takes back is not in the ledger.`,
  "event-elsewhere": msg`What this takes back belongs to another session.`,
  "mode-missing": msg`Say whether it was in the room, by video or by telephone.`,
  "correct-with-reason": msg`This day is over. Correct the attendance, and say why.`,
  "already-corrected": msg`This was put right already. Look at the newer entry.`,
};

/** What the form of a correction may say. */
export const correctionWords: ProblemWords = {
  ...attendanceProblemWords,
  "no-two-times": msg`Write two times, the earlier first, like 6:14 and 8:05.`,
  "why.required": msg`Say why.`,
};

/** What was kept and earns nothing, said beside the row. Values fill `{names}`. */
export const remarkWords: Readonly<Record<string, MessageDescriptor>> = {
  "after-end": msg({ message: "{name}: came after the end. It is kept and earns no minutes." }),
  "before-start": msg({ message: "{name}: came before the start. Minutes count from the start." }),
  "already-there": msg({ message: "{name} is here already. Entered once." }),
  contradicts: msg({
    message: "{name}: another device says otherwise. Decide at the top of the room.",
  }),
  crowded: msg({
    message: "{name} is here. More people are here now than this session has seats.",
  }),
  "over-ratio": msg({
    message: "{name} is here. More people are here now than those who facilitate may lead.",
  }),
  "not-there": msg({ message: "{name} has not come yet, so there is nothing to leave." }),
};
