import path from "node:path";
import { Command } from "commander";
import { Temporal } from "temporal-polyfill";
import { dateAt } from "#domain/basics/civil-date.ts";
import type * as api from "#domain/billing/claims/acknowledgment.api.ts";
import { Problem } from "#domain/contract/problem.ts";
import type { Output } from "#domain/contract/route.ts";
import {
  answer,
  asOperator,
  CommandFailed,
  withDatabase,
  withJson,
} from "#server/app/commands/command.ts";
import { oneOrganization } from "#server/app/commands/organization-option.ts";
import { verdictWords } from "#server/app/commands/x12-ack-words.ts";
import { withBytesOf } from "#server/app/commands/x12-file.ts";
import { takeInAcknowledgment } from "#server/billing/claims/acknowledgment.service.ts";
import type { Work } from "#server/platform/work.ts";
import { getOrganization } from "#server/practice/organization.service.ts";

const unreadable: Readonly<Record<string, string>> = {
  empty: "is empty",
  "not-x12": "is no X12 file",
  "cut-off": "ends too early, and what is missing may be what matters",
  "too-many": "holds more answers than a clearinghouse gives at once",
  "holds-none": "holds no acknowledgment: neither a TA1 nor a 999 or 997",
};

const saidOf = (file: string, cause: unknown): unknown => {
  if (!(cause instanceof Problem)) return cause;
  const { code, values } = cause;
  if (code === "acknowledgment-unreadable")
    return new CommandFailed(`${file} ${unreadable[String(values["why"])] ?? "cannot be read"}.`);
  if (code === "acknowledgment-of-no-file")
    return new CommandFailed(
      `${file} answers no file of this organization. It speaks of ${String(values["controls"])}.`,
    );
  return cause;
};

type TakenIn = Output<typeof api.takeInAcknowledgment>["files"][number];

/** What one answer says of one file, with both days where it was not taken in on the day on which it was said. */
export const takenInLine = (
  one: Omit<TakenIn, "file"> & { readonly name: string },
  zone: string,
): string => {
  const { name, verdict, rejectedClaims, isNew, isDeciding } = one;
  const [said, received] = [one.saidAt, one.receivedAt].map((at) =>
    dateAt(Temporal.Instant.from(at), zone),
  );
  const parts = [
    verdictWords[verdict],
    ...(rejectedClaims === 0
      ? []
      : [`${rejectedClaims} ${rejectedClaims === 1 ? "claim" : "claims"} rejected`]),
    ...(said === received ? [] : [`said on ${said}, taken in on ${received}`]),
    ...(isDeciding || verdict === "unknown" ? [] : ["another answer stands over it"]),
  ];
  return `${name}: ${parts.join(", ")}${isNew ? "" : " (taken in before)"}`;
};

const trail = {
  purpose: "payment",
  subjectsOf: ({ patientIds }: { readonly patientIds: readonly string[] }) => patientIds,
} as const;

/** `stepwell claims take-in`: the same as on the screen of files, by a file on this machine. */
export const takeInCommand = withJson(new Command("take-in"))
  .description("take in what a clearinghouse or payer answered to files: TA1, 999 or 997")
  .argument("<file>", "an acknowledgment")
  .option("--organization <slug>", "which one; has to be said where there are several")
  .addHelpText(
    "after",
    "\nThe same file twice is taken once. What it says without taking it in: stepwell x12 ack.",
  )
  .action(async (file: string, options: { organization?: string; json?: boolean }) => {
    const bytes = withBytesOf(file, (chunks) => Buffer.concat([...chunks]));
    const incoming = { name: path.basename(file), bytes };
    const taken = await withDatabase(async ({ pool }) => {
      const { organizationId } = await oneOrganization(pool, options.organization);
      const act = async (work: Work) => ({
        ...(await takeInAcknowledgment(work, incoming)),
        zone: (await getOrganization(work)).zone,
      });
      return asOperator(pool, organizationId, "acknowledgment.take-in", act, trail).catch(
        (cause: unknown) => {
          throw saidOf(file, cause);
        },
      );
    });
    const files = taken.files.map(({ file: { name }, ...said }) => ({ name, ...said }));
    answer(options, { files, others: taken.others }, [
      ...files.map((one) => takenInLine(one, taken.zone)),
      ...taken.others.map((control) => `${control}: no file of this organization`),
    ]);
  });
