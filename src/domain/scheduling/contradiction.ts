import type { AttendanceEvent, EventKind } from "#domain/scheduling/attendance-event.ts";
import { epochOf } from "#domain/scheduling/epoch.ts";

/** What the rule reads of an event: besides what was said, by which device, and what that device had heard by then. */
export type SaidEvent = Pick<
  AttendanceEvent,
  | "id"
  | "patientId"
  | "kind"
  | "mode"
  | "occurredAt"
  | "receivedAt"
  | "correctsId"
  | "actorName"
  | "device"
  | "heardAt"
>;

/**
 * `there-or-absent`: one says that somebody was there, the other that they were not. `came-twice`, `left-twice`: two times
 * for one coming or leaving. `room-or-video`: they came once, and in two ways. `break-began-twice`, `break-ended-twice`:
 * two times for everybody. `after-signing`: said without knowing that the note was signed meanwhile.
 */
export const contradictionKinds = [
  "there-or-absent",
  "came-twice",
  "left-twice",
  "room-or-video",
  "break-began-twice",
  "break-ended-twice",
  "after-signing",
] as const;
export type ContradictionKind = (typeof contradictionKinds)[number];

/** One side of it: the entry to be named, and all that fall with it. */
export interface Side<E extends SaidEvent> {
  readonly event: E;
  readonly entries: readonly E[];
}

export interface Contradiction<E extends SaidEvent> {
  readonly kind: ContradictionKind;
  readonly patientId: string | null;
  /** What the server heard first; after a signature nothing stands against it but the note. */
  readonly first: Side<E>;
  readonly second: Side<E> | null;
}

/** Two people who look at the same clock do not write down the same minute. */
const sameMomentMs = 2 * 60_000;

const isSameHand = (one: SaidEvent, other: SaidEvent): boolean =>
  one.device !== null && one.device !== undefined
    ? one.device === other.device
    : one.actorName === other.actorName && one.receivedAt === other.receivedAt;

/** What a device had heard when it recorded. One that says nothing of it was never without the network. */
const heardBy = (event: SaidEvent): number => epochOf(event.heardAt ?? event.receivedAt);

const knew = (later: SaidEvent, earlier: SaidEvent): boolean =>
  isSameHand(later, earlier) || heardBy(later) >= epochOf(earlier.receivedAt);

/** Neither device had heard of the other's entry: none of them puts the other right. */
const areUnaware = (one: SaidEvent, other: SaidEvent): boolean =>
  !knew(one, other) && !knew(other, one);

const isPresence = (kind: EventKind): boolean =>
  kind === "arrive" ||
  kind === "leave" ||
  kind === "mode" ||
  kind === "failure-start" ||
  kind === "failure-end" ||
  kind === "pulled-out" ||
  kind === "returned";

const isFarApart = (one: SaidEvent, other: SaidEvent): boolean =>
  Math.abs(epochOf(one.occurredAt) - epochOf(other.occurredAt)) > sameMomentMs;

const inOrderOfHearing = (one: SaidEvent, other: SaidEvent): number =>
  epochOf(one.receivedAt) - epochOf(other.receivedAt) || (one.id < other.id ? -1 : 1);

/** The first two of these that were said without knowing of each other and do not go together. */
const firstPair = <E extends SaidEvent>(
  ones: readonly E[],
  others: readonly E[],
  clash: (one: E, other: E) => boolean,
): readonly [E, E] | null => {
  for (const one of ones)
    for (const other of others)
      if (one.id !== other.id && areUnaware(one, other) && clash(one, other)) return [one, other];
  return null;
};

/** True when something of this kind lies between the two: gone and back again, a second break. */
const liesBetween = (
  all: readonly SaidEvent[],
  kinds: readonly EventKind[],
  one: SaidEvent,
  other: SaidEvent,
): boolean => {
  const [from = 0, to = 0] = [one, other]
    .map(({ occurredAt }) => epochOf(occurredAt))
    .toSorted((a, b) => a - b);
  return all.some(({ kind, occurredAt }) => {
    const at = epochOf(occurredAt);
    return kinds.includes(kind) && from < at && at < to;
  });
};

const found = <E extends SaidEvent>(
  kind: ContradictionKind,
  pair: readonly [E, E] | null,
  entriesOf: (event: E) => readonly E[] = (event) => [event],
): Contradiction<E>[] => {
  if (pair === null) return [];
  const [first, second] = pair.toSorted(inOrderOfHearing);
  if (first === undefined || second === undefined) return [];
  return [
    {
      kind,
      patientId: first.patientId,
      first: { event: first, entries: entriesOf(first) },
      second: { event: second, entries: entriesOf(second) },
    },
  ];
};

const twice = <E extends SaidEvent>(
  name: ContradictionKind,
  events: readonly E[],
  kind: EventKind,
  between: readonly EventKind[],
): Contradiction<E>[] => {
  const same = events.filter((event) => event.kind === kind);
  const clash = (one: E, other: E): boolean =>
    isFarApart(one, other) && !liesBetween(events, between, one, other);
  return found(name, firstPair(same, same, clash));
};

const aboutOne = <E extends SaidEvent>(
  events: readonly E[],
  signedAt: string | undefined,
): Contradiction<E>[] => {
  const there = events.filter(({ kind }) => isPresence(kind));
  const absent = events.filter(({ kind }) => kind === "absent");
  const arrivals = events.filter(({ kind }) => kind === "arrive");
  const otherWay = (one: E, other: E): boolean =>
    !isFarApart(one, other) && (one.mode ?? "room") !== (other.mode ?? "room");
  const late = events.find(
    (event) =>
      signedAt !== undefined &&
      epochOf(event.receivedAt) > epochOf(signedAt) &&
      event.heardAt !== null &&
      event.heardAt !== undefined &&
      heardBy(event) < epochOf(signedAt),
  );
  return [
    ...found(
      "there-or-absent",
      firstPair(there, absent, () => true),
      (event) => (event.kind === "absent" ? absent : there),
    ),
    ...twice("came-twice", events, "arrive", ["leave"]),
    ...twice("left-twice", events, "leave", ["arrive", "returned"]),
    ...found("room-or-video", firstPair(arrivals, arrivals, otherWay)),
    ...(late === undefined
      ? []
      : [
          {
            kind: "after-signing" as const,
            patientId: late.patientId,
            first: { event: late, entries: [late] },
            second: null,
          },
        ]),
  ];
};

/**
 * What devices said of one session without having heard of each other and that cannot both be so. The ledger keeps all of it
 * and counts by its own order until a person strikes one side; this only finds what they must look at. Order and number of
 * copies of the events make no difference.
 */
export const contradictionsIn = <E extends SaidEvent>(
  all: readonly E[],
  /** When each person's note was signed, where it is. */
  signedAt: ReadonlyMap<string, string> = new Map(),
): readonly Contradiction<E>[] => {
  const once = [...new Map(all.map((event) => [event.id, event])).values()];
  const gone = new Set(once.map(({ correctsId }) => correctsId));
  const counting = once
    .filter(({ id, kind }) => kind !== "strike" && !gone.has(id))
    .toSorted(inOrderOfHearing);
  const people = [...new Set(counting.flatMap(({ patientId }) => patientId ?? []))].toSorted();
  const ofSession = counting.filter(({ patientId }) => patientId === null);
  return [
    ...twice("break-began-twice", ofSession, "break-start", ["break-end"]),
    ...twice("break-ended-twice", ofSession, "break-end", ["break-start"]),
    ...people.flatMap((id) =>
      aboutOne(
        counting.filter(({ patientId }) => patientId === id),
        signedAt.get(id),
      ),
    ),
  ];
};
