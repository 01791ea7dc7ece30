import { foundations, nouns } from "./nouns.ts";

const nounFolders = [...foundations, ...nouns].map((noun) => noun.name);

/** The rooms of each side. Code in a folder that is not here would be bound by no import rule. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  domain: nounFolders,
  server: [...nounFolders, "app", "platform", "db", "pages", "connectors"],
  web: [...nounFolders, "app", "platform", "ui", "patient", "locales"],
};

const sides = ["domain", "edi", "fhir", "server", "web", "demo"];

/** Names that say nothing. Whoever wants `utils` has not found the noun yet. */
const emptyNames =
  "utils util helpers helper common shared misc base manager types index lib stuff".split(" ");

/**
 * What a file is, said by its second name; `noun.ts` alone holds types and rules. A test adds `.test` or
 * `.db.test`; a journey is a `.spec`, and one walked on a phone a `.phone.spec`.
 */
const secondNames = "api policy routes service queries jobs events module config d".split(" ");
const journeyNames = ["spec", "phone.spec"];

const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const isCode = (file: string): boolean => /\.(?:tsx?|m?js|css)$/.test(file);

const roomProblem = (file: string): string | undefined => {
  const [top, side = "", ...inner] = file.split("/");
  if (top !== "src") return undefined;
  if (!sides.includes(side)) return `src/${side} is no side of the house`;
  const known = rooms[side];
  if (known === undefined) return undefined;
  const folder = inner.slice(0, -1).join("/");
  if (folder === "") return isCode(file) ? `stands in no room of src/${side}` : undefined;
  if (known.some((room) => folder === room || folder.startsWith(`${room}/`))) return undefined;
  return `${folder} is not in the table of architecture/nouns.ts`;
};

const nameProblem = (part: string): string | undefined => {
  if (!kebab.test(part)) return `${part} is not in kebab-case`;
  if (emptyNames.includes(part)) return `${part} says nothing: name the noun`;
  return undefined;
};

/** What is wrong with the name and the place of a file; nothing when all is well. */
export const placeProblems = (file: string): string[] => {
  const parts = file.split("/");
  const [stem = "", ...rest] = (parts.at(-1) ?? "").split(".");
  const second = rest
    .slice(0, -1)
    .join(".")
    .replace(/\.?(?:db\.)?test$/, "");
  const found = [roomProblem(file), ...parts.slice(0, -1).map(nameProblem)];
  if (isCode(file)) found.push(nameProblem(stem));
  const known = file.startsWith("test/journeys/") ? journeyNames : secondNames;
  if (isCode(file) && second !== "" && !known.includes(second))
    found.push(`.${second} is none of the second names of a file`);
  return found.filter((problem) => problem !== undefined);
};
