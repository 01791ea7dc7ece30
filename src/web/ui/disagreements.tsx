import { Trans, useLingui } from "@lingui/react/macro";
import type { I18n } from "@lingui/core";
import type { ReactNode } from "react";
import type { Problem } from "#domain/contract/problem.ts";
import type { ProblemWords } from "#web/platform/problem-words.ts";
import type { Disagreement } from "#web/platform/use-change-form.ts";
import { SideBySide } from "#web/ui/side-by-side.tsx";
import { Time } from "#web/ui/time.tsx";

const Says = (props: { readonly problem: Problem | null }): ReactNode => {
  const { by, at } = props.problem?.values ?? {};
  return typeof by === "string" && typeof at === "string" ? (
    <Trans>
      {by} changed this, <Time at={at} />. Choose which to keep. What you typed is all here.
    </Trans>
  ) : (
    <Trans>
      Somebody else changed this while you were typing. Choose which to keep. What you typed is all
      here.
    </Trans>
  );
};

/** What somebody else changed at the same time, beside what was typed here. `words` names the fields. */
export const Disagreements = <V extends Readonly<Record<string, unknown>>>(props: {
  readonly fields: readonly Disagreement<V>[];
  readonly words: ProblemWords;
  /** The refusal that said so: it names who was quicker, and when. */
  readonly problem?: Problem | null;
  /** Says values in the noun's own way. */
  readonly sayFact?: (i18n: I18n, name: string, value: unknown) => string;
  /** Names what a field holds by a code or an id. */
  readonly say?: (name: string, value: unknown) => string | undefined;
}): ReactNode => {
  const { i18n, t } = useLingui();
  const sayPlain = (value: unknown): string => {
    if (value === true) return t`yes`;
    if (value === false) return t`no`;
    return value === "" || value === null
      ? t`none`
      : typeof value === "string"
        ? value
        : JSON.stringify(value);
  };
  const say = (name: string, value: unknown): string =>
    props.say?.(name, value) ?? props.sayFact?.(i18n, name, value) ?? sayPlain(value);
  return (
    <SideBySide
      says={<Says problem={props.problem ?? null} />}
      fields={props.fields.map(({ name, theirs, mine, takeTheirs, keepMine }) => {
        const word = props.words[name];
        return {
          name,
          label: word === undefined ? name : i18n._(word),
          theirs: say(name, theirs),
          mine: say(name, mine),
          takeTheirs,
          keepMine,
        };
      })}
    />
  );
};
