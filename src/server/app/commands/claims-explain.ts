import { Command } from "commander";
import type { Claim } from "#domain/billing/claims/claim.ts";
import {
  dollars,
  frequencySentence,
  holdSentence,
  ruleSentence,
  stateSentence,
} from "#server/app/commands/claims-words.ts";
import {
  answer,
  asOperator,
  CommandFailed,
  withDatabase,
  withJson,
  type Reached,
} from "#server/app/commands/command.ts";
import { chosenOrganizations } from "#server/app/commands/organization-option.ts";
import { scrubSentence } from "#server/app/commands/scrub-words.ts";
import { findClaimId, getClaim } from "#server/billing/claims/claim.service.ts";

const codeOf = ({
  procedure,
  modifiers,
  revenueCode,
}: Claim["snapshot"]["lines"][number]): string =>
  [revenueCode, [procedure, ...modifiers].filter((part) => part !== null).join(":")]
    .filter((part) => part !== null && part !== "")
    .join(" ");

const proofOf = (claim: Claim, sessionId: string, minutes: number): string => {
  const session = claim.sessions.find((one) => one.sessionId === sessionId);
  const what = session === undefined ? sessionId : `"${session.name}"`;
  const note = session?.note;
  const signed =
    note === null || note === undefined
      ? "no note"
      : `note signed by ${note.authorName} on ${note.signedAt.slice(0, 10)}${note.isRetracted ? ", RETRACTED" : ""}`;
  return `      ${minutes} minutes of ${what}, ${signed}`;
};

const linesOf = (claim: Claim): string[] =>
  claim.snapshot.lines.flatMap((line) => [
    `  ${line.number}. ${line.serviceDate}  ${codeOf(line)}  ${line.units} x ${line.unit}  ${dollars(line.chargeCents)}`,
    `      ${ruleSentence(line.trace.rule.code)} (${line.trace.rule.source})`,
    ...line.trace.sessions.map(({ sessionId, minutes }) => proofOf(claim, sessionId, minutes)),
  ]);

/** A claim in sentences: what it is, why each line stands, and what keeps it. */
const explanationOf = (claim: Claim): string[] => [
  `${claim.control}: ${claim.form} claim to ${claim.payer.name}, ${claim.fromDate} to ${claim.throughDate}, ${dollars(claim.totalCents)}${claim.isTest ? ", a test" : ""}`,
  `  for ${claim.patient.mrn}, by ${claim.contract.name}, version ${claim.contract.versionNumber}`,
  `  ${stateSentence(claim.state)}; frequency ${claim.frequency}: ${frequencySentence(claim.frequency)}`,
  ...(claim.replaces === null ? [] : [`  in place of ${claim.replaces.control}`]),
  ...(claim.replacedBy === null ? [] : [`  in its place: ${claim.replacedBy.control}`]),
  ...(claim.claimFile === null ? [] : [`  in the file ${claim.claimFile.name}`]),
  ...linesOf(claim),
  ...claim.openHolds.map((hold) => `  held: ${holdSentence(hold.code, hold.values)}`),
  ...claim.findings.map(
    (one) => `  ${one.severity}: ${one.loop} ${one.element}: ${scrubSentence(one)}`,
  ),
];

const explained = async (
  { pool }: Pick<Reached, "pool">,
  word: string,
  slug: string | undefined,
): Promise<Claim> => {
  for (const { organizationId } of await chosenOrganizations(pool, slug)) {
    const claim = await asOperator(
      pool,
      organizationId,
      "claim.read",
      async (work) => {
        const claimId = await findClaimId(work, word);
        return claimId === undefined ? null : getClaim(work, claimId);
      },
      {
        purpose: "payment",
        subjectsOf: (found) => (found === null ? [] : [found.patient.id]),
      },
    );
    if (claim !== null) return claim;
  }
  throw new CommandFailed(`There is no claim "${word}".`);
};

/** `stepwell claims explain`. Where no organization is named, the first that has such a claim answers. */
export const explainCommand = withJson(new Command("explain"))
  .description("say why each line of a claim stands, and what keeps the claim")
  .argument("<claim>", "our number of it, such as SW00000012, or its id")
  .option("--organization <slug>", "of this one; numbers begin anew in each")
  .action(async (word: string, options: { organization?: string; json?: boolean }) => {
    const claim = await withDatabase((reached) => explained(reached, word, options.organization));
    answer(options, claim, explanationOf(claim));
  });
