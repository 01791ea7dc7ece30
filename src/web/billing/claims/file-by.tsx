import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { filingSoonDays } from "#domain/billing/claims/hold.ts";
import { sayDate } from "#web/platform/dates.ts";
import { daysBetween } from "#web/platform/days.ts";
import { useToday } from "#web/platform/use-today.ts";
import { Chip } from "#web/ui/chip.tsx";

/** The last day on which the payer takes a claim for something, by its contract. */
export const FileBy = (props: {
  readonly day: string;
  /** Under a head that says what day it is. */
  readonly isShort?: boolean;
}): ReactNode => {
  const left = daysBetween(useToday(), props.day);
  const day = sayDate(props.day);
  if (left < 0)
    return (
      <Chip meaning="overdue">
        {props.isShort ? <Trans>ended {day}</Trans> : <Trans>Timely filing ended {day}</Trans>}
      </Chip>
    );
  const until = props.isShort ? day : <Trans>File by {day}</Trans>;
  return left <= filingSoonDays ? <Chip meaning="short">{until}</Chip> : until;
};
