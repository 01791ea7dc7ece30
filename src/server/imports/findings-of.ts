import { z } from "zod";
import { findingSchema, type Finding } from "#domain/imports/finding.ts";

const findingsSchema = z.array(findingSchema);

/** What was found of an entry, as its row keeps it. */
export const findingsOf = ({ findings }: { readonly findings: unknown }): Finding[] =>
  findingsSchema.parse(findings);
