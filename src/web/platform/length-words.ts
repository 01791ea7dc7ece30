import { sayCount } from "#web/platform/numbers.ts";

/** Minutes with their unit: `2 min`, `1.8 h`. Never less than there were, so that what is missing and what was credited come to the floor. */
export const sayLength = (minutes: number): string =>
  minutes < 60 ? `${sayCount(minutes)} min` : `${sayCount(Math.ceil(minutes / 6) / 10)} h`;
