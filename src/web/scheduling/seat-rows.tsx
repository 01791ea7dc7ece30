import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { addAttendee } from "#domain/scheduling/attendance.api.ts";
import type { HoursRow } from "#domain/scheduling/hours.api.ts";
import type { Seat } from "#domain/scheduling/seat.api.ts";
import { sayClockLength } from "#web/platform/clock-length.ts";
import { dayAt, sayDate, sayTime } from "#web/platform/dates.ts";
import { useSayOtherZone } from "#web/platform/other-zone.ts";
import { useCan } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { spanOf } from "#web/platform/time-span.ts";
import { scheduleWords } from "#web/scheduling/schedule-words.ts";
import { useSessionPlace } from "#web/scheduling/use-session-place.ts";
import { Button } from "#web/ui/button.tsx";
import { ConfirmDialog } from "#web/ui/confirm-dialog.tsx";
import { PanelPart } from "#web/ui/panel-part.tsx";
import { SessionIcon } from "#web/ui/icons.ts";
import { Row, Rows } from "#web/ui/rows.tsx";

/** `Thu Nov 26, 5:30–8:50 PM`. */
export const useWhenOf = (): ((seat: Seat) => string) => {
  const sayOtherZone = useSayOtherZone();
  return ({ startsAt, endsAt, zone }) => {
    const span = spanOf(sayTime(startsAt, zone), sayTime(endsAt, zone));
    return `${sayDate(dayAt(startsAt, zone))}, ${span}${sayOtherZone(zone)}`;
  };
};

const whereOf = ({ siteName, roomName }: Seat): string =>
  [siteName, roomName].filter(Boolean).join(", ");

/** The seats somebody has in the next days. */
export const BookedSeats = (props: { readonly seats: readonly Seat[] }): ReactNode => {
  const { t } = useLingui();
  const whenOf = useWhenOf();
  const placeOf = useSessionPlace();
  return (
    <PanelPart title={t`Next sessions`}>
      {props.seats.length === 0 ? (
        <p>
          <Trans>No session is booked in the next two weeks.</Trans>
        </p>
      ) : (
        <Rows label={t`Next sessions`}>
          {props.seats.slice(0, 4).map((seat) => (
            <Row
              key={seat.sessionId}
              icon={SessionIcon}
              {...placeOf(seat.sessionId)}
              title={whenOf(seat)}
              below={`${seat.name} · ${whereOf(seat)}`}
            />
          ))}
        </Rows>
      )}
    </PanelPart>
  );
};

/** Free seats of the same program that would bring hours in this week, or in one to come; each is given by one press and a yes. */
export const HelpfulSeats = (props: {
  readonly row: HoursRow;
  readonly seats: readonly Seat[];
  /** Why there is none. */
  readonly none: ReactNode;
}): ReactNode => {
  const { t } = useLingui();
  const whenOf = useWhenOf();
  const { name, patientId, enrollmentId } = props.row;
  const maySeat = useCan("attendance:record");
  const [asked, setAsked] = useState<Seat | null>(null);
  const act = useAct(addAttendee, {
    done: t`${name} has the seat.`,
    onDone: () => setAsked(null),
    words: scheduleWords,
    changes: ["seat", "session", "hours"],
    failureShownInPlace: true,
  });
  const give = (sessionId: string): void =>
    void act.run({ sessionId, patientId, enrollmentId, kind: "make-up" });
  const when = asked === null ? "" : whenOf(asked);
  return (
    <PanelPart title={t`Seats that would help`}>
      {props.seats.length === 0 ? (
        <p>{props.none}</p>
      ) : (
        <Rows label={t`Seats that would help`}>
          {props.seats.map((seat) => {
            const [hours, left] = [sayClockLength(seat.likelyMinutes), seat.seatsLeft];
            return (
              <Row
                key={seat.sessionId}
                title={t`${whenOf(seat)}: would bring ${hours} h`}
                below={
                  <Trans>
                    {seat.name} · {whereOf(seat)} · seats free: {left}
                  </Trans>
                }
                action={
                  maySeat && (
                    <Button size="small" onPress={() => setAsked(seat)}>
                      <Trans>Give the seat</Trans>
                    </Button>
                  )
                }
              />
            );
          })}
        </Rows>
      )}
      <ConfirmDialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={<Trans>Give {name} this seat?</Trans>}
        verb={<Trans>Give the seat</Trans>}
        act={act}
        onConfirm={() => asked !== null && give(asked.sessionId)}
      >
        <p>
          <Trans>
            {when}. It is a make-up seat in this one session. Stepwell tells nobody: call them.
          </Trans>
        </p>
      </ConfirmDialog>
    </PanelPart>
  );
};
