import fc from "fast-check";
import { expect, test } from "vitest";
import { Problem } from "#domain/contract/problem.ts";
import { openLane, type Lane } from "#web/charting/room-outbox.ts";

interface Sent {
  readonly items: readonly string[];
  readonly key: string;
}

/** A server that remembers keys as ours does, and a network that loses requests and answers as it is told. */
type Fate = "fine" | "lost" | "answer-lost" | "refused" | "signed-out" | "b-refused";

const openRoom = (fates: readonly Fate[]) => {
  const taken: string[] = [];
  const keys = new Set<string>();
  const tries: Sent[] = [];
  const timers: (() => void)[] = [];
  let made = 0;
  const lane: Lane<string> = openLane({
    most: 3,
    gatherMilliseconds: 5,
    newKey: () => `key ${++made}`,
    now: () => new Date(0),
    later: (run) => timers.push(run),
    onChange: () => undefined,
    blames: ({ values }, items) => items.filter((item) => item === values["eventId"]),
    send: (items, key) => {
      const fate = fates[tries.length] ?? "fine";
      tries.push({ items, key });
      if (fate === "lost") return Promise.reject(new Problem("offline", 0));
      if (fate === "signed-out") return Promise.reject(new Problem("signed-out", 401));
      if (fate === "b-refused")
        return Promise.reject(new Problem("not-on-roster", 409, { values: { eventId: "b" } }));
      if (fate === "refused") return Promise.reject(new Problem("session-cancelled", 409));
      if (!keys.has(key)) taken.push(...items);
      keys.add(key);
      return fate === "answer-lost" ? Promise.reject(new Problem("offline", 0)) : Promise.resolve();
    },
  });
  const runTimers = async (): Promise<void> => {
    for (let turn = 0; turn < 200; turn += 1) {
      timers.shift()?.();
      await Promise.resolve();
      await Promise.resolve();
      await Promise.resolve();
    }
  };
  return { lane, taken, tries, runTimers };
};

const networks = fc.array(fc.constantFrom("fine", "lost", "answer-lost"), { maxLength: 20 });

test("whatever the network loses, everything arrives once and in its order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 20 }), networks, async (count, fates) => {
      const room = openRoom(fates);
      const items = Array.from({ length: count }, (_, at) => String(at));
      for (const item of items) room.lane.put(item);
      await room.runTimers();
      expect(room.taken).toEqual(items);
      expect(room.lane.waiting()).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test("a parcel whose answer got lost goes again as it was, under its key", async () => {
  const room = openRoom(["answer-lost"]);
  room.lane.put("a");
  await room.runTimers();
  expect(room.tries).toEqual([
    { items: ["a"], key: "key 1" },
    { items: ["a"], key: "key 1" },
  ]);
});

test("what is refused is kept and said, and what follows still leaves", async () => {
  const room = openRoom(["refused"]);
  for (const item of ["a", "b", "c", "d"]) room.lane.put(item);
  await room.runTimers();
  expect(room.taken).toEqual(["d"]);
  expect(room.lane.refused().map(({ items, problem }) => [items, problem.code])).toEqual([
    [["a", "b", "c"], "session-cancelled"],
  ]);
  room.lane.letGo();
  expect(room.lane.refused()).toEqual([]);
});

test("only what the refusal is about stays behind; the others arrive without it, in order", async () => {
  const room = openRoom(["b-refused"]);
  for (const item of ["a", "b", "c", "d"]) room.lane.put(item);
  await room.runTimers();
  expect(room.taken).toEqual(["a", "c", "d"]);
  const [refused] = room.lane.refused();
  expect(refused?.items).toEqual(["b"]);
  if (refused) room.lane.sendAgain(refused);
  await room.runTimers();
  expect(room.taken).toEqual(["a", "c", "d", "b"]);
  expect(room.lane.refused()).toEqual([]);
});

test("an ended session refuses nothing: it goes again when somebody has signed in", async () => {
  const room = openRoom(["signed-out"]);
  room.lane.put("a");
  await room.runTimers();
  expect(room.tries).toHaveLength(2);
  expect(room.taken).toEqual(["a"]);
  expect(room.lane.refused()).toEqual([]);
});

test("what another window left goes first, and what is refused there is not forgotten", async () => {
  const room = openRoom(["lost"]);
  room.lane.put("own");
  const problem = new Problem("session-cancelled", 409);
  room.lane.adopt({ waiting: ["left 1", "left 2"], refused: [{ items: ["no"], problem }] });
  await room.runTimers();
  expect(room.taken).toEqual(["left 1", "left 2", "own"]);
  expect(room.lane.held()).toEqual({ waiting: [], refused: [{ items: ["no"], problem }] });
});

test("settled says whether the server has everything", async () => {
  const fine = openRoom([]);
  fine.lane.put("a");
  await expect(fine.lane.settled()).resolves.toBe(true);
  const lost = openRoom(["lost"]);
  lost.lane.put("a");
  await expect(lost.lane.settled()).resolves.toBe(false);
  expect(lost.lane.waiting()).toEqual(["a"]);
  expect(lost.lane.lostSince()).toEqual(new Date(0));
});

test("a newer word for the same place takes the place of one that has not left", async () => {
  const sent: string[] = [];
  const timers: (() => void)[] = [];
  const lane = openLane<{ place: string; word: string }>({
    most: 10,
    gatherMilliseconds: 5,
    newKey: () => "key",
    now: () => new Date(0),
    later: (run) => timers.push(run),
    onChange: () => undefined,
    replaces: (newer, older) => (newer.place === older.place ? newer : null),
    send: (items) => {
      sent.push(...items.map(({ word }) => word));
      return Promise.resolve();
    },
  });
  lane.put({ place: "topic", word: "Ur" });
  lane.put({ place: "next", word: "Trust" });
  lane.put({ place: "topic", word: "Urges" });
  timers.shift()?.();
  await Promise.resolve();
  expect(sent).toEqual(["Urges", "Trust"]);
});
