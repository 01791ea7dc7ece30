import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Outcome } from "./step.ts";

const first = "src/web/app/patient/main.tsx";
const imports =
  /(?:^|\n)\s*(?:import|export)(?!\s+type\b)[^"';]*["']([^"']+)["']|import\(\s*["']([^"']+)["']/g;

const specifiersOf = (text: string): string[] =>
  [...text.matchAll(imports)].map(([, still, lazy]) => still ?? lazy ?? "");

/** The file below `root` that an import means; nothing for a package. */
const fileOf = (from: string, specifier: string): string | undefined => {
  if (specifier.startsWith("#")) return `src/${specifier.slice(1)}`;
  return specifier.startsWith(".") ? path.join(path.dirname(from), specifier) : undefined;
};

/**
 * The patient app loads nothing of the staff's kit, neither at once nor later: goes from its entry over all
 * imports and names the way by which the kit is reached.
 */
export const kitReach = (root: string): Promise<Outcome> => {
  const problems: string[] = [];
  const ways = new Map<string, readonly string[]>([[first, [first]]]);
  for (const [file, way] of ways) {
    const place = path.join(root, file);
    if (!/\.tsx?$/.test(file) || !existsSync(place)) continue;
    for (const specifier of specifiersOf(readFileSync(place, "utf8"))) {
      if (specifier.startsWith("@mantine/")) problems.push([...way, specifier].join(" → "));
      const next = fileOf(file, specifier);
      if (next !== undefined && !ways.has(next)) ways.set(next, [...way, next]);
    }
  }
  return Promise.resolve({ problems, seen: ways.size, expected: 2 });
};
