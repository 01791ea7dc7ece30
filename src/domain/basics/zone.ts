import { Temporal } from "temporal-polyfill";
import { z } from "zod";

const isZone = (name: string): boolean => {
  if (!name.includes("/")) return false;
  try {
    Temporal.ZonedDateTime.from({ year: 2026, month: 1, day: 1, timeZone: name });
    return true;
  } catch {
    return false;
  }
};

/** An IANA time zone by its name (`America/Denver`). Offsets and abbreviations are refused: they know no daylight saving. */
export const zoneSchema = z.string().refine(isZone, { params: { code: "unknown-time-zone" } });

/** The zones of the United States and its territories, for choosing one on a screen. */
export const americanZones = [
  "America/New_York",
  "America/Detroit",
  "America/Kentucky/Louisville",
  "America/Indiana/Indianapolis",
  "America/Chicago",
  "America/Denver",
  "America/Boise",
  "America/Phoenix",
  "America/Los_Angeles",
  "America/Anchorage",
  "America/Juneau",
  "America/Adak",
  "Pacific/Honolulu",
  "America/Puerto_Rico",
  "Pacific/Guam",
  "Pacific/Pago_Pago",
] as const;
