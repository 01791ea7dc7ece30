import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listImportRevisions, readImport } from "#domain/imports/import.api.ts";
import type { Import } from "#domain/imports/import.ts";
import { ColumnsCard } from "#web/imports/columns-card.tsx";
import { ImportActs } from "#web/imports/import-acts.tsx";
import { ImportFacts } from "#web/imports/import-facts.tsx";
import { ImportReport } from "#web/imports/import-report.tsx";
import { ImportStateChip } from "#web/imports/import-state-chip.tsx";
import { importHistoryWords } from "#web/imports/import-words.ts";
import { ProgressCard } from "#web/imports/progress-card.tsx";
import { UnknownPayersCard } from "#web/imports/unknown-payers-card.tsx";
import { useParam } from "#web/platform/address.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { HistoryCard } from "#web/ui/history-card.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Note } from "#web/ui/note.tsx";
import { Columns, Screen } from "#web/ui/screen.tsx";

const isAtWork = ({ state }: Import): boolean => state === "rehearsing" || state === "running";

/** What comes next, above the report. */
const Standing = (props: { readonly of: Import }): ReactNode => {
  const one = props.of;
  const asked = (one.people.asked ?? 0) + (one.belongings.asked ?? 0);
  if (isAtWork(one)) return <ProgressCard of={one} />;
  if (one.state === "receiving")
    return one.columns === null ? null : <ColumnsCard of={one} columns={one.columns} />;
  if (asked === 0 || one.state === "discarded") return null;
  return (
    <Note meaning="held">
      <Plural
        value={asked}
        one="# entry waits for somebody to say. It is not taken until then."
        other="# entries wait for somebody to say. They are not taken until then."
      />
    </Note>
  );
};

/** One import: what would become of every entry, what did, and what is next. */
export const ImportScreen = (): ReactNode => {
  const { t } = useLingui();
  const importId = useParam("importId");
  const found = useRead(readImport, { importId });
  const history = useRead(listImportRevisions, { importId });
  const mayMatchPayers = useCan("coverage:manage");
  return (
    <Loaded read={found}>
      {(one) => {
        const isOpen = one.state !== "discarded" && !isAtWork(one);
        return (
          <Screen
            title={one.source}
            above={[{ label: t`Import`, to: paths.imports }]}
            facts={one.files.map(({ name }) => name).join(", ")}
            marks={<ImportStateChip state={one.state} />}
            action={<ImportActs of={one} />}
          >
            <Columns
              aside={
                <>
                  <ImportFacts of={one} />
                  <HistoryCard read={history} words={importHistoryWords} />
                </>
              }
            >
              <Standing of={one} />
              {mayMatchPayers && isOpen && (one.belongings.asked ?? 0) > 0 && (
                <UnknownPayersCard importId={importId} />
              )}
              {one.state === "receiving" && one.columns === null && one.entries === 0 && (
                <Note>
                  <Trans>Nothing was received that could be taken.</Trans>
                </Note>
              )}
              {one.state !== "receiving" && <ImportReport of={one} />}
            </Columns>
          </Screen>
        );
      }}
    </Loaded>
  );
};
