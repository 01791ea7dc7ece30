import * as api from "#domain/diagnoses/diagnosis.api.ts";
import { searchCodeSet } from "#domain/diagnoses/code-set.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";

export const diagnosisRoutes: readonly MountedRoute[] = [
  on(api.searchDiagnoses, ({ input }) => ({
    rows: [...searchCodeSet(input.q, input.on, input.limit)],
  })),
];
