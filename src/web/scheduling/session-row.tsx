import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Series } from "#domain/scheduling/series.ts";
import { standingAt, type Session } from "#domain/scheduling/session.ts";
import { sayDate, sayTime } from "#web/platform/dates.ts";
import { useSayOtherZone } from "#web/platform/other-zone.ts";
import { useNow } from "#web/platform/use-now.ts";
import { spanOf } from "#web/platform/time-span.ts";
import { seatsSaid } from "#web/scheduling/seats-said.ts";
import { stateWords } from "#web/scheduling/schedule-words.ts";
import { unlikeGroup } from "#web/scheduling/unlike-group.ts";
import { useSessionPlace } from "#web/scheduling/use-session-place.ts";
import { Chip } from "#web/ui/chip.tsx";
import { SessionIcon, VideoIcon } from "#web/ui/icons.ts";
import { Row } from "#web/ui/rows.tsx";

/** Seats taken, and once it has begun how many came. */
const Seats = (props: { readonly session: Session }): ReactNode => {
  const { presentCount, expectedCount, cancelReason } = props.session;
  switch (seatsSaid(props.session, useNow())) {
    case "cancelled":
      return cancelReason;
    case "came":
      return (
        <Trans>
          {presentCount} of {expectedCount} came
        </Trans>
      );
    case "here":
      return (
        <Trans>
          {presentCount} of {expectedCount} here
        </Trans>
      );
    case "to-enter":
      return (
        <Plural
          value={expectedCount}
          one="# expected, who came is still to be entered"
          other="# expected, who came is still to be entered"
        />
      );
    case "expected":
      return (
        <Plural value={expectedCount} _0="nobody expected" one="# expected" other="# expected" />
      );
  }
};

const Marks = (props: {
  readonly session: Session;
  readonly inGroup: Series | undefined;
}): ReactNode => {
  const { t, i18n } = useLingui();
  const { session, inGroup } = props;
  const standing = standingAt(session, useNow().getTime());
  const isSaid = standing === "scheduled" || (inGroup !== undefined && standing === "ended");
  return (
    <>
      {session.clockChange === "moved-forward" && (
        <Chip meaning="short">{t`Clocks go forward: an hour later`}</Chip>
      )}
      {session.clockChange === "first-of-two" && (
        <Chip meaning="short">{t`Clocks go back: the first of two`}</Chip>
      )}
      {unlikeGroup(session, inGroup).video && session.hasVideo && session.state !== "cancelled" && (
        <Chip icon={VideoIcon}>{t`Video`}</Chip>
      )}
      {!isSaid && <Chip>{i18n._(stateWords[standing])}</Chip>}
    </>
  );
};

/** One session of a day: when, what, where, with whom, how many. */
export const SessionRow = (props: {
  readonly session: Session;
  /** In a list over several days the day stands before the hour. */
  readonly day?: boolean;
  /** In the list of one group, whose facts stand beside it and are not said again. */
  readonly inGroup?: Series;
  /** What can be done to it. */
  readonly action?: ReactNode;
}): ReactNode => {
  const { session } = props;
  const placeOf = useSessionPlace();
  const day = props.day ? `${sayDate(session.serviceDate)}, ` : "";
  const sayOtherZone = useSayOtherZone();
  const hours = spanOf(
    sayTime(session.startsAt, session.zone),
    sayTime(session.endsAt, session.zone),
  );
  const span = `${hours}${sayOtherZone(session.zone)}`;
  const people = session.facilitators.map((one) => one.name).join(" · ");
  const replaced = session.replaced.map((one) => one.name).join(" · ");
  const room = session.room === null ? "" : ` · ${session.room.name}`;
  const { name } = session;
  const said = seatsSaid(session, useNow());
  const told = unlikeGroup(session, props.inGroup);
  return (
    <Row
      icon={SessionIcon}
      {...placeOf(session.id)}
      title={
        told.name ? (
          <Trans>
            {day}
            {span} {name}
          </Trans>
        ) : (
          `${day}${span}`
        )
      }
      below={
        <>
          {told.place && `${session.site.name}${room} · `}
          {told.people && people}
          {replaced !== "" && (
            <>
              {told.people && " · "}
              <Trans>in place of {replaced}</Trans>
            </>
          )}
          {(told.people || replaced !== "") && " · "}
          <Seats session={session} />
        </>
      }
      marks={<Marks session={session} inGroup={props.inGroup} />}
      {...(props.action !== undefined && { action: props.action })}
      quiet={said === "came"}
    />
  );
};
