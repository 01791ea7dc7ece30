import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Series } from "#domain/scheduling/series.ts";
import { listSessions } from "#domain/scheduling/session.api.ts";
import { addDays } from "#web/platform/days.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useToday } from "#web/platform/use-today.ts";
import { useClosures } from "#web/scheduling/closed-rows.tsx";
import { closedMeetings } from "#web/scheduling/coming-days.ts";
import { MeetingRows } from "#web/scheduling/meeting-rows.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loaded } from "#web/ui/loaded.tsx";

/** What comes of a weekly group. */
export const ComingCard = (props: { readonly series: Series }): ReactNode => {
  const { t } = useLingui();
  const { series } = props;
  const today = useToday(series.zone);
  const span = { from: today, to: addDays(today, 21) };
  const coming = useRead(listSessions, { ...span, seriesId: series.id });
  const closuresOf = useClosures(series.site.id);
  return (
    <Card title={t`Next three weeks`} flush>
      <Loaded read={coming}>
        {({ rows }) => {
          const closed =
            series.retiredAt === null ? closedMeetings(series, span, rows, closuresOf) : [];
          return rows.length + closed.length === 0 ? (
            <EmptyState>
              <Trans>
                No session in the next three weeks. Those that were stand in the weeks of Sessions.
              </Trans>
            </EmptyState>
          ) : (
            <MeetingRows
              label={t`Next three weeks`}
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
