import { Command } from "commander";
import { scrubRuleIds, type ScrubRuleId } from "#domain/billing/claims/finding.ts";
import { headerRules } from "#edi/scrub/header-rules.ts";
import { institutionalRules, professionalRules } from "#edi/scrub/scrub-rules.ts";
import { answer, withJson } from "#server/app/commands/command.ts";
import { ruleSentence } from "#server/app/commands/scrub-words.ts";

interface ListedRule {
  readonly id: ScrubRuleId;
  readonly severity: string;
  readonly guides: readonly string[];
  readonly at: string;
  readonly source: string;
  readonly text: string;
}

const byId = new Map<ScrubRuleId, ListedRule>(
  [...headerRules, ...professionalRules, ...institutionalRules].map(
    ({ id, severity, guides, at, source }) => [
      id,
      {
        id,
        severity,
        guides: guides.map((guide) => guide.toUpperCase()),
        at,
        source,
        text: ruleSentence(id),
      },
    ],
  ),
);

/** Every rule of the scrubber, from the envelope to the single text. */
export const listedRules = (): readonly ListedRule[] =>
  scrubRuleIds.flatMap((id) => byId.get(id) ?? []);

/** The rules as the page of the documentation has them. */
export const rulesPage = (): string =>
  [
    "# What is asked of every claim",
    "",
    "The rules of the scrubber (`src/edi/scrub`), one function each. An **error** keeps a claim until it is mended; a **warning** asks somebody to look. `npx stepwell x12 check FILE` lets them look at any 837; what the file alone cannot tell (today's authorizations, other claims, the payer's time to file) they are told when a claim is built. What the reader of the file finds, such as counts, order, missing and unknown segments, comes before them under names of its own: [paths/x12.md](paths/x12.md).",
    "",
    "This page is printed by `npx stepwell x12 rules --markdown`; a test compares it.",
    ...listedRules().flatMap(({ id, severity, guides, at, source, text }) => [
      "",
      `## ${id}`,
      "",
      text,
      "",
      `- ${severity}, ${guides.join(" and ")}, ${at}`,
      `- ${source}`,
    ]),
    "",
  ].join("\n");

interface RulesOptions {
  readonly json?: boolean;
  readonly markdown?: boolean;
}

/** `stepwell x12 rules`: what is asked of every claim, and by whose authority. */
export const x12RulesCommand = (): Command =>
  withJson(new Command("rules"))
    .description("list the rules of the scrubber with their sources")
    .option("--markdown", "as the page of the documentation")
    .action((options: RulesOptions) => {
      const rules = listedRules();
      const lines = rules.map(
        ({ id, severity, guides, at, source }) =>
          `${id.padEnd(27)}${severity.padEnd(9)}${guides.join(" ").padEnd(11)}${at}; ${source}`,
      );
      answer(options, rules, options.markdown === true ? [rulesPage().trimEnd()] : lines);
    });
