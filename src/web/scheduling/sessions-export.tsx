import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { standingAt, type Session } from "#domain/scheduling/session.ts";
import { sayDate, sayTime, sayZone } from "#web/platform/dates.ts";
import { useNow } from "#web/platform/use-now.ts";
import { stateWords } from "#web/scheduling/schedule-words.ts";
import { ListExport } from "#web/ui/list-export.tsx";
import type { ExportedColumn } from "#web/ui/table-column.ts";

const useColumns = (): readonly ExportedColumn<Session>[] => {
  const { t, i18n } = useLingui();
  const now = useNow();
  return [
    { head: t`Date`, value: (session) => session.serviceDate },
    { head: t`Day`, value: (session) => sayDate(session.serviceDate) },
    { head: t`Begins`, value: (session) => sayTime(session.startsAt, session.zone) },
    { head: t`Ends`, value: (session) => sayTime(session.endsAt, session.zone) },
    { head: t`Time zone`, value: (session) => sayZone(session.zone) },
    { head: t`Session`, value: (session) => session.name },
    { head: t`Program`, value: (session) => session.program.name },
    { head: t`Site`, value: (session) => session.site.name },
    { head: t`Room`, value: (session) => session.room?.name ?? null },
    {
      head: t`Led by`,
      value: (session) => session.facilitators.map(({ name }) => name).join(", "),
    },
    { head: t`State`, value: (session) => i18n._(stateWords[standingAt(session, now.getTime())]) },
    { head: t`Expected`, value: (session) => session.expectedCount },
    { head: t`Came`, value: (session) => session.presentCount },
    { head: t`Why called off`, value: (session) => session.cancelReason },
  ];
};

/** The sessions of the week that is shown, as a file. */
export const SessionsExport = (props: {
  readonly sessions: readonly Session[];
  readonly isNarrowed: boolean;
  /** The Monday of the week. */
  readonly from: string;
}): ReactNode => (
  <ListExport
    list="sessions"
    columns={useColumns()}
    rows={() => props.sessions}
    isNarrowed={props.isNarrowed}
    day={props.from}
  />
);
