import { setTimeout as pause } from "node:timers/promises";
import Fastify from "fastify";
import pg from "pg";
import { answerParent } from "../frame/child.ts";
import { bareClusterUrl, startBareCluster, stopBareCluster } from "./bare-cluster.ts";

// The least a start can be: PostgreSQL, fastify and one connection, ready when a select has been answered.

const folder = process.env["BENCH_FOLDER"] ?? "";
const postgres = startBareCluster(folder);
process.on("SIGTERM", () => void stopBareCluster(postgres).then(() => process.exit()));

const pool = new pg.Pool({ connectionString: bareClusterUrl(folder), max: 1 });
pool.on("error", () => {});
const app = Fastify();
app.get("/ready", async () => {
  const { rows } = await pool.query("select 1 as one");
  return rows[0];
});
await app.listen({ host: "127.0.0.1", port: 0 });
const isReady = () => app.inject("/ready").then((reply) => reply.statusCode === 200);
while (!(await isReady())) await pause(2);

const address = app.server.address();
answerParent(() => Promise.resolve({}), address instanceof Object ? { port: address.port } : {});
