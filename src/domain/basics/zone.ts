import { Temporal } from "temporal-polyfill";
import { z } from "zod";

/** The name as the list of zones spells it; empty where it is no place of that list. */
const listedName = (name: string): string => {
  if (!name.includes("/")) return "";
  try {
    const zone = Temporal.ZonedDateTime.from({ year: 2026, month: 1, day: 1, timeZone: name });
    // `Etc/GMT+5` is an offset in disguise, and its sign is the wrong way round.
    return zone.timeZoneId.startsWith("Etc/") ? "" : zone.timeZoneId;
  } catch {
    return "";
  }
};

/**
 * An IANA time zone by its name, kept as the list spells it: `america/denver` becomes `America/Denver`. Offsets and
 * abbreviations are refused: they know no daylight saving.
 */
export const zoneSchema = z
  .string()
  .transform(listedName)
  .pipe(z.string().refine((name) => name !== "", { params: { code: "unknown-time-zone" } }));

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
