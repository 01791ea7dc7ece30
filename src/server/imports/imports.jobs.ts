import { importStepKind } from "#server/imports/import-step-kind.ts";
import { stepImport } from "#server/imports/step-import.service.ts";
import { enqueue, type ErrandHandler } from "#server/platform/outbox/outbox.ts";

/**
 * An import goes on step by step: each is a transaction that asks for the next. A killed server leaves the step it was at
 * waiting, and everything before it done.
 */
export const importsJobs: readonly ErrandHandler[] = [
  {
    kind: importStepKind,
    handle: async (work, { recordId }) => {
      if (recordId !== null && (await stepImport(work, recordId)))
        await enqueue(work, { kind: importStepKind, recordId });
    },
  },
];
