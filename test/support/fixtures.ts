import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Files by others that tests read: beside the project, or where STEPWELL_FIXTURES says. */
const folder =
  process.env["STEPWELL_FIXTURES"] ?? path.resolve(import.meta.dirname, "../../../shared/fixtures");

/** True where the files by others are at hand. Without them their tests are skipped, and fail where CI is set. */
export const hasFixtures = existsSync(folder) || process.env["CI"] === "true";

/** The text of a file by others: `fixture("codes/npi_vectors.json")`. */
export const fixture = (name: string): string => {
  const file = path.join(folder, name);
  if (!existsSync(file))
    throw new Error(`${file} is missing; set STEPWELL_FIXTURES to the folder of fixtures`);
  return readFileSync(file, "utf8");
};

/** The names of the files by others under a folder that end so, in order. */
export const listFixtures = (under: string, ending: string): string[] =>
  readdirSync(path.join(folder, under), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${under}/${name}`)
    .toSorted();
