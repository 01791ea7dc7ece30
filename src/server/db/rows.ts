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
  signingUntil: string | null;
  tokenHash: Buffer;
}

export interface GlobalMigration {
  appliedAt: Generated<string>;
  name: string;
  sha256: string;
}

export interface GlobalSignInPause {
  failures: number;
  keyHash: Buffer;
  lastFailureAt: string;
  pausedUntil: string;
}

export interface StepwellAffiliation {
  acceptedAt: string | null;
  accountId: string;
  endedAt: string | null;
  id: string;
  invitedAt: string;
  invitedBy: string;
  organizationId: string;
  roles: string[];
  staffId: string | null;
  version: Generated<number>;
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

export interface StepwellIdempotencyKey {
  accountId: string;
  createdAt: string;
  id: string;
  organizationId: string;
  requestHash: Buffer;
  response: Json | null;
  status: number | null;
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

export interface DB {
  "global.account": GlobalAccount;
  "global.accountCredential": GlobalAccountCredential;
  "global.accountToken": GlobalAccountToken;
  "global.caughtMail": GlobalCaughtMail;
  "global.knownDevice": GlobalKnownDevice;
  "global.loginSession": GlobalLoginSession;
  "global.migration": GlobalMigration;
  "global.signInPause": GlobalSignInPause;
  "stepwell.affiliation": StepwellAffiliation;
  "stepwell.auditEvent": StepwellAuditEvent;
  "stepwell.auditSeal": StepwellAuditSeal;
  "stepwell.auditSubject": StepwellAuditSubject;
  "stepwell.auditUnsealed": StepwellAuditUnsealed;
  "stepwell.idempotencyKey": StepwellIdempotencyKey;
  "stepwell.organization": StepwellOrganization;
  "stepwell.outbox": StepwellOutbox;
  "stepwell.revision": StepwellRevision;
  "stepwell.room": StepwellRoom;
  "stepwell.site": StepwellSite;
  "stepwell.staff": StepwellStaff;
  "stepwell.staffCredential": StepwellStaffCredential;
}
