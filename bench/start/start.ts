import { setTimeout as pause } from "node:timers/promises";
import type { Benchmark, Case, Contender, Measurement, OpenBenchmark } from "../frame/benchmark.ts";
import { startChild, type Child } from "../frame/child.ts";
import { rssMbOf } from "../frame/process-usage.ts";
import { Stage } from "../frame/stage.ts";
import { startBareReader, startProductReader, type ReadServer } from "../api-read/read-servers.ts";
import { makeBenchFolder, removeBenchFolder } from "../ground/bench-folder.ts";
import { layGround, type Ground } from "../ground/ground.ts";
import { startProductServer } from "../ground/product-server.ts";
import { makeBareCluster } from "./bare-cluster.ts";

const cases = [
  { name: "warm start", unit: "ms", targets: [{ atMost: 1500 }] },
  { name: "from nothing", unit: "ms", targets: [{ atMost: 6000 }] },
  { name: "memory, idle", unit: "MB", targets: [{ atMost: 200 }] },
  { name: "memory, loaded", unit: "MB", targets: [{ atMost: 200 }] },
] as const satisfies readonly Case[];

const settleMs = 1500;
const load = { connections: 8 };

const measured = (value: number | null): Measurement | null =>
  value === null ? null : { value, failures: 0, figures: {} };

const inFolder = async <Result>(use: (folder: string) => Promise<Result> | Result) => {
  const folder = makeBenchFolder();
  try {
    return await use(folder);
  } finally {
    removeBenchFolder(folder);
  }
};

const startOnce = async (dataDir: string): Promise<number> => {
  const product = await startProductServer({ dataDir, isDemo: true });
  await product.stop();
  return product.readyMs;
};

const bareStartOnce = async (folder: string): Promise<number> => {
  const startedAt = performance.now();
  const child = await startChild("start/bare-start-process.ts", { BENCH_FOLDER: folder });
  const readyMs = performance.now() - startedAt;
  await child.stop();
  return readyMs;
};

type StartReader = (stage: Stage) => Promise<ReadServer>;

/** Memory of a fresh process: after a moment of rest, or after `seconds` of reads on eight connections. */
const memoryOf = async (
  startReader: StartReader,
  seconds: number,
  { clinic }: Ground,
  generator: Child,
): Promise<number | null> => {
  const stage = new Stage();
  try {
    const { pid, port } = await startReader(stage);
    if (seconds === 0) await pause(settleMs);
    else {
      const paths = clinic.siteIds.map((id) => `/api/sites/${id}`);
      const headers = { cookie: `stepwell_session=${clinic.token}` };
      await generator.ask({ port, paths, headers, seconds, ...load });
    }
    return rssMbOf(pid);
  } finally {
    await stage.close();
  }
};

const open = async (stage: Stage): Promise<OpenBenchmark> => {
  const ground = await layGround(stage);
  const generator = await startChild("load/load-process.ts");
  stage.onClose(() => generator.stop());
  const [warm, bare] = [makeBenchFolder(), makeBenchFolder()];
  stage.onClose(() => [warm, bare].forEach(removeBenchFolder));
  await startOnce(warm);
  makeBareCluster(bare);

  const contenderOf = (
    name: string,
    role: Contender["role"],
    steps: { warm: () => Promise<number>; nothing: () => Promise<number>; reader: StartReader },
  ): Contender => ({
    name,
    role,
    measure: async (one, seconds) => {
      if (one.name === "warm start") return measured(await steps.warm());
      if (one.name === "from nothing") return measured(await steps.nothing());
      const loadSeconds = one.name === "memory, idle" ? 0 : seconds;
      return measured(await memoryOf(steps.reader, loadSeconds, ground, generator));
    },
  });
  return {
    cases,
    contenders: [
      contenderOf("Stepwell", "subject", {
        warm: () => startOnce(warm),
        nothing: () => inFolder(startOnce),
        reader: (readers) => startProductReader(readers, ground),
      }),
      contenderOf("bare", "ceiling", {
        warm: () => bareStartOnce(bare),
        nothing: () => inFolder((folder) => Promise.resolve(makeBareCluster(folder))),
        reader: (readers) => startBareReader(readers, ground, "each"),
      }),
    ],
    notes: [...ground.notes, "memory is that of node, without PostgreSQL"],
    close: () => stage.close(),
  };
};

export const start: Benchmark = {
  name: "start",
  summary:
    "first 200 of /ready after a warm start and from nothing (initdb, migrations, demo), and memory, against PostgreSQL, fastify and one connection, and against initdb alone",
  open: () => Stage.fill(open),
};
