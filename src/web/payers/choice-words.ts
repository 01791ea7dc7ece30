import { msg } from "@lingui/core/macro";
import type { ProblemWords } from "#web/platform/problem-words.ts";

export const modeWords: ProblemWords = {
  "in-per-diem": msg`Inside the day`,
  component: msg`Inside, or alone`,
  "carved-out": msg`Beside the day`,
  "per-service": msg`For itself`,
  "not-billable": msg`Not billable`,
};

export const unitWords: ProblemWords = {
  service: msg`a session`,
  day: msg`a day`,
  hour: msg`a full hour`,
  "quarter-hour": msg`a quarter hour`,
};

export const quarterRuleWords: ProblemWords = {
  full: msg`when it is full`,
  midpoint: msg`from its eighth minute on`,
};

export const belowMinimumWords: ProblemWords = {
  components: msg`Bills its services by their own codes`,
  "not-billable": msg`Bills nothing`,
};

export const spanWords: ProblemWords = {
  day: msg`each day`,
  week: msg`each week`,
  month: msg`each calendar month`,
  enrollment: msg`the whole stay`,
};

export const frequencyWords: ProblemWords = {
  "admit-through-discharge": msg`Each for itself (1)`,
  interim: msg`First, continuing, last (2, 3, 4)`,
};

export const renderingWords: ProblemWords = {
  lead: msg`Whoever led the session`,
  supervisor: msg`Their supervisor`,
  none: msg`Nobody`,
};

export const whenWords: ProblemWords = {
  always: msg`always`,
  telehealth: msg`by video or phone`,
  video: msg`by video`,
  phone: msg`by phone alone`,
  adult: msg`for adults`,
  adolescent: msg`for adolescents`,
  credential: msg`when the lead holds`,
};
