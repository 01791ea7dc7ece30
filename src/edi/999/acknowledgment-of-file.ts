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
  TransactionAcknowledgment,
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
  own: ReadonlySet<string>,
): string | null => {
  const named = contexts.find(({ name }) => name === "CLM01")?.value;
  if (named !== undefined && own.has(named)) return named;
  const place = sent?.places[position - 1];
  const isMissing = code === "3" || code === "I6";
  return place !== undefined && (isMissing || place.segment === segment) ? place.claim : null;
};

const faultOf = (
  error: SegmentError,
  sent: SentTransaction | undefined,
  own: ReadonlySet<string>,
): Fault => ({
  claim: claimOf(error, sent, own),
  segment: error.segment,
  position: error.position,
  loop: error.loop,
  code: error.code,
  elements: error.elements.map(({ element, component, code }) => ({ element, component, code })),
});

/**
 * Whether only a second copy was refused: the receiver has the number already, and with it what was sent first. Our numbers are
 * unique within a file, so that 19 and 23 can mean nothing else. What became of the first, another answer says.
 */
const isCopyRefused = {
  envelope: ({ verdict, note }: InterchangeAcknowledgment): boolean =>
    verdict === "rejected" && note === "025",
  transaction: ({ verdict, codes }: TransactionAcknowledgment): boolean =>
    verdict === "rejected" && codes.includes("23"),
  content: ({ codes, transactions }: GroupAcknowledgment): boolean => {
    const refused = transactions.filter(({ verdict }) => verdict === "rejected");
    return codes.includes("19") || (refused.length > 0 && refused.every(isCopyRefused.transaction));
  },
} as const;

const noNotes: AcknowledgmentNotes = { interchange: [], group: [], transaction: [] };

const envelopeVerdictOf = (said: InterchangeAcknowledgment): Verdict => {
  if (isCopyRefused.envelope(said)) return "unknown";
  return said.verdict === "partly-accepted" ? "accepted-with-errors" : said.verdict;
};

const toEnvelope = (said: InterchangeAcknowledgment, file: SentFile): AcknowledgmentFacts => {
  const verdict = envelopeVerdictOf(said);
  return {
    kind: "TA1",
    said: said.said,
    verdict,
    notes: { ...noNotes, interchange: ["", "000"].includes(said.note) ? [] : [said.note] },
    faults: [],
    rejected: verdict === "rejected" ? file.transactions.flatMap(({ claims }) => claims) : [],
  };
};

const verdictOf = (
  said: GroupAcknowledgment,
  file: SentFile,
  rejected: readonly string[],
  faults: readonly Fault[],
): Verdict => {
  const all = file.transactions.reduce((sum, { claims }) => sum + claims.length, 0);
  if (rejected.length > 0) return rejected.length === all ? "rejected" : "partly-accepted";
  const verdicts = [said.verdict, ...said.transactions.map(({ verdict }) => verdict)];
  // A part of it that stays away without being named is no acceptance of the whole; a copy that was refused is no word on it.
  if (verdicts.some((one) => ["unknown", "rejected", "partly-accepted"].includes(one)))
    return "unknown";
  return faults.length > 0 || verdicts.includes("accepted-with-errors")
    ? "accepted-with-errors"
    : "accepted";
};

const kindOf = (kind: string): AcknowledgmentKind => (kind === "997" ? "997" : "999");

/** Our numbers of the claims that did not pass. */
const rejectedOf = (
  { verdict, codes, transactions }: GroupAcknowledgment,
  file: SentFile,
): readonly string[] => {
  if (codes.includes("19")) return [];
  return file.transactions.flatMap((sent) => {
    const refused = transactions.filter(
      (one) => one.verdict === "rejected" && sameControl(one.control, sent.control),
    );
    const isLost =
      refused.length === 0 ? verdict === "rejected" : !refused.every(isCopyRefused.transaction);
    return isLost ? sent.claims : [];
  });
};

const toContent = (said: GroupAcknowledgment, file: SentFile): AcknowledgmentFacts => {
  const sentOf = (control: string): SentTransaction | undefined =>
    file.transactions.find((one) => sameControl(one.control, control));
  const faults = said.transactions.flatMap(({ control, errors }) => {
    const sent = errors.length > 0 ? sentOf(control) : undefined;
    const own = new Set(sent?.claims);
    return errors.map((error) => faultOf(error, sent, own));
  });
  const rejected = rejectedOf(said, file);
  return {
    kind: kindOf(said.kind),
    said: said.said,
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

/** What says no moment counts as said when it came, after all that does. */
const afterAll = "9999";

/**
 * What was said last, by its own moment and not by its place: several answers may be put together in any order. That a copy was
 * refused only where nothing else was said.
 */
const lastOf = <T extends { readonly said: string | null }>(
  all: readonly T[],
  isOfFile: (one: T) => boolean,
  isCopy: (one: T) => boolean,
): T | undefined => {
  const moment = ({ said }: T): string => said ?? afterAll;
  const ofFile = all
    .filter(isOfFile)
    .toSorted((one, other) =>
      moment(one) < moment(other) ? -1 : moment(one) > moment(other) ? 1 : 0,
    );
  return ofFile.findLast((one) => !isCopy(one)) ?? ofFile.at(-1);
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
  const envelope = lastOf(
    interchanges,
    (said) => speaksOfEnvelope(said, file),
    isCopyRefused.envelope,
  );
  const content = lastOf(groups, (said) => speaksOfContent(said, file), isCopyRefused.content);
  const ofEnvelope = envelope && toEnvelope(envelope, file);
  if (content === undefined) return ofEnvelope ?? null;
  const answer = toContent(content, file);
  return {
    ...answer,
    notes: { ...answer.notes, interchange: ofEnvelope?.notes.interchange ?? [] },
  };
};
