import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { closeTask } from "#domain/tasks/task.api.ts";
import { kindOfTask, type Closure } from "#domain/tasks/task-kind.ts";
import type { Task } from "#domain/tasks/task.ts";
import { sayClosure } from "#web/platform/closure-words.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { taskWords } from "#web/tasks/task-words.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Form } from "#web/ui/form.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea } from "#web/ui/text-area.tsx";

const CloseForm = (props: { readonly task: Task; readonly onClose: () => void }): ReactNode => {
  const { t, i18n } = useLingui();
  const { task, onClose } = props;
  const { closures, closesWithWords } = kindOfTask(task.kind);
  const act = useAct(closeTask, {
    words: taskWords,
    failureShownInPlace: true,
    done: t`Task closed.`,
    onDone: onClose,
  });
  const initial: { closure: Closure | ""; words: string } = { closure: "", words: "" };
  const form = useForm({
    id: `task-${task.id}`,
    initial,
    act,
    toInput: ({ closure, words }) => ({
      taskId: task.id,
      version: task.version,
      closure: closure === "" ? "done" : closure,
      words,
    }),
    check: ({ closure, words }) => ({
      ...(closure === "" && { closure: { code: "required" } }),
      ...(closesWithWords && words.trim() === "" && { words: { code: "required" } }),
    }),
  });
  return (
    <Form
      form={form}
      submit={<Trans>Close task</Trans>}
      actions={
        <Button onPress={onClose}>
          <Trans>Leave it open</Trans>
        </Button>
      }
    >
      <SelectField
        label={t`How it ended`}
        choices={closures.map((value) => ({ value, label: sayClosure(i18n, value) }))}
        {...form.field("closure")}
      />
      <TextArea
        label={t`What was done`}
        optional={!closesWithWords}
        rows={4}
        {...form.field("words")}
      />
    </Form>
  );
};

/** Asks how a task ended; a crisis also asks what was done. What is closed is the task as the list has it now: taken a moment ago, it has a newer version than when the dialog opened. */
export const CloseTaskDialog = (props: {
  readonly task: Task | null;
  readonly among: readonly Task[];
  readonly onClose: () => void;
}): ReactNode => {
  const { task, among } = props;
  return (
    <Dialog
      open={task !== null}
      onClose={props.onClose}
      title={<Trans>Close task</Trans>}
      size="medium"
    >
      {task !== null && (
        <CloseForm task={among.find(({ id }) => id === task.id) ?? task} onClose={props.onClose} />
      )}
    </Dialog>
  );
};
