import { i18n } from "@lingui/core";
import { msg, plural } from "@lingui/core/macro";
import type { Problem } from "#domain/contract/problem.ts";

/** After too many tries: how long to wait, as people say it. Null for every other problem. */
export const waitSentence = (problem: Problem | null): string | null => {
  const seconds = problem?.values["seconds"];
  if (problem?.code !== "too-many-tries" || typeof seconds !== "number") return null;
  const minutes = Math.ceil(seconds / 60);
  return i18n._(
    seconds < 60
      ? msg`Too many tries. Wait ${plural(seconds, { one: "# second", other: "# seconds" })}, then try again.`
      : msg`Too many tries. Wait ${plural(minutes, { one: "# minute", other: "# minutes" })}, then try again.`,
  );
};
