import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listSessions } from "#domain/scheduling/session.api.ts";
import { leadsOtherwise, type Session } from "#domain/scheduling/session.ts";
import { sayDate, sayTime } from "#web/platform/dates.ts";
import { addDays } from "#web/platform/days.ts";
import { useSayOtherZone } from "#web/platform/other-zone.ts";
import { useCan, useSession } from "#web/platform/session.tsx";
import { useNow } from "#web/platform/use-now.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useToday } from "#web/platform/use-today.ts";
import { ReplacedIcon } from "#web/ui/icons.ts";
import { Row } from "#web/ui/rows.tsx";

const daysAhead = 13;

/** Sessions of one's own groups that others facilitate, as long as they are not over: two weeks ahead, as people swap evenings. */
export const useLedForMe = (): readonly Session[] => {
  const maySee = useCan("schedule:read");
  const mayLead = useCan("attendance:record");
  const now = useNow();
  const today = useToday();
  const read = useRead(
    listSessions,
    { from: today, to: addDays(today, daysAhead), ledForMe: "true" },
    { enabled: maySee && mayLead, alsoOn: ["session", "series"], quiet: true },
  );
  return (read.data?.rows ?? []).filter(
    ({ state, endsAt }) => state !== "cancelled" && Date.parse(endsAt) > now.getTime(),
  );
};

/** Told to whoever is replaced: a session of theirs did not vanish, somebody leads it for them, or it goes on without their help. */
export const LedForMeRow = ({ session }: { readonly session: Session }): ReactNode => {
  const { staffId } = useSession();
  const { name, serviceDate, startsAt, endsAt, zone } = session;
  const sayOtherZone = useSayOtherZone();
  const lead = session.facilitators[0]?.name ?? "";
  const day = sayDate(serviceDate);
  const [from, to] = [sayTime(startsAt, zone), sayTime(endsAt, zone)];
  const isLead = leadsOtherwise(session, staffId);
  return (
    <Row
      icon={ReplacedIcon}
      quiet
      title={
        isLead ? (
          <Trans>
            {lead} leads {name} for you
          </Trans>
        ) : (
          <Trans>{name} takes place without you</Trans>
        )
      }
      below={
        <>
          {day}, {from}–{to}
          {sayOtherZone(zone)}
          {!isLead && (
            <>
              {" · "}
              <Trans>led by {lead}</Trans>
            </>
          )}
        </>
      }
    />
  );
};
