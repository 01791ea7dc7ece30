import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { say } from "../bootstrap/progress.mjs";
import { canInstallPackages, installPackages } from "./apt-packages.ts";

const binDir = "/usr/lib/postgresql/15/bin";
const clusterSettings = "/etc/postgresql-common/createcluster.conf";
/** Where the package puts its own settings when it finds ours in their place. */
const packagedSettings = `${clusterSettings}.ucf-dist`;

/**
 * The programs of PostgreSQL 15 as Debian packages them, the oldest version that Stepwell runs on;
 * installed where root may do so. Undefined when this machine cannot have them.
 */
export const debianPostgres = (): string | undefined => {
  if (isThere()) return binDir;
  if (!canInstallPackages()) return undefined;
  say("Installing PostgreSQL 15 from Debian");
  withoutNewCluster(() => installPackages(["postgresql-15"]));
  return isThere() ? binDir : undefined;
};

const isThere = (): boolean => existsSync(path.join(binDir, "initdb"));

/** The package would make a database and start it on every boot; nobody has asked for one. */
const withoutNewCluster = (install: () => void): void => {
  const before = existsSync(clusterSettings) ? readFileSync(clusterSettings) : undefined;
  mkdirSync(path.dirname(clusterSettings), { recursive: true });
  writeFileSync(clusterSettings, "create_main_cluster = false\n");
  try {
    install();
  } finally {
    rmSync(clusterSettings);
    if (before !== undefined) writeFileSync(clusterSettings, before);
    else if (existsSync(packagedSettings)) renameSync(packagedSettings, clusterSettings);
  }
};
