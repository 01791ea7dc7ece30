import { excusingReasons, type AttendanceMode } from "#domain/scheduling/attendance-event.ts";
import type {
  AttendanceStatus,
  AttendeeKind,
  Segment,
  UncreditedReason,
} from "#domain/scheduling/attendance.ts";
import { epochOf, instantOf } from "#domain/scheduling/epoch.ts";
import {
  eventsThatCount,
  isOpenEnd,
  presenceOf,
  sessionTimesOf,
  type LedgerEvent,
  type Presence,
  type Remark,
  type SessionTimes,
} from "#domain/scheduling/presence.ts";
import { covers, cutAt, edgesOf, type Stretch } from "#domain/scheduling/stretch.ts";

const msPerMinute = 60_000;

/** What the ledger needs of the attendance rule, and the least minutes that the activity itself counts from. */
export interface LedgerRule {
  readonly graceMinutes: number;
  readonly breaksCount: boolean;
  readonly minimumMinutes: number;
  readonly minutesToCount?: number;
}

export interface LedgerAttendee {
  readonly patientId: string;
  readonly kind?: AttendeeKind;
  /** What another session of the same person has credited already: an individual session taken out of the group. */
  readonly elsewhere?: readonly { readonly startsAt: string; readonly endsAt: string }[];
  /** A make-up beyond those that the hour rule counts in its week. */
  readonly isOverLimit?: boolean;
}

export interface LedgerInput {
  readonly session: {
    readonly startsAt: string;
    readonly endsAt: string;
    readonly state?: string;
  };
  readonly attendees: readonly LedgerAttendee[];
  readonly events: readonly LedgerEvent[];
  readonly rule: LedgerRule;
  /** While the session runs: minutes are counted up to this moment. Without it, who came and did not leave stayed to the end. */
  readonly now?: string;
}

export interface LedgerRow {
  readonly patientId: string;
  readonly status: AttendanceStatus;
  readonly mode: AttendanceMode | null;
  readonly firstInAt: string | null;
  readonly lastOutAt: string | null;
  readonly scheduledMinutes: number;
  readonly deliveredMinutes: number;
  readonly creditedMinutes: number;
  readonly isOverLimit: boolean;
  readonly segments: readonly Segment[];
  /** The code somebody gave for an absence, for leaving early or for being taken out. */
  readonly reason: string | null;
  /** Why minutes of presence earned nothing, each once. */
  readonly reasons: readonly UncreditedReason[];
}

export interface Ledger {
  readonly rows: readonly LedgerRow[];
  readonly breaks: readonly { readonly startsAt: string; readonly endsAt: string | null }[];
  readonly remarks: readonly Remark[];
}

interface Part extends Stretch {
  readonly mode: AttendanceMode;
  readonly because: UncreditedReason | null;
}

const lengthOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { from, to }) => sum + (to - from), 0);

/** Whole minutes of a sum: seconds are added up first, and nothing is rounded up. */
const minutesOf = (stretches: readonly Stretch[]): number =>
  Math.floor(lengthOf(stretches) / msPerMinute);

/** Why a moment of presence earns nothing, the strongest reason first; null where it does. */
const reasonAt = (
  moment: number,
  presence: Presence,
  elsewhere: readonly Stretch[],
  breaks: readonly Stretch[],
): UncreditedReason | null => {
  if (covers(elsewhere, moment)) return "elsewhere";
  if (covers(presence.pulledOut, moment)) return "pulled-out";
  if (covers(presence.failures, moment)) return "failure";
  return covers(breaks, moment) ? "break" : null;
};

const partsOf = (
  presence: Presence,
  elsewhere: readonly Stretch[],
  breaks: readonly Stretch[],
): readonly Part[] => {
  const cuts = edgesOf([...elsewhere, ...presence.pulledOut, ...presence.failures, ...breaks]);
  const parts: Part[] = [];
  for (const stay of presence.stays)
    for (const piece of cutAt(stay, cuts)) {
      const because = reasonAt(piece.from, presence, elsewhere, breaks);
      const last = parts.at(-1);
      if (last?.to === piece.from && last.because === because && last.mode === stay.mode)
        parts[parts.length - 1] = { ...last, to: piece.to };
      else parts.push({ ...piece, mode: stay.mode, because });
    }
  return parts;
};

/** Presence that is shorter than the least that counts earns nothing; that somebody was there stays said. */
const afterMinimum = (parts: readonly Part[], rule: LedgerRule): readonly Part[] => {
  const least = Math.max(rule.minimumMinutes, rule.minutesToCount ?? 0) * msPerMinute;
  const credited = parts.filter((part) => part.because === null);
  if (lengthOf(credited) >= least) return parts;
  return parts.map((part) =>
    part.because === null ? { ...part, because: "below-minimum" } : part,
  );
};

/** A make-up beyond the limit of its week earns nothing; what would have earned nothing anyway keeps its own reason. */
const afterLimit = (parts: readonly Part[], attendee: LedgerAttendee): readonly Part[] =>
  attendee.isOverLimit === true
    ? parts.map((part) =>
        part.because === null ? { ...part, because: "make-up-over-limit" } : part,
      )
    : parts;

const isExcusing = (reason: string | null): boolean =>
  excusingReasons.some((one) => one === reason) ||
  reason === "in-hospital" ||
  reason === "on-leave";

const statusOf = (
  presence: Presence,
  times: SessionTimes,
  rule: LedgerRule,
  isCancelled: boolean,
): AttendanceStatus => {
  if (isCancelled) return "cancelled";
  const [first] = presence.stays;
  const last = presence.stays.at(-1);
  if (first === undefined || last === undefined) {
    if (!presence.isAbsent) return presence.cameTooLate ? "absent" : "expected";
    return isExcusing(presence.reason) ? "excused" : "absent";
  }
  const isLate = first.from > times.from + rule.graceMinutes * msPerMinute;
  const isEarly = !isOpenEnd(last, times);
  if ((isLate && isEarly) || presence.wasAway) return "partial";
  if (isLate) return "late";
  return isEarly ? "left-early" : "present";
};

const rowOf = (
  input: LedgerInput,
  attendee: LedgerAttendee,
  times: SessionTimes,
  own: Presence,
) => {
  const { rule, session } = input;
  const elsewhere = (attendee.elsewhere ?? []).map(({ startsAt, endsAt }) => ({
    from: epochOf(startsAt),
    to: epochOf(endsAt),
  }));
  const breaks = rule.breaksCount ? [] : times.breaks;
  const isCancelled = session.state === "cancelled";
  const parts = isCancelled
    ? []
    : afterLimit(afterMinimum(partsOf(own, elsewhere, breaks), rule), attendee);
  const first = own.stays[0];
  const last = own.stays.at(-1);
  const planned = { from: epochOf(session.startsAt), to: epochOf(session.endsAt) };
  return {
    patientId: attendee.patientId,
    status: statusOf(own, times, rule, isCancelled),
    mode: last?.mode ?? null,
    firstInAt: first === undefined ? null : instantOf(first.from),
    lastOutAt: last === undefined ? null : instantOf(last.to),
    scheduledMinutes: minutesOf([planned]),
    deliveredMinutes: minutesOf(parts),
    creditedMinutes: minutesOf(parts.filter((part) => part.because === null)),
    isOverLimit: parts.some((part) => part.because === "make-up-over-limit"),
    segments: parts.map(({ from, to, mode, because }) => ({
      startsAt: instantOf(from),
      endsAt: instantOf(to),
      mode,
      notCreditedBecause: because,
    })),
    reason: own.reason,
    reasons: [...new Set(parts.flatMap(({ because }) => (because === null ? [] : [because])))],
  };
};

/**
 * What the events of a session come to, for everybody in it. Credited is presence within the session, without breaks
 * (unless the rule counts them), without failed connections, without what another session credits, and nothing at all below
 * the minimum, or of a make-up beyond the limit of its week. The order in which events arrive, and how often, makes no difference.
 */
export const ledgerOf = (input: LedgerInput): Ledger => {
  const { counting, byPatient, ofSession } = eventsThatCount(input.events);
  const times = sessionTimesOf(input.session, ofSession, input.now);
  const remarks: Remark[] = [];
  const rows = input.attendees.map((attendee) => {
    const own = presenceOf(byPatient.get(attendee.patientId) ?? [], times);
    remarks.push(...own.remarks);
    return rowOf(input, attendee, times, own);
  });
  const isRunning = (to: number): boolean => to >= times.until && !times.isClosed;
  return {
    rows,
    breaks: counting
      ? times.breaks.map(({ from, to }) => ({
          startsAt: instantOf(from),
          endsAt: isRunning(to) ? null : instantOf(to),
        }))
      : [],
    remarks,
  };
};
