import { msg } from "@lingui/core/macro";
import type { ProblemWords } from "#web/platform/problem-words.ts";
import type { HistoryWords } from "#web/ui/history-card.tsx";

/** What the acts about programs may answer, and what may stand beside their fields. */
export const programWords: ProblemWords = {
  "name-taken": msg`This name is in use already.`,
  taken: msg`This is in use already.`,
  retired: msg`This was retired meanwhile. Bring it back to change it.`,
  "not-retired": msg`This is in use already.`,
  "site-retired": msg`This site is retired. Choose another, or bring the site back first.`,
  "level-retired": msg`This level of care is not offered. Choose another, or bring it back first.`,
  "program-retired": msg`The program is retired. Bring it back first.`,
  "label-weaker": msg`A label never becomes weaker: what was written under it was promised to be kept so. Add another track.`,
  "label-too-weak": msg`Substance use treatment is protected by 42 CFR Part 2: choose Part 2 or Restricted.`,
  "changed-meanwhile": msg`Not saved yet: somebody else changed this meanwhile. Close this and open it again.`,
  "minutesToCount.too-big": msg`At most 600 minutes.`,
  "peoplePerFacilitator.too-small": msg`From 1 to 100 people.`,
  "peoplePerFacilitator.too-big": msg`From 1 to 100 people.`,
};

export const agesWords: ProblemWords = {
  adults: msg`Adults`,
  "young-adults": msg`Young adults`,
  "older-adults": msg`Older adults`,
  adolescents: msg`Adolescents`,
  all: msg`All ages`,
};

export const trackKindWords: ProblemWords = {
  "mental-health": msg`Mental health`,
  "substance-use": msg`Substance use`,
  "co-occurring": msg`Co-occurring`,
  adolescent: msg`Adolescent`,
  trauma: msg`Trauma`,
  "eating-disorder": msg`Eating disorder`,
};

export const labelWords: ProblemWords = {
  general: msg`General`,
  "mental-health": msg`Mental health`,
  "part-2": msg`Part 2`,
  restricted: msg`Restricted`,
};

export const formatWords: ProblemWords = {
  group: msg`Group`,
  individual: msg`Individual`,
  family: msg`Family`,
  multifamily: msg`Multifamily`,
  medication: msg`Medication visit`,
  assessment: msg`Assessment`,
  "case-management": msg`Case management`,
};

export const modalityWords: ProblemWords = {
  process: msg`Process`,
  cbt: msg`CBT`,
  dbt: msg`DBT`,
  act: msg`ACT`,
  emdr: msg`EMDR`,
  "trauma-focused": msg`Trauma-focused`,
  "motivational-interviewing": msg`Motivational interviewing`,
  psychoeducation: msg`Psychoeducation`,
  "relapse-prevention": msg`Relapse prevention`,
  "contingency-management": msg`Contingency management`,
  "twelve-step-facilitation": msg`Twelve-step facilitation`,
  "skills-training": msg`Skills training`,
  mindfulness: msg`Mindfulness`,
  somatic: msg`Somatic`,
  family: msg`Family`,
  "expressive-arts": msg`Expressive arts`,
  nutrition: msg`Nutrition`,
  medication: msg`Medication`,
  "peer-support": msg`Peer support`,
  "case-management": msg`Case management`,
  assessment: msg`Assessment`,
  complementary: msg`Complementary`,
};

export const programHistoryWords: HistoryWords = {
  fields: {
    name: msg`Name`,
    publicName: msg`Name for the public`,
    slug: msg`Public address`,
    summary: msg`Summary`,
    site: msg`Site`,
    ages: msg`For`,
    levels: msg`Levels of care`,
    isListed: msg`Shown to the public`,
  },
  values: agesWords,
};
