import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, mkdirSync } from "node:fs";
import path from "node:path";
import { spawnOptions } from "#server/platform/postgres/database-user.ts";
import { locate } from "#server/platform/postgres/location.ts";

/** Runs `initdb` as the product does, with nothing before or after it; answers how many milliseconds that took. */
export const makeBareCluster = (folder: string): number => {
  const { binDir, dataDir, user } = locate(folder);
  mkdirSync(dataDir, { recursive: true });
  chmodSync(dataDir, 0o700);
  if (user.isOther) chownSync(dataDir, user.uid, user.gid);
  const startedAt = performance.now();
  const { status, stderr } = spawnSync(
    path.join(binDir, "initdb"),
    ["--pgdata", dataDir, "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C"],
    { ...spawnOptions(user), encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`initdb failed: ${stderr}`);
  return performance.now() - startedAt;
};

/** Starts `postgres` on such a folder and waits for nothing. */
export const startBareCluster = (folder: string): ChildProcess => {
  const { binDir, dataDir, user } = locate(folder);
  const settings = ["listen_addresses=", `unix_socket_directories=${dataDir}`, "timezone=UTC"];
  return spawn(
    path.join(binDir, "postgres"),
    ["-D", dataDir, ...settings.flatMap((setting) => ["-c", setting])],
    { ...spawnOptions(user), stdio: "ignore" },
  );
};

export const bareClusterUrl = (folder: string): string =>
  `postgres://postgres@/postgres?host=${locate(folder).dataDir}`;

export const stopBareCluster = async (postgres: ChildProcess): Promise<void> => {
  if (postgres.exitCode !== null || postgres.signalCode !== null) return;
  const gone = once(postgres, "exit");
  postgres.kill("SIGINT");
  await gone;
};
