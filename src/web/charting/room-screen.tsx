import { memo, Suspense, useDeferredValue, type ComponentType, type ReactNode } from "react";
import { readSessionRoom } from "#domain/charting/session-room.api.ts";
import type { SessionRoom } from "#domain/charting/session-room.ts";
import { deskOf } from "#web/charting/room-desk.ts";
import { SessionRoomPage } from "#web/charting/room-page.tsx";
import { roomWords } from "#web/charting/room-words.ts";
import { useParam } from "#web/platform/address.ts";
import { useStorePart } from "#web/platform/store.ts";
import { useRead } from "#web/platform/use-read.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";

const loadKept = async () => (await import("#web/charting/kept-room.ts")).readKeptRoom;

const Page = memo(SessionRoomPage);

interface RoomProps {
  readonly room: SessionRoom;
}

/** What others wrote is drawn between the letters that are being written here. */
const Room = (props: RoomProps & { readonly calledOff: ComponentType<RoomProps> }): ReactNode => {
  const room = useDeferredValue(props.room);
  if (room.session.state !== "cancelled") return <Page room={room} />;
  return (
    <Suspense fallback={<Skeleton />}>
      <props.calledOff room={room} />
    </Suspense>
  );
};

/** One session: who is here, what is written of them, and the signature under it. */
export const RoomScreen = (props: {
  /** What stands in place of the room of a session that was called off. */
  readonly calledOff: ComponentType<RoomProps>;
}): ReactNode => {
  const sessionId = useParam("sessionId");
  const room = useRead(
    readSessionRoom,
    { sessionId },
    { alsoOn: ["note-draft", "note", "attendance"], keep: loadKept },
  );
  // What an earlier window left is on the screen before anybody goes on writing.
  const isReady = useStorePart(deskOf(sessionId).state, (state) => state.isReady);
  if (!isReady) return <Skeleton />;
  return (
    <Loaded read={room} words={roomWords}>
      {(data) => <Room key={data.session.id} room={data} calledOff={props.calledOff} />}
    </Loaded>
  );
};
