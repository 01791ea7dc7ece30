import { apiRead } from "./api-read/api-read.ts";
import type { Benchmark } from "./frame/benchmark.ts";
import { start } from "./start/start.ts";
import { auditVerify } from "./trail/audit-verify.ts";
import { auditWrite } from "./trail/audit-write.ts";
import { txOpen } from "./transaction/tx-open.ts";
import { webFirst } from "./web-first/web-first.ts";
import { x12Generate } from "./x12-parse/x12-generate.ts";
import { x12Parse } from "./x12-parse/x12-parse.ts";

/** Every benchmark there is, in the order they run. */
export const benchmarks: readonly Benchmark[] = [
  apiRead,
  txOpen,
  auditWrite,
  auditVerify,
  start,
  webFirst,
  x12Parse,
  x12Generate,
];
