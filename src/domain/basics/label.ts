import { z } from "zod";

/**
 * How closely a clinical row is kept, weakest first. `part-2` is a record of a substance use disorder program
 * (42 CFR Part 2), `restricted` what even such a record's readers do not all see. A row takes its label from the
 * track when it is written.
 */
export const labels = ["general", "mental-health", "part-2", "restricted"] as const;
export type Label = (typeof labels)[number];
export const labelSchema = z.enum(labels);

/** The label written in a row; what is not known to be weaker is restricted. */
export const labelOf = (written: string | null | undefined): Label =>
  labels.find((label) => label === written) ?? "restricted";

/** The strictest of several labels: what is put together is kept as closely as its closest part. */
export const strictest = (first: Label, ...others: readonly Label[]): Label =>
  others.reduce((kept, next) => (labels.indexOf(next) > labels.indexOf(kept) ? next : kept), first);
