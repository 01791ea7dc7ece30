import type { DemoMember } from "#demo/member.ts";

const prairie = "Prairie Shield Mutual";

/** Six people of the second organization. */
export const harbor: readonly DemoMember[] = [
  {
    name: ["Astrid", "Sorensen"],
    pronouns: "she/her",
    born: "1985-06-12",
    weeks: 4,
    diagnoses: ["F10.20", "F33.1"],
    plans: ["drinking", "mood"],
    payer: prairie,
    allowedFor: 12,
  },
  {
    name: ["Hassan", "Warsame"],
    pronouns: "he/him",
    born: "1993-01-03",
    language: "so",
    weeks: 2,
    diagnoses: ["F11.20"],
    plans: ["opioids"],
    payer: "North Star Medicaid",
    allowedFor: 20,
  },
  {
    name: ["Mai", "Xiong"],
    pronouns: "she/her",
    born: "1990-10-19",
    language: "hmn",
    weeks: 6,
    diagnoses: ["F15.20", "F43.10"],
    plans: ["stimulants", "trauma"],
    payer: "North Star Medicaid",
    allowedFor: 9,
  },
  {
    name: ["Gunnar", "Eikeland"],
    pronouns: "he/him",
    born: "1976-04-04",
    weeks: 8,
    diagnoses: ["F10.20"],
    plans: ["drinking", "work"],
    payer: prairie,
    allowedFor: 5,
  },
  {
    name: ["Winona", "Greyeagle"],
    pronouns: "she/her",
    born: "1988-08-30",
    weeks: 1,
    diagnoses: ["F10.20", "F41.1"],
    plans: ["drinking"],
    payer: "North Star Medicaid",
    allowedFor: 26,
  },
  {
    name: ["Marguerite", "Dubois-Carver"],
    preferred: "Margo",
    pronouns: "she/her",
    born: "1995-12-25",
    weeks: 3,
    diagnoses: ["F12.20", "F33.0"],
    plans: ["cannabis", "mood"],
    payer: null,
  },
];
