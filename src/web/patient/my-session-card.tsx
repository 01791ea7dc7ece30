import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { MySession } from "#domain/measures/my-today.api.ts";
import { sayDate, sayTime } from "#web/platform/dates.ts";
import { PatientCard } from "#web/ui/patient/patient-card.tsx";
import { WayThere } from "#web/patient/way-there.tsx";

const oneLine = (address: NonNullable<MySession["place"]>["address"]): string =>
  `${address.street}, ${address.city}, ${address.state} ${address.postalCode}`;

const Where = (props: { readonly session: MySession }): ReactNode => {
  const { place, way } = props.session;
  if (place === null)
    return (
      <p>
        <Trans>By video. Your team sends you the way in.</Trans>
      </p>
    );
  const { siteName, roomName, address } = place;
  return (
    <>
      <p>
        {roomName === null ? siteName : `${roomName}, ${siteName}`}
        <br />
        {address.street}
        {address.unit ? `, ${address.unit}` : ""}, {address.city}
      </p>
      {way === "both" && (
        <p>
          <Trans>Can’t come in? You can join by video. Ask your team for the way in.</Trans>
        </p>
      )}
      <WayThere address={oneLine(address)} />
    </>
  );
};

/** One session of one's own: when, where, and how to be there. Nobody else is named. */
export const MySessionCard = (props: {
  readonly session: MySession;
  readonly lifted?: boolean;
  readonly children?: ReactNode;
}): ReactNode => {
  const { session } = props;
  const { name, zone, serviceDate } = session;
  const from = sayTime(session.startsAt, zone);
  const to = sayTime(session.endsAt, zone);
  const own = sayTime(session.startsAt);
  const day = sayDate(serviceDate);
  return (
    <PatientCard lifted={props.lifted ?? false} title={name}>
      <p>
        {session.isCancelled ? (
          <Trans>
            {day}, {from}: this one does not take place.
          </Trans>
        ) : (
          <Trans>
            {day}, {from} to {to}
          </Trans>
        )}
      </p>
      {own !== from && !session.isCancelled && (
        <p>
          <Trans>That is {own} where you are now.</Trans>
        </p>
      )}
      {!session.isCancelled && <Where session={session} />}
      {props.children}
    </PatientCard>
  );
};
