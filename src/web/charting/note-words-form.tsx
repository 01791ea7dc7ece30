import type { ReactNode } from "react";
import type { AnyRoute, Input } from "#domain/contract/route.ts";
import { missingOf } from "#web/platform/missing-of.ts";
import type { Act } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { DialogText } from "#web/ui/dialog.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { TextArea } from "#web/ui/text-area.tsx";

interface NoteWordsFormProps<R extends AnyRoute> {
  readonly id: string;
  readonly act: Act<R>;
  readonly toInput: (words: string) => Input<R>;
  readonly label: string;
  readonly submit: ReactNode;
  /** What the server calls the words, where it has another name for them. */
  readonly serverName?: string;
  readonly maxLength?: number;
  readonly onClose: () => void;
  /** What follows, and what stays as it is. */
  readonly children: ReactNode;
}

/** Words about a signed note: an addendum, what to put right, why it is retracted. Closing keeps what was typed. */
export const NoteWordsForm = <R extends AnyRoute>(props: NoteWordsFormProps<R>): ReactNode => {
  const { act, onClose, serverName } = props;
  const form = useForm({
    id: props.id,
    initial: { words: "" },
    act,
    toInput: ({ words }) => props.toInput(words),
    check: ({ words }) => missingOf({ words: words.trim() }, ["words"]),
    ...(serverName !== undefined && { serverNames: { [serverName]: "words" as const } }),
  });
  return (
    <PanelForm form={form} submit={props.submit} onClose={onClose}>
      <DialogText>{props.children}</DialogText>
      <TextArea
        label={props.label}
        rows={5}
        maxLength={props.maxLength ?? 4000}
        autoFocus
        {...form.field("words")}
      />
    </PanelForm>
  );
};
