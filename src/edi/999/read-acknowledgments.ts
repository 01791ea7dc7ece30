import type { Verdict } from "#domain/billing/claims/acknowledgment.ts";
import type {
  Acknowledgments,
  GroupAcknowledgment,
  InterchangeAcknowledgment,
  SegmentError,
  TransactionAcknowledgment,
} from "#edi/999/acknowledgment.ts";
import {
  readDocument,
  textOf as writtenIn,
  type DocumentSegment,
  type DocumentTransaction,
} from "#edi/x12/document.ts";
import { wallClockOf } from "#edi/x12/date-time.ts";
import type { Group, Interchange } from "#edi/x12/envelope-segments.ts";
import type { ProblemList } from "#edi/x12/problem.ts";

type Draft<T> = {
  -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key];
};

const verdicts: Readonly<Record<string, Verdict>> = {
  A: "accepted",
  E: "accepted-with-errors",
  P: "partly-accepted",
  R: "rejected",
  M: "rejected",
  W: "rejected",
  X: "rejected",
};
const verdictOf = (code: string): Verdict => verdicts[code] ?? "unknown";

const countOf = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0);

const longestText = 80;

/**
 * What stands in an element, fit to be kept: no control bytes, which PostgreSQL takes neither as text nor in JSON, and no more than
 * anything here is long. Cut by characters, as half of one is none.
 */
const textOf = (segment: DocumentSegment, element: number, component = 1): string => {
  const text = writtenIn(segment, element, component);
  return text.length <= longestText && !/\p{Cc}/u.test(text)
    ? text
    : [...text.slice(0, 2 * longestText).replace(/[\p{Cc}\p{Cs}]/gu, "")]
        .slice(0, longestText)
        .join("");
};

/** AK9 and IK5 have room for so many. */
const mostCodes = 5;

/** Codes from an element on, without the empty ones. */
const codesFrom = (segment: DocumentSegment, first: number): string[] =>
  Array.from({ length: mostCodes }, (_, place) => textOf(segment, first + place)).filter(
    (code) => code !== "",
  );

type Envelope = Pick<GroupAcknowledgment, "kind" | "addressedTo" | "said">;

const groupOf = (segment: DocumentSegment, envelope: Envelope): Draft<GroupAcknowledgment> => ({
  kind: envelope.kind,
  addressedTo: [...envelope.addressedTo],
  said: envelope.said,
  functional: textOf(segment, 1),
  control: textOf(segment, 2),
  guide: textOf(segment, 3),
  verdict: "unknown",
  included: 0,
  received: 0,
  accepted: 0,
  codes: [],
  transactions: [],
});

const transactionOf = (segment: DocumentSegment): Draft<TransactionAcknowledgment> => ({
  set: textOf(segment, 1),
  control: textOf(segment, 2),
  guide: textOf(segment, 3),
  verdict: "unknown",
  codes: [],
  errors: [],
});

const errorOf = (segment: DocumentSegment): Draft<SegmentError> => ({
  segment: textOf(segment, 1),
  position: countOf(textOf(segment, 2)),
  loop: textOf(segment, 3),
  code: textOf(segment, 4),
  elements: [],
  contexts: [],
});

const elementErrorOf = (segment: DocumentSegment) => ({
  element: countOf(textOf(segment, 1)),
  component: countOf(textOf(segment, 1, 2)),
  repetition: countOf(textOf(segment, 1, 3)),
  reference: textOf(segment, 2),
  code: textOf(segment, 3),
});

const groupsOf = (
  { segments }: DocumentTransaction,
  envelope: Envelope,
): readonly GroupAcknowledgment[] => {
  const groups: Draft<GroupAcknowledgment>[] = [];
  let transaction: Draft<TransactionAcknowledgment> | undefined;
  let error: Draft<SegmentError> | undefined;
  for (const segment of segments) {
    const group = groups.at(-1);
    switch (segment.id) {
      case "AK1":
        groups.push(groupOf(segment, envelope));
        break;
      case "AK2":
        transaction = transactionOf(segment);
        error = undefined;
        group?.transactions.push(transaction);
        break;
      case "IK3":
      case "AK3":
        error = errorOf(segment);
        transaction?.errors.push(error);
        break;
      case "CTX":
        error?.contexts.push({ name: textOf(segment, 1), value: textOf(segment, 1, 2) });
        break;
      case "IK4":
      case "AK4":
        error?.elements.push(elementErrorOf(segment));
        break;
      case "IK5":
      case "AK5":
        if (transaction === undefined) break;
        transaction.verdict = verdictOf(textOf(segment, 1));
        transaction.codes = codesFrom(segment, 2);
        break;
      case "AK9":
        if (group === undefined) break;
        group.verdict = verdictOf(textOf(segment, 1));
        group.included = countOf(textOf(segment, 2));
        group.received = countOf(textOf(segment, 3));
        group.accepted = countOf(textOf(segment, 4));
        group.codes = codesFrom(segment, 5);
        break;
    }
  }
  return groups;
};

const named = (...names: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(names.flatMap((name) => (name === undefined || name === "" ? [] : [name]))),
];

const saidIn = (envelope: Pick<Interchange | Group, "date" | "time"> | undefined): string | null =>
  envelope === undefined ? null : wallClockOf(envelope.date, envelope.time);

const interchangeOf = (
  segment: DocumentSegment,
  interchange: Interchange | undefined,
): InterchangeAcknowledgment => ({
  control: textOf(segment, 1),
  date: textOf(segment, 2),
  time: textOf(segment, 3),
  verdict: verdictOf(textOf(segment, 4)),
  note: textOf(segment, 5),
  addressedTo: named(interchange?.receiver),
  said: saidIn(interchange),
});

const isAcknowledgment = ({ head }: DocumentTransaction): boolean =>
  ["999", "997"].includes(head.set);

/**
 * What a receiver says of files it got: TA1 of interchanges, 999 (ASC X12N/005010X231A1) and the older 997 of groups
 * and transactions. A verdict that is not given stays `unknown`; it is never taken for acceptance. Never throws.
 */
export const readAcknowledgments = (
  chunks: Iterable<Uint8Array>,
  problems: ProblemList,
): Acknowledgments => {
  const documents = readDocument(chunks, problems);
  return {
    interchanges: documents.flatMap(({ interchange, segments }) =>
      segments
        .filter((segment) => segment.id === "TA1")
        .map((segment) => interchangeOf(segment, interchange)),
    ),
    groups: documents.flatMap(({ interchange, groups }) =>
      groups.flatMap(({ group, transactions }) => {
        const addressedTo = named(interchange?.receiver, group?.receiver);
        const said = saidIn(group) ?? saidIn(interchange);
        return transactions
          .filter(isAcknowledgment)
          .flatMap((one) => groupsOf(one, { kind: one.head.set, addressedTo, said }));
      }),
    ),
  };
};
