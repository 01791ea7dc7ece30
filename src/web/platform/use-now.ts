import { timeNow } from "#web/platform/clock.ts";
import { createStore } from "#web/platform/store.ts";

const minute = 60_000;
const lookMilliseconds = 5_000;
const minuteOf = (moment: Date): number => Math.floor(moment.getTime() / minute);

const now = createStore(timeNow());
// Looked at more often than it is renewed: a device that slept, or learnt that its clock is wrong, shows the right hour soon.
setInterval(() => {
  const present = timeNow();
  if (minuteOf(present) !== minuteOf(now.get())) now.set(present);
}, lookMilliseconds);

/** The present, renewed each minute, so that a screen left open over midnight says the right day. */
export const useNow = (): Date => now.use();
