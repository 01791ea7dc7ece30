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
import { CellItems } from "#web/ui/cell-items.tsx";
import { DataTable, type DataTableProps } from "#web/ui/data-table.tsx";
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
      value: (run) => run.requestedAt,
      cell: (run) => (
        <SecondLine below={run.requestedBy}>
          <Time at={run.requestedAt} zone={zone} />
        </SecondLine>
      ),
    },
    {
      key: "whom",
      head: t`For whom, and why`,
      value: (run) => run.recipient,
      csv: (run) => [run.recipient, run.reason].filter(Boolean).join(": "),
      cell: (run) => <SecondLine below={run.reason}>{run.recipient}</SecondLine>,
    },
    {
      key: "purpose",
      head: t`What for`,
      value: (run) => i18n._(exportPurposeWords[run.purpose]),
      cell: (run) => i18n._(exportPurposeWords[run.purpose]),
      hideBelow: "desk",
    },
    {
      key: "by",
      head: t`By`,
      cell: (run) => run.requestedBy,
      csv: (run) => run.requestedBy,
      onlyCsv: true,
    },
    {
      key: "state",
      head: t`Stands`,
      value: (run) => i18n._(exportStateWords[run.state]),
      cell: (run) => <Standing run={run} />,
    },
    {
      key: "held",
      head: t`Held back`,
      value: (run) => run.heldBack,
      cell: (run) => run.heldBack,
      figures: true,
      hideBelow: "desk",
    },
    {
      key: "acts",
      head: t`Files`,
      cell: (run) => (
        <CellItems>
          <Acts run={run} />
        </CellItems>
      ),
    },
  ];
};

/** Exports with what can be done with each, newest first. */
export const ExportsTable = (props: {
  readonly label: string;
  readonly list: "exports" | "hand-overs";
  readonly rows: readonly ExportRun[];
  readonly table: Pick<
    DataTableProps<ExportRun>,
    "name" | "total" | "more" | "isLoadingMore" | "readAll"
  >;
  readonly acts: ActsOfRun;
}): ReactNode => {
  const { t } = useLingui();
  const columns = useColumns(props.acts);
  return (
    <DataTable
      {...props.table}
      label={props.label}
      rows={props.rows}
      columns={columns}
      rowKey={(run) => run.id}
      findLabel={t`Find by recipient, reason or name`}
      find={(run) => [run.recipient, run.reason, run.requestedBy].join(" ")}
      list={props.list}
      patientOf={(run) => run.patientId}
      empty={
        <EmptyState>
          <Trans>Nothing was handed over yet. What is asked for above stands here.</Trans>
        </EmptyState>
      }
    />
  );
};
