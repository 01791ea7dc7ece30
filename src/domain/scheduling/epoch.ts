const pattern =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d\d):?(\d\d))$/;
const daysPerEra = 146_097;
const yearsPerEra = 400;
/** Days from March 1 of the year 0 to January 1, 1970. */
const daysToEpoch = 719_468;
const msPerMinute = 60_000;
const msPerDay = 86_400_000;

/** Days since 1970 of a date of the Gregorian calendar, counted in years that begin in March so that the leap day is the last. */
const dayNumber = (year: number, month: number, day: number): number => {
  const inYear = month > 2 ? year : year - 1;
  const era = Math.floor(inYear / yearsPerEra);
  const yearOfEra = inYear - era * yearsPerEra;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysPerEra + dayOfEra - daysToEpoch;
};

/**
 * The milliseconds since 1970 of an ISO 8601 instant. The ledger runs in the browser with every keystroke, and the library
 * for calendars is too heavy for that.
 */
export const epochOf = (instant: string): number => {
  const [, year, month, day, hour, minute, second, fraction = "", sign, offHour, offMinute] =
    pattern.exec(instant) ?? [];
  if (year === undefined) return Number.NaN;
  const offset = (Number(offHour ?? 0) * 60 + Number(offMinute ?? 0)) * (sign === "-" ? -1 : 1);
  const minutes = Number(hour) * 60 + Number(minute) - offset;
  return (
    dayNumber(Number(year), Number(month), Number(day)) * msPerDay +
    minutes * msPerMinute +
    Number(second ?? 0) * 1000 +
    Number(`${fraction}000`.slice(0, 3))
  );
};

const two = (value: number): string => String(value).padStart(2, "0");

/** The instant of these milliseconds as ISO 8601 in UTC. */
export const instantOf = (epoch: number): string => {
  const days = Math.floor(epoch / msPerDay);
  const inDay = epoch - days * msPerDay;
  const shifted = days + daysToEpoch;
  const era = Math.floor(shifted / daysPerEra);
  const dayOfEra = shifted - era * daysPerEra;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * yearsPerEra + (month <= 2 ? 1 : 0);
  const ms = inDay % 1000;
  const seconds = Math.floor(inDay / 1000);
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  const fraction = ms === 0 ? "" : `.${String(ms).padStart(3, "0")}`;
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}T${time}${fraction}Z`;
};
