import type {
  AcknowledgmentFacts,
  Fault,
  AcknowledgmentKind,
  AcknowledgmentNotes,
  Verdict,
} from "#domain/billing/claims/acknowledgment.ts";
import type {
  Acknowledgments,
  GroupAcknowledgment,
  InterchangeAcknowledgment,
  SegmentError,
} from "#edi/999/acknowledgment.ts";
import type { SentFile, SentTransaction } from "#edi/999/sent-file.ts";

/** Control numbers are numbers: some receivers fill them up with noughts, others take them off. */
export const sameControl = (one: string, other: string): boolean =>
  /^\d+$/.test(one) && /^\d+$/.test(other) ? BigInt(one) === BigInt(other) : one === other;

const isFor = (file: SentFile, addressedTo: readonly string[]): boolean =>
  addressedTo.some((name) => file.senders.includes(name.toUpperCase()));

const speaksOfEnvelope = (
  { control, date, time, addressedTo }: InterchangeAcknowledgment,
  file: SentFile,
): boolean =>
  sameControl(control, file.interchangeControl) &&
  isFor(file, addressedTo) &&
  (date === "" || date === file.date) &&
  (time === "" || time.slice(0, 4) === file.time.slice(0, 4));

const speaksOfContent = (
  { functional, control, guide, addressedTo }: GroupAcknowledgment,
  file: SentFile,
): boolean =>
  functional === "HC" &&
  sameControl(control, file.groupControl) &&
  (guide === "" || guide === file.guide) &&
  isFor(file, addressedTo);

/** The claim that an error names; else the one whose segment stands where the error says. */
const claimOf = (
  { contexts, segment, position, code }: SegmentError,
  sent: SentTransaction | undefined,
): string | null => {
  const named = contexts.find(({ name }) => name === "CLM01")?.value;
  if (named !== undefined && sent?.claims.includes(named)) return named;
  const place = sent?.places[position - 1];
  const isMissing = code === "3" || code === "I6";
  return place !== undefined && (isMissing || place.segment === segment) ? place.claim : null;
};

const faultOf = (error: SegmentError, sent: SentTransaction | undefined): Fault => ({
  claim: claimOf(error, sent),
  segment: error.segment,
  position: error.position,
  loop: error.loop,
  code: error.code,
  elements: error.elements.map(({ element, component, code }) => ({ element, component, code })),
});

const noNotes: AcknowledgmentNotes = { interchange: [], group: [], transaction: [] };

const toEnvelope = (said: InterchangeAcknowledgment, file: SentFile): AcknowledgmentFacts => ({
  kind: "TA1",
  verdict: said.verdict === "partly-accepted" ? "accepted-with-errors" : said.verdict,
  notes: { ...noNotes, interchange: ["", "000"].includes(said.note) ? [] : [said.note] },
  faults: [],
  rejected: said.verdict === "rejected" ? file.transactions.flatMap(({ claims }) => claims) : [],
});

const verdictOf = (
  said: GroupAcknowledgment,
  file: SentFile,
  rejected: readonly string[],
  faults: readonly Fault[],
): Verdict => {
  const all = file.transactions.reduce((sum, { claims }) => sum + claims.length, 0);
  if (rejected.length > 0) return rejected.length === all ? "rejected" : "partly-accepted";
  const verdicts = [said.verdict, ...said.transactions.map(({ verdict }) => verdict)];
  if (verdicts.includes("unknown")) return "unknown";
  // A part of it that stays away without being named is no acceptance of the whole.
  if (said.verdict === "rejected" || said.verdict === "partly-accepted") return "unknown";
  return faults.length > 0 || verdicts.includes("accepted-with-errors")
    ? "accepted-with-errors"
    : "accepted";
};

const kindOf = (kind: string): AcknowledgmentKind => (kind === "997" ? "997" : "999");

const toContent = (said: GroupAcknowledgment, file: SentFile): AcknowledgmentFacts => {
  const sentOf = (control: string): SentTransaction | undefined =>
    file.transactions.find((one) => sameControl(one.control, control));
  const faults = said.transactions.flatMap(({ control, errors }) =>
    errors.map((error) => faultOf(error, sentOf(control))),
  );
  const lost = new Set(
    said.transactions
      .filter(({ verdict }) => verdict === "rejected")
      .map(({ control }) => sentOf(control)),
  );
  const rejected = file.transactions
    .filter((one) => said.verdict === "rejected" || lost.has(one))
    .flatMap(({ claims }) => claims);
  return {
    kind: kindOf(said.kind),
    verdict: verdictOf(said, file, rejected, faults),
    notes: {
      ...noNotes,
      group: [...said.codes],
      transaction: [...new Set(said.transactions.flatMap(({ codes }) => codes))],
    },
    faults,
    rejected,
  };
};

/**
 * What acknowledgments say of a file of ours, or null where they do not speak of it. It is ours by its numbers and by whom they
 * are for: two senders count alike. What speaks of the content stands over what speaks of the envelope, and what was said last
 * over what was said before.
 */
export const acknowledgmentOfFile = (
  { interchanges, groups }: Acknowledgments,
  file: SentFile,
): AcknowledgmentFacts | null => {
  const envelope = interchanges.findLast((said) => speaksOfEnvelope(said, file));
  const content = groups.findLast((said) => speaksOfContent(said, file));
  const ofEnvelope = envelope && toEnvelope(envelope, file);
  if (content === undefined) return ofEnvelope ?? null;
  const answer = toContent(content, file);
  return {
    ...answer,
    notes: { ...answer.notes, interchange: ofEnvelope?.notes.interchange ?? [] },
  };
};
