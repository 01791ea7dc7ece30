import { baseRules, overrides } from "./code-rules.ts";
import { importZones } from "./import-rules.ts";
import type { Zone } from "./import-rules.ts";

const importOverride = (zone: Zone) => ({
  files: zone.files,
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: zone.restrictions.map(({ regex, message, allowTypeImports }) => ({
          regex,
          message,
          ...(allowTypeImports && { allowTypeImports }),
        })),
      },
    ],
  },
});

/** The whole configuration of the linter. */
export const lintConfig = () => ({
  $schema: "./node_modules/oxlint/configuration_schema.json",
  plugins: ["typescript", "import", "react", "jsx-a11y", "unicorn", "oxc", "promise", "vitest"],
  categories: { correctness: "error", suspicious: "error" },
  options: { typeAware: true, reportUnusedDisableDirectives: "error" },
  env: { es2024: true },
  ignorePatterns: ["node_modules", "dist", ".data", ".runtime", "test-results"],
  rules: baseRules,
  overrides: [...overrides, ...importZones().map(importOverride)],
});

/** The text of `.oxlintrc.json`: one override on one line, so that a difference shows which rule changed. */
export const lintConfigText = (): string => {
  const { overrides: all, ...rest } = lintConfig();
  const head = JSON.stringify(rest, null, 2).replace(/\n\}$/, "");
  const lines = all.map((override) => `    ${JSON.stringify(override)}`);
  return `${head},\n  "overrides": [\n${lines.join(",\n")}\n  ]\n}\n`;
};
