import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { testedBinDir } from "#test/support/postgres.ts";
import { makeThrowawayFolder } from "#test/support/throwaway-folder.ts";
import { findPostgres } from "./find-postgres.ts";
import { locate } from "./location.ts";
import { processIdentity } from "./process-identity.ts";
import { startPostgres } from "./start-postgres.ts";

/** Made once for the tests that need data; those about a first start take a folder of their own. */
const filled = makeThrowawayFolder();
let fresh: string;
beforeAll(async () => {
  const postgres = await start(filled);
  const client = new pg.Client({ connectionString: postgres.ownerUrl("stepwell") });
  await client.connect();
  await client.query("create table kept ()");
  await client.end();
  await postgres.stop();
});
beforeEach(() => {
  fresh = makeThrowawayFolder();
});
afterEach(() => rmSync(fresh, { recursive: true, force: true }));
afterAll(() => rmSync(filled, { recursive: true, force: true }));

const start = (folder: string) =>
  startPostgres({
    dataDir: folder,
    ...(testedBinDir === undefined ? {} : { binDir: testedBinDir }),
    durable: false,
    // What was said to be committed has to be there after a kill.
    settings: { synchronous_commit: "on" },
  });

const holdInAnotherProcess = (folder: string, binDir = testedBinDir): ChildProcess => {
  const script = path.resolve("test/support/hold-postgres.ts");
  const args = binDir === undefined ? [folder] : [folder, binDir];
  return spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "inherit"] });
};

const killServer = async (server: ChildProcess): Promise<void> => {
  expect(server.exitCode, "it ended before it was killed").toBeNull();
  const gone = once(server, "exit");
  server.kill("SIGKILL");
  await gone;
};

const readyServer = async (): Promise<{ server: ChildProcess; postmaster: number }> => {
  const server = holdInAnotherProcess(filled);
  const [chunk] = (await once(server.stdout ?? server, "data")) as [Buffer];
  return { server, postmaster: Number(/ready (\d+)/.exec(chunk.toString())?.[1]) };
};

const addRow = async (url: string): Promise<number> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("insert into kept default values");
  const { rows } = await client.query<{ count: number }>("select count(*)::int from kept");
  await client.end();
  return rows[0]?.count ?? 0;
};

test("stops the PostgreSQL of a killed server and goes on with its data", async () => {
  const { server, postmaster } = await readyServer();
  const before = await addRow(findPostgres(filled, testedBinDir)?.ownerUrl("stepwell") ?? "");
  await killServer(server);
  expect(processIdentity(postmaster)).toBeDefined();

  const postgres = await start(filled);
  expect(processIdentity(postmaster)).toBeUndefined();
  expect(await addRow(postgres.ownerUrl("stepwell"))).toBe(before + 1);
  await postgres.stop();
});

test("refuses while the server that started it lives, and leaves its PostgreSQL alone", async () => {
  const { server, postmaster } = await readyServer();
  await expect(start(filled)).rejects.toThrow(`in use by process ${server.pid}`);
  expect(processIdentity(postmaster)).toBeDefined();
  await killServer(server);
  await (await start(filled)).stop();
});

test("starts after PostgreSQL itself was killed in the middle of long work", async () => {
  const first = await start(filled);
  const before = await addRow(first.ownerUrl("stepwell"));
  const client = new pg.Client({ connectionString: first.ownerUrl("stepwell") });
  // The driver tells of a lost connection here too; the query below is what is looked at.
  client.on("error", () => undefined);
  await client.connect();
  const work = client.query("select count(*) from generate_series(1, 5e9) as n").catch(() => "cut");
  await pause(200);
  process.kill(first.pid, "SIGKILL");
  await first.exited;

  const second = await start(filled);
  expect(await addRow(second.ownerUrl("stepwell"))).toBe(before + 1);
  await second.stop();
  expect(await work).toBe("cut");
});

test("is not held up by a number that was given to another program since", async () => {
  const dataDir = path.join(filled, readdirSync(filled).find((name) => /^pg\d+$/.test(name)) ?? "");
  writeFileSync(path.join(dataDir, "postmaster.pid"), `${process.pid}\n${dataDir}\n`);
  await (await start(filled)).stop();
});

test.each([60, 250, 450, 650])(
  "recovers from a kill %i ms into the first start",
  async (milliseconds) => {
    const server = holdInAnotherProcess(fresh);
    await pause(milliseconds);
    await killServer(server);

    await startAndEnter(fresh);
    expect(unfinishedIn(fresh)).toEqual([]);
  },
);

test.runIf(process.platform === "linux")(
  "stops an initdb that outlived its killed start before it makes the folder anew",
  async () => {
    const { binDir, initdb } = programsThatWait();
    const server = holdInAnotherProcess(fresh, binDir);
    await expect.poll(initdb).toBeGreaterThan(0);
    const outlived = initdb();
    await killServer(server);
    expect(processIdentity(outlived)).toBeDefined();

    await startAndEnter(fresh);
    expect(processIdentity(outlived)).toBeUndefined();
    expect(unfinishedIn(fresh)).toEqual([]);
  },
);

const startAndEnter = async (folder: string): Promise<void> => {
  const postgres = await start(folder);
  const client = new pg.Client({ connectionString: postgres.appUrl("stepwell") });
  await client.connect();
  await client.end();
  await postgres.stop();
};

const unfinishedIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.includes("unfinished"));

/** Programs whose initdb never comes to anything, and its number once it runs. */
const programsThatWait = () => {
  const binDir = path.join(fresh, "waiting");
  const said = path.join(binDir, "said");
  mkdirSync(said, { recursive: true });
  chmodSync(said, 0o777);
  const { binDir: real } = locate(fresh, testedBinDir);
  symlinkSync(path.join(real, "postgres"), path.join(binDir, "postgres"));
  const script = `#!/bin/sh\necho $$ > ${said}/initdb\nexec sleep 60\n`;
  writeFileSync(path.join(binDir, "initdb"), script, { mode: 0o755 });
  return {
    binDir,
    initdb: (): number =>
      existsSync(`${said}/initdb`) ? Number(readFileSync(`${said}/initdb`, "utf8")) : 0,
  };
};
