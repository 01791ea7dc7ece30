import { Temporal } from "temporal-polyfill";
import type { AttendanceReason, EventKind } from "#domain/scheduling/attendance-event.ts";
import type { Session } from "#domain/scheduling/session.ts";
import type { PersonInCare } from "#demo/people-in-care.ts";

interface DemoEvent {
  readonly id: string;
  readonly patientId: string | null;
  readonly kind: EventKind;
  readonly mode?: "room" | "video";
  readonly reason?: AttendanceReason;
  readonly occurredAt: string;
}

/** How many different evenings a person has; a prime, so that people and evenings do not march in step. */
const variety = 13;

const excuses: readonly AttendanceReason[] = ["medical", "work", "childcare", "transport"];

/** What one evening of one person came to: mostly there, sometimes late, away, on video or gone early. */
const ofPerson = (
  at: (minutes: number) => string,
  { minutes, hasVideo }: { minutes: number; hasVideo: boolean },
  person: number,
  evening: number,
): readonly Omit<DemoEvent, "id" | "patientId">[] => {
  const chance = (person * 5 + evening * 7) % variety;
  const early = -((person * 3 + evening) % 9);
  switch (chance) {
    case 0:
      return [{ kind: "arrive", occurredAt: at(14 + (person % 7)) }];
    case 1:
      return person % 4 === 0
        ? [{ kind: "absent", reason: "no-call", occurredAt: at(25) }]
        : [{ kind: "arrive", occurredAt: at(early) }];
    case 2:
      return [{ kind: "absent", reason: excuses[person % 4] ?? "medical", occurredAt: at(5) }];
    case 3:
      return [
        { kind: "arrive", occurredAt: at(early) },
        { kind: "leave", reason: "work", occurredAt: at(minutes - 35) },
      ];
    case 4:
      return hasVideo
        ? [
            { kind: "arrive", mode: "video", occurredAt: at(0) },
            { kind: "failure-start", occurredAt: at(62) },
            { kind: "failure-end", occurredAt: at(69) },
          ]
        : [{ kind: "arrive", occurredAt: at(early) }];
    default:
      return [{ kind: "arrive", occurredAt: at(early) }];
  }
};

/** The ledger of a session that is over: two breaks of ten minutes in a long one, and everybody's evening. */
export const eveningEvents = (
  session: Session,
  people: readonly PersonInCare[],
  evening: number,
  newId: () => string,
): readonly DemoEvent[] => {
  const start = Temporal.Instant.from(session.startsAt);
  const at = (minutes: number): string => start.add({ minutes }).toString();
  const minutes = start.until(session.endsAt).total("minutes");
  const breaks =
    minutes < 120
      ? []
      : [50, 110].flatMap((from) => [
          { id: newId(), patientId: null, kind: "break-start" as const, occurredAt: at(from) },
          { id: newId(), patientId: null, kind: "break-end" as const, occurredAt: at(from + 10) },
        ]);
  const comings = people.flatMap(({ patientId }, person) =>
    ofPerson(at, { minutes, hasVideo: session.hasVideo }, person, evening).map((event) => ({
      ...event,
      id: newId(),
      patientId,
    })),
  );
  return [...breaks, ...comings];
};
