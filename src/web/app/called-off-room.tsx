import type { ReactNode } from "react";
import type { SessionRoom } from "#domain/charting/session-room.ts";
import { CalledOffNotes } from "#web/charting/called-off-notes.tsx";
import { CalledOffScreen } from "#web/scheduling/called-off-screen.tsx";

/** A session that was called off has no room to work in: what is known of it stands in its place. */
export const CalledOffRoom = (props: { readonly room: SessionRoom }): ReactNode => {
  const { session } = props.room;
  return (
    <CalledOffScreen
      session={session}
      place={session.roomName ?? session.siteName}
      notes={<CalledOffNotes room={props.room} />}
    />
  );
};
