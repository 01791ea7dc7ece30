import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { revisionSchema } from "#domain/basics/revision.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { changeable, versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import { recordStateSchema } from "#domain/practice/record-state.ts";
import { seriesFacts, seriesSchema } from "#domain/scheduling/series.ts";

const seriesId = idSchema;
const read = { permission: "schedule:read", purpose: "treatment" } as const;
const manage = { permission: "schedule:manage", purpose: "operations" } as const;
const ofInput = (input: { seriesId: string }) => ({ kind: "series", id: input.seriesId });
const booking = {
  "facilitator-twice": 409,
  "no-lead": 409,
  "two-leads": 409,
  "room-taken": 409,
  "facilitator-taken": 409,
  "room-elsewhere": 409,
  "dates-not-in-order": 409,
  retired: 409,
} as const;

export const listSeries = route({
  ...read,
  method: "GET",
  path: "/series",
  summary: "Weekly groups, by weekday and hour: those that meet, those that ended, or all",
  audit: { verb: "series.list", subjects: "none" },
  input: z.object({
    siteId: idSchema.optional(),
    programId: idSchema.optional(),
    state: recordStateSchema.default("active"),
  }),
  output: z.object({ rows: z.array(seriesSchema) }),
});

export const readSeries = route({
  ...read,
  method: "GET",
  path: "/series/{seriesId}",
  summary: "One weekly group",
  audit: { verb: "series.read", subjects: "none", record: ofInput },
  input: z.object({ seriesId }),
  output: seriesSchema,
});

export const createSeries = route({
  ...manage,
  method: "POST",
  path: "/series",
  summary: "Plan a weekly group; its sessions of the next weeks are made at once",
  audit: {
    verb: "series.create",
    subjects: "none",
    record: (_, series) => ({ kind: "series", id: series.id }),
  },
  input: seriesFacts,
  output: seriesSchema,
  errors: booking,
  status: 201,
});

// Place and kind of a series are what it is: another one is another series.
const {
  siteId: _site,
  programId: _program,
  activityTypeId: _activity,
  startsOn: _starts,
  ...changeableFacts
} = seriesFacts.shape;

export const changeSeries = route({
  ...manage,
  method: "PATCH",
  path: "/series/{seriesId}",
  summary: "Change a weekly group from a day on; what was before stays as it was",
  audit: { verb: "series.change", subjects: "none", record: ofInput },
  input: z.object({
    seriesId,
    version: versionSchema,
    /** The first day that the change concerns; today when left out. */
    from: civilDateSchema.optional(),
    ...changeable(changeableFacts),
  }),
  output: seriesSchema,
  errors: { ...booking, "from-past": 409 },
});

export const listSeriesRevisions = route({
  ...read,
  method: "GET",
  path: "/series/{seriesId}/revisions",
  summary: "The history of a weekly group, newest first",
  audit: { verb: "series.history", subjects: "none", record: ofInput },
  input: z.object({ seriesId }),
  output: z.object({ rows: z.array(revisionSchema) }),
});

export const retireSeries = route({
  ...manage,
  method: "POST",
  path: "/series/{seriesId}/retirement",
  summary: "End a weekly group: its coming sessions are cancelled, its memberships end",
  audit: { verb: "series.retire", subjects: "none", record: ofInput },
  input: z.object({ seriesId, version: versionSchema, reason: lineSchema(400) }),
  output: seriesSchema,
  errors: { retired: 409 },
});
