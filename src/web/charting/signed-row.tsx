import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { AddendumDialog } from "#web/charting/addendum-dialog.tsx";
import { CorrectionDialog } from "#web/charting/correction-dialog.tsx";
import { RoomCorrectionPanel } from "#web/charting/room-correction-panel.tsx";
import type { RoomModel } from "#web/charting/room-model.ts";
import type { RowView } from "#web/charting/room-view.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { Button } from "#web/ui/button.tsx";
import { CellActs } from "#web/ui/cell-button.tsx";
import { AddIcon, ClockIcon, EditIcon, SignIcon } from "#web/ui/icons.ts";
import { StateMark } from "#web/ui/state-mark.tsx";
import { Time } from "#web/ui/time.tsx";

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
  const { note, name, attendance } = view.row;
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
      {note &&
        note.state !== "retracted" &&
        note.creditedMinutes !== attendance.creditedMinutes && (
          <StateMark icon={ClockIcon} tone="short" strong>
            <Trans>The note still says {note.creditedMinutes} min</Trans>
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
          <Trans>Open the note</Trans>
        </Button>
      )}
      {mayCorrect && (
        <Button size="small" kind="quiet" icon={ClockIcon} onPress={() => setOpen("attendance")}>
          <Trans>Correct attendance</Trans>
        </Button>
      )}
      {note && (
        <AddendumDialog noteId={note.id} name={name} open={open === "addendum"} onClose={close} />
      )}
      {note && open === "note" && (
        <RoomCorrectionPanel noteId={note.id} name={name} onClose={close} />
      )}
      {open === "attendance" && <CorrectionDialog model={model} view={view} onClose={close} />}
    </CellActs>
  );
};
