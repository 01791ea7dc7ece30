import { closedTo, foundations, heardThroughEvents, nouns } from "./nouns.ts";

/** One thing a file may not import. The linter shows `message` and stops the check. */
export interface Restriction {
  readonly rule: RuleName;
  readonly regex: string;
  readonly message: string;
  readonly allowTypeImports?: true;
}

/** The import rules of the house, each in the words its finding begins with. */
export const ruleNames = [
  "one spelling",
  "nothing depends on tests",
  "pure code stays pure",
  "the table",
  "screens never reach the server",
  "the server never reaches screens",
  "only queries speak SQL",
  "only routes speak HTTP",
  "nouns meet at services",
  "screens of two nouns meet in web/app",
  "platform knows no noun",
  "billing hears events only",
  "app is the top",
  "the kit stays with staff",
] as const;
export type RuleName = (typeof ruleNames)[number];

const foundationNames = foundations.map((noun) => noun.name);
const nounNames = nouns.map((noun) => noun.name);

const restriction = (rule: RuleName, regex: string, advice: string): Restriction => ({
  rule,
  regex,
  message: `${rule}: ${advice}`,
});

/**
 * Matches every text that is none of `words`, up to a `/` or the end. Spelled out letter by letter because the
 * linter's regular expressions cannot look ahead.
 */
const noneOf = (words: readonly string[]): string => {
  const ends = words.includes("");
  const letters = [...new Set(words.filter((word) => word !== "").map((word) => word.charAt(0)))];
  const branches = letters.map((letter) => {
    const rests = words.filter((word) => word.startsWith(letter)).map((word) => word.slice(1));
    return `${letter === "." ? "\\." : letter}${noneOf(rests)}`;
  });
  const other = `[^${ends ? "/" : ""}${letters.join("")}]`;
  return `(?:${[other, ...(ends ? [] : ["$"]), ...branches].join("|")})`;
};

/** The folder of a noun, without the nouns inside it (`measures` holds `measures/instruments`). */
const folderOf = (name: string, open: readonly string[]): string => {
  const inside = open.filter((other) => other.startsWith(`${name}/`));
  if (inside.length === 0) return `${name}/`;
  return `${name}/${noneOf(inside.map((other) => other.slice(name.length + 1)))}`;
};

const anyOf = (names: readonly string[], open: readonly string[] = []): string =>
  `(?:${names.map((name) => folderOf(name, open)).join("|")})`;

const doors = "(?:[^./]+|[^./]+\\.(?:api|policy|routes|queries|jobs))\\.tsx?$";

export const oneSpelling = restriction(
  "one spelling",
  "(?:^|/)\\.\\.(?:/|$)",
  "a relative path stays in its folder; everything else is #domain/, #server/, #web/ …",
);

export const noTests = restriction(
  "nothing depends on tests",
  "^#test/|\\.test(?:\\.tsx?)?$|^vitest(?:/|$)|^fast-check$|^@playwright/",
  "tests depend on code, not the other way round",
);

/** Packages that pure code may use: schemas and dates. */
export const purePackages = ["zod", "temporal-polyfill"];

export const purePackagesOnly = restriction(
  "pure code stays pure",
  `^${noneOf([...purePackages, "#domain", "#edi", "#fhir", "#server", "#web", "#demo", "#test", ".", ".."])}`,
  `of packages only ${purePackages.join(", ")}, and nothing of node; time, ids and files come in as arguments`,
);

export const pureSides = restriction(
  "pure code stays pure",
  "^#(?:server|web|demo)/",
  "server and screens know the rules, the rules know neither",
);

export const domainBelowFormats = restriction(
  "pure code stays pure",
  "^#(?:edi|fhir)/",
  "files of others are turned into the domain, the domain does not know them",
);

export const noServer = restriction(
  "screens never reach the server",
  "^#(?:server|edi)/|^node:",
  "a screen calls a contract: call(route, input)",
);

export const noScreens = restriction(
  "the server never reaches screens",
  "^#web/",
  "share what both need in src/domain",
);

const sqlMessage = "write it in a *.queries.ts, or in server/db";
export const noSql = restriction("only queries speak SQL", "^(?:kysely|pg)(?:[-/]|$)", sqlMessage);
/** Platform and app hand a pool on; they may name its type. */
export const sqlTypesOnly: Restriction = { ...noSql, allowTypeImports: true };

export const noHttp = restriction(
  "only routes speak HTTP",
  "^(?:fastify(?:/|$)|@fastify/)",
  "say it in a *.routes.ts; a service knows neither request nor reply",
);

type Side = "domain" | "server" | "web";

export const noNoun = (...sides: readonly Side[]): Restriction =>
  restriction(
    "platform knows no noun",
    `^#(?:${sides.join("|")})/${anyOf(nounNames)}`,
    "of the nouns only basics, contract and access; the noun hands in what platform needs",
  );

const top = "what is composed does not know who composes it";
export const belowApp = restriction("app is the top", "^#server/(?:app|pages)/|^#demo/", top);
export const belowWebApp = restriction("app is the top", "^#web/app/|^#demo/", top);
export const belowDemo = restriction("app is the top", "^#demo/", top);

/** The line of one noun in the table. Foundations stand below every noun; the last noun may use all. */
export const table = (name: string, ...sides: readonly Side[]): readonly Restriction[] => {
  const closed = foundationNames.includes(name) ? nounNames : closedTo(name);
  const open = nounNames.filter((other) => !closed.includes(other));
  if (closed.length === 0) return [];
  return [
    restriction(
      "the table",
      `^#(?:${sides.join("|")})/${anyOf(closed, open)}`,
      `${name} may not use this noun, see architecture/nouns.ts`,
    ),
  ];
};

const hearsEvents = (name: string): boolean => heardThroughEvents.listeners.includes(name);

const meetAtServices = (names: readonly string[]): Restriction =>
  restriction(
    "nouns meet at services",
    `^#server/(?:${names.map((name) => `${name}/`).join("|")})(?:[^/]+/)*${doors}`,
    "go through a *.service.ts or *.events.ts",
  );

/** Of the nouns it may use, a noun on the server sees the services and the events. */
export const services = (name: string): Restriction => {
  const closed = foundationNames.includes(name) ? nounNames : closedTo(name);
  const heard = hearsEvents(name) ? heardThroughEvents.speakers : [];
  return meetAtServices(
    [...foundationNames, ...nounNames].filter(
      (other) => other !== name && !closed.includes(other) && !heard.includes(other),
    ),
  );
};

export const allServices = meetAtServices([...foundationNames, ...nounNames]);
export const foundationServices = meetAtServices(foundationNames);

export const events = (name: string): readonly Restriction[] =>
  hearsEvents(name)
    ? [
        restriction(
          "billing hears events only",
          `^#(?:domain|server)/(?:${heardThroughEvents.speakers.join("|")})/(?:[^/]+/)*(?:[^./]+|[^./]+\\.(?:api|policy|routes|service|queries|jobs))\\.tsx?$`,
          "of charting and scheduling only *.events.ts: the money side can be replaced without touching the chart",
        ),
      ]
    : [];

const screensOf = (names: readonly string[]): Restriction =>
  restriction(
    "screens of two nouns meet in web/app",
    `^#web/${anyOf(names)}`,
    "compose them there, or lift the part into web/ui",
  );

export const ownScreens = (name: string): Restriction =>
  screensOf([...foundationNames, ...nounNames].filter((other) => other !== name));

export const noFoundationScreens = screensOf(foundationNames);
export const noScreensOfNouns = screensOf([...foundationNames, ...nounNames]);

/** Of what a person's own device loads over a slow line, nothing is the kit. */
export const noKit = restriction(
  "the kit stays with staff",
  "^@mantine/",
  "the patient app is built from our own light parts",
);
