import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { addAddendum } from "#domain/charting/member-note.api.ts";
import { NoteWordsForm } from "#web/charting/note-words-form.tsx";
import { noteWords } from "#web/charting/note-words.ts";
import { useAct } from "#web/platform/use-act.ts";
import { Dialog } from "#web/ui/dialog.tsx";

/** Words that are signed below a note which stays as it is. */
export const AddendumDialog = (props: {
  readonly noteId: string;
  readonly name: string;
  readonly open: boolean;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { noteId, name, open, onClose } = props;
  const addend = useAct(addAddendum, {
    done: t`Addendum signed.`,
    words: noteWords,
    changes: ["session", "note"],
    onDone: onClose,
    failureShownInPlace: true,
  });
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={<Trans>Addendum to the note of {name}</Trans>}
      size="medium"
    >
      <NoteWordsForm
        id={`note-addendum-${noteId}`}
        act={addend}
        toInput={(words) => ({ noteId, words })}
        label={t`What is to be added`}
        submit={<Trans>Sign addendum</Trans>}
        onClose={onClose}
      >
        <Trans>
          It stands below the note with your name and the time. The note stays as it is.
        </Trans>
      </NoteWordsForm>
    </Dialog>
  );
};
