import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { DayState } from "#domain/billing/charges/day-charge.ts";
import { dayStateWords } from "#web/billing/charges/charge-words.ts";
import { Chip } from "#web/ui/chip.tsx";
import { ClaimIcon, ClockIcon } from "#web/ui/icons.ts";

const looks = {
  open: { icon: ClockIcon },
  nothing: {},
  held: { meaning: "held" },
  ready: { meaning: "ontime" },
  claimed: { icon: ClaimIcon },
} as const;

/** Where a day stands, in a word with a shape. */
export const DayStateChip = (props: { readonly state: DayState }): ReactNode => {
  const { i18n } = useLingui();
  return <Chip {...looks[props.state]}>{i18n._(dayStateWords[props.state])}</Chip>;
};
