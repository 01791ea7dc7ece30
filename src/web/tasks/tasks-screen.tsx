import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { listTasks } from "#domain/tasks/task.api.ts";
import type { Task } from "#domain/tasks/task.ts";
import { useSearchWord } from "#web/platform/address.ts";
import { useKeys } from "#web/platform/keys.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useReadPages } from "#web/platform/use-read.ts";
import { sayProblem } from "#web/platform/problem-words.ts";
import { CloseTaskDialog } from "#web/tasks/close-task.tsx";
import { TaskRow } from "#web/tasks/task-row.tsx";
import { WriteTaskForm } from "#web/tasks/write-task-form.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { ErrorPanel } from "#web/ui/error-panel.tsx";
import { AddIcon, SignIcon } from "#web/ui/icons.ts";
import { Rows } from "#web/ui/rows.tsx";
import { Screen } from "#web/ui/screen.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { Tabs } from "#web/ui/tabs.tsx";

const views = {
  mine: { whose: "mine", state: "open" },
  all: { whose: "all", state: "open" },
  closed: { whose: "all", state: "closed" },
} as const;
type View = keyof typeof views;

const List = (props: { readonly view: View }): ReactNode => {
  const { t } = useLingui();
  const [closing, setClosing] = useState<Task | null>(null);
  const tasks = useReadPages(listTasks, views[props.view]);
  if (tasks.error !== null && tasks.rows === undefined)
    return <ErrorPanel onRetry={() => void tasks.refetch()}>{sayProblem(tasks.error)}</ErrorPanel>;
  if (tasks.rows === undefined) return <Skeleton />;
  if (tasks.rows.length === 0)
    return (
      <EmptyState>
        {props.view === "closed" ? (
          <Trans>No task was closed yet.</Trans>
        ) : (
          <Trans>Nothing to do. What needs somebody will stand here.</Trans>
        )}
      </EmptyState>
    );
  return (
    <>
      <Rows label={t`Tasks`}>
        {tasks.rows.map((task) => (
          <TaskRow key={task.id} task={task} onClose={setClosing} />
        ))}
      </Rows>
      {tasks.more && (
        <Button kind="quiet" busy={tasks.isLoadingMore} onPress={tasks.more}>
          <Trans>Show more</Trans>
        </Button>
      )}
      <CloseTaskDialog task={closing} onClose={() => setClosing(null)} />
    </>
  );
};

/** What has to be done, worst first: a crisis before all, then whose clock runs out first. */
export const TasksScreen = (): ReactNode => {
  const { t } = useLingui();
  const [word, setWord] = useSearchWord("view");
  const view: View = word === "all" || word === "closed" ? word : "mine";
  const [writing, setWriting] = useState(false);
  const mayWrite = useCan("tasks:work");
  const maySeeNotes = useCan("notes:read");
  const write = (): void => setWriting(true);
  useKeys(mayWrite ? [{ keys: ["n"], label: t`Write a task`, run: write }] : []);
  return (
    <Screen
      title={t`Tasks`}
      facts={t`Worst first: a crisis before all, then whose clock runs out first.`}
      otherActions={
        maySeeNotes && (
          <Button icon={SignIcon} to={paths.cosign}>
            <Trans>Cosignatures</Trans>
          </Button>
        )
      }
      action={
        mayWrite && (
          <Button kind="primary" icon={AddIcon} keys={["n"]} onPress={write}>
            <Trans>Write a task</Trans>
          </Button>
        )
      }
    >
      <Card>
        <Tabs
          label={t`Which tasks`}
          chosen={view}
          onChoose={(name) => setWord(name === "mine" ? "" : name)}
          tabs={[
            { name: "mine", label: <Trans>Mine</Trans> },
            { name: "all", label: <Trans>Everybody’s</Trans> },
            { name: "closed", label: <Trans>Closed</Trans> },
          ]}
        >
          <List key={view} view={view} />
        </Tabs>
      </Card>
      <SidePanel
        open={writing}
        onClose={() => setWriting(false)}
        title={<Trans>Write a task</Trans>}
      >
        {writing && <WriteTaskForm onClose={() => setWriting(false)} />}
      </SidePanel>
    </Screen>
  );
};
