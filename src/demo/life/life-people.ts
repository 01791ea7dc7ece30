import { Temporal } from "temporal-polyfill";
import type { Chance, Weighed } from "#demo/life/chance.ts";
import type { LifeGroup } from "#demo/life/life-groups.ts";
import type { MadeUpName } from "#demo/life/life-names.ts";

/** How a course of low mood goes on. */
export const courses = ["responds", "early", "plateau", "worse", "wobbles"] as const;
export type Course = (typeof courses)[number];

/** Somebody of the life: made up wholly. */
export interface LifePerson extends MadeUpName {
  readonly number: number;
  readonly pronouns: string | null;
  readonly sexAtBirth: "female" | "male" | "unknown";
  readonly birthDate: string;
  readonly phone: string;
  readonly address: {
    readonly street: string;
    readonly unit: string | null;
    readonly city: string;
    readonly state: string;
    readonly postalCode: string;
  } | null;
  /** By name; null pays by herself. */
  readonly payer: string | null;
  readonly memberNumber: string;
  readonly parentGivenName: string | null;
  readonly diagnoses: readonly string[];
  readonly plans: readonly string[];
  readonly course: Course;
  readonly source: "self" | "clinic" | "hospital" | "court" | "family" | "emergency-department";
  /** The share of sessions that somebody comes to. */
  readonly reliability: number;
}

export const coursesOften: Weighed<Course> = [
  ["responds", 44],
  ["early", 12],
  ["plateau", 24],
  ["worse", 8],
  ["wobbles", 12],
];

interface Theme {
  readonly diagnoses: Weighed<readonly string[]>;
  readonly plans: Weighed<readonly string[]>;
}

const themes: Readonly<Record<LifeGroup["theme"], Theme>> = {
  recovery: {
    diagnoses: [
      [["F10.20", "F33.1"], 5],
      [["F10.20"], 5],
      [["F11.20", "F41.1"], 4],
      [["F15.20"], 3],
      [["F12.20", "F33.0"], 3],
      [["F14.20"], 2],
      [["F10.20", "F43.10"], 3],
      [["F13.20", "F41.0"], 1],
    ],
    plans: [
      [["drinking", "family"], 4],
      [["drinking", "sleep"], 4],
      [["opioids", "work"], 3],
      [["stimulants"], 3],
      [["cannabis", "mood"], 2],
    ],
  },
  mood: {
    diagnoses: [
      [["F33.1"], 5],
      [["F33.2", "F41.1"], 4],
      [["F41.1", "F33.0"], 4],
      [["F31.81"], 2],
      [["F42.2"], 1],
      [["F41.0"], 2],
    ],
    plans: [
      [["mood", "sleep"], 5],
      [["worry", "work"], 4],
      [["mood"], 3],
      [["grief", "mood"], 2],
    ],
  },
  trauma: {
    diagnoses: [
      [["F43.10"], 4],
      [["F43.12", "F33.1"], 4],
      [["F43.10", "F41.1"], 3],
      [["F43.12"], 2],
    ],
    plans: [
      [["trauma", "sleep"], 5],
      [["trauma"], 4],
      [["trauma", "worry"], 3],
    ],
  },
  young: {
    diagnoses: [
      [["F32.1"], 5],
      [["F41.1"], 4],
      [["F33.1"], 3],
      [["F43.10"], 2],
      [["F40.10", "F32.0"], 2],
    ],
    plans: [
      [["mood", "school"], 5],
      [["worry", "school"], 4],
      [["family", "mood"], 3],
    ],
  },
};

const payers: Readonly<Record<LifeGroup["site"], Weighed<string | null>>> = {
  eastside: [
    ["Prairie Shield Mutual", 28],
    ["Summit Ridge Health Plan", 24],
    ["Columbine Community Medicaid", 26],
    ["Sentinel Service Health", 8],
    ["Union Hall Health Trust", 8],
    [null, 3],
  ],
  riverside: [
    ["Prairie Shield Mutual", 20],
    ["Summit Ridge Health Plan", 24],
    ["Trailhead Community Care", 34],
    ["Sentinel Service Health", 8],
    ["Union Hall Health Trust", 8],
    [null, 3],
  ],
};

const streets: readonly string[] =
  "Larkspur Lane|Quarry Street|Thistle Court|Old Ferry Road|Juniper Way|Tanner Avenue|Mill Pond Drive|Cooper Street|Signal Hill Road".split(
    "|",
  );
const towns = {
  eastside: { city: "Denver", state: "CO", postalCode: "80203" },
  riverside: { city: "Portland", state: "OR", postalCode: "97209" },
} as const;

const sources: Weighed<LifePerson["source"]> = [
  ["self", 34],
  ["clinic", 28],
  ["hospital", 16],
  ["family", 10],
  ["emergency-department", 8],
  ["court", 4],
];

const bornOf = (chance: Chance, number: number, theme: LifeGroup["theme"], on: string): string => {
  const isYoung = theme === "young";
  const age = isYoung
    ? chance.whole(13, 16, "age", number)
    : Math.round(Math.min(71, Math.max(19, 37 + 13 * chance.around("age", number))));
  const days = chance.whole(3, 360, "birthday", number);
  return Temporal.PlainDate.from(on).subtract({ years: age }).subtract({ days }).toString();
};

const genderFacts = {
  woman: { pronouns: "she/her", sexAtBirth: "female" },
  man: { pronouns: "he/him", sexAtBirth: "male" },
  neither: { pronouns: "they/them", sexAtBirth: "unknown" },
} as const;

interface Coming {
  readonly number: number;
  readonly gender: "woman" | "man" | "neither";
  readonly name: MadeUpName;
  readonly group: LifeGroup;
  /** The day on which they come for the first time. */
  readonly on: string;
}

const addressOf = (chance: Chance, { number, group }: Coming): LifePerson["address"] =>
  chance.happens(0.03, "without an address", number)
    ? null
    : {
        street: `${chance.whole(2, 980, "house", number)} ${chance.pick(streets, "street", number)}`,
        unit: chance.happens(0.3, "flat", number)
          ? `Apt ${chance.whole(1, 40, "unit", number)}`
          : null,
        ...towns[group.site],
      };

/** Everything about somebody that is known on the day they come. Telephones end in 555-01xx, which no telephone has. */
export const personOf = (chance: Chance, coming: Coming): LifePerson => {
  const { number, gender, name, group, on } = coming;
  const area = group.site === "eastside" ? "303" : "503";
  return {
    ...name,
    ...genderFacts[gender],
    number,
    birthDate: bornOf(chance, number, group.theme, on),
    phone: `${area}55501${String(chance.whole(0, 99, "phone", number)).padStart(2, "0")}`,
    address: addressOf(chance, coming),
    payer: chance.weighed(payers[group.site], "payer", number),
    memberNumber: `L${String(chance.whole(10_000_000, 99_999_999, "card", number))}`,
    parentGivenName:
      group.theme === "young"
        ? chance.pick(["Rowena", "Tobiah", "Anneke", "Lucio", "Marit", "Osvaldo"], "parent", number)
        : null,
    diagnoses: chance.weighed(themes[group.theme].diagnoses, "diagnoses", number),
    plans: chance.weighed(themes[group.theme].plans, "plans", number),
    course: chance.weighed(coursesOften, "course", number),
    source: chance.weighed(sources, "source", number),
    reliability: Math.min(0.99, Math.max(0.66, 0.9 + 0.08 * chance.around("reliable", number))),
  };
};
