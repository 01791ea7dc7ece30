import * as api from "#domain/practice/room.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import { getHistory } from "#server/platform/revision.ts";
import * as rooms from "#server/practice/room.service.ts";

export const roomRoutes: readonly MountedRoute[] = [
  on(api.listRooms, ({ work, input }) => rooms.listRooms(work, input)),
  on(api.readRoom, ({ work, input }) => rooms.getRoom(work, input.roomId)),
  on(api.createRoom, ({ work, input }) => rooms.createRoom(work, input)),
  on(api.changeRoom, ({ work, input }) => rooms.changeRoom(work, input)),
  on(api.listRoomRevisions, ({ work, input }) => getHistory(work, "room", input.roomId)),
  on(api.retireRoom, ({ work, input }) => rooms.retireRoom(work, input)),
  on(api.bringBackRoom, ({ work, input }) => rooms.bringBackRoom(work, input)),
];
