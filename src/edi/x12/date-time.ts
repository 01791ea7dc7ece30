const digitsAt = (text: string, from: number, to: number): number => {
  let value = 0;
  for (let place = from; place < to; place++) {
    const digit = text.charCodeAt(place) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
};

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

const civilDateOfParts = (year: number, month: number, day: number): string | null => {
  if (year < 1000 || month < 1 || month > 12 || day < 1) return null;
  const days = month === 2 && isLeap(year) ? 29 : (monthDays[month - 1] ?? 0);
  return day > days ? null : `${year}-${two(month)}-${two(day)}`;
};

/** Days that were met lately, each at its place by its number: a file names the same ones again and again. */
const remembered = 512;
const numbers = new Int32Array(remembered);
const dates: string[] = Array.from({ length: remembered }, () => "");

/** CCYYMMDD as one number as a civil date; null for what is no day of the calendar. */
export const civilDateOfNumber = (number: number): string | null => {
  const place = number & (remembered - 1);
  if (numbers[place] === number && number > 0) return dates[place] ?? null;
  const rest = number % 10_000;
  const date = civilDateOfParts((number - rest) / 10_000, Math.trunc(rest / 100), rest % 100);
  if (date === null) return null;
  numbers[place] = number;
  dates[place] = date;
  return date;
};

/** CCYYMMDD as a civil date `YYYY-MM-DD`; null for what is no day of the calendar, which must never become another day. */
export const civilDateOf = (text: string): string | null =>
  text.length === 8 ? civilDateOfNumber(digitsAt(text, 0, 8)) : null;

/** HHMM, with seconds and their decimals where given, as `HH:MM` or `HH:MM:SS`; null for what is no time. */
export const timeOf = (text: string): string | null => {
  if (text.length < 4 || text.length > 8 || text.length === 5) return null;
  const hour = digitsAt(text, 0, 2);
  const minute = digitsAt(text, 2, 4);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return null;
  const start = `${text.slice(0, 2)}:${text.slice(2, 4)}`;
  if (text.length === 4) return start;
  const second = digitsAt(text, 4, 6);
  if (second < 0 || second > 59 || digitsAt(text, 6, text.length) < 0) return null;
  return `${start}:${text.slice(4, 6)}`;
};

/**
 * A day, of six digits one of this century, and a time as they stand on the wall of whoever wrote them: X12 knows no zones.
 * `YYYY-MM-DDTHH:MM:SS`, so that they are compared as texts; null for what is no such moment.
 */
export const wallClockOf = (date: string, time: string): string | null => {
  const day = civilDateOf(date.length === 6 ? `20${date}` : date);
  const clock = timeOf(time);
  if (day === null || clock === null) return null;
  return `${day}T${clock.length === 5 ? `${clock}:00` : clock}`;
};

/** `YYYY-MM-DD` as X12 writes it. */
export const dateText = (date: string): string =>
  date.slice(0, 4) + date.slice(5, 7) + date.slice(8, 10);

/** `HH:MM` or `HH:MM:SS` as X12 writes it. */
export const timeText = (time: string): string => time.replaceAll(":", "");
