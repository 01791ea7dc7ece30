import { answerParent } from "../frame/child.ts";
import { percentile } from "../frame/statistics.ts";
import { Connection } from "./connection.ts";
import { loadPlanSchema, type LoadPlan, type LoadResult } from "./load-plan.ts";

// The load generator, a process of its own: its CPU time is not the server's.

const requestsOf = (plan: LoadPlan): readonly Buffer[] => {
  const headers = Object.entries(plan.headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return plan.paths.map((path) =>
    Buffer.from(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${headers.join("")}\r\n`, "latin1"),
  );
};

const run = async (plan: LoadPlan): Promise<LoadResult> => {
  const requests = requestsOf(plan);
  const opened = Array.from({ length: plan.connections }, () => Connection.open(plan.port));
  const connections = await Promise.all(opened);
  const latencies: number[] = [];
  let failures = 0;
  let next = 0;
  const startedAt = performance.now();
  const endsAt = startedAt + plan.seconds * 1000;
  const drive = async (connection: Connection): Promise<void> => {
    let now = performance.now();
    while (now < endsAt) {
      const request = requests[next++ % requests.length];
      if (request === undefined) return;
      const status = await connection.send(request);
      const after = performance.now();
      latencies.push(after - now);
      if (status < 200 || status > 299) failures++;
      now = after;
    }
  };
  await Promise.all(connections.map(drive));
  const seconds = (performance.now() - startedAt) / 1000;
  for (const connection of connections) connection.close();
  const sorted = Float64Array.from(latencies).toSorted();
  return {
    requests: latencies.length,
    failures,
    seconds,
    p50Ms: percentile(sorted, 0.5),
    p95Ms: percentile(sorted, 0.95),
    p99Ms: percentile(sorted, 0.99),
  };
};

answerParent((question) => run(loadPlanSchema.parse(question)));
