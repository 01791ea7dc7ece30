import { existsSync } from "node:fs";
import { spawnSync } from "node:child_process";

/** Whether packages of Debian can be installed here: root on a machine that has apt. */
export const canInstallPackages = (): boolean =>
  process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");

const minutes = 60_000;

/** Installs packages of Debian without asking anything; tells whether that worked. */
export const installPackages = (names: readonly string[]): boolean => {
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (args: readonly string[], timeout: number) =>
    spawnSync("apt-get", ["-qq", "-o", "DPkg::Lock::Timeout=120", ...args], {
      env: environment,
      stdio: "ignore",
      timeout,
    }).status === 0;
  // A list of packages that could not be renewed may still know the package.
  run(["update"], 3 * minutes);
  const keepSettings = ["-o", "Dpkg::Options::=--force-confold"];
  return run(["install", "-y", "--no-install-recommends", ...keepSettings, ...names], 10 * minutes);
};
