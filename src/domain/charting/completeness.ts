import { cloneLimits } from "#domain/charting/clone-meter.ts";
import type { Finding, FindingCode, Mend } from "#domain/charting/guard-finding.ts";
import type { MemberPart, SharedPart } from "#domain/charting/member-note.ts";
import type { MemberField, SharedField } from "#domain/charting/note-fields.ts";
import { wasThere, type AttendanceStatus } from "#domain/scheduling/attendance.ts";
import { foldedWordsOf } from "#domain/charting/text-words.ts";

/** A row as it may still be: any field can be empty. */
export type UnfinishedPart = { readonly [Field in MemberField]?: MemberPart[Field] | null };
export type UnfinishedShared = { readonly [Field in SharedField]?: SharedPart[Field] | null };

export interface RowPresence {
  readonly status: AttendanceStatus;
  readonly creditedMinutes: number;
  readonly deliveredMinutes: number;
}

const missing: readonly (readonly [MemberField, FindingCode, Mend])[] = [
  ["objectiveId", "objective-missing", "choose-objective"],
  ["participation", "participation-missing", "choose"],
  ["response", "response-missing", "choose"],
  ["progress", "progress-missing", "choose"],
  ["risk", "risk-missing", "choose"],
  ["sentence", "sentence-missing", "write"],
];

const sharedMissing: readonly (readonly [SharedField, FindingCode])[] = [
  ["topic", "topic-missing"],
  ["whatWeDid", "what-we-did-missing"],
  ["howItWent", "how-it-went-missing"],
];

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === "string" && value.trim() === "");

const whole = { start: 0, end: 0 };

const guardPresence = (patientId: string, presence: RowPresence): Finding[] => {
  const at = { patientId, field: "attendance", ...whole } as const;
  if (!wasThere(presence.status))
    return [
      {
        code: "not-there",
        where: at,
        values: { status: presence.status },
        mend: presence.status === "expected" ? "record-attendance" : "leave-out",
        weight: "hold",
      },
    ];
  if (presence.deliveredMinutes > 0) return [];
  return [
    { code: "minutes-missing", where: at, values: {}, mend: "record-attendance", weight: "hold" },
  ];
};

/**
 * What a row still lacks: the thread to the plan, the risk statement, the minutes, a sentence that is theirs. A payer's reader asks
 * for each of them, and nobody else can supply them later.
 */
export const guardRow = (
  patientId: string,
  part: UnfinishedPart,
  presence: RowPresence,
): Finding[] => {
  const found = guardPresence(patientId, presence);
  if (found.some(({ code }) => code === "not-there")) return found;
  for (const [field, code, mend] of missing)
    if (isEmpty(part[field]))
      found.push({ code, where: { patientId, field, ...whole }, values: {}, mend, weight: "hold" });
  const sentence = part.sentence ?? "";
  if (!isEmpty(sentence) && foldedWordsOf(sentence).length < cloneLimits.fewestWords)
    found.push({
      code: "sentence-too-short",
      where: { patientId, field: "sentence", start: 0, end: sentence.length },
      values: { words: cloneLimits.fewestWords },
      mend: "write",
      weight: "warn",
    });
  return found;
};

/** What the shared part still lacks. */
export const guardShared = (shared: UnfinishedShared): Finding[] =>
  sharedMissing.flatMap(([field, code]): Finding[] =>
    isEmpty(shared[field])
      ? [
          {
            code,
            where: { patientId: null, field, ...whole },
            values: {},
            mend: "write",
            weight: "hold",
          },
        ]
      : [],
  );
