import { z } from "zod";
import { labelOf } from "#domain/basics/label.ts";
import * as api from "#domain/charting/member-note.api.ts";
import {
  memberNoteSchema,
  memberPartSchema,
  noteActKindSchema,
  noteActSchema,
  noteStateOf,
  sharedPartSchema,
  type MemberNote,
  type NoteRow,
  type Told,
} from "#domain/charting/member-note.ts";
import { knowsWhereItWent, noteRefusal, type NoteDeed } from "#domain/charting/note.policy.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import * as queries from "#server/charting/member-note.queries.ts";
import { contentHash } from "#server/charting/note-hash.ts";
import { readInstant } from "#server/charting/read-instant.ts";
import { memberContent, sharedContent } from "#server/charting/signed-parts.ts";
import { pageOfRows } from "#server/db/keyset.ts";
import type { Work } from "#server/platform/work.ts";

const kinds = z.array(noteActKindSchema);

/** A row as a list shows it. */
const noteRowOf = (row: queries.NoteRowRead): NoteRow => {
  const { acts, correctedById, needsCosignature, ...rest } = row;
  const { progress, risk } = memberPartSchema.shape;
  return {
    ...rest,
    progress: progress.parse(row.progress),
    risk: risk.parse(row.risk),
    label: labelOf(row.label),
    state: noteStateOf({
      needsCosignature,
      isCorrected: correctedById !== null,
      acts: kinds.parse(acts),
    }),
  };
};

/** Where a note stands, with what its policy needs to know. */
export const judgedOf = (row: queries.NoteRead) => ({
  state: noteRowOf(row).state,
  needsCosignature: row.needsCosignature,
  authorStaffId: row.authorStaffId,
  supervisorStaffId: row.supervisorStaffId,
  accountId: row.accountId,
});

const sharedRead = z.object({
  id: z.string(),
  session_id: z.string(),
  topic: z.string(),
  curriculum: z.string().nullable(),
  interventions: z.array(z.string()),
  what_we_did: z.string(),
  how_it_went: z.string(),
  next_time: z.string().nullable(),
  attended_count: z.int(),
  author_staff_id: z.string().nullable(),
  account_id: z.string(),
  author_name: z.string(),
  signed_at: readInstant,
  acknowledged: z.array(z.string()),
  label: z.string(),
  hash: z.string(),
});

const sharedOf = (stored: unknown): MemberNote["shared"] => {
  const row = sharedRead.nullable().parse(stored);
  if (row === null) return null;
  const fields = {
    topic: row.topic,
    curriculum: row.curriculum,
    interventions: row.interventions,
    whatWeDid: row.what_we_did,
    howItWent: row.how_it_went,
    nextTime: row.next_time,
  };
  const content = sharedContent({
    ...fields,
    id: row.id,
    sessionId: row.session_id,
    attendedCount: row.attended_count,
    authorStaffId: row.author_staff_id,
    accountId: row.account_id,
    authorName: row.author_name,
    signedAt: row.signed_at,
    acknowledged: row.acknowledged,
    label: row.label,
  });
  return {
    ...sharedPartSchema.parse(fields),
    id: row.id,
    attendedCount: row.attended_count,
    contentHash: row.hash,
    isIntact: contentHash("session", content) === row.hash,
  };
};

const partOf = (row: queries.NoteRead) => {
  const { objectiveId, participation, response, progress, risk, nextStep, sentence } = row;
  return memberPartSchema.parse({
    objectiveId,
    participation,
    response,
    progress,
    risk,
    nextStep,
    sentence,
  });
};

const signatureOf = (row: queries.NoteRead, sharedHash: string | null) => {
  const hash = row.contentSha256.toString("hex");
  const instant = (text: string) => readInstant.parse(text);
  const content = memberContent({
    ...row,
    ...partOf(row),
    sharedHash,
    startsAt: instant(row.startsAt),
    endsAt: instant(row.endsAt),
    signedAt: instant(row.signedAt),
  });
  const { authorName, authorStaffId, signedAt } = row;
  const isIntact = contentHash("member", content) === hash;
  return { authorName, authorStaffId, signedAt, contentHash: hash, isIntact };
};

const deeds: readonly NoteDeed[] = ["addend", "correct", "retract", "cosign", "return"];

const mayOf = (work: Work, staffId: string | null, row: queries.NoteRead): MemberNote["may"] => {
  const who = { ...work.actor, staffId };
  const allowed = (deed: NoteDeed) => noteRefusal(who, deed, judgedOf(row)) === null;
  const may = Object.fromEntries(deeds.map((deed) => [deed, allowed(deed)]));
  return memberNoteSchema.shape.may.parse(may);
};

const versionsRead = z.array(
  z.object({
    id: z.string(),
    signedAt: readInstant,
    authorName: z.string(),
    correctionReason: z.string().nullable(),
  }),
);

const toldRead = z.array(
  z.object({ ...memberNoteSchema.shape.toldTo.element.shape, at: readInstant }),
);

/** To whom a note went while it stood, whoever asks. */
export const toldToOf = (row: queries.NoteRead): Told[] => toldRead.parse(row.toldTo);

/** A note as its reader sees it, its hashes computed anew. */
export const noteOf = (work: Work, staffId: string | null, row: queries.NoteRead): MemberNote => {
  const shared = sharedOf(row.shared);
  const supervisorName = row.supervisorName;
  const who = { ...work.actor, staffId };
  return {
    ...noteRowOf(row),
    enrollmentId: row.enrollmentId,
    attendanceId: row.attendanceId,
    attendedMinutes: row.attendedMinutes,
    patientBirthDate: row.birthDate,
    mrn: row.mrn,
    siteName: row.siteName,
    part: partOf(row),
    objectiveStatement: row.objectiveStatement,
    shared,
    facilitators: row.facilitators,
    acknowledged: row.acknowledged,
    signature: signatureOf(row, shared?.contentHash ?? null),
    needsCosignature: row.needsCosignature,
    supervisor:
      row.supervisorStaffId === null || supervisorName === null
        ? null
        : { id: row.supervisorStaffId, name: supervisorName },
    correctsId: row.correctsId,
    correctionReason: row.correctionReason,
    correctedById: row.correctedById,
    acts: z.array(z.object({ ...noteActSchema.shape, at: readInstant })).parse(row.actRows),
    toldTo: knowsWhereItWent(who, judgedOf(row)) ? toldToOf(row) : [],
    versions: versionsRead.parse(row.versions),
    may: mayOf(work, staffId, row),
  };
};

export const getNote = async (
  work: Work,
  noteId: string,
  staffId: string | null,
): Promise<MemberNote> => {
  const row = await queries.findNote(work, noteId);
  if (row === undefined) throw notFound();
  return noteOf(work, staffId, row);
};

export const listNotes = async (
  work: Work,
  { patientId, ...page }: Parsed<typeof api.listNotes>,
): Promise<Output<typeof api.listNotes>> => {
  const rows = await queries.listNotes(work, patientId, page);
  // An empty list of nobody's notes would tell less than it should.
  if (rows.length === 0 && !(await queries.arePatients(work, [patientId]))) throw notFound();
  const shown = pageOfRows(rows, page.limit);
  return { ...shown, rows: shown.rows.map(noteRowOf) };
};

const sharedShown = api.cosignatureRowSchema.shape.shared;
const returnedRead = z.object({ words: z.string(), at: readInstant }).nullable();

export const listCosignatures = async (
  work: Work,
  { whose, ...page }: Parsed<typeof api.listCosignatures>,
  staffId: string | null,
): Promise<Output<typeof api.listCosignatures>> => {
  if (whose !== "all" && staffId === null) return { rows: [], total: 0, nextCursor: null };
  const rows = await queries.listCosignatures(work, { whose, staffId }, page);
  const shown = pageOfRows(rows, page.limit);
  const { participation, response } = memberPartSchema.shape;
  return {
    ...shown,
    rows: shown.rows.map((row) => {
      const returned = returnedRead.parse(row.returned);
      const note = noteRowOf(row);
      const waitsFor = note.state === "returned" ? row.authorStaffId : row.supervisorStaffId;
      return {
        ...note,
        participation: participation.parse(row.participation),
        response: response.parse(row.response),
        nextStep: row.nextStep,
        objectiveStatement: row.objectiveStatement,
        shared: sharedShown.parse(row.shared),
        supervisorName: row.supervisorName,
        comment: returned?.words ?? null,
        correctionReason: row.correctionReason,
        returnedAt: returned?.at ?? null,
        isMine: staffId !== null && waitsFor === staffId,
      };
    }),
  };
};
