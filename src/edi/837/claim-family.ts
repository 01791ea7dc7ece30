import type { TransactionHead } from "#edi/x12/envelope-segments.ts";

/** Which claim guide a transaction follows: those of 5010 with any erratum, and those of 4010 they came from. */
type ClaimFamily = "837p" | "837i";

const families: readonly (readonly [string, ClaimFamily])[] = [
  ["005010X222", "837p"],
  ["005010X223", "837i"],
  ["004010X098", "837p"],
  ["004010X096", "837i"],
];

/** The claim guide of a transaction by GS08 and ST03; nothing where it is no claim, or a dental one. */
export const claimFamilyOf = ({ set, guide }: TransactionHead): ClaimFamily | undefined =>
  set === "837" ? families.find(([version]) => guide.startsWith(version))?.[1] : undefined;
