import { localeTag } from "#web/platform/language.ts";

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making one takes as long as a hundred uses of it. */
const formatter = (
  options: Intl.DateTimeFormatOptions,
  locale = localeTag(),
): Intl.DateTimeFormat => {
  const id = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(id);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formatters.set(id, made);
  return made;
};

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The zone of the device when the page was opened: for moments that belong to no site. */
export const deviceZone = (): string => ownZone;

/** A civil date has no zone; it is read and written as if in UTC so that no zone can move it. */
const fromCivil = (date: string): Date => new Date(`${date.slice(0, 10)}T00:00:00Z`);

const yearIfOther = (year: string, now: Date, zone: string): "numeric" | undefined =>
  year === formatter({ year: "numeric", timeZone: zone }, "en-US").format(now)
    ? undefined
    : "numeric";

/** `2026-11-19` as `Thu Nov 19`; with the year where it is not this year's. */
export const sayDate = (date: string, now = new Date()): string =>
  tidy(
    formatter({
      weekday: "short",
      month: "short",
      day: "numeric",
      year: yearIfOther(date.slice(0, 4), now, deviceZone()),
      timeZone: "UTC",
    }).format(fromCivil(date)),
  );

/** `2026-11-19` as `Thursday, November 19`; it begins a line, so it begins with a capital in Spanish, too. */
export const sayDayInFull = (date: string): string => {
  const options = { weekday: "long", month: "long", day: "numeric", timeZone: "UTC" } as const;
  const [first = "", ...rest] = formatter(options).format(fromCivil(date));
  return first.toLocaleUpperCase() + rest.join("");
};

/** `2027-03-31` as `Mar 31, 2027`: for dates whose weekday means nothing, like a licence's end. */
export const sayCalendarDate = (date: string): string =>
  formatter({ month: "short", day: "numeric", year: "numeric", timeZone: "UTC" }).format(
    fromCivil(date),
  );

/** `2026-11-19` as `Nov 19`: where days stand beside each other, under a drawing. */
export const sayMonthDay = (date: string): string =>
  formatter({ month: "short", day: "numeric", timeZone: "UTC" }).format(fromCivil(date));

/** A moment on the wall of a place: `6:00 PM`. */
export const sayTime = (instant: string | Date, zone: string = deviceZone()): string =>
  formatter({ hour: "numeric", minute: "2-digit", timeZone: zone }).format(new Date(instant));

/** A moment on the wall of a place, always with its day: `Thu Nov 19, 6:00 PM`. */
export const sayMoment = (
  instant: string | Date,
  zone: string = deviceZone(),
  now = new Date(),
): string => {
  const moment = new Date(instant);
  const year = formatter({ year: "numeric", timeZone: zone }).format(moment);
  const day = formatter({
    weekday: "short",
    month: "short",
    day: "numeric",
    year: yearIfOther(year, now, zone),
    timeZone: zone,
  }).format(moment);
  return `${tidy(day)}, ${sayTime(moment, zone)}`;
};

/** The day on the wall of a place as a civil date. */
export const dayAt = (instant: string | Date, zone: string = deviceZone()): string =>
  formatter({ timeZone: zone }, "en-CA").format(new Date(instant));

/** The hour of the day (0 to 23) on the wall of a place. */
export const hourAt = (instant: string | Date, zone: string = deviceZone()): number =>
  Number(
    formatter({ hour: "numeric", hourCycle: "h23", timeZone: zone }, "en-US").format(
      new Date(instant),
    ),
  );

/** What a wall shows at a moment, in milliseconds as if it stood in UTC. */
const wallOf = (moment: number, zone: string): number => {
  const parts = new Intl.DateTimeFormat("en-US", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
  }).formatToParts(moment);
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"));
};

/** The moment when the wall of a place shows a day and an hour (`18:00`). */
export const momentOn = (day: string, hour: string, zone: string): Date => {
  const wanted = Date.parse(`${day}T${hour}:00Z`);
  const near = wanted - (wallOf(wanted, zone) - wanted);
  // Once more from there: the clock may have changed between the two.
  return new Date(near - (wallOf(near, zone) - wanted));
};

/** `Thu, Nov 19` and `Thu, Nov 19, 2027` lose the first comma, as people write them beside a time. */
const tidy = (day: string): string => day.replace(/^(\p{L}+\.?),\s/u, "$1 ");

/** A zone as people of the place call it: `Pacific Time`. */
export const sayZone = (zone: string): string =>
  new Intl.DateTimeFormat(localeTag(), { timeZone: zone, timeZoneName: "longGeneric" })
    .formatToParts(new Date())
    .find((part) => part.type === "timeZoneName")?.value ?? zone;
