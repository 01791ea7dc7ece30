import { notFound } from "#domain/contract/problem.ts";
import type { Ledger, LedgerRow } from "#domain/scheduling/ledger.ts";
import type { SessionState } from "#domain/scheduling/session.ts";
import { announce } from "#server/platform/live/announce.ts";
import type { Work } from "#server/platform/work.ts";
import * as queries from "#server/scheduling/attendance.queries.ts";
import {
  ledgerFrom,
  parseLedger,
  type AttendanceRead,
  type LedgerRead,
} from "#server/scheduling/ledger-read.ts";

export const readLedger = async (work: Work, sessionId: string): Promise<LedgerRead> => {
  const answer = await queries.readLedger(work, sessionId);
  if (answer === undefined) throw notFound();
  return parseLedger(answer);
};

const stateOf = ({ session, events }: LedgerRead, rows: readonly LedgerRow[]): SessionState => {
  if (session.state === "cancelled") return "cancelled";
  const corrected = new Set(events.map((event) => event.correctsId));
  const last = events.findLast(
    (event) => (event.kind === "start" || event.kind === "end") && !corrected.has(event.id),
  );
  if (last !== undefined) return last.kind === "end" ? "ended" : "open";
  return rows.some((row) => row.firstInAt !== null) ? "open" : "scheduled";
};

const becomes = (before: AttendanceRead, row: LedgerRow): AttendanceRead => {
  const { segments: _, reasons: __, ...facts } = row;
  const isSame =
    before.status === row.status &&
    before.reason === row.reason &&
    before.mode === row.mode &&
    before.firstInAt === row.firstInAt &&
    before.lastOutAt === row.lastOutAt &&
    before.deliveredMinutes === row.deliveredMinutes &&
    before.creditedMinutes === row.creditedMinutes &&
    before.isOverLimit === row.isOverLimit;
  return { ...before, ...facts, version: isSame ? before.version : before.version + 1 };
};

/** The patients this transaction holds; what of others is read may be older than what somebody else is writing. */
type Held = ReadonlySet<string> | "everybody";

interface Projected {
  readonly read: LedgerRead;
  readonly ledger: Ledger;
  readonly attendances: AttendanceRead[];
}

/** Makes the attendance of those who are held in one session anew from its events. */
const projectOne = async (work: Work, sessionId: string, held: Held): Promise<Projected> => {
  const read = await readLedger(work, sessionId);
  const ledger = ledgerFrom(read);
  const rowOf = new Map(ledger.rows.map((row) => [row.patientId, row]));
  const projected: queries.ProjectedRow[] = [];
  const attendances = read.attendances.map((before) => {
    const row = rowOf.get(before.patientId);
    if (row === undefined || (held !== "everybody" && !held.has(before.patientId))) return before;
    const segments = row.segments.map((segment) => ({ ...segment, id: work.newId() }));
    projected.push({ ...row, id: before.id, segments });
    return becomes(before, row);
  });
  const outcome = { state: stateOf(read, ledger.rows), ruleId: read.rule.id };
  await queries.writeLedger(work, sessionId, outcome, projected);
  announce(work, "session", sessionId);
  return { read, ledger, attendances };
};

/**
 * Makes the attendance of those who are held anew, and theirs in the sessions whose minutes come after this one's: where they
 * overlap, and where both are make-ups of one week. Each of these once, after all that come before it: each make-up leads
 * to all those of the days after it, and these again.
 */
export const project = async (work: Work, sessionId: string, held: Held): Promise<Projected> => {
  const first = await projectOne(work, sessionId, held);
  const mine =
    held === "everybody" ? new Set(first.attendances.map(({ patientId }) => patientId)) : held;
  const waiting = new Map<string, string>();
  const wait = ({ below }: LedgerRead): void => {
    for (const { sessionId: other, patientId, place } of below)
      if (mine.has(patientId)) waiting.set(place, other);
  };
  wait(first.read);
  while (waiting.size > 0) {
    const [place = ""] = [...waiting.keys()].toSorted();
    const next = waiting.get(place) ?? "";
    waiting.delete(place);
    wait((await projectOne(work, next, mine)).read);
  }
  return first;
};
