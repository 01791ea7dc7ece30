import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listSites } from "#domain/practice/site.api.ts";
import type { Site } from "#domain/practice/site.ts";
import { useSearchWord } from "#web/platform/address.ts";
import { useKeys } from "#web/platform/keys.ts";
import { paths } from "#web/platform/paths.ts";
import { sitesAsked } from "#web/practice/practice-asked.ts";
import { sayAddress, sayStreet } from "#web/practice/say-address.ts";
import { LocalTime } from "#web/practice/local-time.tsx";
import { RetiredSwitch, useRetiredShown } from "#web/practice/retired-switch.tsx";
import { AddSiteForm } from "#web/practice/site-form.tsx";
import { useMay } from "#web/practice/use-may.ts";
import { sayZoneAndPlace } from "#web/practice/zone-field.tsx";
import { RetiredChip } from "#web/practice/retired-chip.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { AddIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Screen } from "#web/ui/screen.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";
import type { Column } from "#web/ui/table-column.ts";
import { useTableState } from "#web/ui/table-state.ts";
import { useTablePages } from "#web/ui/use-table-pages.ts";

const useColumns = (): readonly Column<Site>[] => {
  const { t } = useLingui();
  return [
    {
      key: "name",
      head: t`Site`,
      sortable: true,
      cell: (site) => <SecondLine below={sayStreet(site.address)}>{site.name}</SecondLine>,
      csv: (site) => site.name,
    },
    {
      key: "city",
      head: t`City`,
      sortable: true,
      cell: (site) => `${site.address.city}, ${site.address.state}`,
      csv: (site) => sayAddress(site.address),
    },
    {
      key: "zone",
      head: t`Time zone`,
      cell: (site) => (
        <SecondLine below={<LocalTime zone={site.zone} />}>{sayZoneAndPlace(site.zone)}</SecondLine>
      ),
      csv: (site) => site.zone,
      hideBelow: "tablet",
    },
    {
      key: "rooms",
      head: t`Rooms`,
      cell: (site) => site.roomCount,
      csv: (site) => site.roomCount,
      figures: true,
    },
    {
      key: "staff",
      head: t`Staff`,
      cell: (site) => site.staffCount,
      csv: (site) => site.staffCount,
      figures: true,
    },
    {
      key: "state",
      head: t`State`,
      cell: (site) => (site.retiredAt === null ? <Trans>In use</Trans> : <RetiredChip />),
      csv: (site) => (site.retiredAt === null ? t`In use` : t`Retired`),
      hideBelow: "tablet",
    },
  ];
};

/** The places where people come. */
export const SitesScreen = (): ReactNode => {
  const { t } = useLingui();
  const [adding, setAdding] = useSearchWord("add");
  const retired = useRetiredShown();
  const table = useTableState("sites");
  const sites = useTablePages("sites", listSites, sitesAsked(table, retired.state), {
    alsoOn: ["room", "staff"],
  });
  const may = useMay("site");
  const columns = useColumns();
  const open = (): void => setAdding("site");
  const close = (): void => setAdding("");
  useKeys(may.add ? [{ keys: ["n"], label: t`Add site`, run: open }] : []);
  const add = may.add && (
    <Button kind="primary" icon={AddIcon} onPress={open} keys={["n"]}>
      <Trans>Add site</Trans>
    </Button>
  );
  return (
    <Screen
      title={t`Sites`}
      facts={<Trans>Where people come. The clock of a site decides what day it is there.</Trans>}
      action={add}
    >
      <Card flush>
        <Loaded read={sites.read}>
          {(rows) => (
            <DataTable
              {...sites.table}
              label={t`Sites`}
              rows={rows}
              columns={columns}
              rowKey={(site) => site.id}
              rowLink={(site) => paths.site(site.id)}
              rowQuiet={(site) => site.retiredAt !== null}
              findLabel={t`Find by name or city`}
              tools={<RetiredSwitch retired={retired} />}
              list="sites"
              empty={
                <EmptyState action={add}>
                  <Trans>
                    No site yet. Add the first place where people come; rooms and staff follow.
                  </Trans>
                </EmptyState>
              }
            />
          )}
        </Loaded>
      </Card>
      <SidePanel
        open={adding === "site" && may.add}
        onClose={close}
        title={<Trans>Add site</Trans>}
      >
        <AddSiteForm onClose={close} />
      </SidePanel>
    </Screen>
  );
};
