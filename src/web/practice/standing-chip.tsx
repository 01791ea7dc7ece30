import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { StandingOnDay } from "#domain/practice/credential-standing.ts";
import { Chip, type Meaning } from "#web/ui/chip.tsx";

const meanings: Readonly<Record<StandingOnDay["code"], Meaning | undefined>> = {
  expired: "overdue",
  expiring: "short",
  "not-yet-valid": undefined,
  valid: "ontime",
};

const Words = (props: { readonly standing: StandingOnDay }): ReactNode => {
  const { code, daysLeft } = props.standing;
  const days = Math.abs(daysLeft ?? 0);
  switch (code) {
    case "expired":
      return <Plural value={days} one="# day over" other="# days over" />;
    case "expiring":
      return <Plural value={days} _0="last day today" one="# day left" other="# days left" />;
    case "not-yet-valid":
      return <Trans>not valid yet</Trans>;
    case "valid":
      return <Trans>valid</Trans>;
  }
};

/** Where a credential stands today, as words with a shape. `of` names the credential where nothing beside it does. */
export const StandingChip = (props: {
  readonly standing: StandingOnDay;
  readonly of?: string;
}): ReactNode => {
  const meaning = meanings[props.standing.code];
  return (
    <Chip {...(meaning !== undefined && { meaning })}>
      <span>
        {props.of !== undefined && <>{props.of}: </>}
        <Words standing={props.standing} />
      </span>
    </Chip>
  );
};
