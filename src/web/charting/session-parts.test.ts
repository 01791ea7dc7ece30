import { expect, test } from "vitest";
import type { AttendanceEvent } from "#domain/scheduling/attendance-event.ts";
import { sessionParts } from "#web/charting/session-parts.ts";

const session = { startsAt: "2026-11-20T01:00:00Z", endsAt: "2026-11-20T04:00:00Z" };
const at = (clock: string): string => `2026-11-20T${clock}:00.000Z`;

const event = (kind: AttendanceEvent["kind"], clock: string, id = clock): AttendanceEvent => ({
  id,
  sessionId: "s",
  patientId: null,
  kind,
  mode: null,
  reason: null,
  occurredAt: at(clock),
  receivedAt: at(clock),
  source: "screen",
  correctsId: null,
  actorName: "",
});

const said = (events: readonly AttendanceEvent[], now: string) =>
  sessionParts(session, events, new Date(at(now))).map(
    ({ kind, startsAt, endsAt }) => `${kind} ${startsAt.slice(11, 16)}-${endsAt.slice(11, 16)}`,
  );

const taken = [event("break-start", "02:20"), event("break-end", "02:35")];

test.each([
  ["before it", [], "00:50", ["ahead 01:00-04:00"]],
  ["as it runs", [], "02:00", ["now 01:00-02:00", "ahead 02:00-04:00"]],
  [
    "in a break",
    taken.slice(0, 1),
    "02:30",
    ["past 01:00-02:20", "break 02:20-02:30", "ahead 02:30-04:00"],
  ],
  [
    "after a break",
    taken,
    "03:52",
    ["past 01:00-02:20", "break 02:20-02:35", "now 02:35-03:52", "ahead 03:52-04:00"],
  ],
  ["after it", taken, "05:00", ["past 01:00-02:20", "break 02:20-02:35", "past 02:35-04:00"]],
  [
    "with a break that was taken back",
    [...taken, { ...event("strike", "02:40"), correctsId: "02:20" }],
    "03:00",
    ["now 01:00-03:00", "ahead 03:00-04:00"],
  ],
])("%s", (_, events, now, expected) => {
  expect(said(events, now)).toEqual(expected);
});
