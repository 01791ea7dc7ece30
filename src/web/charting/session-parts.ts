import type { AttendanceEvent } from "#domain/scheduling/attendance-event.ts";

export interface SessionPart {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly kind: "past" | "now" | "ahead" | "break";
}

interface Times {
  readonly startsAt: string;
  readonly endsAt: string;
}

const inOrder = (one: AttendanceEvent, other: AttendanceEvent): number =>
  one.occurredAt.localeCompare(other.occurredAt);

/** The breaks within the planned time; one that runs lasts until now. */
const breaksOf = (session: Times, events: readonly AttendanceEvent[], until: string): Times[] => {
  const struck = new Set(events.map(({ correctsId }) => correctsId));
  const breaks: Times[] = [];
  let since: string | null = null;
  const close = (at: string): void => {
    if (since === null) return;
    const startsAt = since < session.startsAt ? session.startsAt : since;
    const endsAt = at > until ? until : at;
    if (startsAt < endsAt) breaks.push({ startsAt, endsAt });
    since = null;
  };
  for (const { id, kind, occurredAt } of events.toSorted(inOrder)) {
    if (struck.has(id)) continue;
    if (kind === "break-start") since ??= occurredAt;
    if (kind === "break-end") close(occurredAt);
  }
  close(until);
  return breaks;
};

/** A session's time from its beginning to its end, cut at its breaks and at now. */
export const sessionParts = (
  session: Times,
  events: readonly AttendanceEvent[],
  now: Date,
): readonly SessionPart[] => {
  const moment = now.toISOString();
  const startsAt = new Date(session.startsAt).toISOString();
  const endsAt = new Date(session.endsAt).toISOString();
  const until = moment < startsAt ? startsAt : moment > endsAt ? endsAt : moment;
  const breaks = breaksOf({ startsAt, endsAt }, events, until);
  const parts: SessionPart[] = [];
  let at = startsAt;
  for (const one of breaks) {
    if (at < one.startsAt) parts.push({ startsAt: at, endsAt: one.startsAt, kind: "past" });
    parts.push({ ...one, kind: "break" });
    at = one.endsAt;
  }
  if (at < until)
    parts.push({ startsAt: at, endsAt: until, kind: until < endsAt ? "now" : "past" });
  if (until < endsAt) parts.push({ startsAt: until, endsAt, kind: "ahead" });
  return parts;
};
