import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { WritingIcon } from "#web/ui/icons.ts";
import { StateMark } from "#web/ui/state-mark.tsx";

/** Who else writes here now, quietly; nothing where nobody does. */
export const WriterMark = (props: { readonly names: readonly string[] }): ReactNode => {
  const { t } = useLingui();
  const [first, second] = props.names;
  if (first === undefined) return null;
  const words =
    second === undefined
      ? t`${first} is writing here`
      : props.names.length === 2
        ? t`${first} and ${second} are writing here`
        : t`${first} and others are writing here`;
  return (
    <StateMark icon={WritingIcon} strong title={words}>
      {words}
    </StateMark>
  );
};
