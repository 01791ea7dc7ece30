import { hoursPartsOf, type HoursPart } from "#domain/scheduling/hours.ts";
import { paths } from "#web/platform/paths.ts";

const order: readonly HoursPart[] = [
  "reached",
  "met",
  "on-course",
  "short",
  "short-clearly",
  "short-slightly",
  "variance",
  "no-rule",
];
const onlyWhileItRuns: readonly HoursPart[] = ["reached", "on-course"];

/** The parts that are offered. What was chosen in another week stays among them, so that the choice does not look taken off. */
export const partsOffered = (isOver: boolean, chosen: string): readonly HoursPart[] =>
  order.filter((part) => part === chosen || !isOver || !onlyWhileItRuns.includes(part));

export const countPart = (
  rows: readonly Parameters<typeof hoursPartsOf>[0][],
  part: HoursPart,
): number => rows.filter((row) => hoursPartsOf(row).includes(part)).length;

/** The board narrowed to exactly the rows of a part, or to none; of the week in the address, which is empty for this one. */
export const partAddress = (week: string, part: HoursPart | null): string => {
  const search = new URLSearchParams({
    ...(week !== "" && { week }),
    ...(part !== null && { "hours.standing": part }),
  }).toString();
  return search === "" ? paths.hours : `${paths.hours}?${search}`;
};
