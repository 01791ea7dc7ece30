import { Command } from "commander";
import { scrubRuleIds, type ScrubRuleId } from "#domain/billing/claims/finding.ts";
import { checkFile, type FileFinding } from "#edi/scrub/check-file.ts";
import type { X12ProblemCode } from "#edi/x12/problem.ts";
import { answer, withJson } from "#server/app/commands/command.ts";
import { scrubSentence } from "#server/app/commands/scrub-words.ts";
import { withBytesOf, x12ExitCodes } from "#server/app/commands/x12-file.ts";
import { x12Sentence } from "#server/app/commands/x12-words.ts";
import { systemClock } from "#server/platform/clock.ts";

const ids: ReadonlySet<string> = new Set(scrubRuleIds);
const isScrubRule = (rule: ScrubRuleId | X12ProblemCode): rule is ScrubRuleId => ids.has(rule);

const shown = ({ rule, severity, claim, loop, element, values }: FileFinding) => ({
  rule,
  severity,
  claim,
  loop,
  element,
  text: isScrubRule(rule)
    ? scrubSentence({ rule, element, values })
    : x12Sentence({ code: rule, values }),
  values,
});

/** Lets every rule look at a file; answers what each found, and the exit code. */
export const checkX12File = (file: string, today: string) => {
  const { summary, findings, leftOut, claims, clean } = withBytesOf(file, (bytes) =>
    checkFile(bytes, { today }),
  );
  const isWrong = leftOut > 0 || findings.some(({ severity }) => severity === "error");
  const exitCode = summary === undefined ? x12ExitCodes.notX12 : isWrong ? x12ExitCodes.wrong : 0;
  return { claims, clean, findings: findings.map(shown), leftOut, exitCode };
};

/** Findings of one claim stand together below its number. */
const linesOf = ({
  claims,
  clean,
  findings,
  leftOut,
}: ReturnType<typeof checkX12File>): readonly string[] => {
  const byClaim = Map.groupBy(findings, ({ claim }) => claim);
  const lines = Array.from(byClaim, ([claim, found]) => [
    claim === "" ? "file" : `claim ${claim}`,
    ...found.map(({ severity, rule, loop, element, text }) => {
      const place = [loop, element].filter((word) => word !== "").join(" ");
      return `  ${severity.padEnd(8)}${place.padEnd(13)}${text} [${rule}]`;
    }),
  ]).flat();
  const rest = leftOut === 0 ? [] : [`${leftOut} more findings are not listed.`];
  return [...lines, ...rest, `${clean} of ${claims} claims may go as they are`];
};

/** `stepwell x12 check`: what a payer would refuse of a file of claims. */
export const x12CheckCommand = (): Command =>
  withJson(new Command("check"))
    .description("let every rule of the scrubber look at a file of claims")
    .argument("<file>", "837P or 837I")
    .addHelpText(
      "after",
      "\nRules: stepwell x12 rules. Exit codes: 0 nothing is wrong, 1 something would be refused, 2 it is no X12 or cannot be read.",
    )
    .action((file: string, options: { json?: boolean }) => {
      const today = systemClock.now().toZonedDateTimeISO("UTC").toPlainDate().toString();
      const checked = checkX12File(file, today);
      const { exitCode, ...said } = checked;
      answer(options, said, linesOf(checked));
      process.exitCode = exitCode;
    });
