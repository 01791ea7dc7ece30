import { z } from "zod";

/** What claims come to. A void asks for nothing: it is one of the claims, and what it takes back stands apart. */
export const claimSumSchema = z.object({
  claims: z.int(),
  /** What is asked for: of all but the voids. */
  totalCents: z.int(),
  voids: z.int(),
  /** What the voids among them take back. */
  voidCents: z.int(),
});
export type ClaimSum = z.output<typeof claimSumSchema>;

interface Counted {
  readonly frequency: string;
  readonly totalCents: number;
}

const isVoid = ({ frequency }: Counted): boolean => frequency === "8";

const centsOf = (claims: readonly Counted[]): number =>
  claims.reduce((sum, { totalCents }) => sum + totalCents, 0);

/** The same of claims that are listed, so that every sum is a sum of rows. */
export const sumClaimRows = (claims: readonly Counted[]): ClaimSum => {
  const voids = claims.filter(isVoid);
  return {
    claims: claims.length,
    totalCents: centsOf(claims) - centsOf(voids),
    voids: voids.length,
    voidCents: centsOf(voids),
  };
};
