import { expect, test } from "vitest";
import { sizes } from "./code-rules.ts";
import { lintPlanted } from "./planted-tree.ts";
import type { Plant } from "./planted-tree.ts";

/** A file that breaks one rule, and beside it the nearest one that does not. */
interface Case {
  readonly rule: string;
  readonly file: string;
  readonly broken: string;
  readonly kept: string;
}

const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => `export const line${index} = ${index};\n`).join("");

const bodyOf = (count: number) => "  total += 1;\n".repeat(count);
const functionOf = (count: number) =>
  `export const long = (): number => {\n  let total = 0;\n${bodyOf(count - 4)}  return total;\n};\n`;
const componentOf = (count: number) =>
  `export const Long = () => {\n  let total = 0;\n${bodyOf(count - 4)}  return <p>{total}</p>;\n};\n`;

const clock = (text: string) => ({
  rule: "eslint(no-restricted-globals)",
  broken: `export const now = () => ${text};\n`,
  kept: "export const later = (now: number): number => now + 1;\n",
});

const cases: readonly Case[] = [
  { file: "src/domain/practice/date.ts", ...clock("new Date()") },
  { file: "src/domain/practice/global-date.ts", ...clock("globalThis.Date.now()") },
  { file: "src/domain/practice/fetched.ts", ...clock('fetch("https://example.org")') },
  { file: "src/edi/x12/process.ts", ...clock('process.env["TZ"]') },
  { file: "src/fhir/random-id.ts", ...clock("crypto.randomUUID()") },
  {
    file: "src/domain/practice/random.ts",
    rule: "eslint(no-restricted-properties)",
    broken: "export const chance = () => Math.random();\n",
    kept: "export const whole = (cents: number): number => Math.round(cents);\n",
  },
  {
    file: "src/domain/practice/temporal.ts",
    rule: "eslint(no-restricted-properties)",
    broken:
      'import { Temporal } from "temporal-polyfill";\nexport const now = () => Temporal.Now.instant();\n',
    kept: 'import { Temporal } from "temporal-polyfill";\nexport const at = (text: string) => Temporal.Instant.from(text);\n',
  },
  {
    file: "src/web/practice/styled-screen.tsx",
    rule: "react(forbid-dom-props)",
    broken: "export const Styled = () => <p style={{ margin: 0 }}>text</p>;\n",
    kept: "export const Plain = () => <p>text</p>;\n",
  },
  {
    file: "src/web/app/staff/classed.tsx",
    rule: "react(forbid-dom-props)",
    broken: 'export const Classed = () => <p className="wide">text</p>;\n',
    kept: 'export const Plain = () => <p title="wide">text</p>;\n',
  },
  {
    file: "src/web/practice/coloured-screen.tsx",
    rule: "react(forbid-component-props)",
    broken:
      'import { Text } from "@mantine/core";\nexport const Coloured = () => <Text c="dimmed">text</Text>;\n',
    kept: 'import { Text } from "@mantine/core";\nexport const Plain = () => <Text size="sm">text</Text>;\n',
  },
  {
    file: "src/server/practice/default-export.ts",
    rule: "import(no-default-export)",
    broken: "const site = 1;\nexport default site;\n",
    kept: "export const site = 1;\n",
  },
  {
    file: "src/server/practice/everything.ts",
    rule: "oxc(no-barrel-file)",
    broken: 'export * from "zod";\n',
    kept: 'import { z } from "zod";\nexport const nameSchema = z.string();\n',
  },
  {
    file: "src/server/practice/required.ts",
    rule: "typescript(no-require-imports)",
    broken: 'export const load = (): unknown => require("node:fs");\n',
    kept: 'export const load = (): Promise<unknown> => import("node:fs");\n',
  },
  {
    file: "src/server/practice/siteName.ts",
    rule: "unicorn(filename-case)",
    broken: "export const siteName = 1;\n",
    kept: "",
  },
  {
    file: "src/server/practice/long-file.ts",
    rule: "eslint(max-lines)",
    broken: lines(sizes.file + 1),
    kept: lines(sizes.file),
  },
  {
    file: "src/server/practice/long-function.ts",
    rule: "eslint(max-lines-per-function)",
    broken: functionOf(sizes.function + 1),
    kept: functionOf(sizes.function),
  },
  {
    file: "src/web/practice/long-screen.tsx",
    rule: "eslint(max-lines-per-function)",
    broken: componentOf(sizes.component + 1),
    kept: componentOf(sizes.component),
  },
  {
    file: "src/server/practice/anything.ts",
    rule: "typescript(no-explicit-any)",
    broken: "export type Anything = any;\n",
    kept: "export type Anything = unknown;\n",
  },
  {
    file: "src/server/practice/asserted.service.ts",
    rule: "typescript(consistent-type-assertions)",
    broken: "export const idOf = (value: unknown) => value as string;\n",
    kept: 'export const kinds = ["a", "b"] as const;\n',
  },
  {
    file: "src/server/practice/sure.ts",
    rule: "typescript(no-non-null-assertion)",
    broken: "export const first = (names: readonly string[]) => names[0]!;\n",
    kept: "export const first = (names: readonly string[]) => names[0];\n",
  },
  {
    file: "src/server/practice/floating.ts",
    rule: "typescript(no-floating-promises)",
    broken: "export const start = (work: () => Promise<void>): void => {\n  work();\n};\n",
    kept: "export const start = async (work: () => Promise<void>): Promise<void> => {\n  await work();\n};\n",
  },
  {
    file: "src/server/practice/misused.ts",
    rule: "typescript(no-misused-promises)",
    broken: "export const has = (work: () => Promise<boolean>) => (work() ? 1 : 0);\n",
    kept: "export const has = async (work: () => Promise<boolean>) => ((await work()) ? 1 : 0);\n",
  },
  {
    file: "src/web/practice/kinds.ts",
    rule: "typescript(switch-exhaustiveness-check)",
    broken:
      'export const word = (kind: "a" | "b"): string | undefined => {\n  switch (kind) {\n    case "a":\n      return "A";\n  }\n  return undefined;\n};\n',
    kept: 'export const word = (kind: "a" | "b"): string => {\n  switch (kind) {\n    case "a":\n      return "A";\n    case "b":\n      return "B";\n  }\n};\n',
  },
  {
    file: "src/server/practice/parsed.ts",
    rule: "typescript(no-unsafe-return)",
    broken: "export const read = (text: string): string => JSON.parse(text);\n",
    kept: "export const read = (text: string): unknown => JSON.parse(text);\n",
  },
  {
    file: "src/server/practice/console.service.ts",
    rule: "eslint(no-console)",
    broken: 'console.log("text");\nexport const done = true;\n',
    kept: "export const done = true;\n",
  },
  {
    file: "src/web/practice/picture-screen.tsx",
    rule: "jsx-a11y(alt-text)",
    broken: 'export const Picture = () => <img src="/a.png" />;\n',
    kept: 'export const Picture = () => <img src="/a.png" alt="A well" />;\n',
  },
];

const circle: readonly Plant[] = [
  {
    file: "src/domain/practice/egg.ts",
    text: 'import type { Hen } from "./hen.ts";\nexport type Egg = { hen: Hen };\n',
  },
  {
    file: "src/domain/practice/hen.ts",
    text: 'import type { Egg } from "#domain/practice/egg.ts";\nexport type Hen = { eggs: Egg[] };\n',
  },
  {
    file: "src/server/practice/one.ts",
    text: 'import { other } from "#server/practice/other.ts";\nexport const one = (): number => other() + 1;\n',
  },
  {
    file: "src/server/practice/other.ts",
    text: 'import { one } from "./one.ts";\nexport const other = (): number => one() - 1;\n',
  },
];

const plantsOf = (variant: "broken" | "kept"): Plant[] =>
  cases.map((one) => ({ file: one.file, text: one[variant] })).filter(({ text }) => text !== "");

const broken = await lintPlanted([...plantsOf("broken"), ...circle]);
const kept = await lintPlanted(plantsOf("kept"));

const rules = (findings: typeof broken, file: string) => [
  ...new Set((findings.get(file) ?? []).map(({ rule }) => rule)),
];

test.each(cases)("$rule is caught in $file", ({ file, rule }) => {
  expect(rules(broken, file)).toEqual([rule]);
});

test.each(cases.filter(({ kept: text }) => text !== ""))("$file kept to $rule", ({ file }) => {
  expect(kept.get(file)).toEqual([]);
});

test.each(circle)("$file is part of a circle, by type or by value", ({ file }) => {
  expect(rules(broken, file)).toEqual(["import(no-cycle)"]);
});

test(
  "what holds for screens does not hold for the parts that style them",
  { timeout: 30_000 },
  async () => {
    const text = 'export const Part = () => <p className="part">text</p>;\n';
    const files = ["src/web/ui/part.tsx", "src/web/ui/patient/part.tsx"];
    const findings = await lintPlanted(files.map((file) => ({ file, text })));
    for (const file of files) expect(findings.get(file)).toEqual([]);
  },
);
