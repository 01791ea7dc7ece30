/** A true value lies between the two, in milliseconds. */
export interface Between {
  readonly low: number;
  readonly high: number;
}

/**
 * A time in which the clock on the device's wall and the one that only counts on went alike: from the opening of a page until
 * somebody set the clock, or the device slept. `ahead` is how far the server's clock is ahead of each, once it was heard.
 */
export interface ClockRun {
  readonly id: string;
  readonly aheadOfWall: Between | null;
}

/** A moment as a device notes it. Neither clock need be right. */
export interface Stamp {
  readonly run: string;
  readonly wall: number;
  readonly count: number;
}

export interface KnownTime {
  /** Milliseconds since 1970 by the server's clock. */
  readonly at: number;
  /** The true moment lies so far from it at most; only where `isKnown`. */
  readonly within: number;
  readonly isKnown: boolean;
}

/** The clocks of a device and what remembers between two pages. */
export interface DeviceClocks {
  readonly wall: () => number;
  /** Never set and never goes back; it may stand still while the device sleeps. */
  readonly count: () => number;
  readonly newRun: () => string;
  readonly read: () => readonly ClockRun[];
  readonly write: (runs: readonly ClockRun[]) => void;
}

/** More than a clock that is set right bit by bit drifts between two looks. */
const jumpMilliseconds = 1_500;
/** Two readings of one clock may lie so far apart and still be of the same clock. */
const sameClockMilliseconds = 2_000;
const secondOfHeader = 1_000;
const mostRuns = 24;

const middleOf = ({ low, high }: Between): number => (low + high) / 2;
const shift = ({ low, high }: Between, by: number): Between => ({ low: low + by, high: high + by });
const widthOf = ({ low, high }: Between): number => high - low;
const both = (one: Between, other: Between): Between => ({
  low: Math.max(one.low, other.low),
  high: Math.min(one.high, other.high),
});
const either = (one: Between, other: Between): Between => ({
  low: Math.min(one.low, other.low),
  high: Math.max(one.high, other.high),
});
const isSameClock = (one: Between, other: Between): boolean =>
  both(one, other).high - both(one, other).low > -sameClockMilliseconds;

/** Tells the server's time on a device whose own clock may be wrong, set anew, or stopped for a while. */
export class DeviceClock {
  private readonly clocks: DeviceClocks;
  private run: string;
  private wallOverCount: number;
  private aheadOfCount: Between | null = null;

  constructor(clocks: DeviceClocks) {
    this.clocks = clocks;
    this.wallOverCount = clocks.wall() - clocks.count();
    this.run = clocks.newRun();
    this.remember(null);
  }

  /** Notes this moment. */
  stamp(): Stamp {
    const { wall, count } = this.look();
    return { run: this.run, wall, count };
  }

  /** An answer came with the server's time, full seconds: it was that sometime between sending and receiving. */
  hear(serverSecond: number, sentAtCount: number): void {
    const { count } = this.look();
    const heard = {
      low: serverSecond - count,
      high: serverSecond + secondOfHeader - sentAtCount,
    };
    const before = this.aheadOfCount;
    const narrowed = before === null ? heard : both(before, heard);
    // Where the two disagree, something moved: the newer word counts.
    this.aheadOfCount = narrowed.low <= narrowed.high ? narrowed : heard;
    this.remember(shift(this.aheadOfCount, -this.wallOverCount));
  }

  /** When a moment was by the server's clock, as well as it can be told by now. It may be told better later. */
  timeOf(stamp: Stamp): KnownTime {
    if (stamp.run === this.run && this.aheadOfCount !== null)
      return {
        at: stamp.count + middleOf(this.aheadOfCount),
        within: widthOf(this.aheadOfCount) / 2,
        isKnown: true,
      };
    const ahead = this.aheadOfWallIn(stamp.run);
    return {
      at: stamp.wall + middleOf(ahead.between),
      within: widthOf(ahead.between) / 2,
      isKnown: ahead.isKnown,
    };
  }

  now(): number {
    return this.timeOf(this.stamp()).at;
  }

  private look(): { readonly wall: number; readonly count: number } {
    const { clocks } = this;
    const [wall, count] = [clocks.wall(), clocks.count()];
    const over = wall - count;
    if (Math.abs(over - this.wallOverCount) > jumpMilliseconds) {
      // The clock was set, or the device slept: until the server is heard again nobody knows which.
      this.run = clocks.newRun();
      this.aheadOfCount = null;
      this.wallOverCount = over;
      this.remember(null);
    }
    this.wallOverCount = over;
    return { wall, count };
  }

  private remember(aheadOfWall: Between | null): void {
    const others = this.clocks.read().filter(({ id }) => id !== this.run);
    const isNew = others.length === this.clocks.read().length;
    const own = { id: this.run, aheadOfWall };
    const runs = isNew
      ? [...others, own]
      : this.clocks.read().map((one) => (one.id === this.run ? own : one));
    this.clocks.write(runs.slice(-mostRuns));
  }

  /** How far the server was ahead of the wall clock in a run: heard in it, or the same before and after it. */
  private aheadOfWallIn(run: string): { readonly between: Between; readonly isKnown: boolean } {
    const runs = this.clocks.read();
    const at = runs.findIndex(({ id }) => id === run);
    const own = runs[at]?.aheadOfWall;
    if (own) return { between: own, isKnown: true };
    const before = runs.slice(0, Math.max(at, 0)).findLast(({ aheadOfWall }) => aheadOfWall);
    const after = at < 0 ? undefined : runs.slice(at + 1).find(({ aheadOfWall }) => aheadOfWall);
    const [earlier, later] = [before?.aheadOfWall, after?.aheadOfWall];
    if (earlier && later && isSameClock(earlier, later))
      return { between: either(earlier, later), isKnown: true };
    return { between: earlier ?? later ?? { low: 0, high: 0 }, isKnown: false };
  }
}
