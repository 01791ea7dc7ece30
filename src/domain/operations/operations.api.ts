import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { pageInput, pageOf } from "#domain/basics/page.ts";
import { route } from "#domain/contract/route.ts";
import { demoProgressSchema } from "#domain/operations/demo-progress.ts";
import { errandSchema, errandStateSchema } from "#domain/operations/errand.ts";
import { healthFindingSchema } from "#domain/operations/health-finding.ts";
import { healthFactsSchema } from "#domain/operations/health.ts";

export const readOperations = route({
  method: "GET",
  path: "/operations",
  summary:
    "What is under way behind the screens: errands, seals, database, backups, disks, and what of it needs a hand",
  permission: "operations:read",
  purpose: "operations",
  audit: { verb: "operations.read", subjects: "none" },
  input: z.object({}),
  output: z.object({
    errands: z.object({
      waiting: z.int(),
      retrying: z.int(),
      failed: z.int(),
      /** Of the errands of the last 24 hours, how many are done. */
      lastDay: z.object({ created: z.int(), delivered: z.int() }),
    }),
    /** Database and machine are of the whole installation, every organization together. */
    facts: healthFactsSchema,
    /** Everything that was looked at, most urgent first. */
    findings: z.array(healthFindingSchema),
    /** Null where no demo is on its way. */
    demo: demoProgressSchema.nullable(),
  }),
});

export const listErrands = route({
  method: "GET",
  path: "/errands",
  summary: "Errands in one state, newest first",
  permission: "operations:read",
  purpose: "operations",
  audit: { verb: "errand.list", subjects: "none" },
  input: z.object({ state: errandStateSchema, ...pageInput }),
  output: pageOf(errandSchema).extend({
    /** True where there are more than `total`: counting stopped. */
    hasMoreThanTotal: z.boolean(),
  }),
});

export const repeatErrand = route({
  method: "POST",
  path: "/errands/{errandId}/repetition",
  summary: "Tries an errand again at once, with all its attempts before it",
  permission: "operations:manage",
  purpose: "operations",
  audit: {
    verb: "errand.repeat",
    subjects: "none",
    record: (input) => ({ kind: "errand", id: input.errandId }),
  },
  input: z.object({ errandId: idSchema }),
  output: errandSchema,
  errors: { "errand-not-stuck": 409 },
});

/** So many errands are sent again with one request; the answer says how many are left. */
export const mostRepeatedAtOnce = 1000;

export const repeatFailedErrands = route({
  method: "POST",
  path: "/errands/repetition",
  summary: "Tries all errands again that were given up",
  permission: "operations:manage",
  purpose: "operations",
  audit: { verb: "errand.repeat-failed", subjects: "none" },
  input: z.object({}),
  output: z.object({ repeated: z.int(), stillFailed: z.int() }),
});
