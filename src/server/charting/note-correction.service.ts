import { serviceRenderedKind, type ServiceRendered } from "#domain/charting/charting.events.ts";
import { noteConflict } from "#domain/charting/conflict.ts";
import type * as api from "#domain/charting/member-note.api.ts";
import type { MemberNote } from "#domain/charting/member-note.ts";
import { guardNote, standingFindings } from "#domain/charting/note-guards.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Parsed } from "#domain/contract/route.ts";
import { raiseHighRisk } from "#server/charting/high-risk-task.ts";
import type { NoteRead } from "#server/charting/member-note.queries.ts";
import { getNote, noteOf } from "#server/charting/member-note.service.ts";
import { holdFor } from "#server/charting/note-act.service.ts";
import { findSigning } from "#server/charting/note-signature.queries.ts";
import { writeSignature } from "#server/charting/note-signature.service.ts";
import { refuseFindings } from "#server/charting/refuse-findings.ts";
import { codesOf, signedMember, supervisorOf } from "#server/charting/signed-member.ts";
import { assertSigner } from "#server/charting/signing-checks.ts";
import {
  signingRead,
  type SigningPerson,
  type SigningRead,
} from "#server/charting/signing-read.ts";
import type { Work } from "#server/platform/work.ts";

type Input = Parsed<typeof api.correctNote>;

const readSigning = async (work: Work, sessionId: string, staffId: string | null) => {
  const found = await findSigning(work, sessionId, staffId);
  if (found === undefined) throw notFound();
  return signingRead.parse(found);
};

const isSamePart = (note: MemberNote, input: Input, person: SigningPerson): boolean =>
  JSON.stringify(note.part) === JSON.stringify(input.part) &&
  note.creditedMinutes === person.attendance.creditedMinutes;

const assertSound = (read: SigningRead, person: SigningPerson, note: MemberNote, input: Input) => {
  if (isSamePart(note, input, person)) throw noteConflict("nothing-corrected");
  const isOpen = person.openObjectives.includes(input.part.objectiveId);
  // The objective the note was signed with may be closed by now: the correction may keep it.
  if (!isOpen && input.part.objectiveId !== note.part.objectiveId)
    throw noteConflict("objective-not-open", {
      fields: { "part.objectiveId": { code: "objective-not-open" } },
    });
  const report = guardNote({
    shared: null,
    rows: [
      {
        patientId: person.patientId,
        names: person.names,
        part: input.part,
        attendance: person.attendance,
        earlierSentences: person.earlierSentences,
      },
    ],
    roster: read.people,
    signedSentences: read.signed.filter(({ patientId }) => patientId !== person.patientId),
  });
  refuseFindings(standingFindings(report, input.acknowledged));
};

const writeCorrection = async (
  work: Work,
  {
    row,
    read,
    person,
    staffId,
    input,
  }: {
    readonly row: NoteRead;
    readonly read: SigningRead;
    readonly person: SigningPerson;
    readonly staffId: string;
    readonly input: Input;
  },
): Promise<string> => {
  const signer = assertSigner(read.signer);
  const { sessionId, sessionNoteId } = row;
  const corrects = { id: row.id, reason: input.reason };
  const member = signedMember(work, {
    sessionId,
    session: read.session,
    signedAt: work.now.toString(),
    signer,
    staffId,
    part: input.part,
    patientId: person.patientId,
    attendance: person.attendance,
    sharedHash: noteOf(work, staffId, row).shared?.contentHash ?? null,
    acknowledged: codesOf(input.acknowledged, person.patientId),
    corrects,
  });
  const payload: ServiceRendered = { act: "corrected", sessionId, noteIds: [member.id] };
  // What the note said before was acted on then.
  if (row.risk !== "high")
    await raiseHighRisk(work, staffId, [{ patientId: person.patientId, member }]);
  await writeSignature(work, {
    sessionId,
    sessionNoteId,
    staffId,
    shared: null,
    members: [member],
    serviceDate: read.session.serviceDate,
    authorName: signer.name,
    needsCosignature: signer.needsCosignature,
    supervisorStaffId: supervisorOf(signer),
    corrects,
    errand: { id: work.newId(), kind: serviceRenderedKind, payload },
  });
  return member.id;
};

/**
 * Signs a corrected note in the place of another. The other is kept and shows what replaced it and why; minutes come from the ledger
 * as it is now, so that a corrected attendance is corrected in the note too.
 */
export const correctNote = async (
  work: Work,
  input: Input,
  staffId: string | null,
): Promise<MemberNote> => {
  const row = await holdFor(work, "correct", input.noteId, staffId);
  if (staffId === null) throw noteConflict("not-staff");
  const read = await readSigning(work, row.sessionId, staffId);
  const person = read.people.find(({ patientId }) => patientId === row.patientId);
  if (person === undefined) throw noteConflict("not-on-roster");
  assertSound(read, person, noteOf(work, staffId, row), input);
  const id = await writeCorrection(work, { row, read, person, staffId, input });
  return getNote(work, id, staffId);
};
