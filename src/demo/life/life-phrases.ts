import type { LifeGroup } from "#demo/life/life-groups.ts";

/** The three parts of a sentence about one person; as many of each as a prime, so that turning them by different steps repeats late. */
export const openings: readonly string[] = [
  "Came in out of breath and needed ten minutes to settle",
  "Took the chair by the door and moved closer after the break",
  "Spoke first today, which has not happened before",
  "Listened with folded arms, then asked a precise question",
  "Kept notes on a napkin and read two of them aloud",
  "Answered every prompt in a single word until the second hour",
  "Joked a great deal early and grew serious by the end",
  "Sat beside the newest member and explained the check-in",
  "Wept briefly and stayed in the room",
  "Brought last week's worksheet finished in pencil",
  "Said the weekend had been flat rather than bad",
  "Challenged the handout and offered a better example",
  "Looked rested and said so with some surprise",
  "Asked for the topic to be slowed down and was thanked for it",
  "Checked the clock often and named why",
  "Held a long silence and then spoke for a full minute",
  "Paired up without being asked",
  "Rated the morning 4 of 10 and the present hour 6",
  "Drew the answer because words would not come",
  "Corrected an old story about the family in one sentence",
  "Reported two skipped meals and one good walk",
  "Disagreed with a peer kindly and held the point",
  "Admitted to having rehearsed an excuse in the parking lot",
];

const recovery: readonly string[] = [
  "traced the last slip to a Thursday payday",
  "timed a craving at nine minutes on a kitchen timer",
  "listed four people who do not pour",
  "counted the cost of a month in tires and shoes",
  "noticed that boredom arrives before the urge does",
  "practiced leaving a cookout after one hour",
  "separated the taste from the relief for the first time",
  "found the bottle hidden from oneself, as they put it",
  "wrote what the body says at five in the afternoon",
  "planned the drive home around two corners",
  "described the first sober birthday as loud",
  "asked a brother to keep the spare key",
  "saw a pattern between unpaid bills and late nights",
  "named shame as the third glass",
  "set the medication beside the toothbrush",
  "chose a meeting within walking distance",
  "told a coworker the plain reason for the schedule",
  "compared the calm after running with the other calm",
  "returned a call that had waited since spring",
  "put the number of the nurse line on the fridge",
  "recognized a trigger in a song and turned it off",
  "gave away the cooler",
  "kept the promise about Sunday and noticed the pride",
];

const mood: readonly string[] = [
  "broke one large task into a first step of two minutes",
  "caught the thought that nothing counts and tested it",
  "scheduled a pleasant hour and kept to most of it",
  "moved the bedtime by thirty minutes and wrote down the result",
  "named three facts against the prediction for Friday",
  "went to the store at noon instead of at midnight",
  "cooked for one and sat down to eat",
  "answered an email that had stood for a month",
  "put worry off until six and forgot part of it",
  "noticed the lift after daylight before nine",
  "found that comparing begins with the phone in bed",
  "practiced asking for a smaller shift",
  "rated guilt 80 and, after examining it, 45",
  "described the heaviness as a coat and not as a self",
  "walked the dog twice on the worst day",
  "spotted all-or-nothing thinking in a peer and then at home",
  "let a mistake stand without three apologies",
  "read six pages and remembered them",
  "rode the bus one stop past the usual one",
  "tidied a single drawer and stopped there on purpose",
  "said no to a favor and nothing fell",
  "wrote the inner critic a short, polite answer",
  "planned rest before tiredness for once",
];

const trauma: readonly string[] = [
  "used cold water and five colors to come back to the room",
  "told apart a memory and an alarm",
  "slept four nights with the hall light off",
  "stayed at the window seat through a siren",
  "named the anniversary before it named the mood",
  "found the feet first and the breath second",
  "wrote the hard week in the third person",
  "set a limit with a visitor and kept it",
  "noticed the jaw unclench during the drum exercise",
  "explained grounding to a niece in plain words",
  "stood in the elevator for two floors",
  "put the letter in a drawer instead of rereading it",
  "drew a map of safe corners at work",
  "asked to swap chairs rather than leave",
  "placed the nightmare on paper with a new ending",
  "practiced saying stop in a level voice",
  "recognized numbness as something that ends",
  "kept the appointment across the bridge",
  "rated the startle 6 at noon and 3 by two",
  "let a friend walk on the left side",
  "spoke of anger without lowering the eyes",
  "held a warm stone until the shaking passed",
  "described the body as tired and not broken",
];

const young: readonly string[] = [
  "handed in two of the three missing assignments",
  "muted the group chat for a whole evening",
  "asked a teacher for the front row",
  "practiced the first sentence for the lunch table",
  "told a parent about the panic before it peaked",
  "rated the bus ride 7 and rode it anyway",
  "wrote a list of classes from worst to bearable",
  "tried out for the pit band",
  "slept with the phone in the kitchen three times",
  "named the difference between tired and sad",
  "apologized to a cousin without explaining",
  "ate breakfast on two school days",
  "asked to redo the role play as the other person",
  "showed a drawing that was private until now",
  "stayed through fifth period",
  "used the pass to the counselor instead of leaving",
  "counted backwards in a second language",
  "planned Saturday with one person and no screens",
  "said the homework plan was dumb and then used it",
  "noticed that arguing starts at the car door",
  "told the truth about the locked bathroom",
  "kept a promise to call a grandmother",
  "picked two rules for the house and traded one",
];

export const middles: Readonly<Record<LifeGroup["theme"], readonly string[]>> = {
  recovery,
  mood,
  trauma,
  young,
};

export const closings: readonly string[] = [
  "will try the same step on Saturday morning",
  "has written it on the back of a bus ticket",
  "asks to be reminded of it on Monday",
  "leaves with one phone number more than before",
  "wants to show the list at home",
  "means to repeat it without music next time",
  "plans to go to bed at ten twice",
  "takes the longer and quieter way home",
  "keeps the second half for the individual hour",
  "has asked a neighbor to join a walk",
  "puts an alarm at four in the afternoon",
  "will bring a photograph that belongs to it",
  "thinks that half of it is enough for now",
  "chooses breakfast as the place to practice",
  "agreed to tell one person before the weekend",
  "copied the plan for a sister",
  "is curious whether it holds on a bad day",
  "set aside Wednesday for the forms",
  "would like to hear how others do it",
  "writes down the hour at which it was easier",
  "counts it as a first, however small",
  "put the worksheet into the glove box",
  "meets the sponsor or the mentor on Tuesday",
];

/** What is written of an hour alone with the therapist. */
export const hourOpenings: readonly string[] = [
  "Reviewed the week hour by hour",
  "Went back to the goal that was set at admission",
  "Began with sleep and ended with work",
  "Talked through one argument in slow motion",
  "Looked at the course of the weekly answers together",
  "Used the hour for a plan against the worst evening",
  "Sorted what can be changed from what cannot",
  "Rehearsed a difficult call",
  "Examined a setback without blame",
  "Asked what is better by one point",
  "Practiced the skill of the group on an example from home",
];

export interface GroupHour {
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

/** What groups were about, in turn; fitting for every theme. */
export const hours: readonly GroupHour[] = [
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
