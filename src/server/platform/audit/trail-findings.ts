import type { Temporal } from "temporal-polyfill";
import type { ProblemValues } from "#domain/contract/problem.ts";

export type TrailFindingCode =
  /** The row no longer says what was sealed. */
  | "event-altered"
  /** A sealed row is gone. */
  | "event-deleted"
  /** Rows that are neither sealed nor waiting: they came around the door, or their seal was removed. */
  | "events-outside"
  /** The sealer stands still. */
  | "events-waiting"
  /** A seal's content no longer gives its hash, or its time is not the anchored one. */
  | "seal-altered"
  /** Numbers without a seal. */
  | "seals-missing"
  /** A seal does not follow from the one before it. */
  | "chain-broken"
  /** The seal of an anchored number is another one than was anchored. */
  | "seal-replaced"
  /** Seals were anchored that are gone from the end. */
  | "end-cut"
  /** Fewer seals are anchored than should be by now: the file, or a part of it, was lost. */
  | "anchors-missing"
  /** The newest seals are not anchored. */
  | "anchors-behind"
  /** Lines of the anchor file that cannot be read. */
  | "anchors-unreadable";

export interface TrailFinding {
  readonly code: TrailFindingCode;
  /** Ids, numbers, instants and verbs: what a sentence needs to name the place. */
  readonly values: ProblemValues;
}

const mostKept = 50;
const harmless: ReadonlySet<TrailFindingCode> = new Set(["events-waiting", "anchors-behind"]);

/** Collects findings: keeps the first, counts the rest, and knows whether any of them means tampering. */
export class TrailFindings {
  readonly kept: TrailFinding[] = [];
  count = 0;
  isIntact = true;

  add(code: TrailFindingCode, values: ProblemValues): void {
    this.count++;
    if (!harmless.has(code)) this.isIntact = false;
    if (this.kept.length < mostKept) this.kept.push({ code, values });
  }
}

/** How long an event may wait for its seal, and a seal for its anchor, before that is worth telling. */
const longestWaitSeconds = 120;

/** What began to wait before this moment has waited too long. */
export const waitedTooLongBefore = (now: Temporal.Instant): Temporal.Instant =>
  now.subtract({ seconds: longestWaitSeconds });

export const hasWaitedTooLong = (since: Temporal.Instant, now: Temporal.Instant): boolean =>
  now.since(since).total("seconds") > longestWaitSeconds;
