import { z } from "zod";
import { localeSchema } from "#domain/access/account.ts";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import { instrumentNames } from "#domain/measures/instruments/instrument-list.ts";
import { crisisCallSchema, measureSchema, type Measure } from "#domain/measures/measure.ts";

const requestId = idSchema;
const patientId = idSchema;
const read = { permission: "measures:read", purpose: "treatment" } as const;
const ask = { permission: "measures:ask", purpose: "treatment" } as const;
const ofInput = (input: { requestId: string }) => ({ kind: "measure", id: input.requestId });
const ofOutput = (_: unknown, measure: Pick<Measure, "patientId">) => [measure.patientId];
const ofMeasure = (_: unknown, { measure }: { measure: Measure }) => [measure.patientId];

export const listMeasures = route({
  ...read,
  method: "GET",
  path: "/patients/{patientId}/measures",
  summary: "What was asked of a patient and what they answered, newest first",
  audit: { verb: "measure.list", subjects: (input) => [input.patientId] },
  input: z.object({ patientId }),
  output: z.object({ rows: z.array(measureSchema) }),
});

export const readMeasure = route({
  ...read,
  method: "GET",
  path: "/measure-requests/{requestId}",
  summary: "One measure with its answers",
  audit: { verb: "measure.read", subjects: ofOutput, record: ofInput },
  input: z.object({ requestId }),
  output: measureSchema,
});

export const askMeasure = route({
  ...ask,
  method: "POST",
  path: "/patients/{patientId}/measure-requests",
  summary: "Ask a patient to answer a measure",
  audit: {
    verb: "measure.ask",
    subjects: (input) => [input.patientId],
    record: (_, measure) => ({ kind: "measure", id: measure.id }),
  },
  input: z.object({
    patientId,
    enrollmentId: idSchema,
    instrument: z.enum(instrumentNames),
    dueOn: civilDateSchema,
  }),
  output: measureSchema,
  errors: { "asked-already": 409, "enrollment-ended": 409 },
  status: 201,
});

export const cancelMeasure = route({
  ...ask,
  method: "POST",
  path: "/measure-requests/{requestId}/cancellation",
  summary: "Take back a measure that was asked for; refused once it is completed",
  audit: { verb: "measure.cancel", subjects: ofOutput, record: ofInput },
  input: z.object({ requestId, version: versionSchema, reason: lineSchema(400) }),
  output: measureSchema,
  errors: { completed: 409, cancelled: 409 },
});

const answerInput = z.object({
  requestId,
  item: z.string().max(40),
  /** Null takes an answer back. */
  value: z.int().nullable(),
  /** The language it was read in. */
  language: localeSchema,
});
const answered = z.object({ measure: measureSchema, crisis: crisisCallSchema.nullable() });
const answerErrors = { completed: 409, cancelled: 409 } as const;

export const answerMeasure = route({
  ...ask,
  method: "PUT",
  path: "/measure-requests/{requestId}/answers/{item}",
  summary: "Save one answer that a patient gave aloud; a critical one raises its task at once",
  audit: { verb: "measure.answer", subjects: ofMeasure, record: ofInput },
  input: answerInput,
  output: answered,
  errors: answerErrors,
});

export const completeMeasure = route({
  ...ask,
  method: "POST",
  path: "/measure-requests/{requestId}/completion",
  summary: "Close the answer sheet and score it, or say why it cannot be scored",
  audit: { verb: "measure.complete", subjects: ofOutput, record: ofInput },
  input: z.object({ requestId }),
  output: measureSchema,
  errors: { ...answerErrors, "nothing-answered": 409 },
});

const own = { permission: "my-measures:answer", purpose: "treatment" } as const;

export const listMyMeasures = route({
  ...own,
  method: "GET",
  path: "/my/measures",
  summary: "The check-ins one has sent, newest first",
  audit: { verb: "my-measure.list", subjects: (_, { patientId: mine }) => [mine] },
  input: z.object({}),
  output: z.object({
    patientId,
    rows: z.array(
      z.object({
        requestId,
        instrument: z.enum(instrumentNames),
        completedAt: instantSchema,
      }),
    ),
  }),
});

export const readMyMeasure = route({
  ...own,
  method: "GET",
  path: "/my/measures/{requestId}",
  summary: "One check-in of one's own",
  audit: { verb: "my-measure.read", subjects: ofMeasure, record: ofInput },
  input: z.object({ requestId }),
  output: answered,
});

export const answerMyMeasure = route({
  ...own,
  method: "PUT",
  path: "/my/measures/{requestId}/answers/{item}",
  summary: "Save one answer; a critical one tells the team at once",
  audit: { verb: "my-measure.answer", subjects: ofMeasure, record: ofInput },
  input: answerInput,
  output: answered,
  errors: answerErrors,
});

export const completeMyMeasure = route({
  ...own,
  method: "POST",
  path: "/my/measures/{requestId}/completion",
  summary: "Done: the check-in goes to the team",
  audit: { verb: "my-measure.complete", subjects: ofMeasure, record: ofInput },
  input: z.object({ requestId }),
  output: answered,
  errors: { ...answerErrors, "nothing-answered": 409 },
});
