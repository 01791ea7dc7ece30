import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { cosignNote, retractNote, returnNote } from "#domain/charting/member-note.api.ts";
import type { MemberNote } from "#domain/charting/member-note.ts";
import { AddendumDialog } from "#web/charting/addendum-dialog.tsx";
import { NoteWordsForm } from "#web/charting/note-words-form.tsx";
import { ToldBefore } from "#web/charting/note-told.tsx";
import { noteOffers } from "#web/charting/note-offers.ts";
import { noteWords } from "#web/charting/note-words.ts";
import { sayDate } from "#web/platform/dates.ts";
import { useKeys } from "#web/platform/keys.ts";
import { useAct } from "#web/platform/use-act.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { SignIcon } from "#web/ui/icons.ts";

type NoteProps = {
  readonly note: Pick<
    MemberNote,
    "id" | "may" | "patientName" | "sessionName" | "serviceDate" | "state" | "toldTo" | "zone"
  >;
};

const useCosign = (noteId: string): { readonly busy: boolean; readonly run: () => void } => {
  const { t } = useLingui();
  const cosign = useAct(cosignNote, { done: t`Cosigned.`, words: noteWords });
  const run = (): void => {
    if (!cosign.busy) void cosign.run({ noteId, words: null });
  };
  return { busy: cosign.busy, run };
};

/** A supervisor's signature under somebody's note, in a list of them. */
export const CosignRowButton = (props: { readonly noteId: string }): ReactNode => {
  const { busy, run } = useCosign(props.noteId);
  return (
    <Button size="small" busy={busy} onPress={run}>
      <Trans>Cosign</Trans>
    </Button>
  );
};

/** A supervisor's signature under the note that is being read. */
export const CosignButton = (props: { readonly noteId: string }): ReactNode => {
  const { t } = useLingui();
  const { busy, run } = useCosign(props.noteId);
  useKeys([{ keys: ["c"], label: t`Cosign what I have read`, run }]);
  return (
    <Button kind="primary" icon={SignIcon} keys={["c"]} busy={busy} onPress={run}>
      <Trans>Cosign</Trans>
    </Button>
  );
};

/** Of a note that went back to its author: its supervisor lets it stand all the same. */
const CosignAsItIsButton = (props: { readonly noteId: string }): ReactNode => {
  const { busy, run } = useCosign(props.noteId);
  return (
    <Button busy={busy} onPress={run}>
      <Trans>Cosign as it is</Trans>
    </Button>
  );
};

/** Gives a note back to its author. */
export const ReturnButton = (props: {
  readonly note: Pick<MemberNote, "id" | "patientName" | "sessionName" | "serviceDate">;
  readonly isInList?: boolean;
}): ReactNode => {
  const { t } = useLingui();
  const { id: noteId, patientName, sessionName } = props.note;
  const day = sayDate(props.note.serviceDate);
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  const giveBack = useAct(returnNote, {
    done: t`Returned.`,
    words: noteWords,
    onDone: close,
    failureShownInPlace: true,
  });
  return (
    <>
      <Button size={props.isInList === true ? "small" : "medium"} onPress={() => setOpen(true)}>
        <Trans>Return</Trans>
      </Button>
      <Dialog open={open} onClose={close} title={<Trans>Return this note</Trans>} size="medium">
        <NoteWordsForm
          id={`note-return-${noteId}`}
          act={giveBack}
          toInput={(words) => ({ noteId, words })}
          label={t`What to put right`}
          submit={<Trans>Return</Trans>}
          onClose={close}
        >
          <Trans>
            The note of {patientName}, {sessionName}, {day}. The author corrects it and signs again.
            What was signed is kept, with your comment.
          </Trans>
        </NoteWordsForm>
      </Dialog>
    </>
  );
};

const AddendumButton = ({ note }: NoteProps): ReactNode => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Trans>Add an addendum</Trans>
      </Button>
      <AddendumDialog
        noteId={note.id}
        name={note.patientName}
        open={open}
        onClose={() => setOpen(false)}
      />
    </>
  );
};

const RetractButton = ({ note }: NoteProps): ReactNode => {
  const { t } = useLingui();
  const { id: noteId } = note;
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  const retract = useAct(retractNote, {
    done: t`Retracted.`,
    words: noteWords,
    onDone: close,
    failureShownInPlace: true,
  });
  return (
    <>
      <Button kind="danger" onPress={() => setOpen(true)}>
        <Trans>Retract</Trans>
      </Button>
      <Dialog open={open} onClose={close} title={<Trans>Retract this note</Trans>} size="medium">
        <ToldBefore note={note} />
        <NoteWordsForm
          id={`note-retraction-${noteId}`}
          act={retract}
          toInput={(reason) => ({ noteId, reason })}
          label={t`Why it was written in error`}
          serverName="reason"
          maxLength={500}
          submit={<Trans>Retract</Trans>}
          onClose={close}
        >
          <Trans>
            It is kept and marked as retracted, with your reason. Nothing is billed for it; where it
            was billed before, whoever bills is told.
          </Trans>
        </NoteWordsForm>
      </Dialog>
    </>
  );
};

/** What this person may do with this note besides reading it. */
export const NoteActs = (props: NoteProps): ReactNode => {
  const { id, may } = props.note;
  const { cosignsAsItIs } = noteOffers(props.note);
  return (
    <>
      {may.return && <ReturnButton note={props.note} />}
      {cosignsAsItIs && <CosignAsItIsButton noteId={id} />}
      {may.addend && <AddendumButton note={props.note} />}
      {may.retract && <RetractButton note={props.note} />}
    </>
  );
};
