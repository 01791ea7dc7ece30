import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { revisionSchema } from "#domain/basics/revision.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { changeable, versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import { trackFacts, trackSchema } from "#domain/programs/track.ts";

const trackId = idSchema;
const read = { permission: "programs:read", purpose: "operations" } as const;
const manage = { permission: "programs:manage", purpose: "operations" } as const;
const ofInput = (input: { trackId: string }) => ({ kind: "track", id: input.trackId });

export const createTrack = route({
  ...manage,
  method: "POST",
  path: "/programs/{programId}/tracks",
  summary: "Add a track to a program",
  audit: {
    verb: "track.create",
    subjects: "none",
    record: (_, made) => ({ kind: "track", id: made.id }),
  },
  input: z.object({ programId: idSchema, ...trackFacts.shape }),
  output: trackSchema,
  errors: { "name-taken": 409, "program-retired": 409, "label-too-weak": 409 },
  status: 201,
});

export const changeTrack = route({
  ...manage,
  method: "PATCH",
  path: "/tracks/{trackId}",
  summary: "Change a track",
  audit: { verb: "track.change", subjects: "none", record: ofInput },
  input: z.object({ trackId, version: versionSchema, ...changeable(trackFacts.shape) }),
  output: trackSchema,
  errors: { "name-taken": 409, "label-weaker": 409, "label-too-weak": 409, retired: 409 },
});

export const listTrackRevisions = route({
  ...read,
  method: "GET",
  path: "/tracks/{trackId}/revisions",
  summary: "The history of a track, newest first",
  audit: { verb: "track.history", subjects: "none", record: ofInput },
  input: z.object({ trackId }),
  output: z.object({ rows: z.array(revisionSchema) }),
});

export const retireTrack = route({
  ...manage,
  method: "POST",
  path: "/tracks/{trackId}/retirement",
  summary: "Retire a track; what refers to it stays as it was",
  audit: { verb: "track.retire", subjects: "none", record: ofInput },
  input: z.object({ trackId, version: versionSchema, reason: lineSchema(400) }),
  output: trackSchema,
  errors: { retired: 409 },
});

export const bringBackTrack = route({
  ...manage,
  method: "DELETE",
  path: "/tracks/{trackId}/retirement",
  summary: "Take a track into use again",
  audit: { verb: "track.bring-back", subjects: "none", record: ofInput },
  input: z.object({ trackId, version: versionSchema }),
  output: trackSchema,
  errors: { "name-taken": 409, "program-retired": 409, "not-retired": 409 },
});
