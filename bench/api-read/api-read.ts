import type { Benchmark, Case, Contender, OpenBenchmark } from "../frame/benchmark.ts";
import { startChild, type Child } from "../frame/child.ts";
import { Stage } from "../frame/stage.ts";
import { layGround, type Ground } from "../ground/ground.ts";
import { measureServer } from "../load/measure-server.ts";
import { startBareReader, startProductReader, type ReadServer } from "./read-servers.ts";

interface Connections extends Case {
  readonly connections: number;
}
const cases: readonly Connections[] = [1, 8].map((connections) => ({
  name: `c=${connections}`,
  connections,
  unit: "req/s",
  targets: [{ ratioAtLeast: 0.45 }],
}));

/** Long enough for the compiler of each server to have seen its code often: all of them run for months, not for seconds. */
const warmUp = { connections: 8, seconds: 4 };

const contenderOf = async (
  server: ReadServer,
  { clinic, postgres }: Ground,
  generator: Child,
): Promise<Contender> => {
  const paths = clinic.siteIds.map((id) => `/api/sites/${id}`);
  const headers = { cookie: `stepwell_session=${clinic.token}` };
  const plan = { port: server.port, paths, headers };
  await generator.ask({ ...plan, ...warmUp });
  return {
    name: server.name,
    role: server.role,
    answer: async () => {
      const response = await fetch(`http://127.0.0.1:${server.port}${paths[0]}`, { headers });
      return response.text();
    },
    measure: (one, seconds) => {
      const { connections = 1 } = cases.find((known) => known.name === one.name) ?? {};
      const measured = { pid: server.pid, postgresPid: postgres.pid };
      return measureServer(generator, measured, { ...plan, connections, seconds });
    },
  };
};

const open = async (stage: Stage): Promise<OpenBenchmark> => {
  const ground = await layGround(stage);
  const generator = await startChild("load/load-process.ts");
  stage.onClose(() => generator.stop());
  const servers = [
    await startProductReader(stage, ground),
    await startBareReader(stage, ground, "each"),
    await startBareReader(stage, ground, "batched"),
  ];
  const contenders: Contender[] = [];
  for (const server of servers) contenders.push(await contenderOf(server, ground, generator));
  return { cases, contenders, notes: ground.notes, close: () => stage.close() };
};

export const apiRead: Benchmark = {
  name: "api.read",
  summary:
    "GET of one record with session, permission, row-level security, parsed answer and a durable line of the trail, against fastify and pg with the same select and a durable row",
  open: () => Stage.fill(open),
};
