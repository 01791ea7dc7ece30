import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useEntryWords } from "#web/charting/entry-words.ts";
import type { RoomModel } from "#web/charting/room-model.ts";
import { sayTime } from "#web/platform/dates.ts";
import { Button } from "#web/ui/button.tsx";
import { OfflineIcon } from "#web/ui/icons.ts";
import { Note } from "#web/ui/note.tsx";

/** Whether what waits would outlive this window, how old the room is, and which times this device cannot vouch for. */
export const RoomKeeping = (props: { readonly model: RoomModel }): ReactNode => {
  const { t } = useLingui();
  const { model } = props;
  const { zone } = model.room.session;
  const say = useEntryWords(zone);
  const { waitingCount, keeping, asOf, doubtful } = model;
  const time = asOf ? sayTime(asOf, zone) : "";
  const unsure = doubtful
    .map((event) => {
      const name = model.people[event.patientId ?? ""]?.name ?? model.room.session.name;
      const words = say(event);
      return t`${name} ${words}`;
    })
    .join(", ");
  return (
    <>
      {keeping === "nowhere" && waitingCount > 0 && (
        <Note meaning="risk" icon={OfflineIcon}>
          <Plural
            value={waitingCount}
            one="This browser keeps nothing: it is a private window, or its storage is full. # entry is in this window alone. Leave it open until the network is back."
            other="This browser keeps nothing: it is a private window, or its storage is full. # entries are in this window alone. Leave it open until the network is back."
          />
        </Note>
      )}
      {asOf && (
        <Note icon={OfflineIcon}>
          <Trans>
            The room as of {time}, from this device. What you enter is sent when the network is
            back, with its true time.
          </Trans>
        </Note>
      )}
      {doubtful.length > 0 && (
        <Note
          meaning="short"
          action={
            <Button size="small" onPress={model.letDoubtsGo}>
              <Trans>They are right</Trans>
            </Button>
          }
        >
          <Trans>
            The clock of this device was set while it had no network, so it cannot tell when this
            was: {unsure}. Look at the times.
          </Trans>
        </Note>
      )}
    </>
  );
};
