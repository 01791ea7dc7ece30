import { Temporal } from "temporal-polyfill";
import type { AttendanceReason, EventKind } from "#domain/scheduling/attendance-event.ts";
import type { Chance, Weighed } from "#demo/life/chance.ts";
import type { LifeStay } from "#demo/life/life-plan.ts";

/** One line of the ledger before it has an id. */
export interface LifeEvent {
  readonly kind: EventKind;
  readonly mode?: "room" | "video";
  readonly reason?: AttendanceReason;
  readonly occurredAt: string;
}

/** When and how long a session is; the rest of it does not matter to who comes. */
interface LifeOccasion {
  readonly serviceDate: string;
  readonly startsAt: string;
  readonly minutes: number;
  readonly hasVideo: boolean;
}

const reasons: Weighed<AttendanceReason> = [
  ["medical", 24],
  ["work", 18],
  ["no-call", 22],
  ["called", 12],
  ["childcare", 10],
  ["transport", 9],
  ["court", 3],
  ["weather", 2],
];

const weeksToEnd = ({ endsOn }: LifeStay, day: string): number =>
  endsOn === null ? 99 : Temporal.PlainDate.from(day).until(endsOn).total("days") / 7;

/** Who breaks off is seen less in the last two weeks; the first and the last day nobody misses. */
const comes = (chance: Chance, stay: LifeStay, day: string): boolean => {
  if (day === stay.admittedOn || day === stay.endsOn) return true;
  const isFading = stay.isEarly && weeksToEnd(stay, day) < 2;
  const share = stay.person.reliability - (isFading ? 0.28 : 0);
  return chance.happens(share, "comes", stay.person.number, day);
};

type At = (minutes: number) => string;

const byVideo = (
  chance: Chance,
  at: At,
  minutes: number,
  of: readonly (string | number)[],
): LifeEvent[] => {
  const arrival: LifeEvent = {
    kind: "arrive",
    mode: "video",
    occurredAt: at(chance.whole(-4, 2, "link", ...of)),
  };
  if (!chance.happens(0.25, "connection", ...of)) return [arrival];
  const fails = chance.whole(20, minutes - 40, "fails", ...of);
  const lasts = chance.whole(3, 14, "lasts", ...of);
  return [
    arrival,
    { kind: "failure-start", reason: "connection", occurredAt: at(fails) },
    { kind: "failure-end", occurredAt: at(fails + lasts) },
  ];
};

/** What one session of one person comes to: mostly there, sometimes late, away, on video or gone early. */
export const eventsOf = (
  chance: Chance,
  stay: LifeStay,
  occasion: LifeOccasion,
): readonly LifeEvent[] => {
  const { serviceDate, startsAt, minutes, hasVideo } = occasion;
  const start = Temporal.Instant.from(startsAt);
  const at: At = (after) => start.add({ minutes: after }).toString();
  const of = [stay.person.number, startsAt];
  if (!comes(chance, stay, serviceDate)) {
    const reason = chance.weighed(reasons, "reason", ...of);
    return [{ kind: "absent", reason, occurredAt: at(reason === "no-call" ? 30 : -20) }];
  }
  if (hasVideo && chance.happens(0.08, "video", ...of)) return byVideo(chance, at, minutes, of);
  const isLate = chance.happens(0.09, "late", ...of);
  const arrival = isLate
    ? chance.whole(11, 38, "how late", ...of)
    : chance.whole(-12, 4, "door", ...of);
  const arrives: LifeEvent = { kind: "arrive", occurredAt: at(arrival) };
  if (!chance.happens(0.05, "leaves", ...of)) return [arrives];
  const reason = chance.pick(["work", "childcare", "transport", "medical"] as const, "why", ...of);
  const leaves = at(minutes - chance.whole(20, 70, "when", ...of));
  return [arrives, { kind: "leave", reason, occurredAt: leaves }];
};

/** A break each hour of a long session. */
export const breaksOf = ({ startsAt, minutes }: LifeOccasion): readonly LifeEvent[] => {
  const start = Temporal.Instant.from(startsAt);
  const at: At = (after) => start.add({ minutes: after }).toString();
  const begins = minutes >= 180 ? [55, 115] : minutes >= 120 ? [70] : [];
  return begins.flatMap((from): LifeEvent[] => [
    { kind: "break-start", occurredAt: at(from) },
    { kind: "break-end", occurredAt: at(from + 10) },
  ]);
};
