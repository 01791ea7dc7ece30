import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import type { Label } from "#domain/basics/label.ts";
import type { SpineState, SpineStep } from "#domain/charting/chart-spine.ts";

export const spineWords: Readonly<Record<SpineStep, MessageDescriptor>> = {
  find: msg`Find`,
  ask: msg`Ask`,
  screen: msg`Screen`,
  verify: msg`Verify`,
  level: msg`Level`,
  admit: msg`Admit`,
  plan: msg`Plan`,
  attend: msg`Attend`,
  document: msg`Document`,
  measure: msg`Measure`,
  authorize: msg`Authorize`,
  bill: msg`Bill`,
  step: msg`Step down`,
  discharge: msg`Discharge`,
  aftercare: msg`Aftercare`,
  "follow-up": msg`Follow-up`,
};

export const spineStateWords: Readonly<Record<SpineState, MessageDescriptor>> = {
  done: msg`done`,
  here: msg`here now`,
  needs: msg`needs something`,
  ahead: msg`ahead`,
  unsaid: msg`not kept here, or not opened by your role`,
};

export const labelWords: Readonly<Record<Label, MessageDescriptor>> = {
  general: msg`General`,
  "mental-health": msg`Mental health`,
  "part-2": msg`Part 2`,
  restricted: msg`Restricted`,
};

const riskWords: Readonly<Record<string, MessageDescriptor>> = {
  "none-noted": msg`None noted`,
  low: msg`Low`,
  moderate: msg`Moderate`,
  high: msg`High`,
  assessed: msg`Assessed, see note`,
  "call-asked": msg`Answer that needed a call`,
};

const progressWords: Readonly<Record<string, MessageDescriptor>> = {
  up: msg`Up`,
  steady: msg`Steady`,
  down: msg`Down`,
  met: msg`Met`,
  "not-worked": msg`Not worked`,
};

const attendanceWords: Readonly<Record<string, MessageDescriptor>> = {
  present: msg`there`,
  late: msg`late`,
  "left-early": msg`left early`,
  partial: msg`in part`,
  excused: msg`excused`,
  absent: msg`missed`,
  cancelled: msg`cancelled`,
  running: msg`there now`,
};

const modeWords: Readonly<Record<string, MessageDescriptor>> = {
  room: msg`in person`,
  video: msg`by video`,
  phone: msg`by phone`,
};

const taskWords: Readonly<Record<string, MessageDescriptor>> = {
  "crisis-answer": msg`Answer that needs a call now`,
  "high-risk": msg`Risk noted as high, see that they are safe`,
  "tell-of-retraction": msg`Retracted note that somebody has`,
  "to-do": msg`To do`,
};

const word =
  (words: Readonly<Record<string, MessageDescriptor>>, unknown: MessageDescriptor) =>
  (code: string): MessageDescriptor =>
    words[code] ?? unknown;

export const riskWord = word(riskWords, msg`Not known`);
export const progressWord = word(progressWords, msg`Not known`);
export const attendanceWord = word(attendanceWords, msg`not known`);
export const modeWord = word(modeWords, msg`in another way`);
export const taskWord = word(taskWords, msg`Task`);
