import type { Import, ImportEntry } from "#domain/imports/import.ts";
import { findingOfImport } from "#server/app/commands/import-words.ts";

const count = (number: number): string => number.toLocaleString("en-US");

const states: Readonly<Record<Import["state"], string>> = {
  receiving: "not looked at",
  rehearsing: "being looked at",
  rehearsed: "looked at; nobody was changed",
  running: "under way",
  stopped: "stopped between two people; the screen can go on with it",
  done: "done",
  discarded: "discarded",
};

const outcomes: readonly (readonly [keyof Import["people"], string])[] = [
  ["taken", "taken"],
  ["merged", "added to people who are here"],
  ["unchanged", "here already, unchanged"],
  ["asked", "somebody has to say"],
  ["skipped", "left out"],
  ["refused", "refused"],
];

const countLine = (name: string, counts: Import["people"]): string => {
  const told = outcomes
    .filter(([outcome]) => (counts[outcome] ?? 0) > 0)
    .map(([outcome, words]) => `${count(counts[outcome] ?? 0)} ${words}`);
  return `  ${name.padEnd(16)}${told.length === 0 ? "none" : told.join(", ")}`;
};

/** What became of an import, or would become of it, in a few lines. */
export const summaryLines = (done: Import): string[] => {
  const kinds = Object.entries(done.skippedKinds).toSorted(([, one], [, other]) => other - one);
  return [
    `${done.source}: ${states[done.state]}`,
    countLine("people", done.people),
    countLine("what is theirs", done.belongings),
    ...(kinds.length === 0
      ? []
      : [
          `  not taken       ${kinds.map(([kind, times]) => `${kind} ${count(times)}`).join(", ")}`,
        ]),
    ...done.files
      .filter(({ encoding }) => encoding !== "utf-8")
      .map(({ name, encoding }) => `  ${name} was read as ${encoding}.`),
  ];
};

const mostShown = 50;

/** The entries somebody has to look at, each with its reasons. */
export const entryLines = (entries: readonly ImportEntry[]): string[] => {
  const lines = entries
    .slice(0, mostShown)
    .map(({ number, resourceType, title, outcome, findings }) => {
      const why = findings.map(findingOfImport).join(" ");
      return `  #${number} ${resourceType} ${title ?? ""} ${outcome ?? ""}: ${why}`;
    });
  const more = entries.length - mostShown;
  return more > 0 ? [...lines, `  and ${count(more)} more: --json lists them all.`] : lines;
};
