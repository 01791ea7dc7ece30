/** The three parts of a sentence; none of them names anybody. */
export const openings = [
  "Rated the urge 7 at the door and 3 after the wave exercise",
  "Spoke when invited and kept to one clear example",
  "Quiet for the first hour, then asked how long an urge lasts",
  "Brought the homework sheet, filled in to the last line",
  "Arrived tired from a double shift and said so",
  "Laughed for the first time this week, about the traffic",
  "Disagreed openly with the video and gave reasons",
  "Read two lines of a letter to an older self aloud",
  "Timed a craving on paper: eleven minutes, with two peaks",
  "Stayed in the room although the topic was hard",
  "Helped a newer peer through the breathing, without hurry",
  "Named loneliness, not boredom, behind the evening drink",
  "Checked in with four good nights of sleep out of seven",
] as const;

export const middles = [
  "linked payday to the bar on the corner",
  "found that skipped dinners come before most slips",
  "practiced one refusal sentence three times, louder each time",
  "drew the week as a map with two red corners",
  "chose opposite action over hiding in the car",
  "heard from peers that anger may cover fear",
  "told how a cousin reacted to the news of treatment",
  "compared this month to the one before the hospital",
  "wrote down whom to ring between nine and ten",
  "described the smell of the garage as the strongest cue",
  "saw that the argument began with an unread message",
  "put a number to shame and watched it drop",
  "weighed what a single drink has cost since spring",
] as const;

export const closings = [
  "plans a walk along the canal on Saturday",
  "keeps the bank card with a sister until Tuesday",
  "sets a phone alarm for meals",
  "takes the bus that does not pass the store",
  "asks the manager for the early shift",
  "tries cold water when the chest tightens",
  "goes to choir instead of the game night",
  "writes three lines before bed",
  "clears the last bottles out with a neighbor",
  "rings the sponsor at noon, before it is needed",
  "talks to the landlord on Wednesday",
  "books the dentist, at last",
  "shows the plan to a partner tonight",
] as const;

/** What a group was about, one for each evening in turn. */
export const evenings = [
  {
    topic: "Riding the urge: cravings rise, crest and pass",
    whatWeDid:
      "Taught the wave model, led a twelve-minute guided practice, then pairs planned one risky hour.",
    howItWent:
      "Attentive and warm. Early warning signs were compared; several found the same hour.",
    nextTime: "Mending trust. Everybody brings a plan for one hour.",
  },
  {
    topic: "Mending trust after a lapse",
    whatWeDid:
      "Read a short case, sorted promises by size, and practiced saying one small true thing.",
    howItWent: "Slow at first, then lively. A disagreement about honesty was held with respect.",
    nextTime: "Sleep and the evening hours.",
  },
  {
    topic: "Sleep, hunger and the evening hours",
    whatWeDid:
      "Filled in a day's curve of energy, found the low points, and chose one change each.",
    howItWent: "Practical mood, much laughter about coffee. Most curves dipped before dinner.",
    nextTime: "Saying no without explaining.",
  },
  {
    topic: "Saying no without explaining",
    whatWeDid: "Modeled three refusals, then role play in threes with an observer.",
    howItWent: "Loud and playful. The shortest sentences worked best, the group found.",
    nextTime: "Anger and what lies under it.",
  },
  {
    topic: "Anger and what lies under it",
    whatWeDid: "Drew the iceberg, named body signs, practiced a pause of ninety seconds.",
    howItWent: "Serious and close. Fear and shame were named under most examples.",
    nextTime: "Asking for help, and from whom.",
  },
] as const;
