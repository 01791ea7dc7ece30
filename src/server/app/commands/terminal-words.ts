import type { Problem, ProblemValues } from "#domain/contract/problem.ts";
import { brokenFileSentence } from "#server/app/commands/broken-file-words.ts";
import type { TrailFinding } from "#server/platform/audit/trail-findings.ts";

const fill = (sentence: string, values: ProblemValues): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? "?"));

const findings: Readonly<Record<TrailFinding["code"], string>> = {
  "event-altered": "altered: event {id} of {at} ({verb}), sealed in batch {number}",
  "event-deleted": "deleted: event {id}, sealed in batch {number}",
  "events-outside": "slipped in or unsealed: {count} events that no seal knows, the first is {id}",
  "events-waiting": "the sealer stands still: {count} events wait since {since}",
  "seal-altered": "altered: seal {number}",
  "seals-missing": "missing: seals {from} to {until}",
  "chain-broken": "broken: seal {number} does not follow from the one before it",
  "seal-replaced": "replaced: seal {number} is another one than was written down at {sealedAt}",
  "end-cut":
    "cut off: seals {from} to {until} are gone from the end, the last was made at {sealedAt}",
  "anchors-missing":
    "lost: the file of heads knows {anchored} of {seals} seals that should be written down by now",
  "anchors-behind":
    "the heads outside the database lag: {anchored} of {sealed} seals are written down",
  "anchors-unreadable": "{lines} lines of the file of heads cannot be read",
};

/** What a finding of the verification says at the terminal. */
export const findingSentence = (finding: TrailFinding): string =>
  fill(findings[finding.code], finding.values);

const problems: Readonly<Record<string, string>> = {
  "invalid-input": "Something in the input cannot be used",
  "not-found": "There is no such record.",
  "not-ready": "The database went away meanwhile. See whether it was done before you try again.",
  "changed-meanwhile": "Somebody else changed the same record at that moment. Try again.",
  "name-taken": "Another organization has this name already.",
  "belongs-already": "This person belongs to the organization already.",
  "import-file-twice":
    "{file} says the same as another file. Nothing was kept, nobody was changed.",
  "import-empty":
    "There is nobody in it: no resource and no row that could be taken. Nobody was changed.",
  "wrong-password":
    "This address has an account with another password. Use --invite, or give the password it has.",
};

const fields: Readonly<Record<string, string>> = {
  "too-short": "is too short; at least {least} characters",
  "too-long": "is too long; at most {most} characters",
  "too-even": "repeats itself or counts up; anybody would guess it",
  "known-bad": "is one of the passwords that everybody tries first",
  "holds-own-name": "holds a name that anybody would try",
  "no-letters": "needs at least one letter or digit",
};

/** A refusal of a service as a sentence at the terminal. */
export const problemSentence = (refusal: Problem): string => {
  if (refusal.code === "import-file-broken") return brokenFileSentence(refusal.values);
  const sentence = fill(problems[refusal.code] ?? `Refused: ${refusal.code}.`, refusal.values);
  const named = Object.entries(refusal.fields).map(
    ([name, field]) =>
      `${name} ${fill(fields[field.code] ?? `(${field.code})`, field.values ?? {})}`,
  );
  return named.length === 0 ? sentence : `${sentence}: ${named.join("; ")}.`;
};
