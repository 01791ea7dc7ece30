import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import type { HoursRow } from "#domain/scheduling/hours.api.ts";
import {
  slightlyShortMinutes,
  type HoursPart,
  type HoursStanding,
} from "#domain/scheduling/hours.ts";
import type { Meaning } from "#web/ui/chip.tsx";

type Words = Readonly<Record<HoursPart, MessageDescriptor>>;

const words: Words = {
  reached: msg`Reached or on course`,
  met: msg`Reached`,
  "on-course": msg`On course`,
  short: msg`Will fall short`,
  "short-clearly": msg`Will fall short by ${slightlyShortMinutes} min or more`,
  "short-slightly": msg`Will fall short by less than ${slightlyShortMinutes} min`,
  variance: msg`Not a whole week`,
  "no-rule": msg`No floor`,
};

const wordsWhenOver: Words = {
  ...words,
  short: msg`Fell short`,
  "short-clearly": msg`Fell short by ${slightlyShortMinutes} min or more`,
  "short-slightly": msg`Fell short by less than ${slightlyShortMinutes} min`,
};

/** How a week stands while it runs, and how it ended once it is over. */
export const partWordsOf = (isOver: boolean): Words => (isOver ? wordsWhenOver : words);

export const standingMeanings: Readonly<Partial<Record<HoursStanding, Meaning>>> = {
  met: "ontime",
  "on-course": "ontime",
  short: "short",
};

export const varianceWords: Readonly<Record<NonNullable<HoursRow["variance"]>, MessageDescriptor>> =
  {
    "first-week": msg`First week, in part`,
    "last-week": msg`Last week, in part`,
    closure: msg`Site closed`,
  };
