import { msg } from "@lingui/core/macro";
import type { ReactNode } from "react";
import type { Problem } from "#domain/contract/problem.ts";
import type { ProblemWords } from "#web/platform/problem-words.ts";
import type { Disagreement } from "#web/platform/use-change-form.ts";
import { Disagreements } from "#web/ui/disagreements.tsx";
import type { Choice } from "#web/ui/select-field.tsx";

const words: ProblemWords = {
  day: msg`Day`,
  startsAtWall: msg`Begins`,
  minutes: msg`Minutes`,
  roomId: msg`Room`,
  leadId: msg`Led by`,
  besideIds: msg`Beside them`,
};

/** What somebody else changed of a session while its form was open, beside what is typed; people and rooms by name. */
export const SessionSides = <V extends Readonly<Record<string, unknown>>>(props: {
  readonly fields: readonly Disagreement<V>[];
  readonly problem: Problem | null;
  readonly choices: { readonly staff: readonly Choice[]; readonly rooms: readonly Choice[] };
}): ReactNode => {
  const { staff, rooms } = props.choices;
  const labels = new Map([...staff, ...rooms].map(({ value, label }) => [value, label]));
  const named = (value: unknown): string | undefined =>
    typeof value === "string" ? labels.get(value) : undefined;
  const say = (_name: string, value: unknown): string | undefined =>
    Array.isArray(value) && value.length > 0
      ? value.map((one) => named(one) ?? String(one)).join(", ")
      : named(Array.isArray(value) ? "" : value);
  return <Disagreements fields={props.fields} words={words} problem={props.problem} say={say} />;
};
