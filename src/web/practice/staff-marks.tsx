import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { StaffRow } from "#domain/practice/staff.ts";
import { StandingChip } from "#web/practice/standing-chip.tsx";
import { RetiredChip } from "#web/practice/retired-chip.tsx";
import { Chip } from "#web/ui/chip.tsx";

/** What needs somebody's eye about a colleague; nothing where all is well. */
export const StaffMarks = (props: {
  readonly person: Pick<StaffRow, "retiredAt" | "lacksSupervisor" | "nextToLapse">;
}): ReactNode => {
  const { retiredAt, lacksSupervisor, nextToLapse } = props.person;
  if (retiredAt !== null) return <RetiredChip />;
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
