import { isInForceOn, type ContractVersion } from "#domain/payers/contract.ts";

/** Where a version stands on a day, for whoever looks at it. */
export type VersionStanding =
  | "draft"
  | "testing"
  | "ahead"
  | "in-force"
  | "ending"
  | "over"
  | "never"
  | "withdrawn";

/** `ending`: it bills today and has a last day; `never`: retired before it billed; `withdrawn`: it should not have. */
export const versionStanding = (
  version: Pick<ContractVersion, "state" | "publishedAt" | "effectiveFrom" | "effectiveTo">,
  today: string,
): VersionStanding => {
  const { state, publishedAt, effectiveFrom, effectiveTo } = version;
  if (state === "draft" || state === "testing") return state;
  if (publishedAt === null) return "never";
  if (effectiveTo !== null && effectiveTo < effectiveFrom) return "withdrawn";
  if (today < effectiveFrom) return "ahead";
  if (!isInForceOn(version, today)) return "over";
  return effectiveTo === null ? "in-force" : "ending";
};
