import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { createSeries, listSeries } from "#domain/scheduling/series.api.ts";
import type { Series } from "#domain/scheduling/series.ts";
import { useAddress, useSearchWord } from "#web/platform/address.ts";
import { dayAt } from "#web/platform/dates.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { useNow } from "#web/platform/use-now.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useToday } from "#web/platform/use-today.ts";
import { sayWallSpan } from "#web/scheduling/days.ts";
import { useSayDays } from "#web/scheduling/say-days.ts";
import { scheduleWords } from "#web/scheduling/schedule-words.ts";
import { checkSeries, SeriesFields } from "#web/scheduling/series-fields.tsx";
import { emptySeries, seriesInputOf } from "#web/scheduling/series-values.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { FilterSelect } from "#web/ui/filter-select.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { AddIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Screen } from "#web/ui/screen.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";
import type { Column } from "#web/ui/table-column.ts";

/** Ended by somebody, or past its last day. */
const hasEnded = ({ retiredAt, endsOn, zone }: Series, now: Date): boolean =>
  retiredAt !== null || (endsOn !== null && endsOn < dayAt(now, zone));

const useColumns = (): readonly Column<Series>[] => {
  const { t } = useLingui();
  const sayDays = useSayDays();
  const now = useNow();
  return [
    {
      key: "name",
      head: t`Group`,
      value: (one) => one.name,
      cell: (one) => (
        <SecondLine below={one.program.name}>
          {one.name} {hasEnded(one, now) && <Chip>{t`Ended`}</Chip>}
        </SecondLine>
      ),
    },
    {
      key: "when",
      head: t`When`,
      value: (one) => `${one.weekdays.join("")} ${one.startsAtWall}`,
      cell: (one) => (
        <SecondLine below={sayWallSpan(one.startsAtWall, one.minutes)}>
          {sayDays(one.weekdays)}
        </SecondLine>
      ),
    },
    {
      key: "where",
      head: t`Where`,
      value: (one) => one.site.name,
      cell: (one) => <SecondLine below={one.room?.name}>{one.site.name}</SecondLine>,
      hideBelow: "tablet",
    },
    {
      key: "who",
      head: t`Led by`,
      value: (one) => one.facilitators[0]?.name ?? "",
      cell: (one) => one.facilitators.map((person) => person.name).join(" · "),
      hideBelow: "desk",
    },
    {
      key: "members",
      head: t`Members`,
      value: (one) => one.memberCount,
      cell: (one) => {
        const { memberCount, capacity } = one;
        return (
          <Trans>
            {memberCount} of {capacity}
          </Trans>
        );
      },
      figures: true,
    },
  ];
};

const AddSeriesForm = (props: { readonly onClose: () => void }): ReactNode => {
  const { t } = useLingui();
  const { go } = useAddress();
  const act = useAct(createSeries, {
    done: t`Group planned. Its sessions of the next eight weeks stand in the calendar.`,
    onDone: (series) => go(paths.series(series.id)),
    words: scheduleWords,
    changes: ["session"],
    failureShownInPlace: true,
  });
  const form = useForm({
    id: "series-new",
    initial: emptySeries(useToday()),
    act,
    toInput: seriesInputOf,
    check: checkSeries,
    serverNames: { facilitators: "leadId" },
  });
  return (
    <PanelForm form={form} submit={<Trans>Plan the group</Trans>} onClose={props.onClose}>
      <SeriesFields form={form} />
    </PanelForm>
  );
};

/** Groups that meet every week. */
export const SeriesListScreen = (): ReactNode => {
  const { t } = useLingui();
  const [adding, setAdding] = useSearchWord("add");
  const mayManage = useCan("schedule:manage");
  const [chosen, setState] = useSearchWord("state");
  const state = chosen === "retired" || chosen === "all" ? chosen : "active";
  const series = useRead(
    listSeries,
    { state },
    { alsoOn: ["membership", "session"], keepWhileLoading: true },
  );
  const columns = useColumns();
  const now = useNow();
  const add = mayManage && (
    <Button kind="primary" icon={AddIcon} onPress={() => setAdding("series")}>
      <Trans>Plan a weekly group</Trans>
    </Button>
  );
  return (
    <Screen
      title={t`Weekly groups`}
      facts={<Trans>Each keeps its hour by the clock of its site, summer and winter.</Trans>}
      above={[{ label: t`Sessions`, to: paths.sessions }]}
      action={add}
    >
      <Card flush>
        <Loaded read={series}>
          {({ rows }) => (
            <DataTable
              name="series"
              label={t`Weekly groups`}
              rows={rows}
              columns={columns}
              rowKey={(one) => one.id}
              rowLink={(one) => paths.series(one.id)}
              findLabel={t`Find a group`}
              find={(one) => `${one.name} ${one.program.name}`}
              list="weekly-groups"
              rowQuiet={(one) => hasEnded(one, now)}
              tools={
                <FilterSelect
                  label={t`Which groups`}
                  all={t`Groups that meet`}
                  value={state === "active" ? "" : state}
                  onChange={setState}
                  choices={[
                    { value: "retired", label: t`Ended groups` },
                    { value: "all", label: t`All groups` },
                  ]}
                />
              }
              empty={
                state === "retired" ? (
                  <EmptyState
                    action={
                      <Button onPress={() => setState("")}>
                        <Trans>Groups that meet</Trans>
                      </Button>
                    }
                  >
                    <Trans>No group has ended yet.</Trans>
                  </EmptyState>
                ) : (
                  <EmptyState action={add}>
                    <Trans>
                      No weekly group yet. Plan the first: its sessions follow by themselves.
                    </Trans>
                  </EmptyState>
                )
              }
            />
          )}
        </Loaded>
      </Card>
      <SidePanel
        open={adding === "series" && mayManage}
        onClose={() => setAdding("")}
        title={<Trans>Plan a weekly group</Trans>}
      >
        <AddSeriesForm onClose={() => setAdding("")} />
      </SidePanel>
    </Screen>
  );
};
