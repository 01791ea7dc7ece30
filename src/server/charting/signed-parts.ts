import type { MemberPart, SharedPart } from "#domain/charting/member-note.ts";
import type { SignedContent } from "#domain/charting/signed-content.ts";

/** Who signed, by the server's clock. */
interface Signed {
  readonly id: string;
  readonly sessionId: string;
  readonly authorStaffId: string | null;
  readonly accountId: string | null;
  readonly authorName: string;
  readonly signedAt: string;
  readonly acknowledged: readonly string[];
  readonly label: string;
}

export interface SignedSharedPart extends Signed, SharedPart {
  readonly attendedCount: number;
}

export interface SignedMemberPart extends Signed, MemberPart {
  /** Hash of the shared part it was signed with; null where there is none. */
  readonly sharedHash: string | null;
  readonly patientId: string;
  readonly enrollmentId: string;
  readonly attendanceId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly creditedMinutes: number;
  readonly serviceDate: string;
  readonly correctsId: string | null;
  readonly correctionReason: string | null;
  readonly needsCosignature: boolean;
  readonly supervisorStaffId: string | null;
}

const signed = (part: Signed): SignedContent => ({
  id: part.id,
  sessionId: part.sessionId,
  authorStaffId: part.authorStaffId,
  accountId: part.accountId,
  authorName: part.authorName,
  signedAt: part.signedAt,
  acknowledged: part.acknowledged,
  label: part.label,
});

/** What a signature of the shared part covers: exactly these fields, whatever else the values carry. */
export const sharedContent = (part: SignedSharedPart): SignedContent => ({
  ...signed(part),
  topic: part.topic,
  curriculum: part.curriculum,
  interventions: part.interventions,
  whatWeDid: part.whatWeDid,
  howItWent: part.howItWent,
  nextTime: part.nextTime,
  attendedCount: part.attendedCount,
});

/** What a signature of a member's part covers. */
export const memberContent = (part: SignedMemberPart): SignedContent => ({
  ...signed(part),
  sharedHash: part.sharedHash,
  patientId: part.patientId,
  enrollmentId: part.enrollmentId,
  attendanceId: part.attendanceId,
  objectiveId: part.objectiveId,
  participation: part.participation,
  response: part.response,
  progress: part.progress,
  risk: part.risk,
  nextStep: part.nextStep,
  sentence: part.sentence,
  startsAt: part.startsAt,
  endsAt: part.endsAt,
  creditedMinutes: part.creditedMinutes,
  serviceDate: part.serviceDate,
  correctsId: part.correctsId,
  correctionReason: part.correctionReason,
  needsCosignature: part.needsCosignature,
  supervisorStaffId: part.supervisorStaffId,
});
