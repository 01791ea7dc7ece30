import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { route } from "#domain/contract/route.ts";
import { groupAttendanceRowSchema } from "#domain/reporting/group-attendance.ts";

export const readGroupAttendance = route({
  method: "GET",
  path: "/group-attendance",
  summary:
    "How each weekly group was attended in the last twelve weeks, and why seats stayed empty",
  permission: "reports:read",
  purpose: "operations",
  audit: { verb: "report.groups", subjects: "none" },
  input: z.object({ siteId: idSchema.optional() }),
  output: z.object({ on: z.iso.date(), rows: z.array(groupAttendanceRowSchema) }),
});
