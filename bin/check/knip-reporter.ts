import type { ReporterOptions } from "knip";

/** Prints what knip found, and how many files it went through: its own reporters do not say that. */
const report = ({ issues, counters, report: wanted, cwd }: ReporterOptions): void => {
  const found = Object.entries(issues)
    .filter(([kind]) => Object.entries(wanted).some(([name, on]) => name === kind && on))
    .flatMap(([kind, files]) =>
      Object.values(files)
        .flatMap((symbols) => Object.values(symbols))
        .map(({ filePath, symbol, line }) => ({
          kind,
          file: filePath.startsWith(cwd) ? filePath.slice(cwd.length + 1) : filePath,
          symbol,
          line: line ?? 0,
        })),
    );
  process.stdout.write(JSON.stringify({ files: counters.processed, found }));
};

export default report;
