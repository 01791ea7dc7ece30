import { expect, it } from "vitest";
import { firstFiles } from "#web/app/build/first-files.ts";

const graph: Readonly<Record<string, readonly string[]>> = {
  "staff.tsx": ["router.ts", "button.ts", "password.ts"],
  "staff-door.tsx": ["form.ts", "button.ts", "password.ts"],
  "patient.tsx": ["button.ts"],
  "router.ts": ["frame.ts", "router.ts"],
  "form.ts": ["button.ts"],
  "frame.ts": ["store.ts"],
  "button.ts": ["store.ts"],
};
const asked: string[] = [];
const context = {
  getModuleInfo: (id: string) => {
    asked.push(id);
    return { importedIds: graph[id] ?? [] };
  },
};

it("puts what several apps start with into one file, what one app or one page starts with into others, and nothing else", () => {
  const fileOf = firstFiles({
    staff: "staff.tsx",
    "staff-door": "staff-door.tsx",
    patient: "patient.tsx",
  });
  const files = [
    "store.ts",
    "button.ts",
    "password.ts",
    "router.ts",
    "frame.ts",
    "form.ts",
    "later.ts",
  ].map((id) => fileOf(id, context));
  expect(files).toEqual([
    "ground",
    "ground",
    "staff-ground",
    "staff-first",
    "staff-first",
    "staff-door-first",
    null,
  ]);
  // The pages themselves stay what the browser begins with.
  expect(fileOf("staff.tsx", context)).toBeNull();
  // What a page imports is looked up once, however many modules are asked about.
  expect(asked).toHaveLength(6 + 5 + 3);
});
