import { z } from "zod";
import { startChild } from "../frame/child.ts";
import type { Stage } from "../frame/stage.ts";
import { makeBenchFolder, removeBenchFolder } from "../ground/bench-folder.ts";
import type { Ground } from "../ground/ground.ts";
import { startProductServer } from "../ground/product-server.ts";
import type { Contender } from "../frame/benchmark.ts";

/** A server that answers `GET /api/sites/{siteId}` over the ground's database. */
export interface ReadServer {
  readonly name: string;
  readonly role: Contender["role"];
  readonly pid: number;
  readonly port: number;
}

const helloSchema = z.object({ port: z.int() });

export const startProductReader = async (stage: Stage, ground: Ground): Promise<ReadServer> => {
  const dataDir = makeBenchFolder();
  stage.onClose(() => removeBenchFolder(dataDir));
  const product = await startProductServer({ dataDir, databaseUrl: ground.place.appUrl });
  stage.onClose(() => product.stop());
  return { name: "Stepwell", role: "subject", pid: product.pid, port: product.port };
};

/** `each` writes the line of a read in the statement that reads; `batched` those of one turn of the event loop together. */
export const startBareReader = async (
  stage: Stage,
  ground: Ground,
  trail: "each" | "batched",
): Promise<ReadServer> => {
  const child = await startChild("api-read/bare-read-process.ts", {
    BENCH_PLACE: JSON.stringify(ground.place),
    BENCH_TRAIL: trail,
  });
  stage.onClose(() => child.stop());
  const name = trail === "each" ? "bare, one statement" : "bare, lines batched";
  return { name, role: "ceiling", pid: child.pid, port: helloSchema.parse(child.hello).port };
};
