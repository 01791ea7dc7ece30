import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { generalProblems } from "#domain/contract/problem.ts";
import { routes } from "#server/app/routes.ts";
import { testInstallation } from "#test/support/health-records.ts";

const folder = path.resolve(import.meta.dirname, "../../web/audit");
const contracts = routes({
  apart: () => Promise.reject(new Error("no route is called here")),
  anchors: null,
  live: { subscribe: () => () => {} },
  installation: testInstallation(),
}).map((route) => route.contract);

/** The catalogues are read as text: their sentences are made by a macro when the screens are built. */
const textOf = (ending: string): string =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(path.join(folder, name), "utf8"))
    .join("\n");

const keysIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/^ {2}"?([\w.-]+)"?: (?:\{|msg)/gm)].map((match) => match[1] ?? ""));

const commands = path.resolve(import.meta.dirname, "commands");
const textOfCommands = readdirSync(commands)
  .map((name) => readFileSync(path.join(commands, name), "utf8"))
  .join("\n");
/** What only the command line does. */
const ofCommands = ["backup.take", "backup.restore", "organization.create", "person.add"];

const verbs = new Set<string>([...contracts.map((contract) => contract.audit.verb), ...ofCommands]);
const deeds = textOf("-deeds.ts");
const reasons = textOf("reason-words.ts");

describe("the words of the trail", () => {
  it.each([...verbs].toSorted())("%s has its two sentences", (verb) => {
    const entry = deeds.slice(deeds.indexOf(`"${verb}": {`));
    expect(deeds).toContain(`"${verb}": {`);
    expect(entry.slice(0, entry.indexOf("},"))).toMatch(/did: msg[\s\S]+todo: msg/);
  });

  it("name no verb that nothing does", () => {
    for (const verb of ofCommands) expect(textOfCommands).toContain(`"${verb}"`);
    expect([...keysIn(deeds)].filter((verb) => !verbs.has(verb))).toEqual([]);
  });

  it("say why for every problem a route can answer with", () => {
    const codes = new Set([
      ...Object.keys(generalProblems),
      ...contracts.flatMap((contract) => Object.keys(contract.errors)),
    ]);
    const known = keysIn(reasons);
    expect([...codes].filter((code) => !known.has(code)).toSorted()).toEqual([]);
  });
});
