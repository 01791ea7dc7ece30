import type { UnfinishedPart } from "#domain/charting/completeness.ts";
import type { Finding } from "#domain/charting/guard-finding.ts";
import { isDenied, isSaidToBeDenied } from "#domain/charting/risk-denied.ts";

/** What words of a line may be about. The values say it to the screen. */
type RiskSubject = "dying" | "self" | "others";

const self = "(?:him|her|them|my|your|one|our)sel(?:f|ves)";
const few = "(?:[\\w']+\\s+){0,4}?";
const wishes =
  "(?:want|wish|hope|hoping|prefer|ready|rather|think|thought|thinking)(?:s|es|ed|d|ing)?";

/** Plain English for wishing to die, for doing oneself harm and for harming others, as it stands in a line of a note. */
const phrases: readonly (readonly [RiskSubject, RegExp])[] = [
  ["dying", /\bsuicid(?:e|es|al|ality)\b(?!\s+(?:prevention|hotline|lifeline|line|awareness))/giu],
  ["dying", /\bSI\b/gu],
  ["dying", /\b(?:passive\s+)?death\s+wish\b/giu],
  [
    "dying",
    /\b(?:thoughts?|thinks?|thinking|thought|talks?|talking|talked|spoke|dreams?)\s+(?:of|about)\s+(?:dying|death|being\s+dead|ending\s+it)\b/giu,
  ],
  [
    "dying",
    new RegExp(
      `\\b${wishes}\\s+${few}(?:die(?!\\s+(?:down|off|out))|(?:be|was|were|being)\\s+dead|dying(?!\\s+(?:down|off|out)))\\b`,
      "giu",
    ),
  ],
  [
    "dying",
    /\b(?:never\s+(?:been\s+born|wake\s+up)|not\s+(?:wake|waking)\s+up|not\s+be(?:ing)?\s+(?:alive|here\s+any\s?more))\b/giu,
  ],
  [
    "dying",
    /\b(?:do|does|did|would)(?:\s+not|n't)\s+(?:[\w']+\s+)?want(?:ed)?\s+to\s+(?:live|exist|go\s+on(?!\s+\w)|wake\s+up|be\s+(?:alive|around|here\s+any\s?more))\b/giu,
  ],
  ["dying", /\bno\s+longer\s+wants?\s+to\s+(?:live|exist|go\s+on|be\s+(?:alive|here))\b/giu],
  [
    "dying",
    /\b(?:better\s+off\s+(?:dead|without\s+(?:him|her|them|me))|(?:no\s+reason|nothing|no\s+point)\s+(?:to\s+live|in\s+living|to\s+living)(?:\s+for)?)\b/giu,
  ],
  [
    "dying",
    /\b(?:tired\s+of\s+(?:living|being\s+alive)|not\s+worth\s+living|n't\s+worth\s+living)\b/giu,
  ],
  ["dying", new RegExp(`\\b(?:kill|hang|shoot|drown)(?:s|ed|ing)?\\s+${self}\\b`, "giu")],
  [
    "dying",
    /\b(?:end|ends|ended|ending|take|takes|taking|took)\s+(?:his|her|their|my|one's)\s+(?:own\s+)?life\b(?!\s+in\b)/giu,
  ],
  ["dying", /\bend(?:s|ing)?\s+it\s+all\b|\boverdos(?:e|es|ed|ing)\s+on\s+purpose\b/giu],
  ["dying", /\b(?:goodbye|farewell|suicide)\s+(?:note|letter)s?\b/giu],
  [
    "dying",
    /\bjump(?:s|ing)?\s+(?:off|from|in\s+front\s+of)\s+(?:a|the)\s+(?:bridge|roof|building|train|cliff|balcony|car|truck|bus)\b/giu,
  ],
  [
    "self",
    new RegExp(
      `\\b(?:hurt|harm|injur|burn|cut)(?:s|e|es|ed|t|ting|ing)?\\s+${self}\\b(?!\\s+(?:shaving|cooking|at\\s+work|playing|off\\b))`,
      "giu",
    ),
  ],
  ["self", /\bself[-\s]?(?:harm|injur|mutilat)\w*/giu],
  ["self", /\b(?:SIB|NSSI)\b/gu],
  [
    "self",
    /\b(?:been|started|resumed|began|stop(?:ped)?|urges?|back)\s+(?:to\s+)?cut(?:ting)?\b(?!\s+(?:down|back|out|off|ties|contact|class|school|hours|coffee|sugar))/giu,
  ],
  ["others", /\bhomicid(?:e|al|ality)\b/giu],
  ["others", /\bHI\b/gu],
  [
    "others",
    new RegExp(
      `\\b(?:thoughts?\\s+(?:of|about)|think(?:s|ing)?\\s+(?:of|about)|fantas\\w+\\s+(?:of|about)|wants?\\s+to|wanted\\s+to|urges?\\s+to|plans?\\s+to|threaten(?:s|ed|ing)?\\s+to|going\\s+to|will)\\s+(?:hurt(?:ing)?|harm(?:ing)?|kill(?:ing)?|shoot(?:ing)?|stab(?:bing)?|strangl(?:e|ing))\\s+(?!${self}|it\\b|time\\b)(?:him|her|them|(?:his|her|their|the|a|an|my)\\s+(?!pain|cravings?|urges?|mood|time|feelings|chances|recovery|habit)|some(?:one|body)|any(?:one|body)|others?\\b|another|people)`,
      "giu",
    ),
  ],
];

/** Somebody else's death, which a line may be about: `lost his cousin to suicide`, `his brother's suicide`. */
const isOfAnother = (text: string, start: number, end: number): boolean =>
  /^suicide$/iu.test(text.slice(start, end)) &&
  (/(?:\b(?:lost|losing)\b[^.;]{0,40}\bto|'s)\s+$/iu.test(text.slice(0, start)) ||
    /^\s+of\s+(?:a|an|his|her|their)\b/iu.test(text.slice(end)));

interface RiskWords {
  readonly about: RiskSubject;
  readonly start: number;
  readonly end: number;
}

/** The first words of a text that speak of dying or of harm and are not denied in it; what a line asked about and had denied is said. */
export const findRiskWords = (written: string): RiskWords | undefined => {
  const text = written.replaceAll(/[’‘]/gu, "'");
  return phrases
    .flatMap(([about, phrase]) =>
      Array.from(text.matchAll(phrase), ({ 0: words, index }) => ({
        about,
        start: index,
        end: index + words.trimEnd().length,
      })),
    )
    .filter(
      ({ start, end }) =>
        !isDenied(text, start, end) &&
        !isSaidToBeDenied(text, start) &&
        !isOfAnother(text, start, end),
    )
    .toSorted((one, other) => one.start - other.start || other.end - one.end)[0];
};

/**
 * A line that speaks of dying or of harm beside a risk of which nothing was noted. Which of both is right only the writer knows: it
 * is asked, and may stand once it was looked at.
 */
export const guardRisk = (
  patientId: string,
  part: Pick<UnfinishedPart, "risk" | "sentence" | "nextStep">,
): Finding[] => {
  if ((part.risk ?? "none-noted") !== "none-noted") return [];
  for (const field of ["sentence", "nextStep"] as const) {
    const found = findRiskWords(part[field] ?? "");
    if (found === undefined) continue;
    const { about, start, end } = found;
    return [
      {
        code: "risk-unsaid",
        where: { patientId, field, start, end },
        values: { about },
        mend: "choose",
        weight: "warn",
      },
    ];
  }
  return [];
};
