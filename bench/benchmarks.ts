import { apiRead } from "./api-read/api-read.ts";
import type { Benchmark } from "./frame/benchmark.ts";
import { start } from "./start/start.ts";
import { auditVerify } from "./trail/audit-verify.ts";
import { auditWrite } from "./trail/audit-write.ts";
import { txOpen } from "./transaction/tx-open.ts";
import { webFirst } from "./web-first/web-first.ts";

/** Every benchmark there is, in the order they run. */
export const benchmarks: readonly Benchmark[] = [
  apiRead,
  txOpen,
  auditWrite,
  auditVerify,
  start,
  webFirst,
];
