/** What the linter is told for some files, beside the import rules. */
export interface Override {
  readonly files: readonly string[];
  readonly excludeFiles?: readonly string[];
  readonly rules: Readonly<Record<string, unknown>>;
}

/** Folders that hold data and not code; sizes are exempt by path, never by a comment. */
export const sizeExempt = ["src/server/db/rows.ts", "**/code-sets/**", "test/golden/**"];

export const sizes = { file: 300, function: 60, component: 150 };

const tests = ["**/*.test.ts", "**/*.test.tsx", "test/**"];
const pure = ["src/domain/**", "src/edi/**", "src/fhir/**"];

/** Rules for every file. */
export const everyFile: Readonly<Record<string, unknown>> = {
  // The shape of modules.
  "import/no-cycle": ["error", { ignoreTypes: false }],
  "import/no-default-export": "error",
  "import/no-duplicates": "error",
  "import/no-mutable-exports": "error",
  "oxc/no-barrel-file": ["error", { threshold: 0 }],
  "typescript/no-require-imports": "error",
  "unicorn/filename-case": ["error", { case: "kebabCase" }],
  "unicorn/prefer-node-protocol": "error",
  "max-lines": ["error", { max: sizes.file }],
  "max-lines-per-function": ["error", { max: sizes.function }],
  // Types say what is so.
  "typescript/no-explicit-any": "error",
  "typescript/no-non-null-assertion": "error",
  "typescript/consistent-type-imports": ["error", { disallowTypeAnnotations: true }],
  "typescript/ban-ts-comment": [
    "error",
    { minimumDescriptionLength: 10, "ts-expect-error": "allow-with-description" },
  ],
  "typescript/no-unsafe-argument": "error",
  "typescript/no-unsafe-assignment": "error",
  "typescript/no-unsafe-call": "error",
  "typescript/no-unsafe-member-access": "error",
  "typescript/no-unsafe-return": "error",
  "typescript/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
  "typescript/restrict-plus-operands": "error",
  "typescript/no-deprecated": "error",
  // Nothing asynchronous is lost.
  "typescript/no-floating-promises": "error",
  "typescript/no-misused-promises": "error",
  "typescript/await-thenable": "error",
  "typescript/only-throw-error": "error",
  "typescript/prefer-promise-reject-errors": "error",
  "typescript/use-unknown-in-catch-callback-variable": "error",
  // A string may be spread into its characters.
  "typescript/no-misused-spread": ["error", { allow: ["string"] }],
  // The second argument says which case of a table failed.
  "vitest/valid-expect": ["error", { maxArgs: 2 }],
  "typescript/return-await": ["error", "error-handling-correctness-only"],
  // Leaving a field out by naming it beside `...rest` is a use.
  "no-unused-vars": ["error", { ignoreRestSiblings: true }],
  // One way to write a thing.
  eqeqeq: "error",
  "prefer-const": "error",
  "no-var": "error",
  "no-else-return": "error",
  "no-param-reassign": "error",
  "object-shorthand": ["error", "properties"],
  "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx", "hack"], location: "start" }],
};

/** Rules of the default sets that do not fit this code, each with its reason. */
const notOurs: Readonly<Record<string, unknown>> = {
  // The compiler writes the import of React.
  "react/react-in-jsx-scope": "off",
  // Style sheets and polyfills are imported for what they do.
  "import/no-unassigned-import": "off",
  // `pg` is a CommonJS package: its default export is the one that always works.
  "import/no-named-as-default-member": "off",
  // Where assertions may stand is decided by folder, below.
  "typescript/no-unsafe-type-assertion": "off",
  // Interfaces here are filled with closures, not with classes that lose their `this`.
  "typescript/unbound-method": "off",
  // The compiler checks what a function returns; a bare `return` may leave early.
  "typescript/consistent-return": "off",
  // Flags that a closure changes are not seen.
  "no-unmodified-loop-condition": "off",
  // A dialog and the sign-in put the focus where the work begins.
  "jsx-a11y/no-autofocus": "off",
  // `role="status"` is announced by more screen readers than `output`.
  "jsx-a11y/prefer-tag-over-role": "off",
  // An effect may run anew for what it does not read: a path, a visit.
  "react/exhaustive-effect-dependencies": "off",
  // A small function may stand where it is used.
  "unicorn/consistent-function-scoping": "off",
  // That it throws may be all there is to say.
  "vitest/require-to-throw-message": "off",
  // An EventSource has one listener.
  "unicorn/prefer-add-event-listener": "off",
};

export const baseRules: Readonly<Record<string, unknown>> = { ...everyFile, ...notOurs };

const pureGlobals = [
  "Date",
  "fetch",
  "process",
  "crypto",
  "performance",
  "setTimeout",
  "setInterval",
  "console",
];

/** Where a type assertion may stand. */
const assertionFolders = [
  "src/domain/{basics,contract,access}/**",
  "src/server/{platform,db,app}/**",
  "src/web/{platform,ui,app}/**",
];

const clock = "pure code asks no clock and no chance: time, ids and I/O come in as arguments";

const noTypesAtHand = {
  "typescript/no-unsafe-argument": "off",
  "typescript/no-unsafe-assignment": "off",
  "typescript/no-unsafe-call": "off",
  "typescript/no-unsafe-member-access": "off",
  "typescript/no-unsafe-return": "off",
};

/** Rules for some files only. */
export const overrides: readonly Override[] = [
  {
    files: ["**/*.tsx"],
    rules: { "max-lines-per-function": ["error", { max: sizes.component }] },
  },
  {
    files: tests,
    rules: {
      // A `describe` is a chapter and not a function.
      "max-lines-per-function": "off",
      // What a test reads from the database or from an answer has no type; it is compared, not used.
      ...noTypesAtHand,
      "typescript/require-array-sort-compare": "off",
      // A test may stand or fall by an exception, and may go over a table of cases.
      "vitest/expect-expect": "off",
      "vitest/no-conditional-expect": "off",
    },
  },
  {
    // `as` only where unavoidable: brands, the platform, generic parts. Nouns parse, they do not assert.
    files: [
      "src/domain/**",
      "src/edi/**",
      "src/fhir/**",
      "src/server/**",
      "src/web/**",
      "src/demo/**",
    ],
    excludeFiles: [...assertionFolders, ...tests],
    rules: { "typescript/consistent-type-assertions": ["error", { assertionStyle: "never" }] },
  },
  {
    // What runs before anything is installed, or in a browser as it is: JavaScript, outside the compiler's projects.
    files: ["**/*.mjs", "**/*.js"],
    rules: noTypesAtHand,
  },
  { files: sizeExempt, rules: { "max-lines": "off", "max-lines-per-function": "off" } },
  {
    files: ["*.config.ts", "bin/check/knip-reporter.ts", "bin/test/vitest-reporter.ts"],
    rules: { "import/no-default-export": "off" },
  },
  { files: ["src/**"], excludeFiles: tests, rules: { "no-console": "error" } },
  {
    files: pure,
    excludeFiles: tests,
    rules: {
      "no-restricted-globals": [
        "error",
        {
          checkGlobalObject: true,
          globals: pureGlobals.map((name) => ({ name, message: clock })),
        },
      ],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: clock },
        { object: "Temporal", property: "Now", message: clock },
      ],
    },
  },
  {
    files: ["src/web/**/*.tsx"],
    excludeFiles: ["src/web/ui/**", ...tests],
    rules: {
      "react/forbid-dom-props": ["error", { forbid: ["style", "className"] }],
      "react/forbid-component-props": [
        "error",
        { forbid: ["style", "styles", "className", "classNames", "c", "bg", "color"] },
      ],
    },
  },
];
