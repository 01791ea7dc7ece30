import { Temporal } from "temporal-polyfill";
import { membersOf } from "#demo/members.ts";
import type { LifeOrder } from "#demo/life/live.ts";

/** The life that the demo begins with: some sixty people in care with those who were there first. */
export const usualLife = { members: 60, weeks: 12, seed: 1 } as const;

/** Prices and contracts of the demo reach back to New Year of last year. */
export const mostWeeks = 52;
export const mostMembers = 2000;

const zone = "America/Denver";
const fewest = 4;

/** How many were there first. */
const first = Object.values(membersOf["cedar-bridge"] ?? {}).flat().length;

/** An order for so many people in care altogether. Without a day the life catches up with `now`, else with noon of that day. */
export const orderLife = (
  wish: {
    readonly members: number;
    readonly weeks: number;
    readonly seed: number;
    readonly today?: string;
  },
  now: Temporal.Instant,
): LifeOrder => {
  const { members, weeks, seed } = wish;
  const today = wish.today ?? now.toZonedDateTimeISO(zone).toPlainDate().toString();
  const noon = Temporal.PlainDate.from(today).toZonedDateTime({
    timeZone: zone,
    plainTime: "12:00",
  });
  const until = wish.today === undefined ? now : noon.toInstant();
  return {
    members: Math.max(fewest, members - first),
    weeks,
    seed,
    today,
    until: until.toString(),
  };
};
