import { z } from "zod";
import { route } from "#domain/contract/route.ts";
import { coverageGapSchema } from "#domain/reporting/coverage-gap.ts";

export const listCoverageGaps = route({
  method: "GET",
  path: "/coverage-gaps",
  summary:
    "People whose days no policy covers or no payer allowed, and authorizations that end soon",
  permission: "coverage:read",
  purpose: "payment",
  audit: {
    verb: "report.coverage",
    subjects: (_, { rows }) => [...new Set(rows.map((row) => row.patientId))],
  },
  input: z.object({}),
  output: z.object({ on: z.iso.date(), rows: z.array(coverageGapSchema) }),
});
