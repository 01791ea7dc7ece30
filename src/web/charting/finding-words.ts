import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Finding, FindingCode } from "#domain/charting/guard-finding.ts";

interface Said {
  /** What it is. Values of the finding fill `{names}`. */
  readonly title: MessageDescriptor;
  /** What follows from it, and how it is mended. */
  readonly text?: MessageDescriptor;
  /** One or two words for the row and the foot. */
  readonly short: MessageDescriptor;
}

const nameShared = msg({
  message:
    "This text goes into {others, plural, one {# other chart} other {# other charts}}. Say “a member”, and keep their part on their own line.",
});
const nameRow = msg`This goes into one person’s chart. Of others say “a peer”.`;

export const findingWords: Readonly<Record<FindingCode, Said>> = {
  "name-of-other": { title: msg({ message: "“{name}” is in this group" }), short: msg`a name` },
  "initials-of-other": {
    title: msg({ message: "“{name}” are initials of this group" }),
    short: msg`initials`,
  },
  "phone-number": {
    title: msg({ message: "“{name}” is a telephone number" }),
    text: msg`A number belongs into the contacts, not into a note.`,
    short: msg`a number`,
  },
  "alike-in-group": {
    title: msg({ message: "{percent}% the same as another row" }),
    text: msg`Write what this person did or said. Words that are theirs alone are colored; without color there are none.`,
    short: msg({ message: "{percent}% alike" }),
  },
  "alike-earlier": {
    title: msg({ message: "{percent}% the same as an earlier note" }),
    text: msg`Write what was different today. New words are colored; without color there are none.`,
    short: msg({ message: "{percent}% alike" }),
  },
  "objective-missing": { title: msg`Which objective did they work on`, short: msg`Objective` },
  "participation-missing": { title: msg`How much did they take part`, short: msg`Took part` },
  "response-missing": { title: msg`How did they respond`, short: msg`Response` },
  "progress-missing": { title: msg`What progress on the objective`, short: msg`Progress` },
  "risk-missing": { title: msg`Say what was noted of risk`, short: msg`Risk` },
  "risk-unsaid": {
    title: msg({
      message:
        "This speaks of {about, select, dying {dying} self {self-harm} other {harm to others}}, and no risk is noted",
    }),
    text: msg`Set the risk, or say in the line that it was asked and denied.`,
    short: msg`Risk`,
  },
  "sentence-missing": { title: msg`A line that is theirs`, short: msg`Line` },
  "sentence-too-short": {
    title: msg`This line is very short`,
    text: msg`Write what this person did or said, in a few words of their own.`,
    short: msg`Short line`,
  },
  "minutes-missing": {
    title: msg`No minutes yet`,
    text: msg`Say when they came and left; then the note can be signed.`,
    short: msg`Minutes`,
  },
  "not-there": {
    title: msg`Was not here`,
    text: msg`Nobody signs a note about somebody who was not here.`,
    short: msg`Not here`,
  },
  "topic-missing": { title: msg`The topic`, short: msg`the topic` },
  "what-we-did-missing": { title: msg`What you did`, short: msg`what we did` },
  "how-it-went-missing": { title: msg`How it went`, short: msg`how it went` },
};

const nameCodes: readonly FindingCode[] = ["name-of-other", "initials-of-other"];

/** The sentence under a finding. A name says something else in the shared text than in a row. */
export const findingText = (finding: Finding): MessageDescriptor | undefined => {
  if (!nameCodes.includes(finding.code)) return findingWords[finding.code].text;
  return finding.where.patientId === null ? nameShared : nameRow;
};

/** True for what is simply not written yet: it is said in the row and at the foot, not beneath the field. */
export const isMissing = (finding: Finding): boolean => finding.code.endsWith("-missing");
