import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Position } from "#domain/practice/position.ts";

/** What each position is called. */
export const positionWords: Readonly<Record<Position, MessageDescriptor>> = {
  "program-director": msg`Program director`,
  "clinical-director": msg`Clinical director`,
  "medical-director": msg`Medical director`,
  "social-worker": msg`Social worker`,
  "professional-counselor": msg`Professional counselor`,
  "marriage-family-therapist": msg`Marriage and family therapist`,
  psychologist: msg`Psychologist`,
  "substance-use-counselor": msg`Substance use counselor`,
  "occupational-therapist": msg`Occupational therapist`,
  "art-therapist": msg`Art therapist`,
  "music-therapist": msg`Music therapist`,
  intern: msg`Intern or associate`,
  psychiatrist: msg`Psychiatrist`,
  "addiction-physician": msg`Addiction physician`,
  "nurse-practitioner": msg`Psychiatric nurse practitioner`,
  "physician-assistant": msg`Physician assistant`,
  nurse: msg`Nurse`,
  dietitian: msg`Dietitian`,
  "case-manager": msg`Case manager`,
  "peer-specialist": msg`Peer recovery specialist`,
  "intake-coordinator": msg`Intake coordinator`,
  "utilization-reviewer": msg`Utilization reviewer`,
  biller: msg`Biller`,
  "office-coordinator": msg`Office coordinator`,
};
