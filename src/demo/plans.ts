/** A goal in somebody's words and the steps towards it, as a clinic might write them. */
interface DemoPlan {
  readonly problem: string;
  readonly statement: string;
  readonly objectives: readonly string[];
}

/** Plans by what they are about. */
export const plans: Readonly<Record<string, DemoPlan>> = {
  drinking: {
    problem: "Alcohol use",
    statement: "I want to come home sober and remember the evening.",
    objectives: [
      "Name three triggers and a plan for each",
      "Thirty days without drinking, then sixty",
      "Use the delay step in four of five urges above 6",
    ],
  },
  opioids: {
    problem: "Opioid use",
    statement: "I want my hands and my money back.",
    objectives: [
      "Take the medication as prescribed on six of seven days",
      "Carry naloxone and show two people where it is",
    ],
  },
  stimulants: {
    problem: "Stimulant use",
    statement: "I want weekends that I do not have to recover from.",
    objectives: ["Plan each weekend by Thursday", "Leave two places where I used to use"],
  },
  cannabis: {
    problem: "Cannabis use",
    statement: "I want to be bored without smoking.",
    objectives: ["Keep four evenings a week free of cannabis", "Start one thing for the hands"],
  },
  pills: {
    problem: "Sedative use",
    statement: "I want to be calm without counting pills.",
    objectives: ["Follow the taper as written", "Practice paced breathing twice a day"],
  },
  mood: {
    problem: "Low mood",
    statement: "I want to want things again.",
    objectives: ["PHQ-9 below 10 by week 8", "Do one planned pleasant thing on five days a week"],
  },
  worry: {
    problem: "Worry and panic",
    statement: "I want to leave the house without rehearsing it.",
    objectives: ["Ride the bus twice a week", "Keep worry to one half hour a day"],
  },
  sleep: {
    problem: "Poor sleep",
    statement: "I want to sleep through until five.",
    objectives: ["Rise at the same time on six days a week"],
  },
  trauma: {
    problem: "Intrusive memories",
    statement: "I want the past to stay where it was.",
    objectives: ["Use grounding within a minute in three of four memories"],
  },
  grief: {
    problem: "Grief",
    statement: "I want to talk about him without falling apart.",
    objectives: ["Tell one story about him in group", "Visit the grave with a friend"],
  },
  family: {
    problem: "Conflict at home",
    statement: "I want us to eat together without shouting.",
    objectives: ["One family session by week 6", "Ask for a pause before a quarrel"],
  },
  work: {
    problem: "Work at risk",
    statement: "I want to keep this job.",
    objectives: ["Arrive on time on nine of ten days"],
  },
  school: {
    problem: "Missed school",
    statement: "I want to finish the year with my class.",
    objectives: ["Attend four of five days a week", "Meet the counselor every Friday"],
  },
};
