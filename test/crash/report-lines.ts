import type { CrashReport } from "./crash-run.ts";

const shown = 5;

const counts = (record: Readonly<Record<string, number>>): string =>
  Object.entries(record)
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");

/** A report as people read it. */
export const reportLines = (report: CrashReport): readonly string[] => {
  const kills = Object.values(report.kills).reduce((sum, count) => sum + count, 0);
  const lost = report.checks.reduce((sum, check) => sum + check.problems.length, 0);
  return [
    `seed ${report.seed}, ${report.seconds} s`,
    `${kills} kills: ${counts(report.kills)}`,
    `${report.acknowledged} writes acknowledged, ${report.unknown} without an answer; answers by status: ${counts(report.answers)}`,
    `refused: ${counts(report.refusals) || "none"}`,
    `${report.revived} errands put back into the queue; ${report.endedToo.length} times the product ended after a kill of something else`,
    ...report.endedToo.map((text) => `         ${text.replaceAll("\n", "\n         ")}`),
    ...report.checks.flatMap(({ name, looked, problems }) => [
      `${problems.length === 0 ? "ok   " : "WRONG"}  ${name} (${looked})`,
      ...problems.slice(0, shown).map((problem) => `         ${problem}`),
      ...(problems.length > shown ? [`         and ${problems.length - shown} more`] : []),
    ]),
    lost === 0 ? "Nothing was lost." : `${lost} problems.`,
  ];
};
