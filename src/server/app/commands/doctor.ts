import { Command } from "commander";
import { answer, withJson } from "#server/app/commands/command.ts";
import { examine } from "#server/app/doctor/examine.ts";
import type { Finding } from "#server/app/doctor/finding.ts";
import { readSettings } from "#server/app/settings.ts";

const marks: Readonly<Record<Finding["state"], string>> = {
  fine: "ok   ",
  note: "note ",
  wrong: "WRONG",
};

const lineOf = (finding: Finding): string =>
  `${marks[finding.state]}  ${finding.area.padEnd(8)}  ${finding.what}${
    finding.todo === undefined ? "" : `\n                 ${finding.todo}`
  }`;

/** `stepwell doctor`: what is wrong with this installation, and what to do. Exit code 1 when something is. */
export const doctorCommand = (): Command =>
  withJson(new Command("doctor"))
    .description(
      "say what is wrong with the machine, the database and the settings, and what to do",
    )
    .action(async (options: { json?: boolean }) => {
      const findings = await examine(readSettings());
      const wrong = findings.filter((finding) => finding.state === "wrong").length;
      const summary =
        wrong === 0
          ? "Nothing is wrong."
          : `${wrong} of ${findings.length} looks found something wrong.`;
      answer(options, { wrong, findings }, [...findings.map(lineOf), "", summary]);
      if (wrong > 0) process.exitCode = 1;
    });
