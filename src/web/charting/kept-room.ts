import { sessionRoomSchema, type SessionRoom } from "#domain/charting/session-room.ts";

/** A session room as this device kept it. */
export const readKeptRoom = (kept: unknown): SessionRoom | null => {
  const parsed = sessionRoomSchema.safeParse(kept);
  return parsed.success ? parsed.data : null;
};
