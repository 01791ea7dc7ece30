import { readSessionRoom, signSession } from "#domain/charting/session-room.api.ts";
import { asOnScreen } from "#test/support/as-on-screen.ts";
import { change, look, type Desk } from "./simulation.ts";
import type { Enrolled } from "./world.ts";

/** A group as its lead knows it. */
export interface Session {
  readonly id: string;
  readonly startsAt: string;
  readonly members: readonly Enrolled[];
}

const looksAgain = new Set(["draft-changed", "attendance-changed"]);
const mostLooks = 5;

/** Signs what is on the screen; where somebody else wrote meanwhile, looks again and signs that. */
export const sign = async (desk: Desk, session: Session): Promise<void> => {
  for (let looked = 0; looked < mostLooks; looked++) {
    const room = await look(desk, readSessionRoom, { sessionId: session.id });
    const input = room && asOnScreen(room);
    if (input === undefined) return;
    const outcome = await change(desk, signSession, input);
    if (outcome.kind === "refused" && looksAgain.has(outcome.code)) continue;
    if (outcome.kind === "refused") return;
    const notes = outcome.kind === "acknowledged" ? outcome.body.notes : [];
    desk.model.signatures.push({
      sessionId: session.id,
      sure: outcome.kind === "acknowledged",
      rows: new Map(input.rows.map((row) => [row.patientId, row.sentence])),
      hashes: new Map(notes.map((note) => [note.patientId, note.contentHash])),
    });
    return;
  }
};
