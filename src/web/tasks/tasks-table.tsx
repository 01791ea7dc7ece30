import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { listTasks } from "#domain/tasks/task.api.ts";
import { urgencies } from "#domain/tasks/task-kind.ts";
import type { Task } from "#domain/tasks/task.ts";
import { sayClosure } from "#web/platform/closure-words.ts";
import { sayLength } from "#web/platform/length-words.ts";
import { useSession } from "#web/platform/session.tsx";
import { CloseTaskDialog } from "#web/tasks/close-task.tsx";
import {
  placeOfTask,
  Taken,
  Reach,
  TaskActs,
  TaskMarks,
  useSayOwner,
  useSayTask,
} from "#web/tasks/task-row.tsx";
import { tookOf } from "#web/tasks/took.ts";
import { urgencyWords } from "#web/tasks/task-words.ts";
import { CellItems } from "#web/ui/cell-items.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import type { Column, Filter } from "#web/ui/table-column.ts";
import { Time } from "#web/ui/time.tsx";
import { useTablePages } from "#web/ui/use-table-pages.ts";

const minutesPerDay = 1440;

const useWhat = (): readonly Column<Task>[] => {
  const { t } = useLingui();
  const say = useSayTask();
  const sayOwner = useSayOwner();
  return [
    {
      key: "what",
      head: t`What`,
      value: say,
      cell: (task) =>
        task.patientReach === null ? (
          say(task)
        ) : (
          <SecondLine below={<Reach task={task} />}>{say(task)}</SecondLine>
        ),
    },
    {
      key: "owner",
      head: t`Whose`,
      value: sayOwner,
      cell: (task) => <SecondLine below={<Taken task={task} />}>{sayOwner(task)}</SecondLine>,
    },
  ];
};

const useOpenColumns = (onClose: (task: Task) => void): readonly Column<Task>[] => {
  const { t } = useLingui();
  const { zone } = useSession().organization;
  return [
    ...useWhat(),
    {
      key: "due",
      head: t`By`,
      value: (task) => task.dueAt,
      cell: (task) => <Time at={task.dueAt} zone={zone} />,
    },
    {
      key: "marks",
      head: t`State`,
      cell: (task) => (
        <CellItems>
          <TaskMarks task={task} />
        </CellItems>
      ),
    },
    {
      key: "act",
      head: t`Act`,
      cell: (task) => (
        <CellItems>
          <TaskActs task={task} onClose={onClose} />
        </CellItems>
      ),
    },
  ];
};

/** How long it stood open, and whether that was within its clock. */
const useSayTook = (): ((task: Task) => string) => {
  const { t } = useLingui();
  return (task) => {
    const took = tookOf(task);
    if (took === null) return "";
    const days = Math.floor(took.minutes / minutesPerDay);
    const length =
      days < 2 ? sayLength(took.minutes) : plural(days, { one: "# day", other: "# days" });
    return took.isInTime ? t`after ${length}, in time` : t`after ${length}, late`;
  };
};

const useClosedColumns = (): readonly Column<Task>[] => {
  const { t, i18n } = useLingui();
  const { zone } = useSession().organization;
  const ended = ({ closure }: Task): string => (closure === null ? "" : sayClosure(i18n, closure));
  const sayTook = useSayTook();
  return [
    ...useWhat().slice(0, 1),
    {
      key: "raised",
      head: t`Raised`,
      value: (task) => task.createdAt,
      cell: (task) => <Time at={task.createdAt} zone={zone} />,
      hideBelow: "tablet",
    },
    {
      key: "due",
      head: t`By when`,
      csv: (task) => task.dueAt,
      cell: () => null,
      onlyCsv: true,
    },
    {
      key: "closed",
      head: t`Closed`,
      value: (task) => task.closedAt,
      cell: (task) =>
        task.closedAt !== null && (
          <SecondLine below={sayTook(task)}>
            <Time at={task.closedAt} zone={zone} />
          </SecondLine>
        ),
    },
    {
      key: "by",
      head: t`By`,
      value: (task) => task.closedBy,
      cell: (task) => task.closedBy,
      hideBelow: "tablet",
    },
    {
      key: "closure",
      head: t`How it ended`,
      value: ended,
      cell: (task) => <SecondLine below={task.closureWords}>{ended(task)}</SecondLine>,
    },
  ];
};

const useFilters = (): readonly Filter<Task>[] => {
  const { t, i18n } = useLingui();
  return [
    {
      key: "urgency",
      label: t`Urgency`,
      choices: urgencies.map((value) => ({ value, label: i18n._(urgencyWords[value]) })),
      of: ({ urgency }) => urgency,
    },
  ];
};

/** Tasks of one view, worst first if not asked otherwise: a crisis before all, then whose clock runs out first. */
export const TasksTable = (props: {
  readonly whose: "mine" | "all";
  readonly state: "open" | "closed";
  readonly write: ReactNode;
}): ReactNode => {
  const { t } = useLingui();
  const { whose, state } = props;
  const [closing, setClosing] = useState<Task | null>(null);
  const tasks = useTablePages("tasks", listTasks, { whose, state }, { isArrangedHere: true });
  const columns = { open: useOpenColumns(setClosing), closed: useClosedColumns() };
  const filters = useFilters();
  const say = useSayTask();
  const sayOwner = useSayOwner();
  return (
    <>
      <Loaded read={tasks.read}>
        {(rows) => (
          <DataTable
            {...tasks.table}
            label={t`Tasks`}
            rows={rows}
            columns={columns[state]}
            rowKey={(task) => task.id}
            rowLink={(task) => placeOfTask(task).to}
            rowQuiet={(task) => task.closedAt !== null}
            findLabel={t`Find by name or word`}
            find={(task) => `${say(task)} ${sayOwner(task)}`}
            filters={filters}
            list="tasks"
            patientOf={(task) => task.patientId}
            empty={
              state === "closed" ? (
                <EmptyState>
                  <Trans>No task was closed yet. Whoever has done one closes it with a word.</Trans>
                </EmptyState>
              ) : (
                <EmptyState action={props.write}>
                  {whose === "mine" ? (
                    <Trans>Nothing waits for you. Tasks of others stand under Everybody’s.</Trans>
                  ) : (
                    <Trans>Nothing to do. What needs somebody will stand here.</Trans>
                  )}
                </EmptyState>
              )
            }
          />
        )}
      </Loaded>
      <CloseTaskDialog
        task={closing}
        among={tasks.read.data ?? []}
        onClose={() => setClosing(null)}
      />
    </>
  );
};
