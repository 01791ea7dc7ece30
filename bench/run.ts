import path from "node:path";
import { benchmarks } from "./benchmarks.ts";
import { readEnvironment } from "./frame/environment.ts";
import { OptionRefused, readOptions, usage, type Options } from "./frame/options.ts";
import { benchmarkText, environmentText } from "./frame/report-text.ts";
import { reportOf, writeReport, type Report } from "./frame/report.ts";
import { runBenchmark } from "./frame/rounds.ts";
import { Stage } from "./frame/stage.ts";
import { sweepBenchFolders } from "./ground/bench-folder.ts";
import { coursesText, keepReport, writePage } from "./record/record.ts";

const root = path.resolve(import.meta.dirname, "..");
const names = benchmarks.map((benchmark) => benchmark.name);
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const measure = async (options: Options): Promise<Report> => {
  const environment = readEnvironment(root);
  const pace = { rounds: options.rounds, seconds: options.seconds, speed: options.speed };
  const reports = [];
  for (const benchmark of benchmarks.filter((one) => options.names.includes(one.name))) {
    say(`${benchmark.name}: setting up`);
    const result = await runBenchmark(benchmark, pace, (line) => say(`${benchmark.name}: ${line}`));
    reports.push(reportOf(result));
  }
  return { measuredAt: new Date().toISOString(), pace, environment, benchmarks: reports };
};

const show = (report: Report, options: Options): void => {
  const text = [
    environmentText(report.environment),
    ...report.benchmarks.map((benchmark) => benchmarkText(benchmark)),
  ].join("\n");
  process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : text);
  if (options.out !== undefined) writeReport(path.resolve(options.out), report);
  if (options.keep) keepReport(root, report);
};

const writeFigures = (): number => {
  const missing = writePage(root, names);
  for (const name of missing) say(`docs/performance.md has no place for the figures of ${name}`);
  return missing.length === 0 ? 0 : 1;
};

/** Answers the exit code: 0 when every result counts, whatever it is; 1 when one does not; 2 for wrong options. */
const run = async (args: readonly string[]): Promise<number> => {
  const options = readOptions(args, names);
  if (options.help) {
    process.stdout.write(usage(names));
    return 0;
  }
  if (options.course) {
    process.stdout.write(coursesText(root, options.names));
    return 0;
  }
  if (options.page) return writeFigures();
  const report = await measure(options);
  show(report, options);
  if (options.keep) writeFigures();
  const failed = report.benchmarks.flatMap((benchmark) =>
    benchmark.verdicts.flatMap((verdict) => verdict.failed),
  );
  return failed.length === 0 ? 0 : 1;
};

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.once(signal, () => void Stage.closeAll().then(() => process.exit(1)));
try {
  await sweepBenchFolders();
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof OptionRefused)) throw error;
  say(error.message);
  process.exitCode = 2;
}
