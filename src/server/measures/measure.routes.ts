import * as api from "#domain/measures/measure.api.ts";
import { readMyToday } from "#domain/measures/my-today.api.ts";
import * as own from "#server/measures/my-measures.service.ts";
import * as measures from "#server/measures/measure.service.ts";
import { getMyToday } from "#server/measures/my-today.service.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";

export const measureRoutes: readonly MountedRoute[] = [
  on(api.listMeasures, ({ work, input }) => measures.listMeasures(work, input.patientId)),
  on(api.readMeasure, ({ work, input }) => measures.getMeasure(work, input.requestId)),
  on(api.askMeasure, ({ work, input }) => measures.askMeasure(work, input)),
  on(api.cancelMeasure, ({ work, input }) => measures.cancelMeasure(work, input)),
  on(api.answerMeasure, ({ work, input }) =>
    measures.answerMeasure(work, input, { answeredBy: "staff" }),
  ),
  on(api.completeMeasure, ({ work, input }) => measures.completeMeasure(work, input.requestId)),
  on(api.listMyMeasures, ({ work }) => own.listMyMeasures(work)),
  on(api.readMyMeasure, ({ work, input }) => own.readMyMeasure(work, input.requestId)),
  on(api.answerMyMeasure, ({ work, input }) => own.answerMyMeasure(work, input)),
  on(api.completeMyMeasure, ({ work, input }) => own.completeMyMeasure(work, input.requestId)),
  on(readMyToday, ({ work, session }) => getMyToday(work, session.zone)),
];
