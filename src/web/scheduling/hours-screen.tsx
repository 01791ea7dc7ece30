import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listHours, type HoursRow } from "#domain/scheduling/hours.api.ts";
import { hoursPartsOf } from "#domain/scheduling/hours.ts";
import { useAddress, useSearchWord } from "#web/platform/address.ts";
import { sayDate } from "#web/platform/dates.ts";
import { addDays, daysBetween } from "#web/platform/days.ts";
import { useSearchDay } from "#web/platform/search-day.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useSite } from "#web/platform/use-site.ts";
import { useToday } from "#web/platform/use-today.ts";
import { mondayOf, weekFrom } from "#web/scheduling/days.ts";
import { useHoursColumns } from "#web/scheduling/hours-columns.tsx";
import { HoursFigures } from "#web/scheduling/hours-figures.tsx";
import { HoursPanel } from "#web/scheduling/hours-panel.tsx";
import { partsOffered } from "#web/scheduling/hours-parts.ts";
import { partWordsOf } from "#web/scheduling/hours-words.ts";
import { WeekSteps } from "#web/scheduling/week-steps.tsx";
import { Card } from "#web/ui/card.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { HoursLegend } from "#web/ui/hours-bar.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Columns, Screen } from "#web/ui/screen.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";
import { SiteSelect } from "#web/platform/site-select.tsx";
import { useTableState } from "#web/ui/table-state.ts";

const urgency: readonly HoursRow["standing"][] = [
  "short",
  "variance",
  "on-course",
  "met",
  "no-rule",
];
/** Whoever needs something done stands first; the largest gap first among them, as the server says. */
const urgencyOf = (row: HoursRow): number => urgency.indexOf(row.standing);

/** The address of this board with somebody's week open beside it. */
const useRowLink = (): ((enrollmentId: string) => string) => {
  const { path, search } = useAddress();
  return (enrollmentId) => {
    const next = new URLSearchParams(search);
    next.set("who", enrollmentId);
    return `${path}?${next.toString()}`;
  };
};

const Board = (props: {
  readonly rows: readonly HoursRow[];
  readonly from: string;
  readonly isOver: boolean;
  readonly week: string;
}): ReactNode => {
  const { t, i18n } = useLingui();
  const { isOver, week } = props;
  const chosen = useTableState("hours").filter("standing");
  const rows = props.rows.toSorted((a, b) => urgencyOf(a) - urgencyOf(b));
  const linkTo = useRowLink();
  const scale = Math.max(
    600,
    ...rows.map((row) => row.creditedMinutes + row.bookedMinutes),
    ...rows.map((row) => row.rule?.floorMinutes ?? 0),
  );
  const columns = useHoursColumns(weekFrom(props.from), scale, isOver);
  const programs = new Map(rows.map((row) => [row.programId, row.programName]));
  return (
    <Columns>
      <HoursFigures rows={rows} isOver={isOver} week={week} />
      <Card flush>
        <DataTable
          name="hours"
          label={t`Hours of the week`}
          rows={rows}
          columns={columns}
          rowKey={(row) => row.enrollmentId}
          rowLink={(row) => linkTo(row.enrollmentId)}
          findLabel={t`Find by name`}
          find={(row) => row.name}
          filters={[
            {
              key: "program",
              label: t`Program`,
              choices: [...programs].map(([value, label]) => ({ value, label })),
              of: (row) => row.programId,
            },
            {
              key: "standing",
              label: isOver ? t`How it ended` : t`Forecast`,
              choices: partsOffered(isOver, chosen).map((value) => ({
                value,
                label: i18n._(partWordsOf(isOver)[value]),
              })),
              of: hoursPartsOf,
            },
          ]}
          list="hours"
          listDay={props.from}
          patientOf={(row) => row.patientId}
          empty={
            <EmptyState>
              <Trans>Nobody was in care in this week. Choose another week above.</Trans>
            </EmptyState>
          }
        />
      </Card>
      <HoursLegend />
    </Columns>
  );
};

/** Everybody's hours of a week against the floor of their level, whoever falls short first. */
export const HoursScreen = (): ReactNode => {
  const { t } = useLingui();
  const [asked, setWeek] = useSearchDay("week");
  const [who, setWho] = useSearchWord("who");
  const today = useToday();
  const from = mondayOf(asked === "" ? today : asked);
  // The running week is read as of today however it is written in the address.
  const week = from === mondayOf(today) ? "" : from;
  const site = useSite();
  // The same weekday as today: weeks that begin on a Sunday or on the day of admission are over when this board says so.
  const on = addDays(from, daysBetween(mondayOf(today), today));
  const wanted = { ...site.asked, ...(week !== "" && { on }) };
  const read = useRead(listHours, wanted, {
    keepWhileLoading: true,
    alsoOn: ["session", "attendance", "membership"],
  });
  const isOver = addDays(from, 6) < today;
  const [begin, end] = [sayDate(from), sayDate(addDays(from, 6))];
  return (
    <Screen
      title={week === "" ? t`Hours this week` : t`Hours of a week`}
      facts={
        <Trans>
          {begin} to {end}. Each row names the rule that decides its floor; weeks of care are
          counted in sevens from the day of admission.
        </Trans>
      }
      otherActions={
        <>
          <SiteSelect site={site} />
          <WeekSteps from={from} onWeek={setWeek} />
        </>
      }
    >
      <Loaded read={read}>
        {({ rows }) => {
          const row = rows.find((one) => one.enrollmentId === who);
          return (
            <>
              <Board rows={rows} from={from} isOver={isOver} week={week} />
              <SidePanel
                open={row !== undefined}
                onClose={() => setWho("")}
                title={row?.name ?? ""}
              >
                {row !== undefined && <HoursPanel row={row} today={today} />}
              </SidePanel>
            </>
          );
        }}
      </Loaded>
    </Screen>
  );
};
