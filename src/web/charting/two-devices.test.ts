import fc from "fast-check";
import { expect, test } from "vitest";
import { shownField } from "#domain/charting/shown-field.ts";
import type { DraftPatch, DraftValue } from "#domain/charting/note-draft.ts";
import { Problem } from "#domain/contract/problem.ts";
import { mergePatch, type KeptField } from "#domain/drafts/merge-patch.ts";
import { openDraftBook, replacePatch, type Place } from "#web/charting/room-draft.ts";
import { openLane, type Held, type Lane } from "#web/charting/room-outbox.ts";
import { DeviceClock, type ClockRun, type Stamp } from "#web/platform/device-clock.ts";

/** Of an entry only what matters here: that it is there once, in its order, at its time. */
interface Entry {
  readonly id: string;
  readonly stamp: Stamp;
  readonly occurredAt: number;
}

type Fate = "fine" | "lost" | "answer-lost" | "refused-for-now";

const places: readonly Place[] = [
  { patientId: null, field: "topic" },
  { patientId: "juniper", field: "sentence" },
];
const keyOf = ({ patientId, field }: Place): string => `${patientId} ${field}`;

/** The world: a true time, a server that remembers keys as ours does, and a network that does as it is told. */
const openWorld = () => {
  let truth = Date.parse("2026-11-19T18:00:00Z");
  const entries: Entry[] = [];
  const fields = new Map<string, KeptField<DraftValue>>();
  const keys = new Map<string, { readonly body: string; readonly answer: unknown }>();
  let made = 0;
  const once = <T>(key: string, body: unknown, run: () => T): T => {
    const kept = keys.get(key);
    const text = JSON.stringify(body);
    if (kept && kept.body !== text) throw new Error("one key for two requests");
    if (kept) return kept.answer as T;
    const answer = run();
    keys.set(key, { body: text, answer });
    return answer;
  };
  return {
    truth: () => truth,
    pass: (milliseconds: number) => {
      truth += milliseconds;
    },
    newId: () => `id ${++made}`,
    entries,
    fields,
    takeEntries: (items: readonly Entry[], key: string) =>
      once(key, items, () => {
        for (const item of items) if (!entries.some(({ id }) => id === item.id)) entries.push(item);
      }),
    takePatches: (items: readonly DraftPatch[], key: string, account: string) =>
      once(key, items, () => {
        const late: { id: string; place: Place }[] = [];
        const at = new Date(truth).toISOString();
        for (const patch of items) {
          const merged = mergePatch(fields.get(keyOf(patch)), patch, {
            accountId: account,
            name: account,
            at,
          });
          fields.set(keyOf(patch), merged.field);
          if (merged.field.beside.some(({ id }) => id === patch.id))
            late.push({ id: patch.id, place: patch });
        }
        const touched = places.filter((place) =>
          items.some((patch) => keyOf(patch) === keyOf(place)),
        );
        return {
          fields: touched.flatMap((place) => {
            const kept = fields.get(keyOf(place));
            return kept ? [{ ...place, draft: shownField(kept) }] : [];
          }),
          revisions: [],
          beside: late.flatMap(({ id, place }) => {
            const words = fields.get(keyOf(place))?.beside.find((one) => one.id === id);
            return words ? [{ ...place, patchId: id, beside: { ...words } }] : [];
          }),
        };
      }),
  };
};
type World = ReturnType<typeof openWorld>;

/** A tablet: its lanes and its clock, which die with each window; what it kept, which does not. */
const openTablet = (world: World, account: string, behind: number, fates: () => Fate) => {
  let runs: readonly ClockRun[] = [];
  let keptEntries: Held<Entry> = { waiting: [], refused: [] };
  let keptPatches: Held<DraftPatch> = { waiting: [], refused: [] };
  let timers: (() => void)[] = [];
  const typed: { readonly place: Place; readonly value: string }[] = [];
  const tapped: { readonly id: string; readonly truth: number }[] = [];

  const openWindow = () => {
    const opened = world.truth();
    const count = () => world.truth() - opened;
    const clock = new DeviceClock({
      wall: () => world.truth() - behind,
      count,
      newRun: world.newId,
      read: () => runs,
      write: (all) => {
        runs = all;
      },
    });
    const book = openDraftBook(world.newId);
    const overNetwork = <T>(run: () => T): Promise<T> => {
      const fate = fates();
      if (fate === "lost") return Promise.reject(new Problem("offline", 0));
      if (fate === "refused-for-now") return Promise.reject(new Problem("signed-out", 401));
      const sent = count();
      world.pass(40);
      const answer = run();
      if (fate === "answer-lost") return Promise.reject(new Problem("offline", 0));
      clock.hear(Math.floor(world.truth() / 1000) * 1000, sent);
      return Promise.resolve(answer);
    };
    const shared = {
      most: 4,
      gatherMilliseconds: 5,
      newKey: world.newId,
      now: () => new Date(0),
      later: (run: () => void) => void timers.push(run),
      onChange: () => undefined,
      beforeLeaving: () => overNetwork(() => undefined),
    };
    const entries: Lane<Entry> = openLane({
      ...shared,
      reseals: true,
      seal: (entry) => ({ ...entry, occurredAt: clock.timeOf(entry.stamp).at }),
      send: (items, key) => overNetwork(() => world.takeEntries(items, key)),
    });
    const patches: Lane<DraftPatch> = openLane({
      ...shared,
      replaces: replacePatch,
      seal: book.seal,
      send: async (items, key) => {
        const answer = await overNetwork(() => world.takePatches(items, key, account));
        const waiting = patches.waiting().filter((one) => !items.includes(one));
        book.answered(answer, items, waiting);
      },
    });
    book.adopt(keptPatches.waiting);
    patches.adopt(keptPatches);
    entries.adopt(keptEntries);
    return { clock, book, entries, patches };
  };
  let shown = openWindow();
  const keep = (): void => {
    keptEntries = shown.entries.held();
    keptPatches = shown.patches.held();
  };
  return {
    typed,
    tapped,
    tap: () => {
      const id = world.newId();
      tapped.push({ id, truth: world.truth() });
      shown.entries.put({ id, stamp: shown.clock.stamp(), occurredAt: 0 });
      keep();
    },
    /** Types over what is shown, and answers what that was; what stands beside is not typed over. */
    type: (place: Place, value: string): DraftValue => {
      const { book, patches } = shown;
      const seen = book.shown(place, undefined, patches.waiting());
      typed.push({ place, value });
      patches.put(book.write(place, value, seen.revision, [], patches.waiting()));
      keep();
      return seen.value;
    },
    /** The window dies; the next one finds what was kept. */
    crash: () => {
      keep();
      shown.entries.stop();
      shown.patches.stop();
      timers = [];
      shown = openWindow();
    },
    work: async (turns: number): Promise<void> => {
      for (let turn = 0; turn < turns; turn += 1) {
        timers.shift()?.();
        for (let step = 0; step < 20; step += 1) await Promise.resolve();
        keep();
      }
    },
    waiting: () => shown.entries.waiting().length + shown.patches.waiting().length,
  };
};

const happening = fc.record({
  who: fc.nat(1),
  what: fc.constantFrom("tap", "type", "type", "type", "crash", "work", "work", "work", "pass"),
  where: fc.nat(1),
  fates: fc.array(fc.constantFrom<Fate>("fine", "lost", "answer-lost", "refused-for-now"), {
    maxLength: 3,
  }),
});

test("two tablets, whatever the network and the plug do: all words and all entries, each once, in order, at their time", async () => {
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(happening, { minLength: 10, maxLength: 60 }),
      fc.boolean(),
      async (story, isOneAccount) => {
        const world = openWorld();
        let fates: Fate[] = [];
        const nextFate = (): Fate => fates.shift() ?? "fine";
        const tablets = [
          openTablet(world, "ada", 7 * 60_000, nextFate),
          openTablet(world, isOneAccount ? "ada" : "ben", -90_000, nextFate),
        ];
        /** What a person had before their eyes when they wrote over it. */
        const overwritten = new Set<unknown>();
        let words = 0;
        for (const { who, what, where, fates: drawn } of story) {
          const tablet = tablets[who];
          const place = places[where];
          if (!tablet || !place) continue;
          fates = [...drawn];
          if (what === "tap") tablet.tap();
          if (what === "type") overwritten.add(tablet.type(place, `words ${++words}`));
          if (what === "crash") tablet.crash();
          if (what === "work") await tablet.work(4);
          if (what === "pass") world.pass(61_000);
        }
        fates = [];
        for (const tablet of tablets) {
          for (let turn = 0; turn < 40 && tablet.waiting() > 0; turn += 1) await tablet.work(4);
          expect(tablet.waiting()).toBe(0);
          const ids = tablet.tapped.map(({ id }) => id);
          const there = world.entries.filter(({ id }) => ids.includes(id));
          expect(there.map(({ id }) => id)).toEqual(ids);
          for (const { id, truth } of tablet.tapped) {
            const entry = there.find((one) => one.id === id);
            // A second of the answer's head, and what the way took.
            expect(Math.abs((entry?.occurredAt ?? 0) - truth)).toBeLessThanOrEqual(1_100);
            kept += 1;
          }
          for (const { place, value } of tablet.typed) {
            const field = world.fields.get(keyOf(place));
            const said = [field?.value, ...(field?.beside ?? []).map((one) => one.value)];
            if (!overwritten.has(value)) expect(said).toContain(value);
          }
        }
      },
    ),
    { numRuns: 2_000 },
  );
  expect(kept).toBeGreaterThan(1_000);
}, 60_000);
