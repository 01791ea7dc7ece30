import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { route } from "#domain/contract/route.ts";
import { programFiguresSchema } from "#domain/reporting/program-figures.ts";

export const readProgramFigures = route({
  method: "GET",
  path: "/program-figures",
  summary: "How the program stands today, and its last twelve weeks",
  permission: "reports:read",
  purpose: "operations",
  audit: { verb: "report.program", subjects: "none" },
  input: z.object({ siteId: idSchema.optional() }),
  output: programFiguresSchema,
});
