import { Command } from "commander";
import { answer, asOperator, withDatabase, withJson } from "#server/app/commands/command.ts";
import { chosenOrganizations } from "#server/app/commands/organization-option.ts";
import { anchorFileOf, verificationFileOf } from "#server/app/product.ts";
import { sealOnce } from "#server/platform/audit/audit-sealer.ts";
import { systemClock } from "#server/platform/clock.ts";
import { newId } from "#server/platform/ids.ts";
import { openAnchorFile } from "#server/platform/audit/audit-anchors.ts";
import type { TrailReport } from "#server/platform/audit/audit-verification.ts";
import { openVerificationLog } from "#server/platform/audit/verification-log.ts";
import { verifyAndTell } from "#server/platform/audit/verify-and-tell.ts";
import { findingSentence } from "#server/app/commands/terminal-words.ts";

interface Verified extends TrailReport {
  readonly organization: string;
}

const linesOf = (report: Verified): readonly string[] => [
  `${report.organization}: ${report.isIntact ? "nothing was altered" : "NOT INTACT"}`,
  `  ${report.sealedEvents} events in ${report.seals} seals, sealed until ${report.sealedUntil ?? "never"}; ${report.waitingEvents} wait for the sealer`,
  ...report.findings.map((finding) => `  ${findingSentence(finding)}`),
  ...(report.findingsInAll > report.findings.length
    ? [`  and ${report.findingsInAll - report.findings.length} more`]
    : []),
];

const verify = withJson(new Command("verify"))
  .description("recompute the audit trail and name whatever was altered, removed or slipped in")
  .option("--organization <slug>", "only this one")
  .action(async (options: { organization?: string; json?: boolean }) => {
    const reports = await withDatabase(async ({ pool, settings }) => {
      const chosen = await chosenOrganizations(pool, options.organization);
      const anchors = openAnchorFile(anchorFileOf(settings));
      // Without a server nobody seals; what waits would look like a sealer that stands still.
      await sealOnce({ pool, clock: systemClock, anchors, newId });
      const verifications = openVerificationLog(verificationFileOf(settings));
      const found: Verified[] = [];
      for (const { organizationId, slug } of chosen) {
        const report = await asOperator(pool, organizationId, "audit.verify", (work) =>
          verifyAndTell(work, { anchors, verifications }),
        );
        found.push({ organization: slug, ...report });
      }
      return found;
    });
    answer(options, reports, reports.flatMap(linesOf));
    if (reports.some((report) => !report.isIntact)) process.exitCode = 1;
  });

/** `stepwell audit verify`. Exit code 1 when a trail is not intact. */
export const auditCommand = (): Command =>
  new Command("audit").description("the audit trail").addCommand(verify);
