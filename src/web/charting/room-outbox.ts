import { Problem } from "#domain/contract/problem.ts";

/** One way to the server: what is put in leaves in its order, one parcel at a time, and each parcel once. */
export interface Lane<Item> {
  readonly put: (item: Item) => void;
  /** Tries at once: the network is back, or somebody pressed "Try again". */
  readonly push: () => void;
  /** Everything that the server has not taken yet, in order. */
  readonly waiting: () => readonly Item[];
  /** What the server would not take, and why; it stays here until it is let go. */
  readonly refused: () => readonly Refused<Item>[];
  readonly letGo: () => void;
  /** Since when the server cannot be reached; null while it answers. */
  readonly lostSince: () => Date | null;
  /** Resolves as soon as nothing waits; false where the server cannot be reached or refused something. */
  readonly settled: () => Promise<boolean>;
}

export interface Refused<Item> {
  readonly items: readonly Item[];
  readonly problem: Problem;
}

export interface LaneOptions<Item> {
  /** Sends one parcel. Throws `Problem`; the same key is sent again where the answer got lost. */
  readonly send: (items: readonly Item[], key: string) => Promise<void>;
  /** A newer item may take the place of an older one that has not left: the same field typed further. */
  readonly replaces?: (newer: Item, older: Item) => Item | null;
  /** The last word on an item as it leaves: what it builds on may have changed since it was put in. */
  readonly seal?: (item: Item) => Item;
  readonly most: number;
  readonly newKey: () => string;
  readonly now: () => Date;
  readonly later: (run: () => void, milliseconds: number) => void;
  /** How long to gather before a parcel leaves. */
  readonly gatherMilliseconds: number;
  readonly onChange: () => void;
}

const firstPause = 1_000;
const longestPause = 15_000;

/** No answer came, so nobody knows whether it was done: the same parcel must go again under the same key. */
const answerUnknown = (problem: Problem): boolean => problem.status === 0 || problem.status >= 500;

const asProblem = (cause: unknown): Problem =>
  cause instanceof Problem ? cause : new Problem("internal-error", 0);

interface Parcel<Item> {
  readonly items: readonly Item[];
  readonly key: string;
}

type Listener = (all: boolean) => void;

/** Holds what was done on this device until the server has it. Nothing here knows what the items mean. */
class Outbox<Item> implements Lane<Item> {
  private readonly options: LaneOptions<Item>;
  private queue: readonly Item[] = [];
  private parcel: Parcel<Item> | null = null;
  private isUnderWay = false;
  private isPlanned = false;
  private pause = firstPause;
  private lost: Date | null = null;
  private refusals: readonly Refused<Item>[] = [];
  private listeners: readonly Listener[] = [];

  constructor(options: LaneOptions<Item>) {
    this.options = options;
  }

  put(item: Item): void {
    const merged = this.queue.map((older) => this.options.replaces?.(item, older) ?? null);
    const isMerged = merged.some((one) => one !== null);
    this.queue = isMerged
      ? this.queue.map((older, at) => merged[at] ?? older)
      : [...this.queue, item];
    this.options.onChange();
    if (this.lost === null) this.plan(this.options.gatherMilliseconds);
  }

  push(): void {
    void this.leave();
  }

  waiting(): readonly Item[] {
    return [...(this.parcel?.items ?? []), ...this.queue];
  }

  refused(): readonly Refused<Item>[] {
    return this.refusals;
  }

  letGo(): void {
    this.refusals = [];
    this.options.onChange();
  }

  lostSince(): Date | null {
    return this.lost;
  }

  settled(): Promise<boolean> {
    if (this.parcel === null && this.queue.length === 0)
      return Promise.resolve(this.refusals.length === 0);
    const answer = new Promise<boolean>((resolve) => {
      this.listeners = [...this.listeners, resolve];
    });
    void this.leave();
    return answer;
  }

  private tell(all: boolean): void {
    const told = this.listeners;
    this.listeners = [];
    for (const listener of told) listener(all);
  }

  private plan(milliseconds: number): void {
    if (this.isPlanned) return;
    this.isPlanned = true;
    this.options.later(() => {
      this.isPlanned = false;
      void this.leave();
    }, milliseconds);
  }

  private take(): Parcel<Item> | null {
    if (this.parcel) return this.parcel;
    if (this.queue.length === 0) return null;
    const { most, newKey } = this.options;
    const seal = this.options.seal ?? ((item: Item) => item);
    this.parcel = { items: this.queue.slice(0, most).map(seal), key: newKey() };
    this.queue = this.queue.slice(most);
    return this.parcel;
  }

  private arrive(): void {
    this.parcel = null;
    this.pause = firstPause;
    this.lost = null;
  }

  private fail(going: Parcel<Item>, problem: Problem): void {
    if (answerUnknown(problem)) {
      this.lost ??= this.options.now();
      this.plan(this.pause);
      this.pause = Math.min(this.pause * 2, longestPause);
      this.tell(false);
      return;
    }
    this.arrive();
    this.refusals = [...this.refusals, { items: going.items, problem }];
  }

  private async leave(): Promise<void> {
    if (this.isUnderWay) return;
    const going = this.take();
    if (!going) return;
    this.isUnderWay = true;
    try {
      await this.options.send(going.items, going.key);
      this.arrive();
    } catch (cause) {
      this.fail(going, asProblem(cause));
    }
    this.isUnderWay = false;
    this.options.onChange();
    if (this.lost !== null) return;
    if (this.queue.length > 0) void this.leave();
    else this.tell(this.refusals.length === 0);
  }
}

export const openLane = <Item>(options: LaneOptions<Item>): Lane<Item> => new Outbox(options);
