import { startPostgres } from "#server/platform/postgres/start-postgres.ts";

// Started by tests as a process of its own, to be killed: holds PostgreSQL on the folder it is given.
const [dataDir = "", binDir] = process.argv.slice(2);
const postgres = await startPostgres({
  dataDir,
  ...(binDir === undefined ? {} : { binDir }),
  durable: false,
  settings: { synchronous_commit: "on" },
});
console.log(`ready ${postgres.pid}`);
await postgres.exited;
