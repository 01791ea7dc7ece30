import { labelOf } from "#domain/basics/label.ts";
import type { Acknowledgement } from "#domain/charting/guard-finding.ts";
import type { MemberPart } from "#domain/charting/member-note.ts";
import { contentHash } from "#server/charting/note-hash.ts";
import type { SignedMember } from "#server/charting/note-signature.queries.ts";
import { memberContent } from "#server/charting/signed-parts.ts";
import type { SigningPerson, SigningRead } from "#server/charting/signing-read.ts";
import type { Work } from "#server/platform/work.ts";

/** What somebody signs of one person. */
export interface MemberToSign {
  readonly sessionId: string;
  readonly session: SigningRead["session"];
  /** The moment of the signature, written once for all its parts. */
  readonly signedAt: string;
  readonly signer: NonNullable<SigningRead["signer"]>;
  readonly staffId: string;
  /** Hash of the shared part it belongs to; null where there is none. */
  readonly sharedHash: string | null;
  readonly patientId: string;
  readonly part: MemberPart;
  readonly attendance: SigningPerson["attendance"];
  /** Codes of the findings that the signer let stand. */
  readonly acknowledged: readonly string[];
  readonly corrects: { readonly id: string; readonly reason: string } | null;
}

/** Kinds of findings a signer let stand in one part; null is the shared one. */
export const codesOf = (
  acknowledged: readonly Acknowledgement[],
  patientId: string | null,
): string[] => [
  ...new Set(acknowledged.filter((one) => one.patientId === patientId).map(({ code }) => code)),
];

/** Who has to sign beside this signer; null where nobody has to. */
export const supervisorOf = (signer: MemberToSign["signer"]): string | null =>
  signer.needsCosignature ? signer.supervisorId : null;

/**
 * A member's part as it is written: times and minutes from the ledger, author and moment from the server, and the hash over all of
 * it.
 */
export const signedMember = (work: Work, one: MemberToSign): SignedMember => {
  const { session, signer, part, attendance, corrects } = one;
  const startsAt = attendance.firstInAt ?? session.startsAt;
  const endsAt = attendance.lastOutAt ?? session.endsAt;
  const id = work.newId();
  const label = labelOf(attendance.label);
  const content = memberContent({
    ...part,
    id,
    startsAt,
    endsAt,
    label,
    supervisorStaffId: supervisorOf(signer),
    sessionId: one.sessionId,
    patientId: one.patientId,
    sharedHash: one.sharedHash,
    authorStaffId: one.staffId,
    accountId: work.actor.accountId,
    authorName: signer.name,
    signedAt: one.signedAt,
    acknowledged: one.acknowledged,
    enrollmentId: attendance.enrollmentId,
    attendanceId: attendance.id,
    creditedMinutes: attendance.creditedMinutes,
    serviceDate: session.serviceDate,
    correctsId: corrects?.id ?? null,
    correctionReason: corrects?.reason ?? null,
    needsCosignature: signer.needsCosignature,
  });
  return {
    id,
    label,
    acknowledged: one.acknowledged,
    hash: contentHash("member", content),
    attendance_id: attendance.id,
    attendance_version: attendance.version,
    objective_id: part.objectiveId,
    participation: part.participation,
    response: part.response,
    progress: part.progress,
    risk: part.risk,
    next_step: part.nextStep,
    sentence: part.sentence,
    starts_at: startsAt,
    ends_at: endsAt,
  };
};
