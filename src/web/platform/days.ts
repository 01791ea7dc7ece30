const msPerDay = 86_400_000;
const midnight = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** A civil date some days later. */
export const addDays = (date: string, days: number): string =>
  new Date(midnight(date) + days * msPerDay).toISOString().slice(0, 10);

/** Whole days from one civil date to another; negative when the second lies before the first. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((midnight(to) - midnight(from)) / msPerDay);
