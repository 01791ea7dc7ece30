import { labelOf, strictest, type Label } from "#domain/basics/label.ts";
import { serviceRenderedKind, type ServiceRendered } from "#domain/charting/charting.events.ts";
import { noteConflict } from "#domain/charting/conflict.ts";
import { noteStateOf } from "#domain/charting/member-note.ts";
import { guardNote, standingFindings } from "#domain/charting/note-guards.ts";
import type * as api from "#domain/charting/session-room.api.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { wasThere } from "#domain/scheduling/attendance.ts";
import { raiseHighRisk } from "#server/charting/high-risk-task.ts";
import { contentHash } from "#server/charting/note-hash.ts";
import * as queries from "#server/charting/note-signature.queries.ts";
import { refuseFindings } from "#server/charting/refuse-findings.ts";
import { codesOf, signedMember, supervisorOf } from "#server/charting/signed-member.ts";
import { sharedContent } from "#server/charting/signed-parts.ts";
import {
  assertOver,
  assertSeen,
  assertSigner,
  assertWhole,
  rowsToSign,
  type RowToSign,
} from "#server/charting/signing-checks.ts";
import { signingRead, type SigningRead } from "#server/charting/signing-read.ts";
import { refusalOf, refusing } from "#server/db/constraint.ts";
import { askStep } from "#server/db/statement.ts";
import { writeLast } from "#server/db/transaction.ts";
import { announce } from "#server/platform/live/announce.ts";
import { queueAfterCommit } from "#server/platform/outbox/outbox.ts";
import type { Work } from "#server/platform/work.ts";

type Input = Parsed<typeof api.signSession>;

/** The signer, and what every part of this signature has in common. */
interface Signing {
  readonly work: Work;
  readonly input: Input;
  readonly read: SigningRead;
  readonly rows: readonly RowToSign[];
  readonly staffId: string;
  readonly signer: NonNullable<SigningRead["signer"]>;
}

const assertGuards = ({ input, read, rows }: Signing): void => {
  const report = guardNote({
    shared: input.shared?.fields ?? null,
    rows: rows.map(({ row, person }) => ({
      patientId: row.patientId,
      names: person.names,
      part: row,
      attendance: person.attendance,
      earlierSentences: person.earlierSentences,
    })),
    roster: read.people,
    signedSentences: read.signed,
  });
  refuseFindings(standingFindings(report, input.acknowledged));
};

const signedBy = ({ work, staffId, signer, input }: Signing) => ({
  sessionId: input.sessionId,
  authorStaffId: staffId,
  accountId: work.actor.accountId,
  authorName: signer.name,
  signedAt: work.now.toString(),
});

/** Kept as closely as its closest reader's chart: the shared part goes into all of them. */
const labelOfAll = (read: SigningRead): Label => {
  const [first = "restricted", ...others] = read.people.map(({ attendance }) => attendance.label);
  return strictest(labelOf(first), ...others.map(labelOf));
};

const sharedOf = (signing: Signing): queries.SignedShared | null => {
  const { work, input, read } = signing;
  if (input.shared === null) return null;
  const { fields } = input.shared;
  const attendedCount = read.people.filter(({ attendance }) => wasThere(attendance.status)).length;
  const part = {
    ...signedBy(signing),
    ...fields,
    id: work.newId(),
    attendedCount,
    acknowledged: codesOf(input.acknowledged, null),
    label: labelOfAll(read),
  };
  return {
    id: part.id,
    topic: fields.topic,
    curriculum: fields.curriculum,
    interventions: fields.interventions,
    what_we_did: fields.whatWeDid,
    how_it_went: fields.howItWent,
    next_time: fields.nextTime,
    attended_count: attendedCount,
    acknowledged: part.acknowledged,
    hash: contentHash("session", sharedContent(part)),
    label: part.label,
  };
};

const taken = {
  session_note_first_unique: () => noteConflict("already-signed"),
  member_note_correction_unique: () => noteConflict("note-superseded"),
  member_note_first_unique: () => noteConflict("already-signed"),
  signed_as_seen: () => noteConflict("attendance-changed"),
};

const follow = (work: Work, signature: queries.Signature): void => {
  queueAfterCommit(work, signature.errand.id);
  announce(work, "session", signature.sessionId);
  announce(work, "note", signature.sessionId);
};

/** Writes a signature whole or refuses it; what follows from it, and word to the open screens, go with its commit. */
export const writeSignature = async (work: Work, signature: queries.Signature): Promise<void> => {
  await refusing(taken, () => askStep(work.tx, queries.signatureStep(work, signature)));
  follow(work, signature);
};

/** The same together with the commit, where nothing is asked afterwards. */
export const writeSignatureLast: typeof writeSignature = (work, signature) => {
  writeLast(work.tx, queries.signatureStep(work, signature), (error) => refusalOf(taken, error));
  follow(work, signature);
  return Promise.resolve();
};

const write = async (
  signing: Signing,
  writeIt: typeof writeSignature,
): Promise<Output<typeof api.signSession>> => {
  const { work, input, read, rows, staffId, signer } = signing;
  const shared = sharedOf(signing);
  const sharedHash = shared?.hash ?? read.sharedNote?.hash ?? null;
  const sessionNoteId = shared?.id ?? read.sharedNote?.id ?? null;
  const signedAt = work.now.toString();
  const parts = rows.map(({ row, person }) => ({
    patientId: row.patientId,
    member: signedMember(work, {
      sessionId: input.sessionId,
      session: read.session,
      signedAt,
      signer,
      staffId,
      sharedHash,
      patientId: row.patientId,
      part: row,
      attendance: person.attendance,
      corrects: null,
      acknowledged: codesOf(input.acknowledged, row.patientId),
    }),
  }));
  const members = parts.map(({ member }) => member);
  const payload: ServiceRendered = {
    act: "signed",
    sessionId: input.sessionId,
    noteIds: members.map(({ id }) => id),
  };
  await raiseHighRisk(work, staffId, parts);
  await writeIt(work, {
    sessionId: input.sessionId,
    serviceDate: read.session.serviceDate,
    staffId,
    authorName: signer.name,
    needsCosignature: signer.needsCosignature,
    supervisorStaffId: supervisorOf(signer),
    corrects: null,
    shared,
    sessionNoteId,
    members,
    errand: { id: work.newId(), kind: serviceRenderedKind, payload },
  });
  const state = noteStateOf({ ...signer, isCorrected: false, acts: [] });
  return {
    sessionNoteId,
    signedAt,
    authorName: signer.name,
    notes: parts.map(({ patientId, member: { id, hash } }) => ({
      id,
      patientId,
      state,
      contentHash: hash,
    })),
  };
};

/**
 * Signs exactly what is on the signer's screen: refused where the screen is behind, where a guard still finds something, or where
 * what belongs together is not there. One statement reads, one writes; all notes stand or none. Whoever asks nothing afterwards lets
 * it be written with the commit (`writeSignatureLast`).
 */
export const signSession = async (
  work: Work,
  staffId: string | null,
  input: Input,
  writeIt = writeSignature,
): Promise<Output<typeof api.signSession>> => {
  const found = await queries.findSigning(work, input.sessionId, staffId);
  if (found === undefined) throw notFound();
  const read = signingRead.parse(found);
  const signer = assertSigner(read.signer);
  if (staffId === null) throw noteConflict("not-staff");
  assertOver(work, read);
  const rows = rowsToSign(input, read);
  assertSeen(rows, input, read);
  assertWhole(rows, input, read);
  const signing: Signing = { work, input, read, rows, staffId, signer };
  assertGuards(signing);
  return write(signing, writeIt);
};
