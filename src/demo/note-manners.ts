import type { Participation, Response } from "#domain/charting/note-fields.ts";

/** How somebody was in a group who took part so much, and what they may have made of it. */
interface Manner {
  readonly openings: readonly string[];
  readonly responses: readonly Response[];
}

/** By how much somebody took part. */
export const manners: Readonly<Record<Participation, Manner>> = {
  quiet: {
    openings: [
      "Answered every prompt in a single word until the second hour",
      "Listened with folded arms, then asked a precise question",
      "Took the chair by the door and moved closer after the break",
      "Drew the answer because words would not come",
      "Stayed in the room although the topic was hard",
      "Passed twice in the round and spoke in the last ten minutes",
      "Looked at the floor through most of the check-in",
      "Wept briefly and stayed in the room",
      "Arrived tired and said so before anybody asked",
      "Checked the clock often and named why",
      "Said little and wrote a full page",
    ],
    responses: ["listened", "listened", "listened", "guarded", "withdrawn", "practiced"],
  },
  some: {
    openings: [
      "Came in out of breath and needed ten minutes to settle",
      "Spoke when invited and kept to one clear example",
      "Said the weekend had been flat rather than bad",
      "Kept notes on a napkin and read two of them aloud",
      "Quiet for the first hour, then asked how long such a wave lasts",
      "Reported two skipped meals and one good walk",
      "Held a long silence and then spoke for a full minute",
      "Rated the day 4 of 10 and the present hour 6",
      "Admitted to having rehearsed an excuse on the way here",
      "Asked for the topic to be slowed down and was thanked for it",
      "Laughed for the first time this week, about the traffic",
      "Began with a complaint about the heating and ended somewhere else",
      "Took a while to find an example",
    ],
    responses: ["shared", "shared", "listened", "practiced", "guarded"],
  },
  active: {
    openings: [
      "Brought the homework sheet, filled in to the last line",
      "Looked rested and said so with some surprise",
      "Joked a great deal early and grew serious by the end",
      "Paired up without being asked",
      "Corrected an old story about the family in one sentence",
      "Disagreed with a peer kindly and held the point",
      "Read two lines of a letter to an older self aloud",
      "Came with a question from the last session",
      "Spoke twice in the round, the second time unasked",
      "Tried the exercise twice, the second time with closed eyes",
      "Told the week in order and stopped where it was hard",
      "Took up what a peer had said and turned it on the own week",
      "Brought last week's worksheet finished in pencil",
    ],
    responses: ["shared", "shared", "practiced", "practiced", "helped-others"],
  },
  led: {
    openings: [
      "Spoke first today, which has not happened before",
      "Sat beside the newest member and explained the check-in",
      "Challenged the handout and offered a better example",
      "Helped a newer peer through the breathing, without hurry",
      "Opened the round and drew two quiet peers in",
      "Disagreed openly with the video and gave reasons",
      "Volunteered for the role play and then swapped parts",
      "Summed up the first hour for a latecomer",
      "Offered to write on the board and asked good questions there",
      "Told the group what had helped on the worst evening",
      "Thanked a peer by saying exactly for what",
    ],
    responses: ["helped-others", "helped-others", "shared", "practiced"],
  },
};

/** How an hour alone with the therapist was spent. */
export const hourOpenings: readonly string[] = [
  "Reviewed the week hour by hour",
  "Went back to the goal that was set at admission",
  "Began with sleep and ended with home",
  "Talked through one argument in slow motion",
  "Looked at the course of the weekly answers together",
  "Used the hour for a plan against the worst evening",
  "Sorted what can be changed from what cannot",
  "Rehearsed a difficult call",
  "Examined a setback without blame",
  "Asked what is better by one point",
  "Practiced the skill of the group on an example from home",
];

/** What somebody means to do before the next time. */
export const intentions: Readonly<
  Record<"anybody" | "grown" | "young" | "recovery", readonly string[]>
> = {
  anybody: [
    "tries the same step on Saturday morning",
    "wants to show the list at home",
    "means to repeat it without music next time",
    "plans to go to bed at ten twice",
    "takes the longer and quieter way home",
    "keeps the second half for the individual hour",
    "puts an alarm at four in the afternoon",
    "brings a photograph that belongs to it",
    "chooses breakfast as the place to practice",
    "tells one person before the weekend",
    "writes down the hour at which it was easier",
    "writes three lines before bed",
    "tries cold water when the chest tightens",
    "plans a walk along the canal on Saturday",
    "sets a phone alarm for meals",
  ],
  grown: [
    "asks a neighbor to join a walk",
    "keeps Wednesday free for the forms",
    "puts the worksheet into the glove box",
    "asks the manager for the early shift",
    "talks to the landlord on Wednesday",
    "books the dentist, at last",
    "shows the plan to a partner tonight",
    "goes to choir on Thursday",
  ],
  young: [
    "asks to sit with the same table on Monday",
    "leaves the phone in the kitchen on two nights",
    "shows the plan to a parent in the car",
    "writes to the counselor before first period",
    "plans Saturday with one person and no screens",
    "packs the bag the evening before",
    "asks the coach about Tuesdays",
  ],
  recovery: [
    "rings the sponsor at noon, before it is needed",
    "keeps the bank card with a sister until Tuesday",
    "takes the bus that does not pass the store",
    "tries a meeting within walking distance",
    "clears the last bottles out with a neighbor",
    "meets the mentor on Tuesday",
  ],
};

/** What somebody thinks of it at the end. */
export const remarks: readonly string[] = [
  "has written it on the back of a bus ticket",
  "asks to be reminded of it on Monday",
  "leaves with one phone number more than before",
  "thinks that half of it is enough for now",
  "copied the plan for a sister",
  "is curious whether it holds on a bad day",
  "would like to hear how others do it",
  "counts it as a first, however small",
  "is not sure yet that it was worth the effort",
  "found it easier than last week",
  "called it obvious and wrote it down",
];
