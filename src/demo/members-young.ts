import type { DemoMember } from "#demo/member.ts";

const prairie = "Prairie Shield Mutual";
const summit = "Summit Ridge Health Plan";
const medicaid = "Columbine Community Medicaid";
const tricare = "Sentinel Service Health";

/** Eight people after school. */
export const adolescents: readonly DemoMember[] = [
  {
    name: ["Imogen", "Castellanos"],
    pronouns: "she/her",
    born: "2010-08-15",
    weeks: 3,
    diagnoses: ["F32.1"],
    plans: ["mood", "school"],
    payer: summit,
    allowedFor: 13,
  },
  {
    name: ["Elias", "Björkman"],
    preferred: "Eli",
    pronouns: "he/him",
    born: "2011-02-27",
    weeks: 5,
    diagnoses: ["F41.1"],
    plans: ["worry", "school"],
    payer: prairie,
    allowedFor: 18,
  },
  {
    name: ["Chidera", "Nwosu"],
    pronouns: "she/her",
    born: "2009-12-01",
    weeks: 2,
    diagnoses: ["F43.10"],
    plans: ["trauma"],
    payer: medicaid,
    allowedFor: 25,
  },
  {
    name: ["Wren", "Halvorsen"],
    pronouns: "they/them",
    born: "2010-05-20",
    weeks: 6,
    diagnoses: ["F33.1", "F64.0"],
    plans: ["mood", "family"],
    payer: summit,
    allowedFor: 3,
  },
  {
    name: ["Diego", "Paredes"],
    pronouns: "he/him",
    born: "2012-03-16",
    language: "es",
    weeks: 1,
    diagnoses: ["F90.2", "F32.0"],
    plans: ["school"],
    payer: medicaid,
    allowedFor: 28,
  },
  {
    name: ["Soo-ah", "Park"],
    pronouns: "she/her",
    born: "2011-09-08",
    language: "ko",
    weeks: 4,
    diagnoses: ["F50.00", "F41.1"],
    plans: ["worry", "family"],
    payer: prairie,
    allowedFor: 10,
  },
  {
    name: ["Micah", "Rosenthal"],
    pronouns: "he/him",
    born: "2010-11-22",
    weeks: 7,
    diagnoses: ["F32.1"],
    plans: ["mood"],
    payer: summit,
    allowedFor: 15,
  },
  {
    name: ["Amara", "Tillinghast"],
    pronouns: "she/her",
    born: "2009-07-02",
    weeks: 8,
    diagnoses: ["F40.10"],
    plans: ["worry", "school"],
    payer: tricare,
    allowedFor: 7,
  },
];
