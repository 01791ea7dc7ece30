import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { pageInput, pageOf } from "#domain/basics/page.ts";
import { route } from "#domain/contract/route.ts";
import { disclosureBasisSchema } from "#domain/privacy/disclosure.ts";
import { disclosurePurposeSchema } from "#domain/privacy/information.ts";

/** A line of somebody's accounting, among those of everybody. */
export const whatLeftRowSchema = z
  .object({
    id: idSchema,
    patientId: idSchema,
    name: z.string(),
    at: instantSchema,
    recipient: z.string(),
    purpose: disclosurePurposeSchema,
    basis: disclosureBasisSchema,
    actorName: z.string(),
  })
  .meta({ id: "WhatLeftRow" });
export type WhatLeftRow = z.output<typeof whatLeftRowSchema>;

export const listWhatLeft = route({
  method: "GET",
  path: "/disclosures",
  summary: "What was told outside in the last thirty days, of everybody, the latest first",
  permission: "disclosures:read",
  purpose: "operations",
  audit: {
    verb: "report.what-left",
    subjects: (_, { rows }) => [...new Set(rows.map((row) => row.patientId))],
  },
  input: z.object({ basis: disclosureBasisSchema.optional(), ...pageInput }),
  output: pageOf(whatLeftRowSchema),
});
