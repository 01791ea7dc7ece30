import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { readGroupAttendance } from "#domain/reporting/group-attendance.api.ts";
import { sumOfWeeks, type GroupAttendanceRow } from "#domain/reporting/group-attendance.ts";
import { plannedSeats } from "#domain/reporting/program-figures.ts";
import { useSearchWord } from "#web/platform/address.ts";
import { sayDate } from "#web/platform/dates.ts";
import { sayCount } from "#web/platform/numbers.ts";
import { paths } from "#web/platform/paths.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useSite } from "#web/platform/use-site.ts";
import { sayAttended } from "#web/reporting/attendance-columns.tsx";
import { GroupAttendancePanel, type ReasonWord } from "#web/reporting/group-attendance-panel.tsx";
import {
  GroupAttendanceTable,
  rowKeyOf,
  useSayGroup,
} from "#web/reporting/group-attendance-table.tsx";
import { Card } from "#web/ui/card.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Screen } from "#web/ui/screen.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";
import { SiteSelect } from "#web/platform/site-select.tsx";

const Together = (props: { readonly rows: readonly GroupAttendanceRow[] }): ReactNode => {
  const all = sumOfWeeks(props.rows.flatMap(({ weeks }) => weeks));
  const planned = sayCount(plannedSeats(all));
  const [attended, share] = [sayCount(all.attended), sayAttended(all)];
  return (
    <Trans>
      {attended} of {planned} seats taken, {share}
    </Trans>
  );
};

/** How each group was attended in twelve weeks, week by week; beside it why seats stayed empty. */
export const GroupAttendanceScreen = (props: { readonly reasonWord: ReasonWord }): ReactNode => {
  const { t } = useLingui();
  const [group, setGroup] = useSearchWord("group");
  const say = useSayGroup();
  const site = useSite();
  const read = useRead(readGroupAttendance, site.asked, {
    alsoOn: ["session", "attendance", "series"],
    keepWhileLoading: true,
  });
  const first = read.data?.rows[0]?.weeks[0]?.startsOn;
  const from = first === undefined ? undefined : sayDate(first);
  return (
    <Screen
      title={t`Attendance by group`}
      above={[{ label: t`Today`, to: paths.home }]}
      facts={
        from &&
        t`Seats taken of seats planned in sessions that are over, by the week, since ${from}. Open a group to see why seats stayed empty.`
      }
      otherActions={<SiteSelect site={site} />}
    >
      <Loaded read={read}>
        {({ rows }) => {
          const row = rows.find((one) => rowKeyOf(one) === group);
          return (
            <>
              <Card flush title={<Trans>Groups</Trans>} aside={<Together rows={rows} />}>
                <GroupAttendanceTable rows={rows} />
              </Card>
              <SidePanel
                open={row !== undefined}
                onClose={() => setGroup("")}
                title={row === undefined ? "" : say(row)}
              >
                {row !== undefined && (
                  <GroupAttendancePanel row={row} reasonWord={props.reasonWord} />
                )}
              </SidePanel>
            </>
          );
        }}
      </Loaded>
    </Screen>
  );
};
