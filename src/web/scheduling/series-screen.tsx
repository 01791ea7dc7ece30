import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { readSeries } from "#domain/scheduling/series.api.ts";
import type { Series } from "#domain/scheduling/series.ts";
import { useParam } from "#web/platform/address.ts";
import { sayDate } from "#web/platform/dates.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { ComingCard } from "#web/scheduling/coming-card.tsx";
import { sayWallSpan } from "#web/scheduling/days.ts";
import { MembersCard } from "#web/scheduling/members-card.tsx";
import { PastCard } from "#web/scheduling/past-card.tsx";
import { useSayDays } from "#web/scheduling/say-days.ts";
import { SeriesActs } from "#web/scheduling/series-acts.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Columns, Screen } from "#web/ui/screen.tsx";

const SeriesFacts = (props: { readonly series: Series }): ReactNode => {
  const { t } = useLingui();
  const sayDays = useSayDays();
  const { series } = props;
  return (
    <Card title={t`Facts`}>
      <Facts
        facts={[
          {
            name: t`When`,
            value: `${sayDays(series.weekdays)}, ${sayWallSpan(series.startsAtWall, series.minutes)}`,
          },
          { name: t`Activity`, value: series.activityType.name },
          { name: t`Program`, value: series.program.name },
          { name: t`Room`, value: series.room?.name, absent: t`none` },
          { name: t`Led by`, value: series.facilitators.map((one) => one.name).join(" · ") },
          { name: t`Video`, value: series.hasVideo ? t`people may take part by video` : t`no` },
          { name: t`From`, value: sayDate(series.startsOn) },
          {
            name: t`Until`,
            value: series.endsOn === null ? undefined : sayDate(series.endsOn),
            absent: t`open`,
          },
          { name: t`Name for the public`, value: series.publicName, absent: t`the same` },
        ]}
      />
    </Card>
  );
};

/** One weekly group: who is in it, what comes and what was. */
export const SeriesScreen = (): ReactNode => {
  const { t } = useLingui();
  const seriesId = useParam("seriesId");
  const mayManage = useCan("schedule:manage");
  const maySeeMembers = useCan("attendance:read");
  const read = useRead(readSeries, { seriesId }, { alsoOn: ["membership", "session"] });
  return (
    <Loaded read={read}>
      {(series) => (
        <Screen
          title={series.name}
          facts={`${series.program.name} · ${series.site.name}`}
          marks={series.retiredAt !== null && <Chip>{t`Ended`}</Chip>}
          above={[
            { label: t`Sessions`, to: paths.sessions },
            { label: t`Weekly groups`, to: paths.seriesList },
          ]}
          otherActions={mayManage && series.retiredAt === null && <SeriesActs series={series} />}
        >
          <Columns
            aside={
              <>
                <PastCard series={series} />
                <SeriesFacts series={series} />
              </>
            }
          >
            {maySeeMembers && <MembersCard series={series} />}
            <ComingCard series={series} />
          </Columns>
        </Screen>
      )}
    </Loaded>
  );
};
