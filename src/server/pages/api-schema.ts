/** A JSON schema, or a part of one, as the OpenAPI document holds it. */
export type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const asSchema = (value: unknown): Schema => (isSchema(value) ? value : {});

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** One line of a table: a field, by its path from the top (`rows[].name`). */
export interface SchemaLine {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  /** The name of a shape under `components`, where the field is one. */
  readonly shape: string | undefined;
}

const shapeName = (schema: Schema): string | undefined => {
  const reference = schema["$ref"];
  return typeof reference === "string" ? reference.split("/").at(-1) : undefined;
};

const choicesOf = (schema: Schema): readonly Schema[] =>
  [...listOf(schema["anyOf"]), ...listOf(schema["oneOf"])].map(asSchema);

const isNull = (schema: Schema): boolean => schema["type"] === "null";

const limits: readonly (readonly [string, (value: string) => string])[] = [
  ["format", (value) => value],
  ["minLength", (value) => `≥ ${value} signs`],
  ["maxLength", (value) => `≤ ${value} signs`],
  ["minimum", (value) => `≥ ${value}`],
  ["exclusiveMinimum", (value) => `> ${value}`],
  ["maximum", (value) => `≤ ${value}`],
  ["minItems", (value) => `≥ ${value} items`],
  ["maxItems", (value) => `≤ ${value} items`],
  ["default", (value) => `default ${value}`],
];

/** The bounds zod writes for any whole number say nothing to a reader. */
const isPlainBound = (name: string, value: unknown): boolean =>
  (name === "maximum" && value === Number.MAX_SAFE_INTEGER) ||
  (name === "minimum" && value === Number.MIN_SAFE_INTEGER);

const limitsOf = (schema: Schema): string => {
  const said = limits.flatMap(([name, words]) => {
    const value = schema[name];
    return value === undefined || isPlainBound(name, value)
      ? []
      : [words(typeof value === "string" ? value : JSON.stringify(value))];
  });
  return said.length === 0 ? "" : ` (${said.join(", ")})`;
};

const mapType = (schema: Schema): string | undefined => {
  const values = schema["additionalProperties"];
  if (typeof values !== "object" || values === null || schema["properties"] !== undefined)
    return undefined;
  return `object of ${typeText(asSchema(values))}`;
};

/** The type of a field in a few words: `string (uuid)`, `"day" or "week"`, `list of Site`, `number or null`. */
export const typeText = (schema: Schema): string => {
  const shape = shapeName(schema);
  if (shape !== undefined) return shape;
  const choices = choicesOf(schema);
  if (choices.length > 0) return [...new Set(choices.map(typeText))].join(" or ");
  if (schema["const"] !== undefined) return JSON.stringify(schema["const"]);
  const names = listOf(schema["enum"]);
  if (names.length > 0) return names.map((name) => JSON.stringify(name)).join(" or ");
  const { type } = schema;
  if (type === "array") return `list of ${typeText(asSchema(schema["items"]))}${limitsOf(schema)}`;
  const text = Array.isArray(type)
    ? type.join(" or ")
    : typeof type === "string"
      ? type
      : "anything";
  return (type === "object" ? (mapType(schema) ?? text) : text) + limitsOf(schema);
};

/** The object inside of lists and beside null, and how its fields are reached from outside. */
const insideOf = (schema: Schema): { readonly schema: Schema; readonly step: string } => {
  if (schema["type"] === "array") {
    const inside = insideOf(asSchema(schema["items"]));
    return { schema: inside.schema, step: `[]${inside.step}` };
  }
  const rest = choicesOf(schema).filter((choice) => !isNull(choice));
  const [only] = rest;
  return rest.length === 1 && only !== undefined ? insideOf(only) : { schema, step: "" };
};

const lineOf = (name: string, schema: Schema, isRequired: boolean): SchemaLine => ({
  name,
  type: typeText(schema),
  isRequired,
  shape: shapeName(insideOf(schema).schema),
});

const fieldsBelow = (path: string, schema: Schema, depth: number): readonly SchemaLine[] => {
  const required = listOf(schema["required"]);
  return Object.entries(asSchema(schema["properties"])).flatMap(([key, value]) => {
    const field = asSchema(value);
    const name = path === "" ? key : `${path}.${key}`;
    const inside = insideOf(field);
    const below = depth > 0 ? fieldsBelow(`${name}${inside.step}`, inside.schema, depth - 1) : [];
    return [lineOf(name, field, required.includes(key)), ...below];
  });
};

const deepest = 4;

/** The fields of a schema, outer before inner. A shape with a name of its own is named, not repeated. */
export const schemaLines = (schema: Schema): readonly SchemaLine[] => {
  const inside = insideOf(schema);
  const fields = fieldsBelow(inside.step, inside.schema, deepest);
  const isWhole = inside.step !== "" || fields.length === 0;
  const isNothing =
    Object.keys(schema).length === 0 || isNull(schema) || schema["type"] === "object";
  if (!isWhole || (fields.length === 0 && isNothing && mapType(schema) === undefined))
    return fields;
  return [lineOf(inside.step === "" ? "" : inside.step, schema, true), ...fields];
};
