import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { weekOfStay } from "#domain/admissions/enrollment.ts";
import { labelOf } from "#domain/basics/label.ts";
import { noteActKindSchema, noteStateOf } from "#domain/charting/member-note.ts";
import type * as api from "#domain/charting/session-room.api.ts";
import {
  rosterNamesSchema,
  sessionRoomSchema,
  signedPartSchema,
  type RoomRow,
  type SigningBlock,
} from "#domain/charting/session-room.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Output } from "#domain/contract/route.ts";
import { attendanceEventSchema } from "#domain/scheduling/attendance-event.ts";
import { attendanceSchema, wasThere } from "#domain/scheduling/attendance.ts";
import { memberDraftOf, sharedDraftOf } from "#server/charting/kept-draft.ts";
import { readInstant } from "#server/charting/read-instant.ts";
import * as queries from "#server/charting/session-room.queries.ts";
import type { Work } from "#server/platform/work.ts";

const storedPart = z.object({ revision: z.int(), fields: z.unknown() }).nullable();

export const attendanceRead = z.object({
  ...attendanceSchema.shape,
  firstInAt: readInstant.nullable(),
  lastOutAt: readInstant.nullable(),
});

const rowRead = z.object({
  patientId: z.string(),
  enrollmentId: z.string(),
  label: z.string(),
  names: rosterNamesSchema,
  levelName: z.string(),
  admittedOn: z.string(),
  attendance: attendanceRead,
  draft: storedPart,
  objectives: z.array(z.object({ id: z.string(), number: z.string(), statement: z.string() })),
  earlier: z.array(
    z.object({
      sentence: z.string(),
      signedAt: readInstant,
      objectiveId: z.string().nullable(),
      isOfSeries: z.boolean(),
    }),
  ),
  note: z
    .object({
      id: z.string(),
      signedAt: readInstant,
      authorName: z.string(),
      authorStaffId: z.string(),
      objectiveNumber: z.string(),
      creditedMinutes: z.int(),
      part: signedPartSchema,
      needsCosignature: z.boolean(),
      acts: z.array(noteActKindSchema),
    })
    .nullable(),
  crises: z.array(z.string()),
});

/** Who signs, as the database knows them. */
export const signerRead = z
  .object({
    name: z.string(),
    supervisorId: z.string().nullable(),
    supervisorName: z.string().nullable(),
    needsCosignature: z.boolean(),
  })
  .nullable();

const { session, shared } = sessionRoomSchema.shape;
const roomRead = z.object({
  session: z.object({ ...session.shape, startsAt: readInstant, endsAt: readInstant }),
  rows: z.array(rowRead),
  events: z.array(
    z.object({
      ...attendanceEventSchema.shape,
      occurredAt: readInstant,
      receivedAt: readInstant,
      heardAt: readInstant.nullable().optional(),
    }),
  ),
  attendanceRule: sessionRoomSchema.shape.attendanceRule,
  sharedNote: z
    .object({
      id: z.string(),
      signedAt: readInstant,
      authorName: z.string(),
      fields: shared.shape.note.unwrap().shape.fields,
    })
    .nullable(),
  signer: signerRead,
  sharedDraft: storedPart,
});
type RoomRead = z.output<typeof roomRead>;

type Earlier = z.output<typeof rowRead>["earlier"];

/** What the last note of the same series was about; where there is none, the last of the same stay. */
const lastObjectiveOf = (earlier: Earlier): string | null => {
  const ofStay = earlier.filter(({ objectiveId }) => objectiveId !== null);
  return (ofStay.find(({ isOfSeries }) => isOfSeries) ?? ofStay[0])?.objectiveId ?? null;
};

const rowOf = (
  row: z.output<typeof rowRead>,
  { serviceDate, seriesId }: Pick<RoomRead["session"], "serviceDate" | "seriesId">,
  staffId: string | null,
): RoomRow => {
  const { names, earlier, note } = row;
  const week = weekOfStay(row.admittedOn, serviceDate);
  const flags: RoomRow["flags"] = [];
  if (week === 1) flags.push("first-week");
  // A session by itself has no members to be a guest among.
  if (row.attendance.kind === "guest" && seriesId !== null) flags.push("guest");
  if (row.attendance.kind === "make-up")
    flags.push(row.attendance.isOverLimit ? "make-up-over-limit" : "make-up");
  if (row.crises.includes("crisis-answer")) flags.push("phq-item-9");
  if (row.crises.includes("high-risk")) flags.push("high-risk");
  return {
    patientId: row.patientId,
    name: `${names.preferred ?? names.given} ${names.family}`,
    givenName: names.preferred ?? names.given,
    enrollmentId: row.enrollmentId,
    levelName: row.levelName,
    week,
    label: labelOf(row.label),
    attendance: row.attendance,
    draft: memberDraftOf(row.draft),
    objectives: row.objectives,
    lastObjectiveId: lastObjectiveOf(earlier),
    lastNote: earlier[0] ? { sentence: earlier[0].sentence, signedAt: earlier[0].signedAt } : null,
    earlierSentences: earlier.map(({ sentence }) => sentence),
    flags,
    names,
    note:
      note === null
        ? null
        : {
            id: note.id,
            signedAt: note.signedAt,
            authorName: note.authorName,
            state: noteStateOf({ ...note, isCorrected: false }),
            objectiveNumber: note.objectiveNumber,
            creditedMinutes: note.creditedMinutes,
            part: note.part,
            isOwn: note.authorStaffId === staffId,
          },
  };
};

/** Breaks from the events of a session; one without an end still runs. */
const breaksOf = (events: RoomRead["events"]): Output<typeof api.readSessionRoom>["breaks"] => {
  const struck = new Set(events.map(({ correctsId }) => correctsId));
  const breaks: { startsAt: string; endsAt: string | null }[] = [];
  for (const event of events.filter(({ id }) => !struck.has(id))) {
    const running = breaks.at(-1);
    if (event.kind === "break-start" && (running === undefined || running.endsAt !== null))
      breaks.push({ startsAt: event.occurredAt, endsAt: null });
    if (event.kind === "break-end" && running?.endsAt === null) running.endsAt = event.occurredAt;
  }
  return breaks;
};

/** True when nothing more can happen in a session, so that what is signed of it stays true. */
export const isOver = (work: Pick<Work, "now">, one: { state: string; endsAt: string }): boolean =>
  one.state === "ended" ||
  Temporal.Instant.compare(work.now, Temporal.Instant.from(one.endsAt)) >= 0;

const blocksOf = (work: Work, { session: one, signer, rows }: RoomRead): SigningBlock[] => {
  const blocks: SigningBlock[] = [];
  if (signer === null) blocks.push("not-staff");
  if (signer?.needsCosignature === true && signer.supervisorId === null)
    blocks.push("no-supervisor");
  if (one.state === "cancelled") blocks.push("session-cancelled");
  else if (!isOver(work, one)) blocks.push("session-not-over");
  if (!rows.some(({ attendance }) => wasThere(attendance.status))) blocks.push("nobody-attended");
  return blocks;
};

/** Everything the session room shows, in one statement. `staffId` is the reader's, who may be about to sign. */
export const readSessionRoom = async (
  work: Work,
  sessionId: string,
  staffId: string | null,
): Promise<Output<typeof api.readSessionRoom>> => {
  const found = await queries.findRoom(work, sessionId, staffId);
  if (found === undefined) throw notFound();
  const room = roomRead.parse(found);
  return {
    session: room.session,
    breaks: breaksOf(room.events),
    attendanceRule: room.attendanceRule,
    shared: { draft: sharedDraftOf(room.sharedDraft), note: room.sharedNote },
    rows: room.rows.map((row) => rowOf(row, room.session, staffId)),
    events: room.events,
    signature: {
      needsCosignature: room.signer?.needsCosignature ?? false,
      supervisorName: room.signer?.supervisorName ?? null,
      blockedBy: blocksOf(work, room),
    },
  };
};
