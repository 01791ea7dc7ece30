import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listSeries } from "#domain/scheduling/series.api.ts";
import { useSearchWord } from "#web/platform/address.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useNow } from "#web/platform/use-now.ts";
import { useRead } from "#web/platform/use-read.ts";
import { AddSeriesForm } from "#web/scheduling/add-series-form.tsx";
import { groupFor, seatForWord } from "#web/platform/admission-paths.ts";
import { useSeriesColumns } from "#web/scheduling/series-columns.tsx";
import { useSeriesFilters } from "#web/scheduling/series-filters.ts";
import { hasEnded } from "#web/scheduling/series-state.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { FilterSelect } from "#web/ui/filter-select.tsx";
import { AddIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Screen } from "#web/ui/screen.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";

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
  const [seatFor] = useSearchWord(seatForWord);
  const columns = useSeriesColumns();
  const filters = useSeriesFilters();
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
              rowLink={(one) => groupFor(one.id, seatFor)}
              findLabel={t`Find a group`}
              find={(one) => `${one.name} ${one.program.name}`}
              filters={filters}
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
