import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { readNote } from "#domain/charting/member-note.api.ts";
import { NoteCorrectionForm } from "#web/charting/note-correction-form.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";

/** Corrects a signed note beside the room, which stays open. */
export const RoomCorrectionPanel = (props: {
  readonly noteId: string;
  readonly name: string;
  readonly onClose: () => void;
}): ReactNode => {
  const { noteId, name, onClose } = props;
  const note = useRead(readNote, { noteId });
  return (
    <SidePanel open onClose={onClose} title={<Trans>Correct the note of {name}</Trans>}>
      <Loaded read={note}>
        {(data) => <NoteCorrectionForm note={data} onClose={onClose} onCorrected={onClose} />}
      </Loaded>
    </SidePanel>
  );
};
