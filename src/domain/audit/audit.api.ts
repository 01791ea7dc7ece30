import { z } from "zod";
import {
  auditEventDetailSchema,
  auditEventSchema,
  auditOutcomeSchema,
  auditVerbSchema,
} from "#domain/audit/audit-event.ts";
import { trailReportSchema } from "#domain/audit/trail-report.ts";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { pageInput, pageOf } from "#domain/basics/page.ts";
import { route } from "#domain/contract/route.ts";

const dayOrMoment = z.union([civilDateSchema, instantSchema]);

/**
 * What to search the trail by. A day in `from` and `to` is a whole one on the wall of the organization's zone; a
 * moment is exact, and `to` is not included.
 */
const filter = {
  accountId: idSchema.optional(),
  patientId: idSchema.optional(),
  recordId: idSchema.optional(),
  verb: auditVerbSchema.optional(),
  outcome: auditOutcomeSchema.optional(),
  from: dayOrMoment.optional(),
  to: dayOrMoment.optional(),
};
export type AuditFilter = z.output<z.ZodObject<typeof filter>>;

const subjectsOf = (input: AuditFilter): readonly string[] =>
  input.patientId === undefined ? [] : [input.patientId];

/** What the trail was narrowed to when somebody looked at it or took it out: ids, days and codes. */
const narrowedTo = ({ accountId, recordId, verb, outcome, from, to }: AuditFilter) => ({
  accountId,
  recordId,
  verb,
  outcome,
  from,
  to,
});

/** Counting stops here: beyond it, only that there are more is known. */
export const mostCounted = 10_000;

export const listAuditEvents = route({
  method: "GET",
  path: "/audit-events",
  summary: "The trail, newest first, by person, patient, record, verb, outcome and days",
  permission: "audit:read",
  purpose: "operations",
  audit: { verb: "audit.search", subjects: subjectsOf, details: narrowedTo },
  input: z.object({ ...filter, ...pageInput }),
  output: pageOf(auditEventSchema).extend({
    /** True where there are more than `total`: counting stopped. */
    hasMoreThanTotal: z.boolean(),
  }),
});

export const readAuditEvent = route({
  method: "GET",
  path: "/audit-events/{auditId}",
  summary: "One line of the trail with its patients, details and seal",
  permission: "audit:read",
  purpose: "operations",
  audit: {
    verb: "audit.read",
    subjects: (_, output) => output.subjects,
    record: (input) => ({ kind: "audit", id: input.auditId }),
  },
  input: z.object({ auditId: idSchema }),
  output: auditEventDetailSchema,
});

/** So many of the newest lines are gathered into days. */
export const mostGathered = 20_000;

export const lookerDaySchema = z
  .object({
    on: z.iso.date(),
    /** Null where no account stands behind it, as for work that the product does by itself. */
    accountId: idSchema.nullable(),
    name: z.string(),
    lines: z.int(),
    /** Of them, how many changed something; everything else was looked at, refused or failed. */
    changes: z.int(),
    firstAt: instantSchema,
    lastAt: instantSchema,
  })
  .meta({ id: "LookerDay" });
export type LookerDay = z.output<typeof lookerDaySchema>;

export const listLookers = route({
  method: "GET",
  path: "/audit-lookers",
  summary:
    "Who looked at somebody’s record, or at anything, and changed it: one row for each person and day",
  permission: "audit:read",
  purpose: "operations",
  audit: { verb: "audit.list-lookers", subjects: subjectsOf, details: narrowedTo },
  input: z.object({ patientId: filter.patientId, from: filter.from, to: filter.to }),
  output: z.object({
    rows: z.array(lookerDaySchema),
    /** True where there are older lines than those gathered. */
    hasMore: z.boolean(),
  }),
});

/** More people than this are not listed; a search by person takes any account. */
export const mostPeople = 2000;

export const listAuditPeople = route({
  method: "GET",
  path: "/audit-people",
  summary: "People with an account who appear in the trail",
  permission: "audit:read",
  purpose: "operations",
  audit: { verb: "audit.list-people", subjects: "none" },
  input: z.object({}),
  output: z.object({
    rows: z.array(z.object({ accountId: idSchema, name: z.string(), lastAt: instantSchema })),
    hasMore: z.boolean(),
  }),
});

export const verifyAudit = route({
  method: "GET",
  path: "/audit/verification",
  summary: "Recomputes the trail from its rows and says where it is not what was sealed",
  permission: "audit:read",
  purpose: "operations",
  audit: { verb: "audit.verify", subjects: "none" },
  input: z.object({
    /** Looks at so many batches from the end; left out, at all of them. */
    newest: z.coerce.number().int().min(1).max(1000).optional(),
  }),
  output: trailReportSchema,
});

export const exportAudit = route({
  method: "GET",
  path: "/audit-export",
  summary: "The same search as a file: CSV for spreadsheets, NDJSON for programs",
  permission: "audit:export",
  purpose: "operations",
  audit: { verb: "audit.export", subjects: subjectsOf, details: narrowedTo },
  reply: "file",
  input: z.object({ ...filter, format: z.enum(["csv", "ndjson"]) }),
  output: z.unknown(),
});
