import type { ReactNode } from "react";
import type { SessionRoom } from "#domain/charting/session-room.ts";
import { RoomKeeping } from "#web/charting/room-keeping.tsx";
import { RoomRefusals } from "#web/charting/room-refusals.tsx";
import { useRoom } from "#web/charting/use-room.ts";

/** What this device entered in a room before it heard that the session is called off. */
export const CalledOffNotes = (props: { readonly room: SessionRoom }): ReactNode => {
  const model = useRoom(props.room);
  return (
    <>
      <RoomKeeping model={model} />
      <RoomRefusals model={model} />
    </>
  );
};
