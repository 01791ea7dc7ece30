import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Series } from "#domain/scheduling/series.ts";
import type { Session } from "#domain/scheduling/session.ts";
import { sayDate } from "#web/platform/dates.ts";
import type { ClosedMeeting } from "#web/scheduling/coming-days.ts";
import { SessionActs } from "#web/scheduling/session-acts.tsx";
import { SessionRow } from "#web/scheduling/session-row.tsx";
import { ClosedIcon } from "#web/ui/icons.ts";
import { Row, Rows } from "#web/ui/rows.tsx";

const ClosedRow = ({ day, closures }: ClosedMeeting): ReactNode => {
  const { t } = useLingui();
  const [date, site] = [sayDate(day), closures[0]?.siteName ?? ""];
  return (
    <Row
      icon={ClosedIcon}
      title={t`${date}, nobody meets: ${site} is closed`}
      below={closures.map(({ reason }) => reason).join(" · ")}
    />
  );
};

/** The sessions of a group in the order of their days, and between them those on which it would meet if its site were open. */
export const MeetingRows = (props: {
  readonly label: string;
  readonly group: Series;
  readonly sessions: readonly Session[];
  readonly closed: readonly ClosedMeeting[];
  readonly latestFirst?: boolean;
}): ReactNode => {
  const rows = [
    ...props.sessions.map((session) => ({ day: session.serviceDate, session })),
    ...props.closed.map((meeting) => ({ day: meeting.day, meeting })),
  ].toSorted((one, other) => one.day.localeCompare(other.day));
  if (props.latestFirst) rows.reverse();
  return (
    <Rows label={props.label}>
      {rows.map((row) =>
        "session" in row ? (
          <SessionRow
            key={row.session.id}
            session={row.session}
            day
            inGroup={props.group}
            action={<SessionActs session={row.session} />}
          />
        ) : (
          <ClosedRow key={row.day} {...row.meeting} />
        ),
      )}
    </Rows>
  );
};
