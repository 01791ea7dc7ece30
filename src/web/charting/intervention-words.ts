import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Modality } from "#domain/programs/modality.ts";

const words: Readonly<Record<Modality, MessageDescriptor>> = {
  process: msg`Process`,
  cbt: msg`CBT`,
  dbt: msg`DBT`,
  act: msg`ACT`,
  emdr: msg`EMDR`,
  "trauma-focused": msg`Trauma-focused`,
  "motivational-interviewing": msg`Motivational`,
  psychoeducation: msg`Psychoeducation`,
  "relapse-prevention": msg`Relapse prevention`,
  "contingency-management": msg`Contingency management`,
  "twelve-step-facilitation": msg`Twelve steps`,
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

/** An intervention in words: one of the vocabulary, or what somebody wrote. */
export const interventionWords = (value: string): MessageDescriptor =>
  Object.entries(words).find(([code]) => code === value)?.[1] ?? { id: value, message: value };
