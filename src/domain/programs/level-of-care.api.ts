import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { revisionSchema } from "#domain/basics/revision.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { changeable, versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import {
  levelOfCareFacts,
  levelOfCareSchema,
  levelOfCareUseSchema,
} from "#domain/programs/level-of-care.ts";

const levelOfCareId = idSchema;
const read = { permission: "programs:read", purpose: "operations" } as const;
const manage = { permission: "programs:manage", purpose: "operations" } as const;
const ofInput = (input: { levelOfCareId: string }) => ({
  kind: "level-of-care",
  id: input.levelOfCareId,
});

export const listLevelsOfCare = route({
  ...read,
  method: "GET",
  path: "/levels-of-care",
  summary: "The levels of care by rank, retired ones among them",
  audit: { verb: "level-of-care.list", subjects: "none" },
  input: z.object({}),
  output: z.object({ rows: z.array(levelOfCareSchema) }),
});

export const changeLevelOfCare = route({
  ...manage,
  method: "PATCH",
  path: "/levels-of-care/{levelOfCareId}",
  summary: "Change a level of care",
  audit: { verb: "level-of-care.change", subjects: "none", record: ofInput },
  input: z.object({ levelOfCareId, version: versionSchema, ...changeable(levelOfCareFacts.shape) }),
  output: levelOfCareSchema,
  errors: { retired: 409 },
});

export const listLevelOfCareRevisions = route({
  ...read,
  method: "GET",
  path: "/levels-of-care/{levelOfCareId}/revisions",
  summary: "The history of a level of care, newest first",
  audit: { verb: "level-of-care.history", subjects: "none", record: ofInput },
  input: z.object({ levelOfCareId }),
  output: z.object({ rows: z.array(revisionSchema) }),
});

export const readLevelOfCareUse = route({
  ...manage,
  method: "GET",
  path: "/levels-of-care/{levelOfCareId}/use",
  summary: "Who has a level of care: the programs that offer it, and how many stays go on at it",
  audit: { verb: "level-of-care.use", subjects: "none", record: ofInput },
  input: z.object({ levelOfCareId }),
  output: levelOfCareUseSchema,
});

export const retireLevelOfCare = route({
  ...manage,
  method: "POST",
  path: "/levels-of-care/{levelOfCareId}/retirement",
  summary: "Retire a level of care; what refers to it stays as it was",
  audit: { verb: "level-of-care.retire", subjects: "none", record: ofInput },
  input: z.object({ levelOfCareId, version: versionSchema, reason: lineSchema(400) }),
  output: levelOfCareSchema,
  errors: { retired: 409 },
});

export const bringBackLevelOfCare = route({
  ...manage,
  method: "DELETE",
  path: "/levels-of-care/{levelOfCareId}/retirement",
  summary: "Take a level of care into use again",
  audit: { verb: "level-of-care.bring-back", subjects: "none", record: ofInput },
  input: z.object({ levelOfCareId, version: versionSchema }),
  output: levelOfCareSchema,
  errors: { "not-retired": 409 },
});
