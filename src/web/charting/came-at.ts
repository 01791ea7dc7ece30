const pattern = /^\s*(\d{1,2})[:.]?(\d{2})?\s*([ap])?\.?m?\.?\s*$/iu;
const halfDay = 12 * 3_600_000;

/** Hours and minutes of a moment on the wall of a place, in minutes since midnight. */
const wallMinutes = (epoch: number, zone: string): number => {
  const parts = new Intl.DateTimeFormat("en-US", {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
  }).formatToParts(epoch);
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return of("hour") * 60 + of("minute");
};

/**
 * A time as somebody types it beside a session (`6:14`, `614`, `6:14 pm`), as the moment nearest to the session:
 * nobody has to say that an evening group is in the evening. Null where it is no time.
 */
export const cameAt = (
  text: string,
  session: { readonly startsAt: string; readonly endsAt: string; readonly zone: string },
): string | null => {
  const [, hours, minutes = "00", half] = pattern.exec(text) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  const starts = Date.parse(session.startsAt);
  const middle = (starts + Date.parse(session.endsAt)) / 2;
  const hour = half === undefined ? Number(hours) : Number(hours) % 12;
  const wall = hour * 60 + Number(minutes);
  // From the beginning of the session on, by the clock on its wall; then the half of the day that lies nearest.
  const away = (wall - wallMinutes(starts, session.zone)) * 60_000;
  const isExact = half !== undefined || Number(hours) > 12;
  const said = half?.toLowerCase() === "p" ? away + halfDay : away;
  const candidates = [-2, -1, 0, 1, 2]
    .filter((step) => !isExact || step % 2 === 0)
    .map((step) => starts + said + step * halfDay);
  const nearest = candidates.reduce((best, one) =>
    Math.abs(one - middle) < Math.abs(best - middle) ? one : best,
  );
  return new Date(nearest).toISOString();
};
