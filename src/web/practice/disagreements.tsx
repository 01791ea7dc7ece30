import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Problem } from "#domain/contract/problem.ts";
import type { Disagreement } from "#web/platform/use-change-form.ts";
import { sayFact, sayFactName } from "#web/practice/fact-words.ts";
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

/** What somebody else changed at the same time, beside what was typed here. `say` names what a field holds by id. */
export const Disagreements = <V extends Readonly<Record<string, unknown>>>(props: {
  readonly fields: readonly Disagreement<V>[];
  readonly problem: Problem | null;
  readonly say?: (name: string, value: unknown) => string | undefined;
}): ReactNode => {
  const { i18n } = useLingui();
  const say = (name: string, value: unknown): string =>
    props.say?.(name, value) ?? sayFact(i18n, name, value);
  return (
    <SideBySide
      says={<Says problem={props.problem} />}
      fields={props.fields.map(({ name, theirs, mine, takeTheirs, keepMine }) => ({
        name,
        label: sayFactName(i18n, name),
        theirs: say(name, theirs),
        mine: say(name, mine),
        takeTheirs,
        keepMine,
      }))}
    />
  );
};
