import type { Child } from "../frame/child.ts";
import type { Measurement } from "../frame/benchmark.ts";
import { cpuMsOf, cpuMsOfPostgres, rssMbOf } from "../frame/process-usage.ts";
import { loadResultSchema, type LoadPlan } from "./load-plan.ts";

/** A server to be measured, and the PostgreSQL behind it. */
export interface MeasuredServer {
  readonly pid: number;
  readonly postgresPid: number;
}

const warmUpSeconds = 0.5;

const perRequest = (before: number | null, after: number | null, requests: number) =>
  before === null || after === null ? null : (after - before) / requests;

/** Warms a server up, then drives it for `plan.seconds`: requests a second, latencies, CPU time per request. */
export const measureServer = async (
  generator: Child,
  server: MeasuredServer,
  plan: LoadPlan,
): Promise<Measurement> => {
  await generator.ask({ ...plan, seconds: warmUpSeconds });
  const nodeBefore = cpuMsOf(server.pid);
  const postgresBefore = cpuMsOfPostgres(server.postgresPid);
  const result = loadResultSchema.parse(await generator.ask(plan));
  const { requests, failures, seconds, p50Ms, p95Ms, p99Ms } = result;
  const postgresAfter = cpuMsOfPostgres(server.postgresPid);
  return {
    value: (requests - failures) / seconds,
    failures,
    figures: {
      p50Ms,
      p95Ms,
      p99Ms,
      nodeCpuMs: perRequest(nodeBefore, cpuMsOf(server.pid), requests),
      postgresCpuMs: perRequest(postgresBefore, postgresAfter, requests),
      rssMb: rssMbOf(server.pid),
    },
  };
};
