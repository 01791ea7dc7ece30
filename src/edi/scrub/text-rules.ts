import { bothGuides } from "#edi/scrub/claim-guide.ts";
import type { TakeText } from "#edi/scrub/claim-texts.ts";
import type { ScrubContext } from "#edi/scrub/scrub-context.ts";
import { cleanerFor } from "#edi/x12/clean-text.ts";
import { usualDelimiters } from "#edi/x12/segment-writer.ts";
import type { ScrubRule } from "#edi/scrub/scrub-rule.ts";

/** Something with texts in it: a claim, or what stands before all claims. */
interface WithTexts {
  readonly context: ScrubContext;
}
type EachText<Subject> = (subject: Subject, take: TakeText) => void;

const named = (segment: string, element: number): string =>
  `${segment}${String(element).padStart(2, "0")}`;

const textLength = <Subject extends WithTexts>(
  eachText: EachText<Subject>,
): ScrubRule<Subject> => ({
  id: "text-length",
  severity: "error",
  source: "X12 data element dictionary 005010, as the guides limit it",
  at: "Every element that holds text",
  guides: bothGuides,
  check(subject, say) {
    eachText(subject, (loop, segment, element, { length }, most) => {
      if (most > 0 && length > most) say(loop, named(segment, element), { length, most });
    });
  },
});

const unprintable = /[^ -~]/gu;
/** And what the writer divides by, unless a partner wants others. */
const unwritable = /[^ -~]|[*:^~]/gu;

const textCharacters = <Subject extends WithTexts>(
  eachText: EachText<Subject>,
): ScrubRule<Subject> => ({
  id: "text-characters",
  severity: "warning",
  source: "X12.6, extended character set; 005010X222A1 and 005010X223A2, B.1.1.2.2",
  at: "Every element that holds text",
  guides: bothGuides,
  check(subject, say) {
    const { delimiters } = subject.context;
    const unfit = delimiters === undefined ? unwritable : unprintable;
    const { clean } = cleanerFor(delimiters ?? usualDelimiters);
    eachText(subject, (loop, segment, element, text) => {
      const characters = [...new Set(text.match(unfit))].join(" ");
      if (characters !== "")
        say(loop, named(segment, element), { characters, said: text, written: clean(text) });
    });
  },
});

const delimiterInText = <Subject extends WithTexts>(
  eachText: EachText<Subject>,
): ScrubRule<Subject> => ({
  id: "delimiter-in-text",
  severity: "error",
  source: "X12.6; 005010X222A1 and 005010X223A2, B.1.1.2.5: delimiters do not stand in data",
  at: "Every element that holds text",
  guides: bothGuides,
  check(subject, say) {
    const { delimiters } = subject.context;
    if (delimiters === undefined) return;
    const component = String.fromCharCode(delimiters.component);
    const repetition =
      delimiters.repetition > 0 ? String.fromCharCode(delimiters.repetition) : component;
    eachText(subject, (loop, segment, element, text) => {
      if (text.includes(component) || text.includes(repetition)) say(loop, named(segment, element));
    });
  },
});

/** Length and characters of every text of a subject. */
export const textRulesOf = <Subject extends WithTexts>(
  eachText: EachText<Subject>,
): readonly ScrubRule<Subject>[] => [
  textLength(eachText),
  textCharacters(eachText),
  delimiterInText(eachText),
];
