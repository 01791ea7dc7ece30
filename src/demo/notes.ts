import { Temporal } from "temporal-polyfill";
import { signSession } from "#domain/charting/session-room.api.ts";
import { participations, progresses, responses } from "#domain/charting/note-fields.ts";
import { evenings } from "#demo/note-phrases.ts";
import { SentenceFinder } from "#demo/note-sentences.ts";
import { listAccountsOfStaff, listPastSessions, type PastSession } from "#demo/notes.queries.ts";
import * as signatures from "#server/charting/note-signature.service.ts";
import type { Work } from "#server/platform/work.ts";

const at = <Item>(items: readonly Item[], place: number): Item => {
  const item = items[place % items.length];
  if (item === undefined) throw new Error("nothing to choose from");
  return item;
};

const earlier = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) < 0 ? a : b;

interface Signing {
  readonly work: Work;
  readonly sentences: SentenceFinder;
}

const rowOf = (one: PastSession["rows"][number], turn: number, sentence: string) => ({
  patientId: one.patientId,
  objectiveId: one.objectiveId,
  participation: at(participations, turn),
  response: at(responses, turn),
  // Most are steady, some go up: as a program is.
  progress: at(progresses, turn % 3 === 0 ? 0 : 1),
  risk: "none-noted",
  nextStep: null,
  sentence,
  attendanceVersion: one.version,
  revision: 0,
});

const sign = async (
  { work, sentences }: Signing,
  session: PastSession,
  evening: number,
  staffId: string,
  accountId: string,
): Promise<void> => {
  sentences.nextSession();
  const isGroup = session.format === "group" || session.format === "multifamily";
  const shared = {
    ...at(evenings, evening),
    curriculum: null,
    interventions: ["Relapse prevention", "Motivational interviewing"],
  };
  const input = signSession.input.parse({
    sessionId: session.id,
    shared: isGroup ? { fields: shared, revision: 0 } : null,
    rows: session.rows.map((one, place) =>
      rowOf(one, place + evening, sentences.sentenceOf(one.patientId)),
    ),
  });
  const then = {
    ...work,
    actor: { ...work.actor, accountId },
    now: earlier(work.now, Temporal.Instant.from(session.endsAt).add({ minutes: 12 })),
  };
  await signatures.signSession(then, staffId, input);
};

/**
 * Signed notes for the sessions that are over, through the same guards as on the screen. The last group the intern helped to lead is
 * signed by the intern, so that somebody's cosignature is waited for. `internStaffId` is null where there is no intern.
 */
export const seedNotes = async (work: Work, internStaffId: string | null): Promise<void> => {
  const sessions = await listPastSessions(work);
  const accounts = await listAccountsOfStaff(work);
  const signing: Signing = { work, sentences: new SentenceFinder() };
  const lastGroup = sessions.findLast(
    ({ format, staffIds }) =>
      format === "group" && internStaffId !== null && staffIds.includes(internStaffId),
  );
  for (const [evening, session] of sessions.entries()) {
    if (session.rows.some(({ objectiveId }) => objectiveId === null)) continue;
    const isInterns = internStaffId !== null && session === lastGroup;
    const staffId = isInterns ? internStaffId : session.leadStaffId;
    const accountId = accounts.get(staffId);
    if (accountId !== undefined) await sign(signing, session, evening, staffId, accountId);
  }
};
