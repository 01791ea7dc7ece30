import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listImports } from "#domain/imports/import.api.ts";
import type { ImportRow } from "#domain/imports/import.ts";
import { ImportStateChip } from "#web/imports/import-state-chip.tsx";
import { importStateWords } from "#web/imports/import-words.ts";
import { NewImportForm } from "#web/imports/new-import-form.tsx";
import { useSearchWord } from "#web/platform/address.ts";
import { sayCount } from "#web/platform/numbers.ts";
import { paths } from "#web/platform/paths.ts";
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
import { Time } from "#web/ui/time.tsx";
import { useTablePages } from "#web/ui/use-table-pages.ts";

const useColumns = (): readonly Column<ImportRow>[] => {
  const { t, i18n } = useLingui();
  return [
    {
      key: "source",
      head: t`From`,
      value: ({ source }) => source,
      cell: ({ source, files }) => (
        <SecondLine below={files.map(({ name }) => name).join(", ")}>{source}</SecondLine>
      ),
    },
    {
      key: "state",
      head: t`State`,
      value: ({ state }) => i18n._(importStateWords[state]),
      cell: ({ state }) => <ImportStateChip state={state} />,
    },
    {
      key: "entries",
      head: t`Entries`,
      figures: true,
      value: ({ entries }) => entries,
      cell: ({ entries }) => sayCount(entries),
    },
    {
      key: "by",
      head: t`By`,
      hideBelow: "tablet",
      value: ({ actorName }) => actorName,
      cell: ({ actorName }) => actorName,
    },
    {
      key: "at",
      head: t`Begun`,
      value: ({ createdAt }) => createdAt,
      cell: ({ createdAt }) => <Time at={createdAt} />,
    },
  ];
};

/** People brought from other systems: every import, and how far it has come. */
export const ImportsScreen = (): ReactNode => {
  const { t } = useLingui();
  const [adding, setAdding] = useSearchWord("add");
  const imports = useTablePages("imports", listImports, {}, { isArrangedHere: true });
  const columns = useColumns();
  const open = (): void => setAdding("import");
  const close = (): void => setAdding("");
  const add = (
    <Button kind="primary" icon={AddIcon} onPress={open}>
      <Trans>New import</Trans>
    </Button>
  );
  return (
    <Screen
      title={t`Import`}
      facts={
        <Trans>People from another system. The same file a second time changes nothing.</Trans>
      }
      action={add}
    >
      <Card flush>
        <Loaded read={imports.read}>
          {(rows) => (
            <DataTable
              {...imports.table}
              label={t`Imports`}
              rows={rows}
              columns={columns}
              rowKey={(row) => row.id}
              rowLink={(row) => paths.import(row.id)}
              rowQuiet={(row) => row.state === "discarded"}
              findLabel={t`Find by source, file or name`}
              find={({ source, files, actorName }) =>
                [source, actorName, ...files.map(({ name }) => name)].join(" ")
              }
              list="imports"
              empty={
                <EmptyState action={add}>
                  <Trans>Nobody was brought over yet. Begin with a file of the other system.</Trans>
                </EmptyState>
              }
            />
          )}
        </Loaded>
      </Card>
      <SidePanel open={adding === "import"} onClose={close} title={<Trans>New import</Trans>}>
        <NewImportForm onClose={close} />
      </SidePanel>
    </Screen>
  );
};
