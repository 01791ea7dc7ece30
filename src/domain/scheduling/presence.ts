import type {
  AttendanceEvent,
  AttendanceMode,
  EventKind,
} from "#domain/scheduling/attendance-event.ts";
import { epochOf } from "#domain/scheduling/epoch.ts";
import { within, type Stretch } from "#domain/scheduling/stretch.ts";

/** What the ledger reads of an event; who wrote it and when it arrived make no difference to minutes. */
export type LedgerEvent = Pick<
  AttendanceEvent,
  "id" | "patientId" | "kind" | "mode" | "reason" | "occurredAt" | "correctsId"
>;

/** What was kept and changes nothing, so that a person may look. */
export interface Remark {
  readonly eventId: string;
  readonly code: "after-end" | "already-there" | "not-there";
}

interface Counting {
  readonly counting: boolean;
  readonly ofSession: readonly TimedEvent[];
  readonly byPatient: ReadonlyMap<string, readonly TimedEvent[]>;
}

interface TimedEvent {
  readonly id: string;
  readonly kind: EventKind;
  readonly mode: AttendanceMode | null;
  readonly reason: string | null;
  readonly at: number;
}

/** Earlier first; two of the same moment by their ids, which every device and the server compare alike. */
const inOrder = (a: TimedEvent, b: TimedEvent): number => {
  if (a.at !== b.at) return a.at - b.at;
  return a.id < b.id ? -1 : 1;
};

/** Every event once, without those that a later one put right, in the order in which things happened. */
export const eventsThatCount = (events: readonly LedgerEvent[]): Counting => {
  const corrected = new Set(events.map((event) => event.correctsId));
  const once = new Map(events.map((event) => [event.id, event]));
  const ofSession: TimedEvent[] = [];
  const byPatient = new Map<string, TimedEvent[]>();
  for (const event of once.values()) {
    if (event.kind === "strike" || corrected.has(event.id)) continue;
    const { id, kind, mode, reason, patientId } = event;
    const timed = { id, kind, mode, reason, at: epochOf(event.occurredAt) };
    if (patientId === null) ofSession.push(timed);
    else byPatient.set(patientId, [...(byPatient.get(patientId) ?? []), timed]);
  }
  ofSession.sort(inOrder);
  for (const own of byPatient.values()) own.sort(inOrder);
  return { counting: once.size > 0, ofSession, byPatient };
};

/** When the session really ran, within the time it was planned for, and its breaks. */
export interface SessionTimes extends Stretch {
  /** How far minutes are counted: the end, or now while it runs. */
  readonly until: number;
  /** True when it is over: nothing that is open stays open. */
  readonly isClosed: boolean;
  readonly breaks: readonly Stretch[];
}

const openAndShut = (
  events: readonly TimedEvent[],
  opens: EventKind,
  shuts: EventKind,
  until: number,
): Stretch[] => {
  const stretches: Stretch[] = [];
  let since: number | null = null;
  for (const { kind, at } of events) {
    if (kind === opens) since ??= at;
    if (kind === shuts && since !== null) {
      if (since < at) stretches.push({ from: since, to: at });
      since = null;
    }
  }
  if (since !== null && since < until) stretches.push({ from: since, to: until });
  return stretches;
};

/**
 * A session that was begun late or ended early ran only in between; what lies outside of the planned time is nobody's. One
 * that was begun again after its end did not end.
 */
export const sessionTimesOf = (
  session: { readonly startsAt: string; readonly endsAt: string },
  events: readonly TimedEvent[],
  now: string | undefined,
): SessionTimes => {
  const planned = { from: epochOf(session.startsAt), to: epochOf(session.endsAt) };
  const begun = events.find((event) => event.kind === "start");
  const last = events.findLast((event) => event.kind === "start" || event.kind === "end");
  const ended = last?.kind === "end" ? last.at : planned.to;
  const from = Math.min(Math.max(planned.from, begun?.at ?? planned.from), planned.to);
  const to = Math.max(from, Math.min(planned.to, ended));
  const moment = now === undefined ? to : epochOf(now);
  const until = Math.min(to, moment);
  const run = { from, to: Math.max(from, until) };
  const breaks = openAndShut(events, "break-start", "break-end", until).flatMap(
    (one) => within(one, run) ?? [],
  );
  return { from, to, until, isClosed: moment >= to, breaks };
};

interface Stay extends Stretch {
  readonly mode: AttendanceMode;
}

/** Where somebody was: stays within the session, each in one mode, and what interrupted them. */
export interface Presence {
  readonly stays: readonly Stay[];
  readonly pulledOut: readonly Stretch[];
  readonly failures: readonly Stretch[];
  readonly isAbsent: boolean;
  readonly cameTooLate: boolean;
  /** Gone and back again. */
  readonly wasAway: boolean;
  readonly reason: string | null;
  readonly remarks: readonly Remark[];
}

/** True for a stay that nobody ended before the session did. */
export const isOpenEnd = (stay: Stretch, times: SessionTimes): boolean => stay.to >= times.until;

class Door {
  readonly stays: Stay[] = [];
  readonly remarks: Remark[] = [];
  reason: string | null = null;
  isAbsent = false;
  mode: AttendanceMode = "room";
  since: number | null = null;

  close(at: number): void {
    if (this.since !== null && this.since < at)
      this.stays.push({ from: this.since, to: at, mode: this.mode });
    this.since = null;
  }

  /** What was said of the whole session: earlier comings and goings were a mistake. */
  reset(isAbsent: boolean, reason: string | null): void {
    this.stays.length = 0;
    this.since = null;
    this.isAbsent = isAbsent;
    this.reason = reason;
  }

  arrive(event: TimedEvent): void {
    if (this.since !== null) {
      this.remarks.push({ eventId: event.id, code: "already-there" });
      this.changeMode(event);
      return;
    }
    this.isAbsent = false;
    this.mode = event.mode ?? "room";
    this.since = event.at;
    this.reason = event.reason ?? this.reason;
  }

  leave(event: TimedEvent): void {
    if (this.since === null) this.remarks.push({ eventId: event.id, code: "not-there" });
    this.close(event.at);
    this.reason = event.reason ?? this.reason;
  }

  changeMode(event: TimedEvent): void {
    if (this.since === null || event.mode === null || event.mode === this.mode) return;
    const { at } = event;
    this.close(at);
    this.since = at;
    this.mode = event.mode;
  }
}

const step = (door: Door, event: TimedEvent): void => {
  switch (event.kind) {
    case "arrive":
      return door.arrive(event);
    case "leave":
      return door.leave(event);
    case "mode":
      return door.changeMode(event);
    case "absent":
      return door.reset(true, event.reason);
    case "expected":
      return door.reset(false, null);
    default:
      return;
  }
};

const hasGap = (stays: readonly Stretch[]): boolean =>
  stays.some(({ from }, place) => place > 0 && (stays[place - 1]?.to ?? from) < from);

/** Reads the events of one person in their order; what lies outside of the session's times falls away. */
export const presenceOf = (events: readonly TimedEvent[], times: SessionTimes): Presence => {
  const door = new Door();
  for (const event of events) {
    if (event.kind === "arrive" && event.at >= times.to)
      door.remarks.push({ eventId: event.id, code: "after-end" });
    step(door, event);
  }
  door.close(Math.max(times.until, door.since ?? 0));
  const run = { from: times.from, to: times.until };
  const stays = door.stays.flatMap((stay) => {
    const inside = within(stay, run);
    return inside === null ? [] : [{ ...inside, mode: stay.mode }];
  });
  return {
    stays,
    pulledOut: openAndShut(events, "pulled-out", "returned", times.until),
    failures: openAndShut(events, "failure-start", "failure-end", times.until),
    isAbsent: door.isAbsent,
    cameTooLate: stays.length === 0 && door.remarks.some((one) => one.code === "after-end"),
    wasAway: hasGap(stays),
    reason: door.reason,
    remarks: door.remarks,
  };
};
