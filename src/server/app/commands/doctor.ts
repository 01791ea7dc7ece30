import { Command } from "commander";
import { healthFindings, needsHand } from "#domain/operations/health-findings.ts";
import type { HealthFinding } from "#domain/operations/health-finding.ts";
import { answer, withJson } from "#server/app/commands/command.ts";
import { healthWords } from "#server/app/commands/health-words.ts";
import { examine } from "#server/app/doctor/examine.ts";
import { readSettings } from "#server/app/settings.ts";

const marks: Readonly<Record<HealthFinding["severity"], string>> = {
  urgent: "NOW  ",
  wrong: "WRONG",
  note: "note ",
  fine: "ok   ",
};

const indent = " ".repeat(7);

const linesOf = (finding: HealthFinding): string[] => {
  const { what, todo } = healthWords(finding);
  const since =
    finding.since === null || finding.severity === "fine" ? "" : ` (since ${finding.since})`;
  return [
    `${marks[finding.severity]}  ${what}${since}`,
    ...(todo === undefined ? [] : [`${indent}${todo}`]),
  ];
};

/** `stepwell doctor`: what is wrong with this installation, and what to do. Exit code 1 when something is. */
export const doctorCommand = (): Command =>
  withJson(new Command("doctor"))
    .description(
      "say what is wrong with the machine, the database and the settings, and what to do",
    )
    .action(async (options: { json?: boolean }) => {
      const { facts, databaseError } = await examine(readSettings());
      const findings = healthFindings(facts);
      const wrong = findings.filter(needsHand).length;
      const error = databaseError === undefined ? [] : [`${indent}${databaseError}`];
      const summary =
        wrong === 0
          ? "Nothing needs a hand."
          : `${wrong} of ${findings.length} looks found something. docs/guides/operate.md says more.`;
      const told = findings.map((finding) => ({ ...finding, ...healthWords(finding) }));
      const lines = [...findings.flatMap(linesOf), ...error, "", summary];
      answer(options, { wrong, findings: told, facts, databaseError }, lines);
      if (wrong > 0) process.exitCode = 1;
    });
