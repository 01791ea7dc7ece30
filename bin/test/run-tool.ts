import { mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "../bootstrap/paths.mjs";
import { runScript } from "../bootstrap/run-script.mjs";
import type { Outcome } from "./outcome.ts";
import { readReportFile, type ReadReport } from "./reports.ts";

/** Thrown when a person or the machine asked the test run to end. */
export class TestsStopped extends Error {
  override readonly name = "TestsStopped";
}

/** A tool that tests, and how its report is read. */
export interface Tool {
  /** Its script, below the project, and its arguments; it writes its report into the given file. */
  readonly script: (report: string) => readonly string[];
  readonly env?: (report: string) => Readonly<Record<string, string>>;
  /** True for a tool that writes its report where others talk to people. */
  readonly reportsOnOutput?: boolean;
  readonly read: ReadReport;
}

const patienceMilliseconds = 15_000;

const productSetting =
  /^(PORT|HOST|LOG_LEVEL|(DATABASE|SMTP|MAIL|METRICS)_.*|STEPWELL_(?!FIXTURES$).*)$/;

/**
 * Takes the developer's own settings out of the environment of everything this run starts: tests have
 * databases and folders of their own, and must not find somebody's real ones.
 */
export const forgetProductSettings = (): void => {
  for (const name of Object.keys(process.env)) {
    if (productSetting.test(name)) delete process.env[name];
  }
};

/** Runs the tool, showing what it says, and gives what its report tells. */
export const runTool = async (tool: Tool): Promise<Outcome> => {
  const folder = mkdtempSync(path.join(tmpdir(), "stepwell-report-"));
  const report = path.join(folder, "report.json");
  const output = tool.reportsOnOutput ? openSync(report, "w") : "inherit";
  try {
    const [script = "", ...args] = tool.script(report);
    const { code, wasStopped } = await runScript(
      process.execPath,
      [path.join(root, script), ...args],
      {
        cwd: root,
        stdio: ["ignore", output, "inherit"],
        patienceMilliseconds,
        env: tool.env?.(report) ?? {},
      },
    );
    if (wasStopped) throw new TestsStopped("stopped");
    return readReportFile(report, tool.read, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
