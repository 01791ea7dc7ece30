import { changeActivityType, listActivityTypes } from "#domain/programs/activity-type.api.ts";
import { publishHourRule } from "#domain/programs/hour-rule.api.ts";
import { createProgram } from "#domain/programs/program.api.ts";
import { createTrack } from "#domain/programs/track.api.ts";
import type { Work } from "#server/platform/work.ts";
import { todayOf } from "#server/practice/organization.service.ts";
import * as types from "#server/programs/activity-type.service.ts";
import { foundPrograms } from "#server/programs/founding.service.ts";
import * as rules from "#server/programs/hour-rule.service.ts";
import { listLevelsOfCare } from "#server/programs/level-of-care.service.ts";
import * as programs from "#server/programs/program.service.ts";
import * as tracks from "#server/programs/track.service.ts";

export interface DemoProgram {
  readonly key: string;
  readonly site: string;
  /** As the team says it. */
  readonly name: string;
  /** As whoever looks for help reads it. */
  readonly publicName: string;
  readonly summary: string;
  readonly ages: "adults" | "adolescents" | "older-adults";
  readonly levels: readonly string[];
  readonly track: {
    readonly name: string;
    readonly kind: "substance-use" | "mental-health" | "adolescent" | "co-occurring" | "trauma";
    readonly label: "part-2" | "mental-health";
  };
}

export const cedarBridgePrograms: readonly DemoProgram[] = [
  {
    key: "evening-sud",
    site: "eastside",
    name: "Evening SUD IOP",
    publicName: "Evening recovery from alcohol and other drugs",
    summary:
      "Three evenings a week for adults who work or study by day and want to stop drinking or using.",
    ages: "adults",
    levels: ["iop", "outpatient"],
    track: { name: "Evening recovery", kind: "substance-use", label: "part-2" },
  },
  {
    key: "day-mh",
    site: "eastside",
    name: "Day MH IOP",
    publicName: "Mornings for depression, anxiety and trauma",
    summary:
      "Mornings for adults with depression, anxiety or trauma who need more than one hour a week.",
    ages: "adults",
    levels: ["php", "iop", "outpatient"],
    track: { name: "Mood and anxiety", kind: "mental-health", label: "mental-health" },
  },
  {
    key: "adolescent",
    site: "riverside",
    name: "Adolescent IOP",
    publicName: "After-school program for ages 13 to 17",
    summary: "After school for people of 13 to 17, with their families once a week.",
    ages: "adolescents",
    levels: ["iop", "outpatient"],
    track: { name: "After school", kind: "adolescent", label: "mental-health" },
  },
];

const harborSteps: readonly DemoProgram[] = [
  {
    key: "harbor-iop",
    site: "north",
    name: "Lantern IOP",
    publicName: "Mornings for substance use and mental health",
    summary: "Mornings for adults with substance use and mental health together.",
    ages: "adults",
    levels: ["iop"],
    track: { name: "Both together", kind: "co-occurring", label: "part-2" },
  },
  {
    key: "hospital-iop",
    site: "hospital",
    name: "Lakeshore IOP",
    publicName: "Mornings for older adults",
    summary:
      "Three mornings a week for older adults, in the outpatient department of the hospital.",
    ages: "older-adults",
    levels: ["iop"],
    track: { name: "Later life", kind: "mental-health", label: "mental-health" },
  },
];

const programsOf: Readonly<Record<string, readonly DemoProgram[]>> = {
  "cedar-bridge": cedarBridgePrograms,
  "harbor-steps": harborSteps,
};

/** Ids of what was made, by the words the demo uses. */
export interface MadePrograms {
  readonly programs: ReadonlyMap<string, MadeProgram>;
  /** By code: `iop`. */
  readonly levels: ReadonlyMap<string, string>;
}

const known = (ids: ReadonlyMap<string, string>, key: string): string => {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the demo names "${key}" and has not made it`);
  return id;
};

type MadeProgram = {
  readonly programId: string;
  readonly trackId: string;
  readonly siteId: string;
};

/** Adds a program with its track. `levels` and `sites` are ids by code and key. */
export const addProgram = async (
  work: Work,
  { key: _, site, track, levels: offered, ...facts }: DemoProgram,
  { levels, sites }: { levels: ReadonlyMap<string, string>; sites: ReadonlyMap<string, string> },
): Promise<MadeProgram> => {
  const siteId = known(sites, site);
  const levelIds = offered.map((code) => known(levels, code));
  const input = { ...facts, siteId, levelIds, isListed: true };
  const program = await programs.createProgram(work, createProgram.input.parse(input));
  const trackInput = createTrack.input.parse({ programId: program.id, ...track });
  const { id: trackId } = await tracks.createTrack(work, trackInput);
  return { programId: program.id, trackId, siteId };
};

/** Where the state names the most days between two services of an adult in IOP, and how many make-ups count: its rule, in force since before anybody came. */
const organizationsWithStateRule = new Set(["cedar-bridge"]);

const daysInForce = 400;

const publishStateRule = async (now: Work): Promise<void> => {
  const work = { ...now, now: now.now.subtract({ hours: 24 * daysInForce }) };
  const today = await todayOf(work);
  const { rows } = await rules.listHourRules(work, { on: today });
  const before = rows.find(
    ({ level, population }) => level.code === "iop" && population === "adult",
  );
  if (before === undefined) throw new Error("no rule for adults in IOP was founded");
  const facts = { ...before, levelOfCareId: before.level.id, longestGapDays: 3, mostMakeUps: 1 };
  const source = "State rule for intensive outpatient programs; ASAM Criteria, 3rd edition";
  const input = publishHourRule.input.parse({ ...facts, source, effectiveFrom: today });
  await rules.publishHourRule(work, input);
};

/** How many people one of those who facilitate leads at the most, where a demo organization says so: with one of them a large group is told of. */
const peopleForEach: Readonly<Record<string, { readonly type: string; readonly most: number }>> = {
  "cedar-bridge": { type: "Psychoeducation group", most: 10 },
};

const sayRatio = async (work: Work, slug: string): Promise<void> => {
  const ratio = peopleForEach[slug];
  if (ratio === undefined) return;
  const asked = listActivityTypes.input.parse({ q: ratio.type });
  const [type] = (await types.listActivityTypes(work, asked)).rows;
  if (type === undefined) throw new Error(`no "${ratio.type}" was founded`);
  const { id: activityTypeId, version } = type;
  const changed = { activityTypeId, version, peoplePerFacilitator: ratio.most };
  await types.changeActivityType(work, changeActivityType.input.parse(changed));
};

/** The programs of an organization, each with the track that labels its records. */
export const seedPrograms = async (
  work: Work,
  slug: string,
  sites: ReadonlyMap<string, string>,
): Promise<MadePrograms> => {
  await foundPrograms(work);
  if (organizationsWithStateRule.has(slug)) await publishStateRule(work);
  await sayRatio(work, slug);
  const levels = new Map<string, string>(
    (await listLevelsOfCare(work)).map(({ code, id }) => [code, id]),
  );
  const made = new Map<string, MadeProgram>();
  for (const program of programsOf[slug] ?? [])
    made.set(program.key, await addProgram(work, program, { levels, sites }));
  return { programs: made, levels };
};
