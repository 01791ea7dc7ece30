import { Trans, useLingui } from "@lingui/react/macro";
import type { ComponentType, ReactNode } from "react";
import { listCensus } from "#domain/reporting/census.api.ts";
import { censusParts } from "#domain/reporting/census.ts";
import { useSearchWord } from "#web/platform/address.ts";
import { sayDate } from "#web/platform/dates.ts";
import { sayCount } from "#web/platform/numbers.ts";
import { useSearchDay } from "#web/platform/search-day.ts";
import { paths } from "#web/platform/paths.ts";
import { reportPaths } from "#web/reporting/report-paths.ts";
import { usePatientWords } from "#web/platform/patient-words.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useSite } from "#web/platform/use-site.ts";
import { CensusTable, type EndWords } from "#web/reporting/census-table.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Screen } from "#web/ui/screen.tsx";
import { SiteSelect } from "#web/platform/site-select.tsx";
import { Tabs } from "#web/ui/tabs.tsx";

const Counted = (props: {
  readonly count: number | undefined;
  readonly children: string;
}): ReactNode =>
  props.count === undefined ? props.children : `${props.children} · ${sayCount(props.count)}`;

/** The rows behind the census: who is in care, who came in a week, who left. */
export const CensusScreen = (props: {
  readonly endWords: EndWords;
  /** A week back and on, for a week that begins on this day. */
  readonly weekSteps: ComponentType<{
    readonly from: string;
    readonly onWeek: (day: string) => void;
  }>;
}): ReactNode => {
  const { t } = useLingui();
  const { weekSteps: WeekSteps } = props;
  const { many } = usePatientWords();
  const [word, setWord] = useSearchWord("part");
  const [week, setWeek] = useSearchDay("week");
  const part = censusParts.find((one) => one === word) ?? "in-care";
  const site = useSite();
  const asked = { part, ...site.asked, ...(week !== "" && { on: week }) };
  const read = useRead(listCensus, asked, {
    alsoOn: ["enrollment", "patient"],
    keepWhileLoading: true,
  });
  const shown = read.data;
  const counts = shown?.counts;
  const from = shown && sayDate(shown.startsOn);
  const on = shown && sayDate(shown.on);
  return (
    <Screen
      title={t`Census`}
      above={[{ label: t`Today`, to: paths.home }]}
      facts={shown && t`Who is in care on ${on}, and who came or left in the week from ${from}.`}
      otherActions={
        <>
          <SiteSelect site={site} />
          {shown && <WeekSteps from={shown.startsOn} onWeek={setWeek} />}
        </>
      }
    >
      <Tabs
        label={t`Who`}
        tabs={[
          { name: "in-care", label: <Counted count={counts?.["in-care"]}>{t`In care`}</Counted> },
          { name: "came", label: <Counted count={counts?.came}>{t`Came in the week`}</Counted> },
          { name: "left", label: <Counted count={counts?.left}>{t`Left in the week`}</Counted> },
        ]}
        chosen={part}
        onChoose={(name) => setWord(name === "in-care" ? "" : name)}
      >
        <Loaded read={read}>
          {({ rows, people, on: day }) => {
            const [stays, persons] = [sayCount(rows.length), sayCount(people)];
            return (
              <Card
                flush
                title={many}
                actions={
                  part === "left" && (
                    <Button kind="quiet" size="small" to={reportPaths.endedStays}>
                      <Trans>Stays that ended</Trans>
                    </Button>
                  )
                }
                aside={
                  // The tab says how many they are.
                  rows.length !== people && (
                    <Trans>
                      {persons} in {stays} stays
                    </Trans>
                  )
                }
              >
                <CensusTable rows={rows} part={part} on={day} endWords={props.endWords} />
              </Card>
            );
          }}
        </Loaded>
      </Tabs>
    </Screen>
  );
};
