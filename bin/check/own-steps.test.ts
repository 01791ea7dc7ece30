import { afterAll, expect, test } from "vitest";
import { plantTree } from "../../architecture/planted-tree.ts";
import type { Plant, PlantedTree } from "../../architecture/planted-tree.ts";
import { kitReach } from "./kit-reach.ts";
import { lint } from "./lint.ts";
import { namesAndSizes } from "./names-and-sizes.ts";
import { screenColours } from "./screen-colours.ts";
import { runSteps } from "./step.ts";
import type { Outcome } from "./step.ts";
import { suppressions } from "./suppressions.ts";
import { typeCheck } from "./type-check.ts";

const trees: PlantedTree[] = [];

const plant = (plants: readonly Plant[]): string => {
  const tree = plantTree(plants);
  trees.push(tree);
  return tree.root;
};

afterAll(() => {
  for (const tree of trees) tree.remove();
});

const silence = ["oxlint", "disable"].join("-");

test.each([
  [`// ${silence}-next-line no-console\n`, "has no reason"],
  [`// ${silence}-next-line no-console -- because\n`, "has no reason"],
  [`// ${silence}-next-line\n`, "switches every rule off"],
  [`/* ${silence} no-console -- the whole file prints to the terminal */\n`, "whole file"],
  [
    `// ${silence}-next-line max-lines -- this file is long for a reason\n`,
    "cannot be switched off",
  ],
  [`// ${["@ts", "ignore"].join("-")} the types of this package are wrong\n`, "silences a tool"],
])("a suppression is caught: %s", async (text, problem) => {
  const root = plant([{ file: "src/server/practice/silent.ts", text }]);
  expect((await suppressions(root)).problems).toEqual([expect.stringContaining(problem)]);
});

test("a suppression of one rule on one line with its reason passes", async () => {
  const text = `// ${silence}-next-line no-console -- the command line speaks to a person\nconsole.log(1);\n`;
  const root = plant([{ file: "bin/speak.ts", text }]);
  expect((await suppressions(root)).problems).toEqual([]);
});

test.each([
  ["src/web/practice/a.ts", 'export const ink = "#25211b";\n', "#25211b is a colour"],
  ["src/web/app/staff/a.tsx", 'export const ink = "rgb(0 0 0)";\n', "rgb( is a colour"],
  ["src/web/practice/a.css", ".a {\n  margin: 0;\n}\n", "style sheets live in src/web/ui"],
])("a colour or style outside of the parts is caught: %s", async (file, text, problem) => {
  const { problems } = await screenColours(plant([{ file, text }]));
  expect(problems).toEqual([expect.stringContaining(problem)]);
});

test("colours inside the parts, and words that look like one, pass", async () => {
  const root = plant([
    { file: "src/web/ui/tokens.css", text: ":root {\n  --sw-ink: #25211b;\n}\n" },
    {
      file: "src/web/practice/a.ts",
      text: 'import "#domain/practice/site.api.ts";\n// see #add-site\n',
    },
  ]);
  expect((await screenColours(root)).problems).toEqual([]);
});

test("a style sheet that is too long and a name that says nothing are caught", async () => {
  const root = plant([
    { file: "src/web/ui/long.css", text: "a {\n}\n".repeat(200) },
    { file: "src/web/ui/utils.ts", text: "" },
  ]);
  expect((await namesAndSizes(root)).problems).toEqual([
    expect.stringContaining("utils says nothing"),
    "src/web/ui/long.css: 400 lines, at most 300",
  ]);
});

test("the kit is found behind a part that a patient's screen loads later", async () => {
  const plants = [
    {
      file: "src/web/app/patient/main.tsx",
      text: 'export const a = () => import("#web/patient/day.tsx");\n',
    },
    {
      file: "src/web/patient/day.tsx",
      text: 'import {\n  Dialog,\n} from "#web/ui/dialog.tsx";\nDialog();\n',
    },
    { file: "src/web/ui/dialog.tsx", text: 'export { Modal as Dialog } from "@mantine/core";\n' },
  ];
  expect((await kitReach(plant(plants))).problems).toEqual([
    "src/web/app/patient/main.tsx → src/web/patient/day.tsx → src/web/ui/dialog.tsx → @mantine/core",
  ]);
  const light = {
    file: "src/web/ui/dialog.tsx",
    text: 'import type { ModalProps } from "@mantine/core";\n',
  };
  expect((await kitReach(plant([...plants.slice(0, 2), light]))).problems).toEqual([]);
});

test(
  "types: a mistake is caught, and so is a file that no tsconfig reads",
  { timeout: 30_000 },
  async () => {
    const root = plant([
      { file: "src/server/practice/wrong.ts", text: 'export const count: number = "one";\n' },
      { file: "src/web/practice/wrong.tsx", text: 'export const count: number = "one";\n' },
      { file: "test/journeys/walk.spec.ts", text: 'export const count: number = "one";\n' },
      { file: "db/unread.ts", text: "export const unread = true;\n" },
    ]);
    const { problems, seen, expected } = await typeCheck(root);
    expect(problems).toEqual([
      expect.stringContaining("src/server/practice/wrong.ts(1,14): error TS2322"),
      expect.stringContaining("src/web/practice/wrong.tsx(1,14): error TS2322"),
      expect.stringContaining("test/journeys/walk.spec.ts(1,14): error TS2322"),
      "db/unread.ts: no tsconfig.json includes it",
    ]);
    expect({ seen, expected }).toEqual({ seen: 3, expected: 4 });
  },
);

test("lint: sees every file that is there", { timeout: 30_000 }, async () => {
  const root = plant([
    { file: "src/server/practice/one.ts", text: "export const one = 1;\n" },
    { file: "src/web/practice/two.tsx", text: "export const two = 2;\n" },
  ]);
  expect(await lint(root)).toEqual({ problems: [], seen: 2, expected: 2 });
});

const resultsOf = async (outcome: () => Promise<Outcome>) => {
  const told: string[] = [];
  const tell = ({ ok, problems }: { ok: boolean; problems: readonly string[] }) =>
    told.push(`${ok} ${problems.join()}`);
  const steps = [{ name: "step", run: outcome }];
  return { results: await runSteps(steps, { root: "/", atOnce: 2, tell }), told };
};

test("a step that saw too few files fails, however content it is", async () => {
  const { results, told } = await resultsOf(() =>
    Promise.resolve({ problems: [], seen: 0, expected: 9 }),
  );
  expect(results).toEqual([expect.objectContaining({ ok: false, seen: 0 })]);
  expect(told).toEqual(["false saw 0 of 9 files: a step that sees nothing finds nothing"]);
});

test("a step that breaks off fails and does not stop the others", async () => {
  const { results } = await resultsOf(() => Promise.reject(new Error("no such tool")));
  expect(results[0]?.problems[0]).toContain("no such tool");
});
