import path from "node:path";
import { bundleBudgets } from "./bundle-budgets.ts";
import { deadCode } from "./dead-code.ts";
import { format } from "./format.ts";
import { kitReach } from "./kit-reach.ts";
import { lintConfigFresh } from "./lint-config-fresh.ts";
import { lint } from "./lint.ts";
import { largestFiles, namesAndSizes } from "./names-and-sizes.ts";
import { schemaUnchanged } from "./printed-schema.ts";
import { screenColours } from "./screen-colours.ts";
import { runSteps } from "./step.ts";
import type { Step, StepResult } from "./step.ts";
import { suppressions } from "./suppressions.ts";
import { typeCheck } from "./type-check.ts";

/** What `npm run check` goes through; the long ones first, two at a time. */
const steps: readonly Step[] = [
  { name: "bundle budgets", run: bundleBudgets },
  { name: "types", run: typeCheck },
  { name: "lint, import rules, cycles", run: lint },
  { name: "schema and row types unchanged", run: schemaUnchanged },
  { name: "dead code", run: deadCode },
  { name: "format", run: format },
  { name: "import rules up to date", run: lintConfigFresh },
  { name: "names and sizes", run: namesAndSizes },
  { name: "colours stay in web/ui", run: screenColours },
  { name: "patients load no kit", run: kitReach },
  { name: "suppressions have a reason", run: suppressions },
];

const help = `node bin/check/check.ts [--json] [step …]

Checks types, lint, import rules, format, dead code, names, sizes, the printed schema and the bundle budgets.
Words choose the steps whose name holds one of them. --json prints one object and nothing else.
`;

const root = path.resolve(import.meta.dirname, "../..");

const tell = ({ name, ok, seconds, problems, note }: StepResult): void => {
  const line = [
    ok ? "ok    " : "failed",
    `${seconds.toFixed(1).padStart(5)} s `,
    name,
    note && `(${note})`,
  ];
  process.stdout.write(`${line.filter((part) => part !== "").join(" ")}\n`);
  for (const problem of problems) process.stdout.write(`         ${problem}\n`);
};

const run = async (args: readonly string[]): Promise<number> => {
  if (args.includes("--help")) {
    process.stdout.write(help);
    return 0;
  }
  const words = args.filter((arg) => !arg.startsWith("--"));
  const chosen = steps.filter(
    ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
  );
  const json = args.includes("--json");
  const results = await runSteps(chosen, { root, atOnce: 2, tell: json ? () => {} : tell });
  const failed = results.filter((result) => !result.ok).length;
  const passed = results.length - failed;
  if (json) process.stdout.write(`${JSON.stringify({ passed, failed, steps: results })}\n`);
  else
    process.stdout.write(
      `\nlargest files\n${largestFiles(root).join("\n")}\n\n${passed} passed, ${failed} failed\n`,
    );
  return failed === 0 && passed > 0 ? 0 : 1;
};

process.exitCode = await run(process.argv.slice(2));
