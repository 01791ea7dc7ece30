import type { Plugin } from "vite";

interface AstNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is AstNode =>
  typeof value === "object" && value !== null && "type" in value && "start" in value;

const childrenOf = (node: AstNode): AstNode[] =>
  Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]).filter(isNode));

/** A piece of the code and what stands there instead. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const schemaProperties = new Set(["input", "output"]);

/** Takes the schemas out of `route({ … })`, from the property's name to the comma after it. */
const schemasOut = (node: AstNode, code: string): Edit[] => {
  const inside = childrenOf(node).flatMap((child) => schemasOut(child, code));
  const callee = node["callee"];
  if (node.type !== "CallExpression" || !isNode(callee) || callee["name"] !== "route")
    return inside;
  const [specification] = childrenOf(node).filter((child) => child.type === "ObjectExpression");
  return (specification ? childrenOf(specification) : [])
    .filter(({ key }) => isNode(key) && schemaProperties.has(String(key["name"])))
    .map(({ start, end }) => ({ start, end: code[end] === "," ? end + 1 : end, text: "" }));
};

const isFunction = ({ type }: AstNode): boolean =>
  type === "ArrowFunctionExpression" || type === "FunctionExpression";

const makesCall = (node: AstNode): boolean =>
  node.type === "CallExpression" || (!isFunction(node) && childrenOf(node).some(makesCall));

/** Says of a constant made by calls at the top of a file that making it does nothing else. */
const markedPure = (statement: AstNode): Edit[] => {
  const declaration = isNode(statement["declaration"]) ? statement["declaration"] : statement;
  if (declaration.type !== "VariableDeclaration") return [];
  return childrenOf(declaration).flatMap(({ init }) => {
    if (!isNode(init) || !makesCall(init)) return [];
    const [open, close] = init.type === "ObjectExpression" ? ["(", ")"] : ["", ""];
    return [
      { start: init.start, end: init.start, text: `/* @__PURE__ */ (() => ${open}` },
      { start: init.end, end: init.end, text: `${close})()` },
    ];
  });
};

/** The code of a domain file as a screen needs it; of a contract (`.api.ts`) without its schemas. */
export const lighten = (code: string, program: unknown, isContract: boolean): string => {
  if (!isNode(program)) return code;
  const edits = [
    ...childrenOf(program).flatMap(markedPure),
    ...(isContract ? schemasOut(program, code) : []),
  ].toSorted((one, other) => other.start - one.start);
  return edits.reduce(
    (text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end),
    code,
  );
};

/**
 * A screen needs of a contract its method, path and verb; the server alone checks what goes in and
 * out. Without the schemas in the contracts, and because the domain is pure, the schemas that no
 * screen uses fall away, and with them the library: 23 kB that a phone need not load. A screen that
 * does use a schema still gets it.
 */
export const leaveSchemasToTheServer = (): Plugin => ({
  name: "leave-schemas-to-the-server",
  apply: "build",
  enforce: "post",
  transform: {
    filter: { id: /src\/domain\/.*\.ts$/ },
    handler(code, id) {
      return { code: lighten(code, this.parse(code), id.endsWith(".api.ts")), map: null };
    },
  },
});
