import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { useSearchWord } from "#web/platform/address.ts";
import { useKeys } from "#web/platform/keys.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { TasksTable } from "#web/tasks/tasks-table.tsx";
import { WriteTaskForm, type BegunTask } from "#web/tasks/write-task-form.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { AddIcon, SignIcon } from "#web/ui/icons.ts";
import { Screen } from "#web/ui/screen.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";
import { Tabs } from "#web/ui/tabs.tsx";

const views = {
  mine: { whose: "mine", state: "open" },
  all: { whose: "all", state: "open" },
  closed: { whose: "all", state: "closed" },
} as const;
type View = keyof typeof views;

const emptyTask: BegunTask = { words: "", ownerStaffId: "", patient: null, about: null };

/** What has to be done, worst first: a crisis before all, then whose clock runs out first. */
export const TasksScreen = (): ReactNode => {
  const { t } = useLingui();
  const [word, setWord] = useSearchWord("view");
  const view: View = word === "all" || word === "closed" ? word : "mine";
  const mayWrite = useCan("tasks:work");
  const [isWriting, setWriting] = useState(false);
  const write = (): void => setWriting(true);
  const end = (): void => setWriting(false);
  const maySeeNotes = useCan("notes:read");
  useKeys(mayWrite ? [{ keys: ["n"], label: t`Write a task`, run: write }] : []);
  const writeOne = mayWrite && (
    <Button kind="primary" icon={AddIcon} keys={["n"]} onPress={write}>
      <Trans>Write a task</Trans>
    </Button>
  );
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
      action={writeOne}
    >
      <Card flush>
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
          <TasksTable key={view} {...views[view]} write={writeOne} />
        </Tabs>
      </Card>
      <SidePanel open={mayWrite && isWriting} onClose={end} title={<Trans>Write a task</Trans>}>
        {isWriting && <WriteTaskForm begun={emptyTask} onClose={end} />}
      </SidePanel>
    </Screen>
  );
};
