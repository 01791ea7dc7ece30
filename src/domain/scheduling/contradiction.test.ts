import fc from "fast-check";
import { expect, test } from "vitest";
import { contradictionsIn, type SaidEvent } from "#domain/scheduling/contradiction.ts";

const start = Date.parse("2026-11-19T18:00:00Z");
/** So many minutes after the session began. */
const at = (minutes: number): string => new Date(start + minutes * 60_000).toISOString();

const juniper = "juniper";
let made = 0;
const entry = (
  kind: SaidEvent["kind"],
  occurred: number,
  said: Partial<SaidEvent> & { readonly received?: number; readonly heard?: number } = {},
): SaidEvent => {
  const { received = occurred, heard, ...rest } = said;
  return {
    id: `event ${String(++made).padStart(4, "0")}`,
    patientId: juniper,
    kind,
    mode: null,
    occurredAt: at(occurred),
    receivedAt: at(received),
    correctsId: null,
    actorName: "Ray",
    device: "Desk",
    heardAt: heard === undefined ? null : at(heard),
    ...rest,
  };
};
/** As the tablet says it that lost its network in the third minute and is heard in the fortieth. */
const cutOff = (kind: SaidEvent["kind"], occurred: number, more: Partial<SaidEvent> = {}) =>
  entry(kind, occurred, {
    received: 40,
    heard: 3,
    device: "Tablet",
    actorName: "Denise",
    ...more,
  });

const kindsOf = (events: readonly SaidEvent[]) => contradictionsIn(events).map(({ kind }) => kind);

test.each([
  [
    "there by one and absent by the other",
    [entry("arrive", 5), cutOff("absent", 10)],
    ["there-or-absent"],
  ],
  ["left, and absent by the other", [entry("absent", 5), cutOff("leave", 30)], ["there-or-absent"]],
  [
    "left at two times",
    [entry("arrive", 1), entry("leave", 20), cutOff("leave", 30)],
    ["left-twice"],
  ],
  ["came at two times", [entry("arrive", 4), cutOff("arrive", 14)], ["came-twice"]],
  [
    "in the room by one and on video by the other",
    [entry("arrive", 5, { mode: "room" }), cutOff("arrive", 6, { mode: "video" })],
    ["room-or-video"],
  ],
  [
    "a break that began at two times",
    [entry("break-start", 10, { patientId: null }), cutOff("break-start", 16, { patientId: null })],
    ["break-began-twice"],
  ],
  ["the same coming, a minute apart", [entry("arrive", 5), cutOff("arrive", 6)], []],
  ["gone and back again", [entry("arrive", 4), entry("leave", 10), cutOff("arrive", 14)], []],
  [
    "left, back, and left again",
    [entry("leave", 10), entry("arrive", 14), cutOff("leave", 30)],
    [],
  ],
  ["said knowing of the other", [entry("arrive", 2), cutOff("absent", 10)], []],
  ["said on one device", [entry("arrive", 5, { heard: 0 }), entry("absent", 10, { heard: 0 })], []],
  [
    "said of different people",
    [entry("arrive", 5), cutOff("absent", 10, { patientId: "marcus" })],
    [],
  ],
] as const)("%s", (_, events, kinds) => {
  expect(kindsOf(events)).toEqual(kinds);
});

test("both sides are named with all that falls with them, what was heard first before the other", () => {
  const came = cutOff("arrive", 5);
  const left = cutOff("leave", 30);
  const absent = entry("absent", 10);
  const [found] = contradictionsIn([left, came, absent]);
  expect(found).toMatchObject({
    kind: "there-or-absent",
    patientId: juniper,
    first: { event: absent, entries: [absent] },
  });
  expect(found?.second?.entries).toEqual(expect.arrayContaining([came, left]));
});

test("striking one side settles it", () => {
  const absent = cutOff("absent", 10);
  const strike = entry("strike", 45, { correctsId: absent.id });
  expect(kindsOf([entry("arrive", 5), absent, strike])).toEqual([]);
});

test("what is heard after the signature, from a device that did not know of it, is looked at", () => {
  const left = cutOff("leave", 30);
  const signed = new Map([[juniper, at(35)]]);
  expect(contradictionsIn([entry("arrive", 1), left], signed)).toMatchObject([
    { kind: "after-signing", first: { event: left }, second: null },
  ]);
  expect(contradictionsIn([entry("arrive", 1), left], new Map([[juniper, at(41)]]))).toEqual([]);
});

const anyEvent = fc.record({
  kind: fc.constantFrom("arrive", "leave", "absent", "break-start", "mode", "strike"),
  occurred: fc.nat(180),
  delay: fc.nat(60),
  heard: fc.option(fc.nat(180)),
  device: fc.constantFrom("Desk", "Tablet"),
  person: fc.constantFrom("juniper", "marcus"),
});

test("order and copies make no difference, and striking every second side ends it", () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 24 }), fc.nat(), (drawn, turn) => {
      const events = drawn.map(({ kind, occurred, delay, heard, device, person }) =>
        entry(kind as SaidEvent["kind"], occurred, {
          device,
          patientId: kind === "break-start" ? null : person,
          received: occurred + delay,
          ...(heard !== null && { heard: Math.min(heard, occurred) }),
        }),
      );
      const shuffled = [
        ...events.slice(turn % 7),
        ...events.slice(0, turn % 7),
        ...events.slice(-3),
      ];
      const found = contradictionsIn(events);
      expect(contradictionsIn(shuffled)).toEqual(found);
      for (const { first, second } of found) {
        const knows = (a: SaidEvent, b: SaidEvent) =>
          a.device === b.device ||
          Date.parse(a.heardAt ?? a.receivedAt) >= Date.parse(b.receivedAt);
        if (second === null) continue;
        expect(knows(first.event, second.event)).toBe(false);
        expect(knows(second.event, first.event)).toBe(false);
      }
      let all = [...events];
      for (let round = 0; round <= events.length; round += 1) {
        const [one] = contradictionsIn(all);
        if (!one?.second) break;
        all = [
          ...all,
          ...one.second.entries.map(({ id }) => entry("strike", 200, { correctsId: id })),
        ];
      }
      expect(contradictionsIn(all)).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});
