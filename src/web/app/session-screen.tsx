import { lazy, type ReactNode } from "react";
import { RoomScreen } from "#web/charting/room-screen.tsx";

// Few sessions are called off: whoever opens a room does not wait for what is said of those.
const CalledOffRoom = lazy(async () => ({
  default: (await import("#web/app/called-off-room.tsx")).CalledOffRoom,
}));

/** One session: its room, or what is known of it where it was called off. */
export const SessionScreen = (): ReactNode => <RoomScreen calledOff={CalledOffRoom} />;
