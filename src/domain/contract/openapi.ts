import { z } from "zod";
import { problemSchema } from "#domain/contract/problem.ts";
import { changesState, type AnyRoute } from "#domain/contract/route.ts";

type JsonSchema = Record<string, unknown>;
type Schemas = Record<string, unknown>;

/** Moves named schemas (`.meta({ id })`) to `components` and points at them from where they stood. */
const hoist = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(hoist);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "$id")
      .map(([key, inner]) => [
        key,
        key === "$ref" ? String(inner).replace("#/$defs/", "#/components/schemas/") : hoist(inner),
      ]),
  );
};

const without = (schema: JsonSchema, ...keys: readonly string[]): JsonSchema =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => !keys.includes(key)));

const schemaOf = (schema: z.ZodType, io: "input" | "output", components: Schemas): JsonSchema => {
  const json = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as JsonSchema;
  for (const [name, definition] of Object.entries((json["$defs"] ?? {}) as Schemas))
    components[name] = without(hoist(definition) as JsonSchema, "id");
  const name = json["id"];
  const body = without(hoist(json) as JsonSchema, "$schema", "$defs", "id");
  if (typeof name !== "string") return body;
  components[name] = body;
  return { $ref: `#/components/schemas/${name}` };
};

const parameter = (name: string, place: string, required: boolean, schema: unknown) => ({
  name,
  in: place,
  required,
  schema: schema ?? { type: "string" },
});

const idempotencyParameter = parameter("idempotency-key", "header", true, {
  type: "string",
  format: "uuid",
});

const requestOf = (contract: AnyRoute, components: Schemas) => {
  const json = z.toJSONSchema(contract.input, {
    io: "input",
    unrepresentable: "any",
  }) as JsonSchema;
  const schema = without(hoist(json) as JsonSchema, "$schema", "$defs", "id");
  for (const [name, definition] of Object.entries((json["$defs"] ?? {}) as Schemas))
    components[name] = without(hoist(definition) as JsonSchema, "id");
  const properties = (schema["properties"] ?? {}) as Record<string, unknown>;
  const required = (schema["required"] ?? []) as readonly string[];
  const inPath = [...contract.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  const rest = Object.keys(properties).filter((name) => !inPath.includes(name));
  const parameters = inPath.map((name) => parameter(name, "path", true, properties[name]));
  const asQuery = contract.method === "GET" || contract.method === "DELETE";
  if (asQuery)
    for (const name of rest)
      parameters.push(parameter(name, "query", required.includes(name), properties[name]));
  if (changesState(contract) && !contract.fleeting && contract.permission !== "anyone")
    parameters.push(idempotencyParameter);
  const type = contract.body === "upload" ? "multipart/form-data" : "application/json";
  const body = {
    ...schema,
    properties: Object.fromEntries(rest.map((name) => [name, properties[name]])),
    required: required.filter((name) => !inPath.includes(name)),
  };
  return {
    parameters,
    ...(!asQuery && { requestBody: { required: true, content: { [type]: { schema: body } } } }),
  };
};

const problemContent = {
  "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
};

const responsesOf = (contract: AnyRoute, components: Schemas) => {
  const types = {
    json: "application/json",
    events: "text/event-stream",
    file: "application/octet-stream",
  };
  const byStatus = new Map<number, string[]>();
  for (const [code, status] of Object.entries(contract.errors))
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  const refusals = [...byStatus].map(([status, codes]): [string, unknown] => [
    String(status),
    { description: codes.join(", "), content: problemContent },
  ]);
  return {
    [contract.status]: {
      description: "Done",
      content: {
        [types[contract.reply]]: { schema: schemaOf(contract.output, "output", components) },
      },
    },
    ...Object.fromEntries(refusals),
    default: { description: "Refused; the code says why", content: problemContent },
  };
};

/** The OpenAPI 3.1 document of a list of routes, made from the same contracts that serve them. */
export const openApiDocument = (
  contracts: readonly AnyRoute[],
  info: { readonly title: string; readonly version: string },
): Record<string, unknown> => {
  const components: Schemas = {};
  const paths: Record<string, Record<string, unknown>> = {};
  schemaOf(problemSchema, "output", components);
  for (const contract of contracts) {
    const path = (paths[contract.path] ??= {});
    path[contract.method.toLowerCase()] = {
      operationId: `${contract.audit.verb.replace(".", "-")}-${contract.method.toLowerCase()}`,
      summary: contract.summary,
      tags: [contract.path.split("/")[1]],
      "x-permission": contract.permission,
      "x-purpose": contract.purpose,
      "x-audit": contract.audit.verb,
      security: contract.permission === "anyone" ? [] : [{ session: [] }],
      ...requestOf(contract, components),
      responses: responsesOf(contract, components),
    };
  }
  return {
    openapi: "3.1.1",
    info,
    servers: [{ url: "/api" }],
    paths,
    components: {
      schemas: components,
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: "stepwell_session" } },
    },
  };
};
