/** Sentences that no two rows share. */
export const ownSentences = [
  "Rated craving 7, then 3 after the wave exercise; plans it for payday.",
  "Spoke when invited and named an argument at work as what set it off.",
  "Wrote a letter to his younger self and read two lines of it aloud.",
  "Quiet at first; asked how long an urge lasts and timed one on paper.",
  "Coached two newer people through the breathing, 41 days since last use.",
  "Linked skipped meals to evening cravings, set a phone alarm for dinner.",
  "Brought the court letter, practiced one sentence for the hearing.",
  "Cried about the custody visit, stayed, and chose a walk over the bar.",
  "Off camera for a while; wrote a plan for Sunday with her brother.",
  "Tried the cold water skill in the break and laughed about it.",
  "Named nine to ten at night as the risky hour, will be at choir then.",
  "Said sleep is better since the coffee stopped; kept a log all week.",
] as const;

export const sharedText = {
  topic: "Riding the urge",
  curriculum: "Module 7 of 12",
  interventions: ["Relapse prevention", "Mindfulness"],
  whatWeDid: "Taught the wave model and led a guided practice, then pairs planned one risky hour.",
  howItWent: "Warm and attentive; early warning signs were compared.",
  nextTime: "Module 8, Mending trust.",
} as const;

/** Twelve made-up people. */
export const memberNames = [
  ["Aaliyah", "Renwick"],
  ["Carlos", "Medrano"],
  ["Elena", "Petrakis"],
  ["Gideon", "Adeyinka"],
  ["Hannah", "Goldfarb"],
  ["Jamal", "Whitfeather"],
  ["Lucien", "Thibault"],
  ["Minh", "Nguyễn"],
  ["Noor", "Haddadin"],
  ["Priya", "Ramanathan"],
  ["Teresa", "Kealoha"],
  ["Wyatt", "Sørensen"],
] as const;
