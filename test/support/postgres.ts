import { rmSync } from "node:fs";
import type { EmbeddedPostgres } from "#server/platform/postgres/embedded-postgres.ts";
import { startPostgres } from "#server/platform/postgres/start-postgres.ts";
import { makeThrowawayFolder, sweepThrowawayFolders } from "./throwaway-folder.ts";

/** The folder of another PostgreSQL's programs, when the tests are to run on that one. */
export const testedBinDir = process.env["STEPWELL_POSTGRES_BIN"];

/** Starts an empty PostgreSQL that forgets everything when stopped, or when this process is ended. */
export const startThrowawayPostgres = async (): Promise<EmbeddedPostgres> => {
  await sweepThrowawayFolders();
  const folder = makeThrowawayFolder();
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const postgres = await startPostgres({
      dataDir: folder,
      ...(testedBinDir === undefined ? {} : { binDir: testedBinDir }),
      durable: false,
    });
    const drop = () => {
      process.kill(postgres.pid, "SIGQUIT");
      rmSync(postgres.socketDir, { recursive: true, force: true });
      remove();
    };
    process.once("exit", drop);
    const stop = async () => {
      process.off("exit", drop);
      await postgres.stop();
      remove();
    };
    return { ...postgres, stop };
  } catch (error) {
    remove();
    throw error;
  }
};
