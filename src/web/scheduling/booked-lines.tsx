import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { HoursDay } from "#domain/scheduling/hours.ts";
import { sayLengthToMinute } from "#web/platform/clock-length.ts";
import { Quiet } from "#web/ui/quiet.tsx";

/** How the booked hours of a week were counted, so that nobody has to guess; nothing where they are what is planned. */
export const BookedLines = (props: { readonly days: readonly HoursDay[] }): ReactNode => {
  const { days } = props;
  const breakMinutes = days.reduce((sum, day) => sum + day.breakMinutes, 0);
  const breaks = sayLengthToMinute(breakMinutes);
  return (
    <>
      {breakMinutes > 0 && (
        <Quiet>
          <Trans>
            Booked is less the breaks these groups usually take: {breaks} in what is to come.
          </Trans>
        </Quiet>
      )}
      {days.some((day) => day.isBeforeBreaks) && (
        <Quiet>
          <Trans>
            Booked is before breaks where a group has held no session yet: nobody knows how long
            they are.
          </Trans>
        </Quiet>
      )}
      {days.some((day) => day.isDoubled) && (
        <Quiet>
          <Trans>Two seats are booked at the same hour. It counts once; end one of them.</Trans>
        </Quiet>
      )}
    </>
  );
};
