import { accessJobs } from "#server/access/access.jobs.ts";
import { chargesJobs } from "#server/billing/charges/charges.jobs.ts";
import { chartingJobs } from "#server/charting/charting.jobs.ts";
import { exportsJobs } from "#server/exports/exports.jobs.ts";
import { importsJobs } from "#server/imports/imports.jobs.ts";
import type { ErrandHandler } from "#server/platform/outbox/outbox.ts";
import { taskJobs } from "#server/tasks/tasks.jobs.ts";

type Letters = Parameters<typeof accessJobs>[0];
type Services = Parameters<typeof exportsJobs>[0];

/** Whatever the server does by itself once it is asked for, of every noun. */
export const errandHandlers = (letters: Letters, services: Services): readonly ErrandHandler[] => [
  ...accessJobs(letters),
  ...chartingJobs,
  ...taskJobs(letters),
  ...chargesJobs,
  ...exportsJobs(services),
  ...importsJobs,
];
