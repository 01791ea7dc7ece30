import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { addAddendum } from "#domain/charting/member-note.api.ts";
import { CorrectionDialog } from "#web/charting/correction-dialog.tsx";
import { RoomCorrectionPanel } from "#web/charting/room-correction-panel.tsx";
import type { RoomModel } from "#web/charting/room-model.ts";
import type { RowView } from "#web/charting/room-view.ts";
import { roomWords } from "#web/charting/room-words.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { Button } from "#web/ui/button.tsx";
import { CellActs } from "#web/ui/cell-button.tsx";
import { ConfirmDialog } from "#web/ui/confirm-dialog.tsx";
import { AddIcon, ClockIcon, EditIcon, SignIcon } from "#web/ui/icons.ts";
import { StateMark } from "#web/ui/state-mark.tsx";
import { Time } from "#web/ui/time.tsx";

const Addendum = (props: {
  readonly noteId: string;
  readonly name: string;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const act = useAct(addAddendum, {
    words: roomWords,
    changes: ["session", "note"],
    done: t`Addendum signed.`,
    onDone: props.onClose,
  });
  const { name } = props;
  return (
    <ConfirmDialog
      open
      onClose={props.onClose}
      title={<Trans>Addendum to the note of {name}</Trans>}
      verb={<Trans>Sign addendum</Trans>}
      reasonLabel={<Trans>What is to be added</Trans>}
      busy={act.busy}
      keep={{ act, of: props.noteId }}
      onConfirm={(words, draftId) => void act.run({ noteId: props.noteId, words }, draftId)}
    >
      <Trans>
        What was signed stays as it is. The addendum carries your name and today's time.
      </Trans>
    </ConfirmDialog>
  );
};

/** Under a signed row, or one whose day is over: who signed it, and what can still be said. */
export const SignedRow = (props: {
  readonly model: RoomModel;
  readonly view: RowView;
}): ReactNode => {
  const { t } = useLingui();
  const mayAdd = useCan("notes:sign");
  const mayCorrect = useCan("attendance:correct");
  const [open, setOpen] = useState<"addendum" | "attendance" | "note" | null>(null);
  const { model, view } = props;
  const { note, name } = view.row;
  const { zone } = model.room.session;
  const close = (): void => setOpen(null);
  return (
    <CellActs label={t`Note of ${name}`}>
      {note && (
        <StateMark icon={SignIcon} tone="ontime">
          <Trans>
            Signed by {note.authorName}, <Time at={note.signedAt} zone={zone} />
          </Trans>
        </StateMark>
      )}
      {note?.isOwn && mayAdd && note.state !== "retracted" && (
        <Button size="small" icon={EditIcon} onPress={() => setOpen("note")}>
          <Trans>Correct the note</Trans>
        </Button>
      )}
      {note && mayAdd && note.state !== "retracted" && (
        <Button size="small" icon={AddIcon} onPress={() => setOpen("addendum")}>
          <Trans>Add an addendum</Trans>
        </Button>
      )}
      {note && (
        <Button size="small" kind="quiet" to={paths.note(note.id)}>
          <Trans>Open it</Trans>
        </Button>
      )}
      {mayCorrect && (
        <Button size="small" kind="quiet" icon={ClockIcon} onPress={() => setOpen("attendance")}>
          <Trans>Correct attendance</Trans>
        </Button>
      )}
      {note && open === "addendum" && <Addendum noteId={note.id} name={name} onClose={close} />}
      {note && open === "note" && (
        <RoomCorrectionPanel noteId={note.id} name={name} onClose={close} />
      )}
      {open === "attendance" && <CorrectionDialog model={model} view={view} onClose={close} />}
    </CellActs>
  );
};
