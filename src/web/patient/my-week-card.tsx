import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { MyWeek } from "#domain/measures/my-today.api.ts";
import { sayClockLength } from "#web/platform/clock-length.ts";
import { HoursBar } from "#web/ui/hours-bar.tsx";
import { PatientCard } from "#web/ui/patient/patient-card.tsx";

/** What is still to do for a full week, said as the next thing and never as a fault. */
const NextThing = (props: { readonly week: MyWeek; readonly required: number }): ReactNode => {
  const { creditedMinutes, bookedMinutes, openMinutes } = props.week;
  if (creditedMinutes >= props.required) return <Trans>Your week is full.</Trans>;
  if (openMinutes === 0)
    return <Trans>Come to what is planned for you, and your week is full.</Trans>;
  const open = sayClockLength(openMinutes);
  return bookedMinutes > 0 ? (
    <Trans>
      Besides what is planned for you, {open} h are open. Ask your team which session you could come
      to.
    </Trans>
  ) : (
    <Trans>{open} h are open. Ask your team which session you could come to.</Trans>
  );
};

/** The hours of one's week: those one was there for, and those that are planned. */
export const MyWeekCard = (props: { readonly week: MyWeek }): ReactNode => {
  const { creditedMinutes, bookedMinutes, requiredMinutes } = props.week;
  const done = sayClockLength(creditedMinutes);
  const of = sayClockLength(requiredMinutes ?? 0);
  const planned = sayClockLength(bookedMinutes);
  return (
    <PatientCard title={<Trans>Your hours this week</Trans>}>
      {requiredMinutes === null ? (
        <p>
          <Trans>
            You were here for {done} h. {planned} h more are planned for you.
          </Trans>
        </p>
      ) : (
        <>
          <p>
            <Trans>
              {done} of {of} h
            </Trans>
          </p>
          <HoursBar
            creditedMinutes={creditedMinutes}
            bookedMinutes={bookedMinutes}
            requiredMinutes={requiredMinutes}
            scaleMinutes={Math.max(requiredMinutes, creditedMinutes + bookedMinutes)}
          />
          <p>
            <NextThing week={props.week} required={requiredMinutes} />
          </p>
        </>
      )}
    </PatientCard>
  );
};
