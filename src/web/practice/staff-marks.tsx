import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { StaffRow } from "#domain/practice/staff.ts";
import { StandingChip } from "#web/practice/standing-chip.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { RetireIcon } from "#web/ui/icons.ts";

/** What needs somebody's eye about a colleague; nothing where all is well. */
export const StaffMarks = (props: {
  readonly person: Pick<StaffRow, "retiredAt" | "lacksSupervisor" | "nextToLapse">;
}): ReactNode => {
  const { retiredAt, lacksSupervisor, nextToLapse } = props.person;
  if (retiredAt !== null)
    return (
      <Chip icon={RetireIcon}>
        <Trans>Retired</Trans>
      </Chip>
    );
  const isDue = nextToLapse !== null && ["expired", "expiring"].includes(nextToLapse.standing.code);
  return (
    <>
      {lacksSupervisor && (
        <Chip meaning="risk">
          <Trans>No supervisor</Trans>
        </Chip>
      )}
      {isDue && <StandingChip standing={nextToLapse.standing} of={nextToLapse.code} />}
    </>
  );
};
