import { globSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { openApiDocument } from "#domain/contract/openapi.ts";
import type { AnyRoute } from "#domain/contract/route.ts";

const domain = path.resolve(import.meta.dirname, "../../domain");
const methods = ["get", "post", "put", "patch", "delete"];

const isContract = (value: unknown): value is AnyRoute =>
  typeof value === "object" && value !== null && "audit" in value && "permission" in value;

/** Every contract of the house, found where contracts live. */
const allContracts = async (): Promise<readonly AnyRoute[]> => {
  const files = globSync("**/*.api.ts", { cwd: domain }).toSorted();
  const modules: readonly object[] = await Promise.all(
    files.map((file) => import(path.join(domain, file))),
  );
  return modules.flatMap((one) => Object.values(one).filter(isContract));
};

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters: readonly { name: string; in: string; required: boolean; schema: object }[];
  readonly requestBody?: { content: Record<string, { schema: object }> };
  readonly responses: Record<string, { description: string; content?: object }>;
}
interface Document {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, object> };
}

let contracts: readonly AnyRoute[];
let document: Document;
let operations: readonly { path: string; method: string; operation: Operation }[];

beforeAll(async () => {
  contracts = await allContracts();
  const made: unknown = openApiDocument(contracts, { title: "Stepwell", version: "1.2.3" });
  // As a reader gets it: what does not survive JSON is not there.
  document = JSON.parse(JSON.stringify(made)) as Document;
  operations = Object.entries(document.paths).flatMap(([one, byMethod]) =>
    Object.entries(byMethod).map(([method, operation]) => ({ path: one, method, operation })),
  );
});

const everyValue = function* (value: unknown): Generator<readonly [string, unknown]> {
  if (typeof value !== "object" || value === null) return;
  for (const entry of Object.entries(value)) {
    yield entry;
    yield* everyValue(entry[1]);
  }
};

const types = new Set(["null", "boolean", "object", "array", "number", "string", "integer"]);

describe("the OpenAPI 3.1 document of every contract", () => {
  test("has what the specification requires at the top, and every contract once", () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info).toEqual({ title: "Stepwell", version: "1.2.3" });
    expect(contracts.length).toBeGreaterThan(20);
    expect(operations).toHaveLength(contracts.length);
    for (const { method } of operations) expect(methods).toContain(method);
  });

  test("every reference leads somewhere", () => {
    const references = [...everyValue(document)].filter(([key]) => key === "$ref");
    expect(references.length).toBeGreaterThan(0);
    for (const [, target] of references) {
      expect(target).toMatch(/^#\/components\/schemas\/[\w.-]+$/);
      const name = typeof target === "string" ? target.split("/").at(-1) : undefined;
      expect(Object.keys(document.components.schemas)).toContain(name);
    }
  });

  test("every operation has an id of its own, a summary and a group", () => {
    expect(operations.length).toBeGreaterThan(100);
    const ids = operations.map(({ operation }) => operation.operationId);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    expect(twice).toEqual([]);
    for (const { operation } of operations) {
      expect(operation.summary).not.toBe("");
      expect(operation.tags).toHaveLength(1);
    }
  });

  test("the parameters of a path are its names, each once and required", () => {
    for (const { path: one, operation } of operations) {
      const names = [...one.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const inPath = operation.parameters.filter((parameter) => parameter.in === "path");
      expect(inPath.map((parameter) => parameter.name).toSorted(), one).toEqual(names.toSorted());
      expect(
        inPath.every((parameter) => parameter.required),
        one,
      ).toBe(true);
      const keys = operation.parameters.map((parameter) => `${parameter.in} ${parameter.name}`);
      expect(new Set(keys).size, one).toBe(keys.length);
      for (const parameter of operation.parameters)
        expect(["path", "query", "header"]).toContain(parameter.in);
    }
  });

  test("every answer is described, and only what may carry a body takes one", () => {
    for (const { path: one, method, operation } of operations) {
      expect(Object.keys(operation.responses).length, one).toBeGreaterThan(0);
      for (const [status, answer] of Object.entries(operation.responses)) {
        expect(status).toMatch(/^(?:default|[1-5]\d\d)$/);
        expect(answer.description).not.toBe("");
      }
      if (method === "get" || method === "delete") expect(operation.requestBody).toBeUndefined();
      else expect(Object.keys(operation.requestBody?.content ?? {})).toHaveLength(1);
    }
  });

  test("schemas speak JSON Schema 2020-12 and not the older words of OpenAPI 3.0", () => {
    for (const [key, value] of everyValue([document.paths, document.components.schemas])) {
      expect(["nullable", "$defs", "definitions", "$schema"]).not.toContain(key);
      if (key === "type" && (typeof value === "string" || Array.isArray(value)))
        for (const one of [value].flat()) expect(types).toContain(one);
      if (key === "required" && Array.isArray(value))
        expect(new Set(value).size).toBe(value.length);
    }
  });
});
