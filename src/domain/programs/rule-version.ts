import { z } from "zod";
import { instantSchema } from "#domain/basics/instant.ts";

/** Who took a version back, when and why; null of one that stands. */
export const withdrawalSchema = z
  .object({ at: instantSchema, by: z.string(), reason: z.string().nullable() })
  .nullable();
export type Withdrawal = z.output<typeof withdrawalSchema>;

interface Effective {
  readonly id: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}

/** Taken back before it began: its last day lies before its first, so that it is in force on no day. */
export const isTakenBack = ({
  effectiveFrom,
  effectiveTo,
}: Pick<Effective, "effectiveFrom" | "effectiveTo">): boolean =>
  effectiveTo !== null && effectiveTo < effectiveFrom;

/**
 * Why a version cannot be taken back, or null. What has begun has decided something, and is only followed; of several to come
 * the last goes first. `others` are the versions of the same rule.
 */
export const takeBackRefusal = (
  version: Effective,
  others: readonly Effective[],
  today: string,
): "rule-begun" | "rule-followed" | "rule-taken-back" | null => {
  if (isTakenBack(version)) return "rule-taken-back";
  if (version.effectiveFrom <= today) return "rule-begun";
  const isFollowed = others.some(
    (other) => !isTakenBack(other) && other.effectiveFrom > version.effectiveFrom,
  );
  return isFollowed ? "rule-followed" : null;
};
