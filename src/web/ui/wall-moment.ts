/**
 * A moment for a list that leaves, as the wall of a place shows it: `2026-11-19 18:00 -07:00`. The offset says which hour it was
 * where a clock goes back.
 */
export const wallMoment = (instant: string, zone: string | undefined): string => {
  const parts = new Intl.DateTimeFormat("en-CA", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "longOffset",
    timeZone: zone,
  }).formatToParts(new Date(instant));
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? "";
  const offset = of("timeZoneName").replace("GMT", "") || "+00:00";
  return `${of("year")}-${of("month")}-${of("day")} ${of("hour")}:${of("minute")} ${offset}`;
};
