import { apiRead } from "./api-read/api-read.ts";
import { chartFlat, chartOpen } from "./chart-open/chart-open.ts";
import { claimsExport } from "./claims-export/claims-export.ts";
import { day } from "./day/day.ts";
import type { Benchmark } from "./frame/benchmark.ts";
import { hands } from "./hands/hands.ts";
import { importPeople } from "./import-people/import-people.ts";
import { patientSearch } from "./patient-search/patient-search.ts";
import { noteGroup } from "./note-group/note-group.ts";
import { start } from "./start/start.ts";
import { auditVerify } from "./trail/audit-verify.ts";
import { auditWrite } from "./trail/audit-write.ts";
import { txOpen } from "./transaction/tx-open.ts";
import { webAction } from "./web-action/web-action.ts";
import { webFirst } from "./web-first/web-first.ts";
import { x12Generate } from "./x12-parse/x12-generate.ts";
import { x12Parse } from "./x12-parse/x12-parse.ts";
import { x12Validate } from "./x12-parse/x12-validate.ts";

/** Every benchmark there is, in the order they run. */
export const benchmarks: readonly Benchmark[] = [
  apiRead,
  txOpen,
  noteGroup,
  auditWrite,
  auditVerify,
  chartFlat,
  chartOpen,
  patientSearch,
  start,
  day,
  webFirst,
  webAction,
  hands,
  x12Parse,
  x12Validate,
  x12Generate,
  claimsExport,
  importPeople,
];
