import * as api from "#domain/programs/program.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import { getHistory } from "#server/platform/revision.ts";
import * as programs from "#server/programs/program.service.ts";

export const programRoutes: readonly MountedRoute[] = [
  on(api.listPrograms, ({ work, input }) => programs.listPrograms(work, input)),
  on(api.readProgram, ({ work, input }) => programs.getProgram(work, input.programId)),
  on(api.createProgram, ({ work, input }) => programs.createProgram(work, input)),
  on(api.changeProgram, ({ work, input }) => programs.changeProgram(work, input)),
  on(api.listProgramRevisions, ({ work, input }) => getHistory(work, "program", input.programId)),
  on(api.retireProgram, ({ work, input }) => programs.retireProgram(work, input)),
  on(api.bringBackProgram, ({ work, input }) => programs.bringBackProgram(work, input)),
];
