import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";

const archive = path.resolve(
  import.meta.dirname,
  "../../../shared/fixtures/fhir/uscore/us_core_610.tgz",
);
export const hasUsCore = existsSync(archive);

const elementSchema = z.looseObject({
  id: z.string(),
  path: z.string(),
  min: z.number().optional(),
  max: z.string().optional(),
  binding: z.object({ strength: z.string(), valueSet: z.string().optional() }).optional(),
  slicing: z.unknown().optional(),
});
type Element = z.output<typeof elementSchema>;
const definitionSchema = z.object({
  type: z.string(),
  url: z.string(),
  snapshot: z.object({ element: z.array(elementSchema) }),
});
const valueSetSchema = z.object({
  url: z.string(),
  compose: z.object({
    include: z.array(
      z.object({
        system: z.string().optional(),
        concept: z.array(z.object({ code: z.string() })).optional(),
        filter: z.unknown().optional(),
        valueSet: z.unknown().optional(),
      }),
    ),
  }),
});

const block = 512;

/** The files of a tar archive whose names begin with one of these. */
const untar = (bytes: Buffer, beginnings: readonly string[]): Map<string, string> => {
  const files = new Map<string, string>();
  for (let at = 0; at + block <= bytes.length;) {
    const name = bytes.toString("utf8", at, at + 100).replace(/\0.*$/s, "");
    if (name === "") break;
    const size = Number.parseInt(bytes.toString("utf8", at + 124, at + 136), 8);
    const file = path.basename(name);
    if (file.endsWith(".json") && beginnings.some((one) => file.startsWith(one)))
      files.set(file, bytes.toString("utf8", at + block, at + block + size));
    at += block + Math.ceil(size / block) * block;
  }
  return files;
};

/** Profiles and value sets of US Core 6.1.0, by their addresses. */
export const openUsCore = () => {
  const files = untar(gunzipSync(readFileSync(archive)), ["StructureDefinition-", "ValueSet-"]);
  const profiles = new Map<string, z.output<typeof definitionSchema>>();
  const codes = new Map<string, ReadonlySet<string>>();
  for (const [name, text] of files) {
    const json: unknown = JSON.parse(text);
    if (name.startsWith("StructureDefinition-")) {
      const { data } = definitionSchema.safeParse(json);
      if (data !== undefined) profiles.set(data.url, data);
    } else {
      const { data } = valueSetSchema.safeParse(json);
      // Only what is listed code by code can be looked up without a terminology server.
      const include = data?.compose.include ?? [];
      const listed = include.every(
        ({ concept, valueSet }) => concept !== undefined && valueSet === undefined,
      );
      if (data !== undefined && listed)
        codes.set(
          data.url,
          new Set(
            include.flatMap(({ system, concept }) =>
              (concept ?? []).flatMap(({ code }) => [code, `${system ?? ""}|${code}`]),
            ),
          ),
        );
    }
  }
  return { profiles, codes };
};
type UsCore = ReturnType<typeof openUsCore>;

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The values of one step of a path; `value[x]` is whatever of that beginning is there. */
const stepInto = (value: unknown, step: string): unknown[] => {
  if (!isObject(value)) return [];
  const found = step.endsWith("[x]")
    ? Object.entries(value)
        .filter(([name]) => name.startsWith(step.slice(0, -3)))
        .map(([, one]) => one)
    : [value[step]];
  return found.flat().filter((one) => one !== undefined && one !== null);
};

const valuesAt = (resource: unknown, steps: readonly string[]): unknown[] =>
  steps.reduce<unknown[]>(
    (values, step) => values.flatMap((one) => stepInto(one, step)),
    [resource],
  );

/** Whether a value holds everything that a pattern says (FHIR R4, ElementDefinition.pattern). */
const fits = (pattern: unknown, value: unknown): boolean => {
  if (Array.isArray(pattern))
    return Array.isArray(value) && pattern.every((one) => value.some((other) => fits(one, other)));
  if (isObject(pattern))
    return (
      isObject(value) && Object.entries(pattern).every(([name, one]) => fits(one, value[name]))
    );
  return pattern === value;
};

const said = (element: Element, kind: "pattern" | "fixed"): unknown =>
  Object.entries(element).find(([name]) => name.startsWith(kind))?.[1];

/** Codings of a concept, a coding, or a bare code, whose system is the binding's own. */
const codingsOf = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  if (!isObject(value)) return [];
  if (Array.isArray(value["coding"])) return value["coding"].flatMap(codingsOf);
  const { system, code } = z
    .looseObject({ system: z.string().default(""), code: z.string().default("") })
    .parse(value);
  return [`${system}|${code}`];
};

const stepsOf = (element: Element): string[] => element.path.split(".").slice(1);

/** What stands against one element that is no slice. */
const problemsOfElement = (core: UsCore, resource: Json, element: Element): string[] => {
  const steps = stepsOf(element);
  const last = steps.at(-1) ?? "";
  const parents = valuesAt(resource, steps.slice(0, -1));
  const problems: string[] = [];
  for (const parent of parents) {
    const values = stepInto(parent, last);
    if (values.length < (element.min ?? 0)) problems.push(`${element.id} is missing`);
    const most = element.max === "*" ? Infinity : Number(element.max ?? Infinity);
    if (values.length > most) problems.push(`${element.id} is there ${values.length} times`);
    const fixed = said(element, "fixed") ?? said(element, "pattern");
    if (fixed !== undefined && values.some((value) => !fits(fixed, value)))
      problems.push(`${element.id} is not what is fixed`);
    const listed =
      element.binding?.strength === "required"
        ? core.codes.get(element.binding.valueSet?.split("|")[0] ?? "")
        : undefined;
    if (listed === undefined) continue;
    for (const value of values)
      if (!codingsOf(value).some((coding) => listed.has(coding)))
        problems.push(`${element.id} has no code of its value set`);
  }
  return problems;
};

/** Slices that are told apart by a pattern or by a listed binding, and must be there. */
const problemsOfSlice = (core: UsCore, resource: Json, element: Element): string[] => {
  const values = valuesAt(resource, stepsOf(element));
  const pattern = said(element, "pattern");
  const listed = core.codes.get(element.binding?.valueSet?.split("|")[0] ?? "");
  if (pattern === undefined && listed === undefined) return [];
  const own = values.filter((value) =>
    pattern === undefined ? codingsOf(value).some((one) => listed?.has(one)) : fits(pattern, value),
  );
  return own.length < (element.min ?? 0) ? [`${element.id} is missing`] : [];
};

/**
 * What stands against a resource under the US Core profile it names: elements that must be there, that may be there so often
 * only, that have a fixed value or pattern, and required bindings to value sets that are listed code by code. It does not
 * look at invariants (FHIRPath), at what references lead to, at extensions' own definitions, at slices within slices, nor at
 * value sets that only a terminology server can expand.
 */
export const problemsUnderUsCore = (core: UsCore, resource: Json): string[] => {
  const meta = resource["meta"];
  const named = isObject(meta) && Array.isArray(meta["profile"]) ? String(meta["profile"][0]) : "";
  const profile = core.profiles.get(named);
  if (profile === undefined) return [`${named} is no profile of US Core`];
  if (profile.type !== resource["resourceType"]) return [`${named} is for a ${profile.type}`];
  return profile.snapshot.element.flatMap((element) => {
    if (!element.id.includes(".")) return [];
    if (!element.id.includes(":")) return problemsOfElement(core, resource, element);
    const isOutermost =
      element.id.split(":").length === 2 && !element.id.split(":")[1]?.includes(".");
    return isOutermost ? problemsOfSlice(core, resource, element) : [];
  });
};
