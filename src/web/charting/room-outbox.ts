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
  /** Lets go what was refused, or sends it once more. */
  readonly letGo: (refused?: Refused<Item>) => void;
  readonly sendAgain: (refused: Refused<Item>) => void;
  /** Takes over what another window, or this one before it closed, had not brought to the server. It leaves first. */
  readonly adopt: (held: Held<Item>) => void;
  /** All that would be lost with this window. */
  readonly held: () => Held<Item>;
  /** Nothing leaves from here any more. */
  readonly stop: () => void;
  /** Since when the server cannot be reached; null while it answers. */
  readonly lostSince: () => Date | null;
  /** Resolves as soon as nothing waits; false where the server cannot be reached or refused something. */
  readonly settled: () => Promise<boolean>;
}

export interface Refused<Item> {
  readonly items: readonly Item[];
  readonly problem: Problem;
}

/** What a lane holds, as it may be kept for later. */
export interface Held<Item> {
  readonly waiting: readonly Item[];
  readonly refused: readonly Refused<Item>[];
}

export interface LaneOptions<Item> {
  /** Sends one parcel. Throws `Problem`; the same key is sent again where the answer got lost. */
  readonly send: (items: readonly Item[], key: string) => Promise<void>;
  /** A newer item may take the place of an older one that has not left: the same field typed further. */
  readonly replaces?: (newer: Item, older: Item) => Item | null;
  /** The last word on an item as it leaves: what it builds on may have changed since it was put in. */
  readonly seal?: (item: Item) => Item;
  /** Seals anew at each try, under another key where that changed something: for items that their ids let in once. */
  readonly reseals?: boolean;
  /** Those of a refused parcel that the refusal is about; the others go on without them. */
  readonly blames?: (problem: Problem, items: readonly Item[]) => readonly Item[];
  /** Awaited before anything leaves; may throw as `send` does. */
  readonly beforeLeaving?: () => Promise<void>;
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

/** The server was asked too early, too often, or by nobody it knows: it has said nothing of what was sent. */
const notYet: readonly number[] = [401, 408, 425, 429];

/** Nobody knows whether it was done, or it was not looked at: the same parcel must go again under the same key. */
const mustGoAgain = ({ status }: Problem): boolean =>
  status === 0 || status >= 500 || notYet.includes(status);

const asProblem = (cause: unknown): Problem =>
  cause instanceof Problem ? cause : new Problem("internal-error", 0);

interface Parcel<Item> {
  readonly items: readonly Item[];
  readonly key: string;
  /** Sealed as it leaves for the first time; afterwards it stays as it is. */
  readonly isSealed: boolean;
}

type Listener = (all: boolean) => void;

/** Holds what was done on this device until the server has it. Nothing here knows what the items mean. */
class Outbox<Item> implements Lane<Item> {
  private readonly options: LaneOptions<Item>;
  private queue: readonly Item[] = [];
  /** Parcels that may have left already, the first of them under way. What is in one stays as it is. */
  private parcels: readonly Parcel<Item>[] = [];
  private isStopped = false;
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
    return [...this.parcels.flatMap(({ items }) => items), ...this.queue];
  }

  refused(): readonly Refused<Item>[] {
    return this.refusals;
  }

  letGo(refused?: Refused<Item>): void {
    this.refusals = this.refusals.filter((one) => refused !== undefined && one !== refused);
    this.options.onChange();
  }

  sendAgain(refused: Refused<Item>): void {
    this.refusals = this.refusals.filter((one) => one !== refused);
    this.enclose(refused.items);
    this.options.onChange();
    void this.leave();
  }

  adopt({ waiting, refused }: Held<Item>): void {
    const own = this.parcels;
    const [going, ...rest] = this.isUnderWay ? own : [undefined, ...own];
    this.parcels = going ? [going] : [];
    this.enclose(waiting);
    this.parcels = [...this.parcels, ...rest.filter((one) => one !== undefined)];
    this.refusals = [...refused, ...this.refusals];
    this.options.onChange();
    if (waiting.length > 0) this.plan(0);
  }

  held(): Held<Item> {
    return { waiting: this.waiting(), refused: this.refusals };
  }

  stop(): void {
    this.isStopped = true;
    this.tell(false);
  }

  lostSince(): Date | null {
    return this.lost;
  }

  settled(): Promise<boolean> {
    if (this.parcels.length === 0 && this.queue.length === 0)
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

  /** Into parcels of their own, behind those that are there. */
  private enclose(items: readonly Item[]): void {
    const { most, newKey } = this.options;
    for (let at = 0; at < items.length; at += most)
      this.parcels = [
        ...this.parcels,
        { items: items.slice(at, at + most), key: newKey(), isSealed: false },
      ];
  }

  private take(): Parcel<Item> | undefined {
    if (this.parcels.length === 0) {
      const { most } = this.options;
      const leaving = this.queue.slice(0, most);
      this.queue = this.queue.slice(most);
      this.enclose(leaving);
    }
    const [first, ...behind] = this.parcels;
    const { seal, reseals, newKey } = this.options;
    if (first === undefined || !seal || (first.isSealed && !reseals)) return first;
    const items = first.items.map(seal);
    const isSame = JSON.stringify(items) === JSON.stringify(first.items);
    const key = first.isSealed && !isSame ? newKey() : first.key;
    const sealed = { items, key, isSealed: true };
    this.parcels = [sealed, ...behind];
    return sealed;
  }

  private arrive(): void {
    this.parcels = this.parcels.slice(1);
    this.pause = firstPause;
    this.lost = null;
  }

  private fail(items: readonly Item[], problem: Problem): void {
    if (mustGoAgain(problem)) {
      this.lost ??= this.options.now();
      this.plan(this.pause);
      this.pause = Math.min(this.pause * 2, longestPause);
      this.tell(false);
      return;
    }
    this.arrive();
    if (items.length === 0) return;
    const blamed = this.options.blames?.(problem, items) ?? [];
    const others = items.filter((item) => !blamed.includes(item));
    if (blamed.length === 0 || others.length === 0) {
      this.refusals = [...this.refusals, { items, problem }];
      return;
    }
    this.refusals = [...this.refusals, { items: blamed, problem }];
    const behind = this.parcels;
    this.parcels = [];
    this.enclose(others);
    this.parcels = [...this.parcels, ...behind];
  }

  private async leave(): Promise<void> {
    if (this.isUnderWay || this.isStopped || this.waiting().length === 0) return;
    this.isUnderWay = true;
    let going: Parcel<Item> | undefined;
    try {
      // What leaves may be on the server already when this window closes: that it left must be kept before.
      await this.options.beforeLeaving?.();
      going = this.take();
      if (going) await this.options.send(going.items, going.key);
      this.arrive();
    } catch (cause) {
      this.fail(going?.items ?? [], asProblem(cause));
    }
    this.isUnderWay = false;
    this.options.onChange();
    if (this.lost !== null) return;
    if (this.queue.length > 0 || this.parcels.length > 0) void this.leave();
    else this.tell(this.refusals.length === 0);
  }
}

export const openLane = <Item>(options: LaneOptions<Item>): Lane<Item> => new Outbox(options);
