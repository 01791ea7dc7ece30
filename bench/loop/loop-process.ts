import type { z } from "zod";
import { searchLoops } from "../patient-search/search-loops.ts";
import { chartLoops } from "../chart-open/chart-loops.ts";
import { claimsLoops } from "../claims-export/claims-loops.ts";
import { auditLoops } from "../trail/audit-loops.ts";
import { noteLoops } from "../note-group/note-loops.ts";
import { transactionLoops } from "../transaction/transaction-loops.ts";
import { verificationLoops } from "../trail/verification-loops.ts";
import { answerParent } from "../frame/child.ts";
import { percentile } from "../frame/statistics.ts";
import {
  loopPlaceSchema,
  loopPlanSchema,
  type Loop,
  type LoopPlace,
  type loopResultSchema,
} from "./loop.ts";

// Runs one loop in a process of its own, so that its CPU time and its warmth are its own.

const loops: Readonly<Record<string, (place: LoopPlace) => Promise<Loop>>> = {
  ...auditLoops,
  ...claimsLoops,
  ...noteLoops,
  ...chartLoops,
  ...transactionLoops,
  ...verificationLoops,
  ...searchLoops,
};

const open = loops[process.env["BENCH_LOOP"] ?? ""];
if (open === undefined) throw new Error("BENCH_LOOP names no loop");
const loop = await open(loopPlaceSchema.parse(JSON.parse(process.env["BENCH_PLACE"] ?? "null")));

const run = async (question: unknown): Promise<z.output<typeof loopResultSchema>> => {
  const { workers, seconds } = loopPlanSchema.parse(question);
  const latencies: number[] = [];
  let units = 0;
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;
  const work = async (): Promise<void> => {
    let now = performance.now();
    while (now < endsAt) {
      // Not in one step: `units += await …` would add to what stood there before the wait.
      const done = await loop.turn();
      units += done;
      const after = performance.now();
      latencies.push(after - now);
      now = after;
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  const { user, system } = process.cpuUsage(cpuBefore);
  const sorted = Float64Array.from(latencies).toSorted();
  return {
    units,
    seconds: (performance.now() - startedAt) / 1000,
    cpuMs: (user + system) / 1000,
    p50Ms: percentile(sorted, 0.5),
    p95Ms: percentile(sorted, 0.95),
    p99Ms: percentile(sorted, 0.99),
  };
};

answerParent(run);
