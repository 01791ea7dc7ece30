import { sayTime } from "#web/platform/dates.ts";

/** A time of the evening everybody is in: `6:14`, without saying each time that it is evening. */
export const sayClock = (instant: string | Date, zone: string): string =>
  sayTime(instant, zone).replace(/[\s\u202f]*[ap]\.?[\s\u00a0]*m\.?$/iu, "");

const minute = 60_000;

export const minutesBetween = (from: string | Date, to: string | Date): number =>
  Math.floor((new Date(to).getTime() - new Date(from).getTime()) / minute);
