import { Command } from "commander";
import { summarizeFile, type FileSummary } from "#edi/file-summary.ts";
import { problemList, type X12Problem } from "#edi/x12/problem.ts";
import { answer, withJson } from "#server/app/commands/command.ts";
import { x12AckCommand } from "#server/app/commands/x12-ack.ts";
import { x12CheckCommand } from "#server/app/commands/x12-check.ts";
import { withBytesOf, x12ExitCodes } from "#server/app/commands/x12-file.ts";
import { x12RulesCommand } from "#server/app/commands/x12-rules.ts";
import { x12Sentence } from "#server/app/commands/x12-words.ts";

const shownProblem = (problem: X12Problem) => {
  const { severity, segment, at, code, values } = problem;
  return { severity, segment, text: x12Sentence(problem), at, code, values };
};

/** Reads a file and answers what it holds, what is wrong with it, and the exit code. */
export const readX12File = (file: string) => {
  const found = problemList();
  const summary = withBytesOf(file, (bytes) => summarizeFile(bytes, found));
  const problems = found.found.map(shownProblem);
  if (found.leftOut > 0) {
    const values = { count: found.leftOut };
    const rest = { severity: "error", code: "problems-left-out", segment: "", at: 0 } as const;
    problems.push(shownProblem({ ...rest, values }));
  }
  const isWrong = problems.some(({ severity }) => severity !== "warning");
  const exitCode = summary === undefined ? x12ExitCodes.notX12 : isWrong ? x12ExitCodes.wrong : 0;
  return { interchanges: summary?.interchanges ?? [], problems, exitCode };
};

const saidClaims = (count: number): string => (count === 1 ? "1 claim" : `${count} claims`);

/** `954.00`: X12 leaves out what is nought behind the point, whoever compares sums does not. */
const saidDollars = (total: string | null): string => {
  const [whole, cents = ""] = (total ?? "0").split(".");
  return `${whole}.${cents.padEnd(2, "0")}`;
};

/** What the interchanges of a file hold, line by line. */
export const summaryLines = (interchanges: FileSummary["interchanges"]): readonly string[] =>
  interchanges.flatMap(({ control, groups }) => [
    `interchange ${control}`,
    ...groups.flatMap(({ guide, transactions }) => [
      `  group ${guide}`,
      ...transactions.map((one) => {
        const claims =
          one.claims === null ? "" : `, ${saidClaims(one.claims)}, ${saidDollars(one.total)}`;
        return `    ${one.set} ${one.control}: ${one.segments} segments${claims}`;
      }),
    ]),
  ]);

const read = withJson(new Command("read"))
  .description("say what an X12 file holds and what is wrong with it")
  .argument("<file>", "claims, payments, acknowledgments or any other X12 file")
  .addHelpText(
    "after",
    "\nWhat came back for a file that was sent: stepwell x12 ack. Exit codes: 0 nothing is wrong, 1 it was read and something is wrong, 2 it is no X12 or cannot be read.",
  )
  .action((file: string, options: { json?: boolean }) => {
    const { interchanges, problems, exitCode } = readX12File(file);
    const found = problems.map(
      ({ severity, segment, at, text }) =>
        `${severity.padEnd(8)}${at === 0 ? "" : `segment ${at} `}${segment}: ${text}`,
    );
    answer(options, { interchanges, problems }, [...summaryLines(interchanges), ...found]);
    process.exitCode = exitCode;
  });

/** `stepwell x12`: needs no database and changes nothing. */
export const x12Command = (): Command =>
  new Command("x12")
    .description("files of payers and clearinghouses")
    .addCommand(read)
    .addCommand(x12CheckCommand())
    .addCommand(x12AckCommand())
    .addCommand(x12RulesCommand());
