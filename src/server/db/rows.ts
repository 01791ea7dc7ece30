// The rows of every table, generated from the migrated database by `node bin/db.ts update`; nobody edits them.
// A table is named with its schema. An instant and a civil date are text, a bigint is a checked number: see pool.ts.

import type { ColumnType } from "kysely";

export type ArrayType<T> = ArrayTypeImpl<T> extends (infer U)[] ? U[] : ArrayTypeImpl<T>;

export type ArrayTypeImpl<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S[], I[], U[]> : T[];

export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U>
    ? ColumnType<S, I | undefined, U>
    : ColumnType<T, T | undefined, T>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export interface GlobalAccount {
  createdAt: string;
  disabledAt: string | null;
  email: string;
  id: string;
  locale: Generated<string>;
  name: string;
}

export interface GlobalAccountCredential {
  accountId: string;
  createdAt: string;
  kind: string;
  secret: string;
}

export interface GlobalAccountToken {
  accountId: string;
  createdAt: string;
  expiresAt: string;
  organizationId: string;
  purpose: string;
  tokenHash: Buffer;
  usedAt: string | null;
}

export interface GlobalCaughtMail {
  body: string;
  caughtAt: string;
  id: string;
  subject: string;
  toAddress: string;
}

export interface GlobalKnownDevice {
  accountId: string;
  deviceHash: Buffer;
  lastSeenAt: string;
}

export interface GlobalLoginSession {
  accountId: string;
  address: string;
  createdAt: string;
  device: string;
  expiresAt: string;
  id: string;
  lastSeenAt: string;
  organizationId: string;
  revokedAt: string | null;
  side: Generated<string>;
  signingUntil: string | null;
  tokenHash: Buffer;
}

export interface GlobalMigration {
  appliedAt: Generated<string>;
  name: string;
  sha256: string;
}

export interface GlobalSignInCode {
  accountId: string;
  codeHash: Buffer;
  expiresAt: string;
  sentAt: string;
  wrongTries: Generated<number>;
}

export interface GlobalSignInPause {
  failures: number;
  keyHash: Buffer;
  lastFailureAt: string;
  pausedUntil: string;
}

export interface GlobalVaultKey {
  accountId: string;
  createdAt: string;
  organizationId: string;
  secret: Buffer;
}

export interface StepwellAcknowledgment {
  accountId: string | null;
  actorName: string;
  claimFileId: string;
  contentSha256: Buffer | null;
  /**
   * AcknowledgmentFault: what is wrong and of no single claim. What is wrong with a claim stands with it.
   */
  faults: Generated<Json>;
  id: string;
  /**
   * noted: somebody read or heard it elsewhere, such as in a portal, and says so with a reason.
   */
  kind: string;
  name: string | null;
  notes: Json;
  organizationId: string;
  reason: string | null;
  receivedAt: string;
  rejectedClaims: number;
  /**
   * When the receiver said it, as its answer writes it, read on the wall of the organization; when it was taken in where that is not known. Of what was noted, the day.
   */
  saidAt: Generated<string>;
  /**
   * 1: of the envelope; 2: of what is in it.
   */
  stage: number;
  verdict: string;
}

export interface StepwellActivityType {
  countsTowardHours: boolean;
  createdAt: string;
  format: string;
  id: string;
  minutesToCount: Generated<number>;
  modality: string;
  name: string;
  needsLicensedLead: Generated<boolean>;
  organizationId: string;
  /**
   * People for each who leads or helps to lead, at most; null where nothing is said of it. It only tells.
   */
  peoplePerFacilitator: number | null;
  retiredAt: string | null;
  servesPerDiem: Generated<boolean>;
  version: Generated<number>;
}

export interface StepwellAffiliation {
  acceptedAt: string | null;
  accountId: string;
  endedAt: string | null;
  id: string;
  invitedAt: string;
  invitedBy: string;
  organizationId: string;
  patientId: string | null;
  roles: string[];
  side: Generated<string>;
  staffId: string | null;
  version: Generated<number>;
}

export interface StepwellAttendance {
  attendanceRuleId: string;
  changedAt: string;
  creditedMinutes: number;
  deliveredMinutes: number;
  enrollmentId: string;
  firstInAt: string | null;
  id: string;
  /**
   * A make-up beyond those that the hour rule counts in its week: its minutes were delivered and are not credited.
   */
  isOverLimit: Generated<boolean>;
  kind: string;
  label: string;
  lastOutAt: string | null;
  makesUpFor: string | null;
  membershipId: string | null;
  mode: string | null;
  organizationId: string;
  patientId: string;
  reason: string | null;
  scheduledMinutes: number;
  serviceDate: string;
  sessionId: string;
  startsAt: string;
  status: string;
  version: Generated<number>;
}

export interface StepwellAttendanceEvent {
  accountId: string | null;
  actorName: string;
  correctsId: string | null;
  /**
   * The name a device gives itself. Two entries of one name know of each other.
   */
  device: string | null;
  /**
   * received_at of the newest entry of this session the device had heard of when it recorded; null: it was not cut off.
   */
  heardAt: string | null;
  id: string;
  kind: string;
  mode: string | null;
  occurredAt: string;
  organizationId: string;
  patientId: string | null;
  reason: string | null;
  receivedAt: string;
  sessionId: string;
  source: string;
  /**
   * What a corrector wrote afterwards; reason is a code.
   */
  why: string | null;
}

export interface StepwellAttendanceRule {
  breaksCount: boolean;
  effectiveFrom: string;
  effectiveTo: string | null;
  graceMinutes: number;
  id: string;
  minimumMinutes: number;
  name: string;
  organizationId: string;
  publishedAt: string;
  source: string;
}

export interface StepwellAttendanceSegment {
  attendanceId: string;
  endsAt: string;
  id: string;
  isCredited: boolean;
  mode: string;
  notCreditedBecause: string | null;
  organizationId: string;
  patientId: string;
  startsAt: string;
}

export interface StepwellAuditEvent {
  accountId: string | null;
  actorKind: string;
  actorName: string;
  address: string | null;
  at: string;
  details: Generated<Json>;
  id: string;
  organizationId: string;
  outcome: string;
  purpose: string;
  recordId: string | null;
  recordKind: string | null;
  requestId: string;
  sessionId: string | null;
  verb: string;
}

export interface StepwellAuditSeal {
  auditIds: string[];
  digests: ArrayType<Buffer>;
  hash: Buffer;
  id: string;
  number: number;
  organizationId: string;
  previousHash: Buffer;
  sealedAt: string;
}

export interface StepwellAuditSubject {
  at: string;
  auditId: string;
  organizationId: string;
  patientId: string;
}

export interface StepwellAuditUnsealed {
  auditId: string;
  organizationId: string;
}

export interface StepwellAuthorization {
  coverageId: string;
  createdAt: string;
  endsOn: string;
  enrollmentId: string;
  id: string;
  number: string;
  organizationId: string;
  patientId: string;
  retiredAt: string | null;
  startsOn: string;
  unit: string;
  units: number;
  version: Generated<number>;
}

export interface StepwellBillingProvider {
  city: string;
  contactName: string;
  createdAt: string;
  id: string;
  name: string;
  npi: string;
  organizationId: string;
  phone: string;
  postalCode: string;
  receiverId: string;
  receiverName: string;
  siteId: string | null;
  state: string;
  street: string;
  submitterId: string;
  taxId: string;
  taxIdKind: string;
  taxonomy: string;
  unit: string | null;
  usage: string;
  version: Generated<number>;
}

export interface StepwellChargeLine {
  basis: string;
  chargeCents: number | null;
  dayChargeId: string;
  isTelehealth: boolean;
  key: string;
  minutes: number;
  modifiers: string[];
  organizationId: string;
  position: number;
  priceCents: number | null;
  procedure: string | null;
  revenueCode: string | null;
  rule: Json;
  service: string | null;
  sessions: Json;
  unit: string;
  units: number;
}

export interface StepwellClaim {
  claimFileId: string | null;
  contractVersionId: string;
  control: string;
  coverageId: string;
  createdAt: string;
  enrollmentId: string;
  findings: Generated<Json>;
  form: string;
  frequency: string;
  fromDate: string;
  hasOtherPayer: Generated<boolean>;
  id: string;
  isTest: boolean;
  label: string;
  lineCount: number;
  organizationId: string;
  patientId: string;
  payerClaimControl: string | null;
  payerId: string;
  /**
   * The days of the claim whose place this one takes, with their lines, as they stood in it; null where it takes no place.
   */
  replacedDays: Json | null;
  replacesClaimId: string | null;
  /**
   * ClaimSnapshot: everything the file needs, as it was when the claim was built.
   */
  snapshot: Json;
  snapshotSha256: Buffer;
  state: string;
  throughDate: string;
  totalCents: number;
  version: Generated<number>;
}

export interface StepwellClaimAcknowledgment {
  acknowledgmentId: string;
  claimId: string;
  faults: Generated<Json>;
  id: string;
  label: string;
  organizationId: string;
  patientId: string;
  verdict: string;
}

export interface StepwellClaimCounter {
  lastClaim: Generated<number>;
  lastInterchange: Generated<number>;
  organizationId: string;
}

export interface StepwellClaimFile {
  accountId: string | null;
  actorName: string;
  claims: number;
  content: Buffer;
  contentSha256: Buffer;
  createdAt: string;
  form: string;
  groupControl: string;
  guide: string;
  /**
   * When it first left the house: it was downloaded, or an answer to it came.
   */
  handedOverAt: string | null;
  handedOverBy: string | null;
  id: string;
  interchangeControl: string;
  isTest: boolean;
  lines: number;
  name: string;
  organizationId: string;
  payerId: string;
  /**
   * It never left: its claims are ready again, or in another file.
   */
  takenBackAt: string | null;
  takenBackBy: string | null;
  takenBackReason: string | null;
  totalCents: number;
}

export interface StepwellClaimHold {
  claimId: string;
  code: string;
  id: string;
  organizationId: string;
  owner: string;
  patientId: string;
  raisedAt: string;
  releasedAt: string | null;
  releasedBy: string | null;
  releaseReason: string | null;
  values: Generated<Json>;
}

export interface StepwellClosure {
  createdAt: string;
  endsOn: string;
  id: string;
  liftedAt: string | null;
  organizationId: string;
  reason: string;
  siteId: string;
  startsOn: string;
  version: Generated<number>;
}

export interface StepwellConsent {
  careState: string | null;
  createdAt: string;
  discloser: string | null;
  eventOn: string | null;
  expiresAtEvent: string | null;
  expiresOn: string | null;
  id: string;
  information: string[];
  kind: string;
  organizationId: string;
  patientId: string;
  purposes: string[];
  recipientKind: string;
  recipients: string[];
  revocationReason: string | null;
  revokedOn: string | null;
  secondSignedBy: string | null;
  secondSignedOn: string | null;
  secondSignerRelation: string | null;
  signatureMethod: string | null;
  signedBy: string | null;
  signedOn: string | null;
  signerRelation: string | null;
  statesRedisclosure: boolean;
  statesRefusal: boolean;
  statesRevocation: boolean;
  templateVersion: string;
  version: Generated<number>;
}

export interface StepwellContract {
  createdAt: string;
  id: string;
  levelOfCareId: string | null;
  name: string;
  organizationId: string;
  payerId: string;
  planName: string | null;
  programId: string | null;
  retiredAt: string | null;
  siteId: string | null;
  version: Generated<number>;
}

export interface StepwellContractFee {
  amountCents: number;
  code: string | null;
  contractId: string;
  createdAt: string;
  createdBy: string;
  effectiveFrom: string;
  effectiveTo: string | null;
  id: string;
  levelOfCareId: string | null;
  organizationId: string;
  revenueCode: string | null;
  version: Generated<number>;
  withdrawnAt: string | null;
}

export interface StepwellContractVersion {
  contractId: string;
  createdAt: string;
  createdBy: string;
  effectiveFrom: string;
  effectiveTo: string | null;
  id: string;
  number: number;
  organizationId: string;
  publishedAt: string | null;
  source: string;
  state: Generated<string>;
  terms: Json;
  version: Generated<number>;
}

export interface StepwellCourtOrder {
  comesWithSubpoena: boolean;
  court: string;
  createdAt: string;
  docketNumber: string | null;
  endedOn: string | null;
  endReason: string | null;
  enteredOn: string;
  expiresOn: string | null;
  findsNoOtherWay: boolean;
  findsPublicInterest: boolean;
  findsSeriousCrime: boolean;
  gaveNotice: boolean;
  id: string;
  information: string[];
  kind: string;
  limitsFurtherUse: boolean;
  limitsInformation: boolean;
  limitsRecipients: boolean;
  namesPatientOpenly: boolean;
  opensConfidences: boolean;
  organizationId: string;
  paper: string;
  patientId: string;
  recipients: string[];
  version: Generated<number>;
}

export interface StepwellCoverage {
  createdAt: string;
  effectiveFrom: string;
  effectiveTo: string | null;
  groupNumber: string | null;
  id: string;
  memberNumber: string;
  organizationId: string;
  patientId: string;
  payerId: string;
  planName: string | null;
  rank: number;
  relationToSubscriber: string;
  retiredAt: string | null;
  subscriberBirthDate: string | null;
  subscriberCity: string | null;
  subscriberFamilyName: string | null;
  subscriberGivenName: string | null;
  subscriberMiddleName: string | null;
  subscriberName: string | null;
  subscriberPostalCode: string | null;
  subscriberSex: string | null;
  subscriberState: string | null;
  subscriberStreet: string | null;
  subscriberSuffix: string | null;
  subscriberUnit: string | null;
  version: Generated<number>;
}

export interface StepwellDayCharge {
  authorizationId: string | null;
  claimId: string | null;
  contractVersionId: string | null;
  coverageId: string | null;
  /**
   * What the day would be now, where it was claimed otherwise.
   */
  difference: Json | null;
  enrollmentId: string;
  fingerprint: Buffer;
  holds: Json;
  id: string;
  isTest: boolean;
  label: string;
  madeAt: string;
  minutes: number;
  organizationId: string;
  patientId: string;
  payerId: string | null;
  serviceDate: string;
  siteId: string;
  state: string;
  totalCents: number;
  /**
   * What the day takes of an authorization: days, minutes, sessions, units.
   */
  usage: Json;
  version: Generated<number>;
  zeroes: Json;
}

export interface StepwellDayRelease {
  accountId: string | null;
  actorName: string;
  code: string;
  enrollmentId: string;
  id: string;
  label: string;
  /**
   * The first, second, … time that this day was let go for this reason.
   */
  number: Generated<number>;
  organizationId: string;
  patientId: string;
  reason: string;
  releasedAt: string;
  serviceDate: string;
}

export interface StepwellDayReleaseTakingBack {
  accountId: string | null;
  actorName: string;
  id: string;
  label: string;
  organizationId: string;
  patientId: string;
  reason: string;
  releaseId: string;
  takenBackAt: string;
}

export interface StepwellDisclosure {
  accountId: string | null;
  actorName: string;
  at: string;
  basis: string;
  channel: string;
  consentId: string | null;
  contentSha256: Buffer | null;
  courtOrderId: string | null;
  emergencyGround: string | null;
  emergencyNature: string | null;
  id: string;
  information: string[];
  label: string;
  minorLacksCapacity: string | null;
  minorReducedBy: string | null;
  minorRelation: string | null;
  minorThreat: string | null;
  noticeVersion: string | null;
  organizationId: string;
  patientId: string;
  purpose: string;
  recipient: string;
  recipientAffiliation: string | null;
  recordId: string | null;
  recordKind: string;
  recordReviewId: string | null;
  restrictionId: string | null;
  /**
   * The line that did not happen: what it tells of never left. This one tells nobody anything.
   */
  strikesId: string | null;
  toldAt: string | null;
  toldBy: string | null;
}

export interface StepwellDraft {
  accountId: string;
  authorName: string;
  changedAt: string;
  createdAt: string;
  endedAs: string | null;
  /**
   * Sent or discarded: the words are gone, the row stays so that a late patch cannot bring them back.
   */
  endedAt: string | null;
  /**
   * Each field: what was typed and over what, its revision, when, and what the same person typed meanwhile elsewhere.
   */
  fields: Json;
  /**
   * The form on the screen, with the record it stands over.
   */
  form: string;
  id: string;
  label: string;
  organizationId: string;
  place: string;
  recordId: string | null;
  revision: number;
  /**
   * Method and path of the request these words would become: it decides who may keep and see them.
   */
  route: string;
}

export interface StepwellEnrollment {
  admissionSource: string;
  admissionType: string;
  admittedOn: string;
  attendingStaffId: string | null;
  createdAt: string;
  endedOn: string | null;
  endReason: string | null;
  id: string;
  label: string;
  levelOfCareId: string;
  organizationId: string;
  patientId: string;
  patientStatus: string;
  population: string;
  programId: string;
  therapistStaffId: string | null;
  trackId: string;
  version: Generated<number>;
}

export interface StepwellEnrollmentDiagnosis {
  code: string;
  createdAt: string;
  diagnosedOn: string;
  enrollmentId: string;
  id: string;
  organizationId: string;
  patientId: string;
  rank: number;
  resolvedOn: string | null;
  version: Generated<number>;
}

export interface StepwellExportPart {
  content: Buffer;
  exportRunId: string;
  file: string;
  number: number;
  organizationId: string;
}

export interface StepwellExportRun {
  accountId: string | null;
  actorName: string;
  done: Generated<number>;
  expiresAt: string | null;
  files: Generated<Json>;
  finishedAt: string | null;
  format: string | null;
  fromDate: string | null;
  ground: string | null;
  heldBack: Generated<number>;
  id: string;
  kind: string;
  label: string;
  organizationId: string;
  parts: string[];
  patientId: string | null;
  problem: string | null;
  purpose: string;
  reason: string;
  /**
   * Recipient: who is told. Each person in it has a line in the accounting of disclosures.
   */
  recipient: Json;
  requestedAt: string;
  state: string;
  toDate: string | null;
  total: Generated<number>;
  /**
   * When whoever makes it last wrote: one that is silent for long was interrupted.
   */
  touchedAt: string;
  version: Generated<number>;
}

export interface StepwellGoal {
  createdAt: string;
  enrollmentId: string;
  id: string;
  number: number;
  organizationId: string;
  patientId: string;
  problem: string;
  statement: string;
  status: Generated<string>;
  version: Generated<number>;
}

export interface StepwellHourRule {
  adolescentBelowAge: number;
  ceilingMinutes: number | null;
  daysAtLeast: number | null;
  effectiveFrom: string;
  effectiveTo: string | null;
  floorMinutes: number;
  gapCounts: Generated<string>;
  gapSkipsClosed: Generated<boolean>;
  id: string;
  levelOfCareId: string;
  /**
   * Whole days without a service between two of them, at most; null where the rule says nothing of it.
   */
  longestGapDays: number | null;
  /**
   * Make-ups whose minutes are credited in one week, at most; null where the rule says nothing of it.
   */
  mostMakeUps: number | null;
  name: string;
  organizationId: string;
  population: string;
  publishedAt: string;
  source: string;
  week: string;
}

export interface StepwellIdempotencyKey {
  accountId: string;
  createdAt: string;
  id: string;
  organizationId: string;
  requestHash: Buffer;
  response: Json | null;
  status: number | null;
}

export interface StepwellImportEntry {
  appliedAt: string | null;
  becameId: string | null;
  becameKind: string | null;
  birthDate: string | null;
  content: string | null;
  contentSha256: string;
  decided: string | null;
  findings: Generated<Json>;
  fullUrl: string | null;
  /**
   * How the given and the family name begin, in the order of the alphabet: the same for two spellings of one name and for names put down in each other's place.
   */
  nearKey: string | null;
  number: number;
  organizationId: string;
  /**
   * Null until it was looked at; what will become of it, and once applied_at is set, what became of it.
   */
  outcome: string | null;
  patientId: string | null;
  payerId: string | null;
  payerName: string | null;
  /**
   * 0 what only others refer to, 1 people, 2 what belongs to people.
   */
  phase: number;
  resourceType: string;
  runId: string;
  subjectNumber: number | null;
  title: string | null;
  typeId: string | null;
}

export interface StepwellImportIdentifier {
  organizationId: string;
  patientId: string;
  source: string;
  system: string;
  value: string;
}

export interface StepwellImportRun {
  accountId: string | null;
  actorName: string;
  changedAt: string;
  /**
   * Of a table: its header, and which column is which fact.
   */
  columns: Json | null;
  createdAt: string;
  done: Generated<number>;
  entries: Generated<number>;
  /**
   * Each file: name, bytes, SHA-256, encoding, first and last entry.
   */
  files: Generated<Json>;
  id: string;
  kind: string;
  /**
   * How closely what comes is kept (42 CFR 2.12(d)(2)); restricted where nobody said.
   */
  label: string;
  organizationId: string;
  /**
   * Kinds of resources that are not taken, with how many of each there were.
   */
  skipped: Generated<Json>;
  /**
   * The system the files come from, as the importer names it: the same person of the same source is known again by it.
   */
  source: string;
  state: string;
  version: Generated<number>;
}

export interface StepwellLevelOfCare {
  code: string;
  createdAt: string;
  id: string;
  name: string;
  organizationId: string;
  rank: number;
  retiredAt: string | null;
  version: Generated<number>;
}

export interface StepwellMeasureRequest {
  cancelledAt: string | null;
  dueOn: string;
  enrollmentId: string;
  id: string;
  instrument: string;
  organizationId: string;
  patientId: string;
  requestedAt: string;
  requestedBy: string;
  version: Generated<number>;
}

export interface StepwellMeasureResponse {
  answeredBy: string;
  answers: Json;
  band: string | null;
  completedAt: string | null;
  enrollmentId: string;
  id: string;
  instrument: string;
  instrumentVersion: string;
  label: string;
  language: string;
  notScoredBecause: string | null;
  organizationId: string;
  patientId: string;
  requestId: string;
  score: number | null;
  scoringVersion: string | null;
  startedAt: string;
  version: Generated<number>;
}

export interface StepwellMemberNote {
  accountId: string;
  /**
   * Codes of what the guards found and the signer let stand.
   */
  acknowledged: Generated<string[]>;
  attendanceId: string;
  authorName: string;
  authorStaffId: string;
  contentSha256: Buffer;
  correctionReason: string | null;
  correctsId: string | null;
  creditedMinutes: number;
  endsAt: string;
  enrollmentId: string;
  id: string;
  label: string;
  needsCosignature: boolean;
  nextStep: string | null;
  objectiveId: string;
  organizationId: string;
  participation: string;
  patientId: string;
  progress: string;
  response: string;
  risk: string;
  sentence: string;
  serviceDate: string;
  sessionId: string;
  sessionNoteId: string | null;
  signedAt: string;
  startsAt: string;
  supervisorStaffId: string | null;
}

export interface StepwellMembership {
  createdAt: string;
  endReason: string | null;
  endsOn: string | null;
  enrollmentId: string;
  id: string;
  organizationId: string;
  patientId: string;
  seriesId: string;
  startsOn: string;
  version: Generated<number>;
  /**
   * Given by mistake and never used: it holds no seat and counts nowhere, and is kept to be read.
   */
  withdrawnAt: string | null;
}

export interface StepwellMrnCounter {
  lastNumber: number;
  organizationId: string;
}

export interface StepwellNameWord {
  key: string;
  organizationId: string;
  word: string;
}

export interface StepwellNoteAct {
  accountId: string;
  actorName: string;
  at: string;
  contentSha256: Buffer;
  id: string;
  kind: string;
  noteId: string;
  organizationId: string;
  patientId: string;
  staffId: string | null;
  words: string | null;
}

export interface StepwellNoteDraft {
  accountId: string | null;
  actorName: string;
  changedAt: string;
  /**
   * Each field: its value, its revision, who wrote it and when, and a later word of somebody else that is shown beside.
   */
  fields: Generated<Json>;
  id: string;
  organizationId: string;
  patientId: string | null;
  revision: Generated<number>;
  sessionId: string;
}

export interface StepwellObjective {
  closedOn: string | null;
  createdAt: string;
  enrollmentId: string;
  goalId: string;
  id: string;
  label: string;
  number: number;
  organizationId: string;
  patientId: string;
  statement: string;
  status: Generated<string>;
  targetOn: string | null;
  version: Generated<number>;
}

export interface StepwellOrganization {
  createdAt: string;
  crisisPhone: string | null;
  isListed: Generated<boolean>;
  name: string;
  npi: string | null;
  organizationId: string;
  patientWord: Generated<string>;
  phone: string | null;
  slug: string;
  taxId: string | null;
  version: Generated<number>;
  zone: string;
}

export interface StepwellOutbox {
  attemptedAt: string | null;
  attempts: Generated<number>;
  createdAt: string;
  createdBy: string;
  deliveredAt: string | null;
  failedAt: string | null;
  id: string;
  kind: string;
  lastProblem: string | null;
  nextAttemptAt: string | null;
  organizationId: string;
  payload: Generated<Json>;
  recordId: string | null;
}

export interface StepwellPatient {
  birthDate: string;
  city: string | null;
  createdAt: string;
  duplicateOfId: string | null;
  email: string | null;
  familyName: string;
  formerNames: Generated<string[]>;
  gender: string | null;
  givenName: string;
  id: string;
  language: Generated<string>;
  middleName: string | null;
  mrn: string;
  nameSuffix: string | null;
  needsInterpreter: Generated<boolean>;
  nicknames: Generated<string[]>;
  organizationId: string;
  phone: string | null;
  phoneEnd: Generated<string | null>;
  phoneMayBeCalled: Generated<boolean>;
  phoneMayBeTexted: Generated<boolean>;
  postalCode: string | null;
  preferredName: string | null;
  pronouns: string | null;
  retiredAt: string | null;
  sexAtBirth: string | null;
  sortName: Generated<string>;
  state: string | null;
  street: string | null;
  unit: string | null;
  version: Generated<number>;
  voicemailMayBeLeft: Generated<boolean>;
}

export interface StepwellPatientContact {
  createdAt: string;
  email: string | null;
  id: string;
  name: string;
  notes: string | null;
  organizationId: string;
  patientId: string;
  phone: string | null;
  relation: string;
  retiredAt: string | null;
  roles: string[];
  version: Generated<number>;
}

export interface StepwellPatientName {
  folded: string;
  kind: string;
  organizationId: string;
  patientId: string;
}

export interface StepwellPayer {
  createdAt: string;
  electronicId: string | null;
  id: string;
  kind: string;
  name: string;
  organizationId: string;
  retiredAt: string | null;
  version: Generated<number>;
}

export interface StepwellProgram {
  ages: string;
  createdAt: string;
  id: string;
  isListed: Generated<boolean>;
  name: string;
  organizationId: string;
  publicName: string | null;
  retiredAt: string | null;
  siteId: string;
  slug: string;
  summary: string | null;
  version: Generated<number>;
}

export interface StepwellProgramLevel {
  levelOfCareId: string;
  organizationId: string;
  programId: string;
}

export interface StepwellReceivedRecord {
  becameId: string | null;
  becameKind: string | null;
  content: string;
  contentSha256: string;
  id: string;
  label: string;
  organizationId: string;
  patientId: string;
  receivedAt: string;
  replacedAt: string | null;
  resourceType: string;
  runId: string;
  source: string;
  sourceKey: string;
  summary: Json | null;
}

export interface StepwellRecordReview {
  agreesLimits: boolean;
  agreesRetention: boolean;
  agreesSecurity: boolean;
  behalf: string;
  behalfOf: string | null;
  createdAt: string;
  endedOn: string | null;
  endReason: string | null;
  endsOn: string;
  foundQualified: boolean;
  id: string;
  kind: string;
  organizationId: string;
  performedBy: string;
  reviewers: string[];
  signedOn: string | null;
  startsOn: string;
  takesCopies: boolean;
  version: Generated<number>;
}

export interface StepwellRestriction {
  answer: string | null;
  answeredBy: string | null;
  answeredOn: string | null;
  answerReason: string | null;
  askedBy: string;
  askedOn: string;
  askerRelation: string;
  createdAt: string;
  endedOn: string | null;
  endGround: string | null;
  endReason: string | null;
  id: string;
  information: string[];
  organizationId: string;
  paidInFull: boolean;
  patientId: string;
  purposes: string[];
  recipientKind: string;
  recipients: string[];
  version: Generated<number>;
}

export interface StepwellRevision {
  accountId: string | null;
  actorName: string;
  changedAt: string;
  changes: Json;
  id: string;
  organizationId: string;
  reason: string | null;
  recordId: string;
  recordKind: string;
  verb: string;
  version: number;
}

export interface StepwellRoom {
  createdAt: string;
  hasVideo: Generated<boolean>;
  id: string;
  name: string;
  organizationId: string;
  retiredAt: string | null;
  seats: number;
  siteId: string;
  version: Generated<number>;
}

export interface StepwellRoomWriter {
  accountId: string;
  actorName: string;
  loginSessionId: string;
  organizationId: string;
  /**
   * Whose row; null for the shared note.
   */
  patientId: string | null;
  seenAt: string;
  sessionId: string;
}

export interface StepwellSeries {
  activityTypeId: string;
  capacity: number;
  createdAt: string;
  endsOn: string | null;
  hasVideo: Generated<boolean>;
  id: string;
  materializedTo: string | null;
  minutes: number;
  name: string;
  organizationId: string;
  programId: string;
  publicName: string | null;
  retiredAt: string | null;
  roomId: string | null;
  siteId: string;
  startsAtWall: string;
  startsOn: string;
  trackId: string | null;
  version: Generated<number>;
  /**
   * ISO weekdays, Monday is 1. The wall clock of the site decides; an instant is made for each occurrence.
   */
  weekdays: number[];
  zone: string;
}

export interface StepwellSeriesFacilitator {
  organizationId: string;
  role: string;
  seriesId: string;
  staffId: string;
}

export interface StepwellSession {
  activityTypeId: string;
  cancelReason: string | null;
  capacity: number;
  clockChange: string | null;
  closureId: string | null;
  createdAt: string;
  endsAt: string;
  hasVideo: Generated<boolean>;
  id: string;
  name: string;
  organizationId: string;
  /**
   * Who facilitates a session of no series as it was planned, each with staff_id and role; null of a series, which says so itself.
   */
  plannedBy: Json | null;
  programId: string;
  roomId: string | null;
  seriesId: string | null;
  serviceDate: string;
  siteId: string;
  startsAt: string;
  state: Generated<string>;
  version: Generated<number>;
  zone: string;
}

export interface StepwellSessionFacilitator {
  endsAt: string;
  organizationId: string;
  role: string;
  sessionId: string;
  staffId: string;
  startsAt: string;
  state: string;
}

export interface StepwellSessionNote {
  accountId: string;
  /**
   * Codes of what the guards found and the signer let stand.
   */
  acknowledged: Generated<string[]>;
  attendedCount: number;
  authorName: string;
  authorStaffId: string | null;
  contentSha256: Buffer;
  correctsId: string | null;
  curriculum: string | null;
  howItWent: string;
  id: string;
  interventions: string[];
  label: string;
  nextTime: string | null;
  organizationId: string;
  sessionId: string;
  signedAt: string;
  topic: string;
  whatWeDid: string;
}

export interface StepwellSite {
  city: string;
  createdAt: string;
  crisisPhone: string | null;
  id: string;
  name: string;
  npi: string | null;
  organizationId: string;
  phone: string | null;
  postalCode: string;
  retiredAt: string | null;
  state: string;
  street: string;
  unit: string | null;
  version: Generated<number>;
  zone: string;
}

export interface StepwellStaff {
  createdAt: string;
  credentialsShown: string | null;
  email: string | null;
  familyName: string;
  givenName: string;
  givenSortName: Generated<string>;
  homeSiteId: string | null;
  id: string;
  npi: string | null;
  organizationId: string;
  phone: string | null;
  position: string;
  retiredAt: string | null;
  sortName: Generated<string>;
  startedOn: string | null;
  supervisorId: string | null;
  version: Generated<number>;
}

export interface StepwellStaffCredential {
  code: string;
  createdAt: string;
  expiresOn: string | null;
  id: string;
  issuedOn: string | null;
  kind: string;
  needsSupervision: Generated<boolean>;
  number: string | null;
  organizationId: string;
  retiredAt: string | null;
  staffId: string;
  state: string | null;
  version: Generated<number>;
}

export interface StepwellTask {
  closedAt: string | null;
  closedBy: string | null;
  closure: string | null;
  closureWords: string | null;
  createdAt: string;
  details: Generated<Json>;
  dueAt: string;
  escalatedAt: string | null;
  escalations: Generated<number>;
  id: string;
  kind: string;
  label: string;
  organizationId: string;
  ownerRole: string | null;
  ownerStaffId: string | null;
  patientId: string | null;
  recordId: string | null;
  recordKind: string | null;
  takenAt: string | null;
  urgency: string;
  version: Generated<number>;
}

export interface StepwellTrack {
  createdAt: string;
  id: string;
  kind: string;
  label: string;
  name: string;
  organizationId: string;
  programId: string;
  retiredAt: string | null;
  version: Generated<number>;
}

export interface DB {
  "global.account": GlobalAccount;
  "global.accountCredential": GlobalAccountCredential;
  "global.accountToken": GlobalAccountToken;
  "global.caughtMail": GlobalCaughtMail;
  "global.knownDevice": GlobalKnownDevice;
  "global.loginSession": GlobalLoginSession;
  "global.migration": GlobalMigration;
  "global.signInCode": GlobalSignInCode;
  "global.signInPause": GlobalSignInPause;
  "global.vaultKey": GlobalVaultKey;
  "stepwell.acknowledgment": StepwellAcknowledgment;
  "stepwell.activityType": StepwellActivityType;
  "stepwell.affiliation": StepwellAffiliation;
  "stepwell.attendance": StepwellAttendance;
  "stepwell.attendanceEvent": StepwellAttendanceEvent;
  "stepwell.attendanceRule": StepwellAttendanceRule;
  "stepwell.attendanceSegment": StepwellAttendanceSegment;
  "stepwell.auditEvent": StepwellAuditEvent;
  "stepwell.auditSeal": StepwellAuditSeal;
  "stepwell.auditSubject": StepwellAuditSubject;
  "stepwell.auditUnsealed": StepwellAuditUnsealed;
  "stepwell.authorization": StepwellAuthorization;
  "stepwell.billingProvider": StepwellBillingProvider;
  "stepwell.chargeLine": StepwellChargeLine;
  "stepwell.claim": StepwellClaim;
  "stepwell.claimAcknowledgment": StepwellClaimAcknowledgment;
  "stepwell.claimCounter": StepwellClaimCounter;
  "stepwell.claimFile": StepwellClaimFile;
  "stepwell.claimHold": StepwellClaimHold;
  "stepwell.closure": StepwellClosure;
  "stepwell.consent": StepwellConsent;
  "stepwell.contract": StepwellContract;
  "stepwell.contractFee": StepwellContractFee;
  "stepwell.contractVersion": StepwellContractVersion;
  "stepwell.courtOrder": StepwellCourtOrder;
  "stepwell.coverage": StepwellCoverage;
  "stepwell.dayCharge": StepwellDayCharge;
  "stepwell.dayRelease": StepwellDayRelease;
  "stepwell.dayReleaseTakingBack": StepwellDayReleaseTakingBack;
  "stepwell.disclosure": StepwellDisclosure;
  "stepwell.draft": StepwellDraft;
  "stepwell.enrollment": StepwellEnrollment;
  "stepwell.enrollmentDiagnosis": StepwellEnrollmentDiagnosis;
  "stepwell.exportPart": StepwellExportPart;
  "stepwell.exportRun": StepwellExportRun;
  "stepwell.goal": StepwellGoal;
  "stepwell.hourRule": StepwellHourRule;
  "stepwell.idempotencyKey": StepwellIdempotencyKey;
  "stepwell.importEntry": StepwellImportEntry;
  "stepwell.importIdentifier": StepwellImportIdentifier;
  "stepwell.importRun": StepwellImportRun;
  "stepwell.levelOfCare": StepwellLevelOfCare;
  "stepwell.measureRequest": StepwellMeasureRequest;
  "stepwell.measureResponse": StepwellMeasureResponse;
  "stepwell.memberNote": StepwellMemberNote;
  "stepwell.membership": StepwellMembership;
  "stepwell.mrnCounter": StepwellMrnCounter;
  "stepwell.nameWord": StepwellNameWord;
  "stepwell.noteAct": StepwellNoteAct;
  "stepwell.noteDraft": StepwellNoteDraft;
  "stepwell.objective": StepwellObjective;
  "stepwell.organization": StepwellOrganization;
  "stepwell.outbox": StepwellOutbox;
  "stepwell.patient": StepwellPatient;
  "stepwell.patientContact": StepwellPatientContact;
  "stepwell.patientName": StepwellPatientName;
  "stepwell.payer": StepwellPayer;
  "stepwell.program": StepwellProgram;
  "stepwell.programLevel": StepwellProgramLevel;
  "stepwell.receivedRecord": StepwellReceivedRecord;
  "stepwell.recordReview": StepwellRecordReview;
  "stepwell.restriction": StepwellRestriction;
  "stepwell.revision": StepwellRevision;
  "stepwell.room": StepwellRoom;
  "stepwell.roomWriter": StepwellRoomWriter;
  "stepwell.series": StepwellSeries;
  "stepwell.seriesFacilitator": StepwellSeriesFacilitator;
  "stepwell.session": StepwellSession;
  "stepwell.sessionFacilitator": StepwellSessionFacilitator;
  "stepwell.sessionNote": StepwellSessionNote;
  "stepwell.site": StepwellSite;
  "stepwell.staff": StepwellStaff;
  "stepwell.staffCredential": StepwellStaffCredential;
  "stepwell.task": StepwellTask;
  "stepwell.track": StepwellTrack;
}
