import { Temporal } from "temporal-polyfill";
import { signSession } from "#domain/charting/session-room.api.ts";
import { hourOf } from "#demo/group-hours.ts";
import { Chance } from "#demo/life/chance.ts";
import { sayUntilAccepted, type NoteVoice } from "#demo/note-voice.ts";
import { listAccountsOfStaff, listPastSessions, type PastSession } from "#demo/notes.queries.ts";
import * as signatures from "#server/charting/note-signature.service.ts";
import type { Work } from "#server/platform/work.ts";

const earlier = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) < 0 ? a : b;

/** Numbers for people, in the order in which they are first written of, and how often each was written of. */
class Written {
  readonly #known = new Map<string, { readonly who: number; turn: number }>();

  of(patientId: string): { readonly who: number; readonly turn: number } {
    const known = this.#known.get(patientId) ?? { who: this.#known.size, turn: 0 };
    this.#known.set(patientId, known);
    return known;
  }

  add(patientId: string): void {
    const known = this.#known.get(patientId);
    if (known !== undefined) known.turn += 1;
  }
}

interface Signing {
  readonly work: Work;
  readonly chance: Chance;
  readonly written: Written;
}

type Row = PastSession["rows"][number];

const treatsAddiction = ({ trackKind }: Row): boolean =>
  trackKind === "substance-use" || trackKind === "co-occurring";

const rowOf = (one: Row, said: ReturnType<NoteVoice["of"]>, place: number) => {
  const { objective, ...words } = said;
  return {
    patientId: one.patientId,
    objectiveId: one.objectives[objective]?.id,
    ...words,
    // Most are steady, some go up: as a program is.
    progress: place % 3 === 0 ? "up" : "steady",
    risk: "none-noted",
    attendanceVersion: one.version,
    revision: 0,
  };
};

const sign = async (
  { work, chance, written }: Signing,
  session: PastSession,
  evening: number,
  staffId: string,
  accountId: string,
): Promise<void> => {
  const isGroup = session.format === "group" || session.format === "multifamily";
  const shared = isGroup
    ? { fields: hourOf(session.rows.some(treatsAddiction), evening), revision: 0 }
    : null;
  const then = {
    ...work,
    actor: { ...work.actor, accountId },
    now: earlier(work.now, Temporal.Instant.from(session.endsAt).add({ minutes: 12 })),
  };
  await sayUntilAccepted(chance, async (voice) => {
    const rows = session.rows.map((one, place) => {
      const said = voice.of({
        ...written.of(one.patientId),
        objectives: one.objectives.map(({ statement }) => statement),
        isYoung: one.trackKind === "adolescent",
        isAlone: !isGroup,
      });
      return rowOf(one, said, place + evening);
    });
    const input = signSession.input.parse({ sessionId: session.id, shared, rows });
    await signatures.signSession(then, staffId, input);
  });
  for (const { patientId } of session.rows) written.add(patientId);
};

/**
 * Signed notes for the sessions that are over, through the same guards as on the screen. The last group the intern helped to lead is
 * signed by the intern, so that somebody's cosignature is waited for. `internStaffId` is null where there is no intern.
 */
export const seedNotes = async (work: Work, internStaffId: string | null): Promise<void> => {
  const sessions = await listPastSessions(work);
  const accounts = await listAccountsOfStaff(work);
  const signing: Signing = { work, chance: new Chance(1), written: new Written() };
  const lastGroup = sessions.findLast(
    ({ format, staffIds }) =>
      format === "group" && internStaffId !== null && staffIds.includes(internStaffId),
  );
  for (const [evening, session] of sessions.entries()) {
    if (session.rows.some(({ objectives }) => objectives.length === 0)) continue;
    const isInterns = internStaffId !== null && session === lastGroup;
    const staffId = isInterns ? internStaffId : session.leadStaffId;
    const accountId = accounts.get(staffId);
    if (accountId !== undefined) await sign(signing, session, evening, staffId, accountId);
  }
};
