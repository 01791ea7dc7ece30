import {
  DeviceClock,
  type Between,
  type ClockRun,
  type KnownTime,
  type Stamp,
} from "#web/platform/device-clock.ts";

const key = "stepwell.clock";

const asBetween = (value: unknown): Between | null =>
  typeof value === "object" &&
  value !== null &&
  "low" in value &&
  "high" in value &&
  typeof value.low === "number" &&
  typeof value.high === "number"
    ? { low: value.low, high: value.high }
    : null;

const asRuns = (value: unknown): readonly ClockRun[] =>
  Array.isArray(value)
    ? value.flatMap((one: unknown) =>
        typeof one === "object" && one !== null && "id" in one && typeof one.id === "string"
          ? [{ id: one.id, aheadOfWall: "aheadOfWall" in one ? asBetween(one.aheadOfWall) : null }]
          : [],
      )
    : [];

const readRuns = (): readonly ClockRun[] => {
  try {
    return asRuns(JSON.parse(localStorage.getItem(key) ?? "[]"));
  } catch {
    return [];
  }
};

const clock = new DeviceClock({
  wall: () => Date.now(),
  count: () => performance.now(),
  newRun: () => crypto.randomUUID(),
  read: readRuns,
  write: (runs) => {
    try {
      localStorage.setItem(key, JSON.stringify(runs));
    } catch {
      // A browser that keeps nothing: the next page knows nothing of this one's clock, and says so.
    }
  },
});

/** When this was said, on the clock that only counts on: for `hearServerTime`. */
export const countNow = (): number => performance.now();

/** Every answer tells the server's time in its head, in full seconds. */
export const hearServerTime = (head: string | null, sentAtCount: number): void => {
  const second = head === null ? Number.NaN : Date.parse(head);
  if (!Number.isNaN(second)) clock.hear(second, sentAtCount);
};

export const stampNow = (): Stamp => clock.stamp();

export const timeOf = (stamp: Stamp): KnownTime => clock.timeOf(stamp);

/** The present by the server's clock, as well as this device knows it. */
export const timeNow = (): Date => new Date(Math.round(clock.now()));
