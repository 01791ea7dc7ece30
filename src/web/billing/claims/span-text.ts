import { sayDate } from "#web/platform/dates.ts";

/** `Tue Nov 17`, or `Mon Nov 16 – Fri Nov 20`. */
export const saySpan = (from: string, through: string): string =>
  from === through ? sayDate(from) : `${sayDate(from)} – ${sayDate(through)}`;
