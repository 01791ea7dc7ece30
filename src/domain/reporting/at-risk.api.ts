import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { route } from "#domain/contract/route.ts";
import { atRiskSchema } from "#domain/reporting/at-risk.ts";

export const listAtRisk = route({
  method: "GET",
  path: "/at-risk",
  summary: "People in care who may be slipping away, and why",
  permission: "measures:read",
  purpose: "treatment",
  audit: {
    verb: "report.at-risk",
    subjects: (_, { rows }) => [...new Set(rows.map((row) => row.patientId))],
  },
  input: z.object({ whose: z.enum(["mine", "all"]).default("all"), siteId: idSchema.optional() }),
  output: z.object({
    rows: z.array(atRiskSchema),
    /** Everybody whom the same question was asked of. */
    inCare: z.int(),
  }),
});
