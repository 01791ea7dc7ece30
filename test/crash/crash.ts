import { rmSync } from "node:fs";
import { makeThrowawayFolder, sweepThrowawayFolders } from "#test/support/throwaway-folder.ts";
import { crashRun } from "./crash-run.ts";
import { freePort } from "./free-port.ts";
import { OptionRefused, readOptions, usage } from "./options.ts";
import { reportLines } from "./report-lines.ts";

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Answers the exit code: 0 when nothing was lost, 1 when something was, 2 for wrong options. */
const main = async (args: readonly string[]): Promise<number> => {
  const options = readOptions(args);
  if (options === undefined) {
    process.stdout.write(usage);
    return 0;
  }
  say(`seed ${options.seed}`);
  await sweepThrowawayFolders();
  const dataDir = makeThrowawayFolder();
  try {
    const place = { dataDir, port: await freePort(), binDir: process.env["STEPWELL_POSTGRES_BIN"] };
    const report = await crashRun(place, options, say);
    process.stdout.write(`${reportLines(report).join("\n")}\n`);
    return report.checks.every((check) => check.problems.length === 0) ? 0 : 1;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof OptionRefused)) throw error;
  say(error.message);
  process.exitCode = 2;
}
