import type { DemoMember } from "#demo/member.ts";

/** Three people of the hospital's mornings, all of an age for Medicare. */
export const hospital: readonly DemoMember[] = [
  {
    name: ["Thelma", "Brackenridge"],
    pronouns: "she/her",
    born: "1951-02-14",
    weeks: 5,
    diagnoses: ["F33.1", "F41.1"],
    plans: ["grief", "mood"],
    payer: "Medicare",
  },
  {
    name: ["Ignatius", "Moreau"],
    pronouns: "he/him",
    born: "1948-11-09",
    weeks: 3,
    diagnoses: ["F33.2"],
    plans: ["mood", "sleep"],
    payer: "Medicare",
  },
  {
    name: ["Ljubica", "Petrovic"],
    pronouns: "she/her",
    born: "1955-07-22",
    weeks: 1,
    diagnoses: ["F43.12"],
    plans: ["trauma"],
    payer: "Medicare",
  },
];
