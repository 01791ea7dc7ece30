import { expect, test } from "vitest";
import { parseSync } from "vite";
import { lighten } from "#web/app/build/leave-schemas-to-the-server.ts";

const parse = (code: string): unknown => parseSync("contract.js", code).program;

const contract = `import { route } from "kit";
import { z } from "zod";
export const siteSchema = z.object({ name: z.string() }).meta({ id: "Site" });
export const readSite = route({
  method: "GET",
  path: "/sites/{siteId}",
  input: z.object({ siteId: z.string() }),
  output: siteSchema,
  audit: { verb: "site.read", subjects: (input, output) => [output.id] },
});
`;

test("a contract keeps its method, path and verb and loses its schemas", () => {
  const light = lighten(contract, parse(contract), true);
  const [, routePart = ""] = light.split("export const readSite");
  expect(routePart).toContain('path: "/sites/{siteId}"');
  expect(routePart).toContain('verb: "site.read"');
  expect(routePart).not.toMatch(/^\s*(?:input|output):/m);
  expect(parseSync("contract.js", light).errors).toEqual([]);
});

test("a schema is marked so that it falls away where nobody uses it", () => {
  expect(lighten(contract, parse(contract), false)).toContain(
    'export const siteSchema = /* @__PURE__ */ (() => z.object({ name: z.string() }).meta({ id: "Site" }))();',
  );
});

test("a list or a record of what calls make is marked too", () => {
  const sheet = `export const sheet = { title: "Sheet", items: [item("1")] };\n`;
  const light = lighten(sheet, parse(sheet), false);
  expect(light).toBe(
    `export const sheet = /* @__PURE__ */ (() => ({ title: "Sheet", items: [item("1")] }))();\n`,
  );
  expect(parseSync("contract.js", light).errors).toEqual([]);
});

test("functions and plain values stay as they are", () => {
  const rules = `export const days = 60;\nexport const add = (a, b) => sum(a, b);\n`;
  expect(lighten(rules, parse(rules), true)).toBe(rules);
});
