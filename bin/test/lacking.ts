import { failure, skip, type Outcome } from "./outcome.ts";

/**
 * What the machine lacks is skipped on a developer's machine, with a sentence, and counted. With
 * CI=true it is a failure: there everything is to be shown.
 */
export const lacking = (sentence: string): Outcome =>
  process.env["CI"] === "true" ? failure(sentence) : skip(sentence);
