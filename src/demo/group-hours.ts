interface GroupHour {
  readonly topic: string;
  readonly whatWeDid: string;
  readonly howItWent: string;
  readonly nextTime: string;
}

const hour = (
  topic: string,
  whatWeDid: string,
  howItWent: string,
  nextTime: string,
): GroupHour => ({
  topic,
  whatWeDid,
  howItWent,
  nextTime,
});

/** What groups were about that fits everybody. */
const forAnybody: readonly GroupHour[] = [
  hour(
    "Values and the week they were lived in",
    "Sorted cards by weight, chose one value each and named an act that shows it.",
    "Thoughtful. Several were surprised by what came out on top.",
    "Boundaries, with sentences to take home.",
  ),
  hour(
    "Boundaries that can be said aloud",
    "Modeled three sentences, then practiced in threes with an observer.",
    "Lively and honest. Short sentences held best.",
    "What the body tells before words do.",
  ),
  hour(
    "What the body tells before words do",
    "Body scan of ten minutes, early signs written on a silhouette, one sign shared each.",
    "Quiet at first. Shoulders and stomach were named most.",
    "Planning for a hard hour.",
  ),
  hour(
    "A plan for one hard hour",
    "Each described the hour, the first sign, one step and one person.",
    "Practical and warm. Peers tested the plans with questions.",
    "Thoughts that pretend to be facts.",
  ),
  hour(
    "Thoughts that pretend to be facts",
    "Thought records on paper, evidence on both sides, a fairer sentence.",
    "Concentrated. Two examples were worked through together.",
    "Small repairs after a quarrel.",
  ),
  hour(
    "Small repairs after a quarrel",
    "Read a short case, sorted repairs by size, practiced the smallest.",
    "Slow, then close. Disagreement was held with respect.",
    "Sleep and evenings.",
  ),
  hour(
    "Sleep, screens and evenings",
    "Drew the curve of an evening, found the steep part, chose one change.",
    "Much laughter about phones. Changes were modest and real.",
    "Asking for help.",
  ),
  hour(
    "Asking for help, and from whom",
    "Mapped people by distance, wrote one request each and read it aloud.",
    "Some silence. Requests became shorter with every round.",
    "Riding out a wave of feeling.",
  ),
  hour(
    "Riding out a wave of feeling",
    "Taught the shape of the wave, guided practice of twelve minutes, pairs compared.",
    "Attentive. Most noticed the peak passing within minutes.",
    "Kindness towards oneself without excuses.",
  ),
  hour(
    "Kindness towards oneself",
    "Wrote to a friend in the same place, then changed the address.",
    "Touching. Several read a line aloud, none was pressed.",
    "Anger and what lies under it.",
  ),
  hour(
    "Anger and what lies under it",
    "Named the layer below, practiced a pause of ninety seconds.",
    "Direct and safe. Fear was found under most examples.",
    "What a good enough week holds.",
  ),
];

/** What only those groups are about that treat an addiction. */
const forRecovery: readonly GroupHour[] = [
  hour(
    "Riding the urge: cravings rise, crest and pass",
    "Taught the wave model, led a twelve-minute guided practice, then pairs planned one risky hour.",
    "Attentive and warm. Early warning signs were compared; several found the same hour.",
    "Mending trust. Everybody brings a plan for one hour.",
  ),
  hour(
    "Mending trust after a lapse",
    "Read a short case, sorted promises by size, and practiced saying one small true thing.",
    "Slow at first, then lively. A disagreement about honesty was held with respect.",
    "Sleep and the evening hours.",
  ),
  hour(
    "Sleep, hunger and the evening hours",
    "Filled in a day's curve of energy, found the low points, and chose one change each.",
    "Practical mood, much laughter about coffee. Most curves dipped before dinner.",
    "Saying no without explaining.",
  ),
  hour(
    "Saying no without explaining",
    "Modeled three refusals, then role play in threes with an observer.",
    "Loud and playful. The shortest sentences worked best, the group found.",
    "Anger and what lies under it.",
  ),
  hour(
    "Anger and what lies under it",
    "Drew the iceberg, named body signs, practiced a pause of ninety seconds.",
    "Serious and close. Fear and shame were named under most examples.",
    "Asking for help, and from whom.",
  ),
];

/** Groups have a program that comes round again: topics and methods in turn. */
export const hourOf = (treatsAddiction: boolean, turn: number) => {
  const hours = treatsAddiction ? [...forRecovery, ...forAnybody] : forAnybody;
  return {
    ...hours[turn % hours.length],
    curriculum: null,
    interventions: treatsAddiction
      ? ["Relapse prevention", "Motivational interviewing"]
      : ["Cognitive restructuring", "Skills practice"],
  };
};
