import { Trans, useLingui } from "@lingui/react/macro";
import type { ComponentType, ReactNode } from "react";
import type { ExportRun, ExportState } from "#domain/exports/export-run.ts";
import {
  exportFailureWords,
  exportPurposeWords,
  exportStateWords,
} from "#web/exports/export-words.ts";
import { useSay } from "#web/platform/use-say.ts";
import { useSession } from "#web/platform/session.tsx";
import { Chip, type Meaning } from "#web/ui/chip.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import type { Column } from "#web/ui/table-column.ts";
import { Time } from "#web/ui/time.tsx";

const meanings: Readonly<Partial<Record<ExportState, Meaning>>> = {
  ready: "ontime",
  running: "short",
  waiting: "short",
  failed: "risk",
};

/** Where an export stands, with how far it is or until when its files are kept. */
const Standing = (props: { readonly run: ExportRun }): ReactNode => {
  const { i18n } = useLingui();
  const say = useSay();
  const { zone } = useSession().organization;
  const { run } = props;
  const { done, total, expiresAt, problem, state } = run;
  const meaning = meanings[state];
  const below = (
    <>
      {state === "running" && (
        <Trans>
          {done} of {total}
        </Trans>
      )}
      {state === "ready" && expiresAt !== null && (
        <Trans>
          kept until <Time at={expiresAt} zone={zone} />
        </Trans>
      )}
      {problem !== null && say(exportFailureWords, problem)}
    </>
  );
  return (
    <SecondLine below={below}>
      <Chip {...(meaning === undefined ? {} : { meaning })}>{i18n._(exportStateWords[state])}</Chip>
    </SecondLine>
  );
};

type ActsOfRun = ComponentType<{ readonly run: ExportRun }>;

const useColumns = (Acts: ActsOfRun): readonly Column<ExportRun>[] => {
  const { t, i18n } = useLingui();
  const { zone } = useSession().organization;
  return [
    {
      key: "when",
      head: t`Asked for`,
      cell: (run) => (
        <SecondLine below={run.requestedBy}>
          <Time at={run.requestedAt} zone={zone} />
        </SecondLine>
      ),
    },
    {
      key: "whom",
      head: t`For whom, and why`,
      cell: (run) => <SecondLine below={run.reason}>{run.recipient}</SecondLine>,
    },
    {
      key: "purpose",
      head: t`What for`,
      cell: (run) => i18n._(exportPurposeWords[run.purpose]),
      hideBelow: "desk",
    },
    { key: "state", head: t`Stands`, cell: (run) => <Standing run={run} /> },
    {
      key: "held",
      head: t`Held back`,
      cell: (run) => run.heldBack,
      figures: true,
      hideBelow: "desk",
    },
    { key: "acts", head: t`Files`, cell: (run) => <Acts run={run} /> },
  ];
};

/** Exports with what can be done with each, newest first. */
export const ExportsTable = (props: {
  readonly label: string;
  readonly rows: readonly ExportRun[];
  readonly total: number | undefined;
  readonly more: (() => void) | undefined;
  readonly isLoadingMore: boolean;
  readonly acts: ActsOfRun;
}): ReactNode => {
  const columns = useColumns(props.acts);
  return (
    <DataTable
      name="exports"
      label={props.label}
      rows={props.rows}
      columns={columns}
      rowKey={(run) => run.id}
      remote
      total={props.total}
      more={props.more}
      isLoadingMore={props.isLoadingMore}
      empty={
        <EmptyState>
          <Trans>Nothing was handed over yet.</Trans>
        </EmptyState>
      }
    />
  );
};
