import { readSessionRoom, signSession } from "#domain/charting/session-room.api.ts";
import type { SessionRoom } from "#domain/charting/session-room.ts";
import { memberPartSchema, sharedPartSchema } from "#domain/charting/member-note.ts";
import type { Input } from "#domain/contract/route.ts";
import { wasThere } from "#domain/scheduling/attendance.ts";
import { change, look, type Desk } from "./simulation.ts";
import type { Enrolled } from "./world.ts";

/** A group as its lead knows it. */
export interface Session {
  readonly id: string;
  readonly startsAt: string;
  readonly members: readonly Enrolled[];
}

const valuesOf = (fields: Readonly<Record<string, { readonly value: unknown } | undefined>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field?.value]));

/** What the screen would send: the words as they stand there, with the revisions that were seen. */
export const asOnScreen = (room: SessionRoom): Input<typeof signSession> | undefined => {
  const { draft } = room.shared;
  const shared = sharedPartSchema.safeParse({
    curriculum: null,
    nextTime: null,
    interventions: [],
    ...valuesOf(draft.fields),
  });
  const rows = room.rows.flatMap((row) => {
    const part = memberPartSchema.safeParse({ nextStep: null, ...valuesOf(row.draft.fields) });
    if (!part.success || !wasThere(row.attendance.status)) return [];
    const { patientId, attendance } = row;
    const seen = { attendanceVersion: attendance.version, revision: row.draft.revision };
    return [{ patientId, ...part.data, ...seen }];
  });
  if (!shared.success || rows.length === 0) return undefined;
  const sent = { fields: shared.data, revision: draft.revision };
  return { sessionId: room.session.id, shared: sent, rows };
};

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
