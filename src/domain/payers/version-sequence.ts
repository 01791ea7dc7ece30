import { Temporal } from "temporal-polyfill";
import type { ContractVersion } from "#domain/payers/contract.ts";

type Dated = Pick<ContractVersion, "id" | "effectiveFrom" | "effectiveTo">;

/** The civil date before another. */
export const dayBefore = (day: string): string =>
  Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();

/** True where a span in order has no day: it ends the day before it begins. */
const isEmpty = ({ effectiveFrom, effectiveTo }: Dated): boolean =>
  effectiveTo !== null && effectiveTo < effectiveFrom;

/**
 * What confirming a version does to those confirmed before: the one that holds on its first day ends the day before. One
 * that begins on or after that day, and not after its end, stands in the way; answers the first such day.
 */
export const sequenceWith = (
  confirmed: readonly Dated[],
  next: Dated,
): { ends: readonly { id: string; lastDay: string }[] } | { follows: string } => {
  const others = confirmed.filter((one) => one.id !== next.id && !isEmpty(one));
  const later = others
    .filter(
      (one) =>
        one.effectiveFrom >= next.effectiveFrom &&
        (next.effectiveTo === null || one.effectiveFrom <= next.effectiveTo),
    )
    .map((one) => one.effectiveFrom)
    .toSorted();
  const [follows] = later;
  if (follows !== undefined) return { follows };
  const lastDay = dayBefore(next.effectiveFrom);
  return {
    ends: others
      .filter(
        (one) =>
          one.effectiveFrom < next.effectiveFrom &&
          (one.effectiveTo === null || one.effectiveTo > lastDay),
      )
      .map(({ id }) => ({ id, lastDay })),
  };
};
