import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { MySession } from "#domain/measures/my-today.api.ts";
import { sayDate, sayMoment, sayTime } from "#web/platform/dates.ts";
import { useNow } from "#web/platform/use-now.ts";
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

const When = (props: { readonly session: MySession; readonly standing: Standing }): ReactNode => {
  const { zone, startsAt, endsAt, serviceDate } = props.session;
  const from = sayTime(startsAt, zone);
  const to = sayTime(endsAt, zone);
  const day = sayDate(serviceDate);
  switch (props.standing) {
    case "cancelled":
      return (
        <Trans>
          {day}, {from}: this one does not take place.
        </Trans>
      );
    case "now":
      return (
        <Trans>
          On now: {from} to {to}
        </Trans>
      );
    case "over":
      return (
        <Trans>
          It is over: {from} to {to}
        </Trans>
      );
    default:
      return (
        <Trans>
          {day}, {from} to {to}
        </Trans>
      );
  }
};

type Standing = "cancelled" | "now" | "over" | "ahead";

const standingOf = (session: MySession, now: Date): Standing => {
  if (session.isCancelled) return "cancelled";
  if (now >= new Date(session.endsAt)) return "over";
  return now >= new Date(session.startsAt) ? "now" : "ahead";
};

/** One session of one's own: when, where, and how to be there. Nobody else is named. */
export const MySessionCard = (props: {
  readonly session: MySession;
  readonly isToday?: boolean;
}): ReactNode => {
  const { session } = props;
  const standing = standingOf(session, useNow());
  const isComing = standing === "now" || standing === "ahead";
  const own = sayMoment(session.startsAt);
  return (
    <PatientCard lifted={(props.isToday ?? false) && isComing} title={session.name}>
      <p>
        <When session={session} standing={standing} />
      </p>
      {standing === "ahead" && own !== sayMoment(session.startsAt, session.zone) && (
        <p>
          <Trans>That is {own} where you are now.</Trans>
        </p>
      )}
      {isComing && <Where session={session} />}
    </PatientCard>
  );
};
