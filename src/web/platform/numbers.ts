import { localeTag } from "#web/platform/language.ts";

/** A count as people write it: `14,203`. */
export const sayCount = (count: number): string => new Intl.NumberFormat(localeTag()).format(count);

/** Minutes as the hours people say: 540 as `9`, 150 as `2.5`. Never more than there were: 538 are `8.9`, for a floor of 9 was not reached. */
export const sayHours = (minutes: number): string => sayCount(Math.floor(minutes / 6) / 10);

/** A share of one as people say it: `88%`. */
export const sayShare = (share: number): string =>
  new Intl.NumberFormat(localeTag(), { style: "percent", maximumFractionDigits: 0 }).format(share);

const units = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** A size as people say it, in steps of a thousand: `48 MB`. */
export const sayBytes = (bytes: number): string => {
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(localeTag(), {
    style: "unit",
    unit: units[step] ?? "byte",
    // Short, a byte has no plural: "54 byte".
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: step > 2 ? 1 : 0,
  }).format(bytes / 1000 ** step);
};
