import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Series } from "#domain/scheduling/series.ts";
import { listSessions } from "#domain/scheduling/session.api.ts";
import { addDays } from "#web/platform/days.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { useToday } from "#web/platform/use-today.ts";
import { useClosures } from "#web/scheduling/closed-rows.tsx";
import { closedMeetings } from "#web/scheduling/coming-days.ts";
import { MeetingRows } from "#web/scheduling/meeting-rows.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loaded } from "#web/ui/loaded.tsx";

const daysBack = 14;

/** What was of a weekly group and how many came, the latest first; the weeks before stand in its attendance. */
export const PastCard = (props: { readonly series: Series }): ReactNode => {
  const { t } = useLingui();
  const { series } = props;
  const today = useToday(series.zone);
  const maySeeReports = useCan("reports:read");
  const span = { from: addDays(today, -daysBack), to: addDays(today, -1) };
  const past = useRead(listSessions, { ...span, seriesId: series.id });
  const closuresOf = useClosures(series.site.id);
  if (series.startsOn >= today) return null;
  return (
    <Card
      flush
      title={t`Last two weeks`}
      actions={
        maySeeReports && (
          <Button size="small" kind="quiet" to={`${paths.attendance}?group=${series.id}`}>
            <Trans>Attendance</Trans>
          </Button>
        )
      }
    >
      <Loaded read={past}>
        {({ rows }) => {
          const closed = closedMeetings(series, span, rows, closuresOf);
          return rows.length + closed.length === 0 ? (
            <EmptyState>
              <Trans>
                No session in the last two weeks. Those before stand in the weeks of Sessions.
              </Trans>
            </EmptyState>
          ) : (
            <MeetingRows
              latestFirst
              label={t`Last two weeks`}
              group={series}
              sessions={rows}
              closed={closed}
            />
          );
        }}
      </Loaded>
    </Card>
  );
};
