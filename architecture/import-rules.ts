import { foundations, nouns } from "./nouns.ts";
import * as may from "./restrictions.ts";
import type { Restriction } from "./restrictions.ts";

/** Files and all they may not import. Of two zones that hold a file, the later one speaks alone. */
export interface Zone {
  readonly files: readonly string[];
  readonly restrictions: readonly Restriction[];
}

const zone = (
  files: string | readonly string[],
  ...restrictions: readonly Restriction[]
): Zone => ({
  files: typeof files === "string" ? [files] : files,
  restrictions,
});

const everywhere = [may.oneSpelling, may.noTests];
const testsOf = (folder: string) => [`${folder}/**/*.test.ts`, `${folder}/**/*.test.tsx`];

/** Foundations first, and a noun inside another (`measures/instruments`) after it. */
const names = [...foundations, ...nouns].map((noun) => noun.name).toSorted();

const pureZones = (): Zone[] => {
  const pure = [...everywhere, may.purePackagesOnly, may.pureSides];
  const domain = names.flatMap((name) => [
    zone(
      `src/domain/${name}/**`,
      ...pure,
      may.domainBelowFormats,
      ...may.table(name, "domain"),
      ...may.events(name),
    ),
    zone(
      testsOf(`src/domain/${name}`),
      may.oneSpelling,
      may.pureSides,
      ...may.table(name, "domain"),
    ),
  ]);
  const formats = ["src/edi", "src/fhir"].flatMap((folder) => [
    zone(`${folder}/**`, ...pure),
    zone(testsOf(folder), may.oneSpelling, may.pureSides),
  ]);
  return [...domain, ...formats];
};

/** Platform, database and connectors lie below every noun. */
const lowServerZones = (): Zone[] => {
  const low = [
    ...everywhere,
    may.noScreens,
    may.noNoun("domain", "server"),
    may.foundationServices,
    may.belowApp,
  ];
  return [
    zone("src/server/db/**", ...low, may.noHttp),
    zone("src/server/platform/**", ...low, may.sqlTypesOnly),
    zone("src/server/platform/**/*.queries.ts", ...low, may.noHttp),
    zone("src/server/connectors/**", ...low, may.noSql, may.noHttp),
    ...["db", "platform", "connectors"].map((folder) =>
      zone(
        testsOf(`src/server/${folder}`),
        may.oneSpelling,
        may.noScreens,
        may.noNoun("domain", "server"),
      ),
    ),
  ];
};

const nounServerZones = (): Zone[] =>
  names.flatMap((name) => {
    const folder = `src/server/${name}`;
    const own = [
      ...everywhere,
      may.noScreens,
      ...may.table(name, "domain", "server"),
      may.services(name),
      ...may.events(name),
      may.belowApp,
    ];
    return [
      zone(`${folder}/**`, ...own, may.noSql, may.noHttp),
      zone(`${folder}/**/*.routes.ts`, ...own, may.noSql),
      zone(`${folder}/**/*.queries.ts`, ...own, may.noHttp),
      zone(testsOf(folder), may.oneSpelling, may.noScreens, ...may.table(name, "domain", "server")),
    ];
  });

const highServerZones = (): Zone[] => {
  const app = [...everywhere, may.noScreens];
  const pages = [...everywhere, may.noScreens, may.allServices, may.belowDemo];
  return [
    zone("src/server/app/**", ...app, may.sqlTypesOnly),
    zone("src/server/app/**/*.queries.ts", ...app, may.noHttp),
    // The command line goes through the services like everybody else.
    zone("src/server/app/commands/**", ...app, may.allServices, may.sqlTypesOnly, may.noHttp),
    zone("src/server/app/commands/**/*.queries.ts", ...app, may.allServices, may.noHttp),
    zone("src/server/pages/**", ...pages, may.sqlTypesOnly, may.noHttp),
    zone("src/server/pages/**/*.routes.ts", ...pages, may.sqlTypesOnly),
    zone("src/server/pages/**/*.queries.ts", ...pages, may.noHttp),
    ...["app", "pages"].map((folder) =>
      zone(testsOf(`src/server/${folder}`), may.oneSpelling, may.noScreens),
    ),
  ];
};

const screen = [...everywhere, may.noServer, may.noSql, may.noHttp];

const nounWebZones = (): Zone[] =>
  names.flatMap((name) => {
    const own = [...may.table(name, "domain"), may.ownScreens(name)];
    return [
      zone(`src/web/${name}/**`, ...screen, ...own, may.belowWebApp),
      zone(testsOf(`src/web/${name}`), may.oneSpelling, ...own),
    ];
  });

/** Two apps meet the screens of all nouns; the patient's has screens and parts of its own, without the kit. */
const appWebZones = (): Zone[] => {
  const low = [...screen, may.noNoun("domain", "web"), may.noFoundationScreens, may.belowWebApp];
  return [
    zone("src/web/app/**", ...screen, may.belowDemo),
    zone("src/web/app/patient/**", ...screen, may.belowDemo, may.noKit),
    zone(["src/web/ui/**", "src/web/platform/**"], ...low),
    zone("src/web/ui/patient/**", ...low, may.noKit),
    zone("src/web/patient/**", ...screen, may.noScreensOfNouns, may.belowWebApp, may.noKit),
    zone(
      ["app", "ui", "platform", "patient"].flatMap((folder) => testsOf(`src/web/${folder}`)),
      may.oneSpelling,
    ),
  ];
};

/** The demo and the command line do what a person could do: through the services, with an actor. */
const outerZones = (): Zone[] => {
  const demo = [...everywhere, may.noScreens, may.allServices, may.noHttp];
  return [
    zone("src/demo/**", ...demo, may.sqlTypesOnly),
    zone("src/demo/**/*.queries.ts", ...demo),
    zone(testsOf("src/demo"), may.oneSpelling, may.noScreens),
    zone(["bin/**/*.ts", "bin/**/*.mjs"], may.noScreens, may.allServices),
  ];
};

/** The import rules of the whole house, made from the table of nouns. */
export const importZones = (): readonly Zone[] => [
  ...pureZones(),
  ...lowServerZones(),
  ...nounServerZones(),
  ...highServerZones(),
  ...nounWebZones(),
  ...appWebZones(),
  ...outerZones(),
];
