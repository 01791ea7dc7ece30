import { guardClones } from "#domain/charting/clone-meter.ts";
import {
  guardRow,
  guardShared,
  type RowPresence,
  type UnfinishedPart,
  type UnfinishedShared,
} from "#domain/charting/completeness.ts";
import {
  acknowledgementOf,
  type Acknowledgement,
  type Finding,
} from "#domain/charting/guard-finding.ts";
import type { GuardedText } from "#domain/charting/guarded-text.ts";
import { guardNames } from "#domain/charting/name-guard.ts";
import { guardRisk } from "#domain/charting/risk-guard.ts";
import { wasThere } from "#domain/scheduling/attendance.ts";
import { rosterTerms, type RosterNames } from "#domain/charting/roster-names.ts";

/** A row as the guards see it, in the browser while it is written and on the server when it is signed. */
export interface GuardedRow {
  readonly patientId: string;
  readonly names: RosterNames;
  readonly part: UnfinishedPart;
  readonly attendance: RowPresence;
  readonly earlierSentences: readonly string[];
}

const sharedTextFields = ["topic", "curriculum", "whatWeDid", "howItWent", "nextTime"] as const;
const memberTextFields = ["sentence", "nextStep"] as const;

const textsOf = (shared: UnfinishedShared | null, rows: readonly GuardedRow[]): GuardedText[] => {
  const texts: GuardedText[] = [];
  for (const field of sharedTextFields) {
    const text = shared?.[field];
    if (typeof text === "string") texts.push({ patientId: null, field, text });
  }
  for (const { patientId, part } of rows)
    for (const field of memberTextFields) {
      const text = part[field];
      if (typeof text === "string") texts.push({ patientId, field, text });
    }
  return texts;
};

/** What a finding is about, as it is acknowledged: the very words in their field. */
const wordsOfFinding = (finding: Finding, texts: readonly GuardedText[]): Acknowledgement => {
  const { patientId, field } = finding.where;
  const text = texts.find((one) => one.patientId === patientId && one.field === field)?.text ?? "";
  return acknowledgementOf(finding, text);
};

export interface GuardReport {
  /** Everything found, in the order of the screen. */
  readonly findings: readonly {
    readonly finding: Finding;
    readonly acknowledgement: Acknowledgement;
  }[];
}

/**
 * Everything that stands against signing these rows with this shared part. `roster` is the whole group, also those of whom no
 * note is written: they may not be named either.
 */
export const guardNote = (input: {
  readonly shared: UnfinishedShared | null;
  readonly rows: readonly GuardedRow[];
  readonly roster: readonly { readonly patientId: string; readonly names: RosterNames }[];
  /** Sentences of this session that are signed already: what is signed later is compared with them too. */
  readonly signedSentences?: readonly { readonly patientId: string; readonly sentence: string }[];
}): GuardReport => {
  const { shared, rows, roster, signedSentences = [] } = input;
  const asked = new Set(rows.map(({ patientId }) => patientId));
  const texts = textsOf(shared, rows);
  const written = rows.filter(
    (row) => (row.part.sentence ?? "") !== "" && wasThere(row.attendance.status),
  );
  const findings = [
    ...(shared === null ? [] : guardShared(shared)),
    ...rows.flatMap((row) => guardRow(row.patientId, row.part, row.attendance)),
    ...rows.flatMap((row) => guardRisk(row.patientId, row.part)),
    ...guardNames(texts, rosterTerms(roster)),
    ...guardClones([
      ...written.map(({ patientId, part, earlierSentences }) => ({
        patientId,
        sentence: part.sentence ?? "",
        earlier: earlierSentences,
      })),
      ...signedSentences.map((one) => ({ ...one, earlier: [] })),
    ]).filter(({ where }) => where.patientId !== null && asked.has(where.patientId)),
  ];
  return {
    findings: findings.map((finding) => ({
      finding,
      acknowledgement: wordsOfFinding(finding, texts),
    })),
  };
};

const isSame = (one: Acknowledgement, other: Acknowledgement): boolean =>
  one.code === other.code &&
  one.patientId === other.patientId &&
  one.field === other.field &&
  one.text.toLowerCase() === other.text.toLowerCase();

/** What still holds the signature: every finding of weight `hold`, and every other that the signer has not acknowledged. */
export const standingFindings = (
  report: GuardReport,
  acknowledged: readonly Acknowledgement[],
): Finding[] =>
  report.findings
    .filter(
      ({ finding, acknowledgement }) =>
        finding.weight === "hold" || !acknowledged.some((one) => isSame(one, acknowledgement)),
    )
    .map(({ finding }) => finding);
