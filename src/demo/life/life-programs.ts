import { cedarBridgePrograms, type DemoProgram } from "#demo/programs.ts";

/** Programs that the life adds to those that were there first. */
export const lifePrograms: readonly DemoProgram[] = [
  {
    key: "trauma",
    site: "eastside",
    name: "Trauma recovery IOP",
    publicName: "Mornings for healing after trauma",
    summary: "Mornings for adults who live with what happened: safety first, then the story.",
    ages: "adults",
    levels: ["iop", "outpatient"],
    track: { name: "Safety and story", kind: "trauma", label: "mental-health" },
  },
  {
    key: "co-occurring",
    site: "riverside",
    name: "Co-occurring IOP",
    publicName: "Evenings for substance use and mental health together",
    summary: "Evenings for adults with substance use and a mental illness, treated together.",
    ages: "adults",
    levels: ["iop", "outpatient"],
    track: { name: "Both at once", kind: "co-occurring", label: "part-2" },
  },
];

/** Names of programs by their keys. */
export const lifeProgramNames: ReadonlyMap<string, string> = new Map(
  [...cedarBridgePrograms, ...lifePrograms].map(({ key, name }) => [key, name]),
);
