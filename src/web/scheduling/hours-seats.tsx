import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { HoursRow } from "#domain/scheduling/hours.api.ts";
import { listSeats } from "#domain/scheduling/seat.api.ts";
import { weeksMadeAhead } from "#domain/scheduling/series.ts";
import { useRead } from "#web/platform/use-read.ts";
import type { Phase } from "#web/scheduling/hours-phase.ts";
import { BookedSeats, HelpfulSeats } from "#web/scheduling/seat-rows.tsx";
import { Loaded } from "#web/ui/loaded.tsx";

/** Why no seat is offered. */
const NoneFree = (props: { readonly phase: Phase }): ReactNode => {
  switch (props.phase) {
    case "far":
      return (
        <Trans>
          Sessions stand in the calendar {weeksMadeAhead} weeks ahead: what is offered for this week
          shows then.
        </Trans>
      );
    case "coming":
      return <Trans>No seat of this program is free in that week at an hour they have none.</Trans>;
    case "now":
    case "over":
      return (
        <Trans>
          No seat of this program is free in the rest of this week at an hour they have none.
        </Trans>
      );
  }
};

/** Which seats would help in a week that is not over, and in this one where they sit next. */
export const HoursSeats = (props: { readonly row: HoursRow; readonly phase: Phase }): ReactNode => {
  const { row, phase } = props;
  const { patientId, enrollmentId, startsOn, endsOn } = row;
  const seats = useRead(
    listSeats,
    {
      patientId,
      enrollmentId,
      ...(phase !== "now" && { helpsFrom: startsOn }),
      helpsUntil: endsOn,
    },
    { alsoOn: ["session", "attendance", "membership"] },
  );
  return (
    <Loaded read={seats}>
      {({ booked, open }) => (
        <>
          {row.shortMinutes > 0 && (
            <HelpfulSeats row={row} seats={open} none={<NoneFree phase={phase} />} />
          )}
          {phase === "now" && <BookedSeats seats={booked} />}
        </>
      )}
    </Loaded>
  );
};
