import { cameAt } from "#web/charting/came-at.ts";

/** The screen's clock turns once a minute. */
const minute = 60_000;

interface Known {
  /** The last that is entered of them: nobody leaves before it. */
  readonly since: string;
  readonly now: Date;
}

interface Left {
  readonly at: string | null;
  readonly fault: "no-time" | "ahead" | "before-entry" | "after-end" | null;
}

/** A typed time as the moment at which somebody left, or why it can be none. */
export const leftAt = (
  text: string,
  session: Parameters<typeof cameAt>[1],
  { since, now }: Known,
): Left => {
  const at = cameAt(text, session);
  if (at === null) return { at, fault: "no-time" };
  const moment = Date.parse(at);
  if (moment > now.getTime() + minute) return { at, fault: "ahead" };
  if (moment >= Date.parse(session.endsAt)) return { at, fault: "after-end" };
  // What is typed has no seconds: somebody who came at 6:14:30 may have left at 6:14.
  if (moment + minute <= Date.parse(since)) return { at, fault: "before-entry" };
  return { at: new Date(Math.max(moment, Date.parse(since) + 1)).toISOString(), fault: null };
};
