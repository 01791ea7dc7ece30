import { memberPartSchema, sharedPartSchema } from "#domain/charting/member-note.ts";
import type { signSession } from "#domain/charting/session-room.api.ts";
import type { SessionRoom } from "#domain/charting/session-room.ts";
import type { Input } from "#domain/contract/route.ts";
import { wasThere } from "#domain/scheduling/attendance.ts";

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
