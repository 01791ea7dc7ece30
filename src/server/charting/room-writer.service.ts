import { isAllowed } from "#domain/access/actor.ts";
import type * as api from "#domain/charting/room-writer.api.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { seeWriters } from "#server/charting/room-writer.queries.ts";
import { announce } from "#server/platform/live/announce.ts";
import type { Work } from "#server/platform/work.ts";

/** So long somebody counts as writing after they were last heard; screens say it every five seconds. */
const heardFor = { seconds: 12 };

/** Where a place is, for somebody who may write there; whoever only reads is nowhere. */
const patientAt = (work: Work, at: api.RoomPlace | undefined): string | null | undefined => {
  if (at === undefined || !isAllowed(work.actor, "notes:write")) return undefined;
  return at === "shared" ? null : at;
};

/** Who else writes in a session now. Other screens are told when the reader begins or moves, by the session's id alone. */
export const meetRoomWriters = async (
  work: Work,
  { sessionId, at }: Parsed<typeof api.meetRoomWriters>,
): Promise<Output<typeof api.meetRoomWriters>> => {
  const seen = await seeWriters(work, {
    sessionId,
    patientId: patientAt(work, at),
    since: work.now.subtract(heardFor).toString(),
  });
  if (seen === undefined) throw notFound();
  if (seen.hasMoved) announce(work, "room-writer", sessionId);
  return { rows: seen.others.map(({ name, patientId }) => ({ name, at: patientId ?? "shared" })) };
};
