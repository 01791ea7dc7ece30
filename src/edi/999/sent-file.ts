import { readDocument, textOf, type DocumentSegment } from "#edi/x12/document.ts";
import { problemList } from "#edi/x12/problem.ts";

/** A segment of a transaction, and the claim it belongs to; null where it belongs to no single one. */
interface Place {
  readonly segment: string;
  readonly claim: string | null;
}

export interface SentTransaction {
  /** ST02. */
  readonly control: string;
  /** Our numbers of its claims (CLM01), in their order. */
  readonly claims: readonly string[];
  /** Its segments from ST on, as receivers count them. */
  readonly places: readonly Place[];
}

/** A file of claims as it went out, by what its receiver names in an answer. */
export interface SentFile {
  readonly interchangeControl: string;
  /** ISA09 and ISA10. */
  readonly date: string;
  readonly time: string;
  /** ISA06 and GS02, in capitals. */
  readonly senders: readonly string[];
  readonly groupControl: string;
  readonly guide: string;
  readonly transactions: readonly SentTransaction[];
}

/** HL03: the biller. What stands there belongs to every claim, and so to no single one. */
const isBiller = (segment: DocumentSegment): boolean =>
  segment.id === "HL" && textOf(segment, 3) === "20";

interface Level {
  readonly places: { segment: string; claim: string | null }[];
  claims: number;
}

/** What stands between a person's level and their claim belongs to the claim; of several claims of one level it is of none. */
const placesOf = (segments: readonly DocumentSegment[]): readonly Place[] => {
  const places: { segment: string; claim: string | null }[] = [{ segment: "ST", claim: null }];
  let claim: string | null = null;
  let level: Level | null = null;
  for (const segment of segments) {
    if (segment.id === "HL") {
      claim = null;
      // A patient's level below their subscriber's, with no claim between them, goes on with it.
      if (isBiller(segment)) level = null;
      else if (level === null || level.claims > 0) level = { places: [], claims: 0 };
    }
    if (segment.id === "CLM") {
      claim = textOf(segment, 1);
      if (level !== null) {
        level.claims += 1;
        for (const place of level.places) place.claim = level.claims === 1 ? claim : null;
      }
    }
    const place = { segment: segment.id, claim };
    if (claim === null) level?.places.push(place);
    places.push(place);
  }
  return places;
};

/** Reads a file that we wrote. Null where it is none. */
export const sentFileOf = (content: Uint8Array): SentFile | null => {
  const [document] = readDocument([content], problemList());
  const [group] = document?.groups ?? [];
  if (document?.interchange === undefined || group?.group === undefined) return null;
  const { control, date, time, sender } = document.interchange;
  return {
    interchangeControl: control,
    date,
    time,
    senders: [sender, group.group.sender].map((name) => name.toUpperCase()),
    groupControl: group.group.control,
    guide: group.group.guide,
    transactions: group.transactions.map(({ head, segments }) => ({
      control: head.control,
      claims: segments.filter(({ id }) => id === "CLM").map((segment) => textOf(segment, 1)),
      places: placesOf(segments),
    })),
  };
};
