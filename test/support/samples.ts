import { newId } from "#server/platform/ids.ts";
import { chargeSamples, type ChargeRecords } from "#test/support/charge-records.ts";
import { claimSamples, type ClaimRecords } from "#test/support/claim-records.ts";
import type { ContractRecords } from "#test/support/contract-records.ts";
import { contractSamples } from "#test/support/contract-samples.ts";
import { exportSamples, type ExportRecords } from "#test/support/export-records.ts";
import { importSamples, type ImportRecords } from "#test/support/import-records.ts";
import { measureSamples, type MeasureRecords } from "#test/support/measure-records.ts";
import type { NoteRecords } from "#test/support/note-records.ts";
import { noteSamples } from "#test/support/note-samples.ts";
import { personSamples, type PersonRecords } from "#test/support/person-samples.ts";
import type { ScheduleRecords } from "#test/support/schedule-records.ts";
import { scheduleSamples } from "#test/support/schedule-samples.ts";
import type { StayRecords } from "#test/support/stay-records.ts";
import { staySamples } from "#test/support/stay-samples.ts";

/** One record of each kind in an organization, for whoever calls routes about records. */
export interface SampleRecords
  extends
    PersonRecords,
    NoteRecords,
    MeasureRecords,
    StayRecords,
    ScheduleRecords,
    ContractRecords,
    ChargeRecords,
    ClaimRecords,
    ImportRecords,
    ExportRecords {
  readonly siteId: string;
  readonly roomId: string;
  readonly staffId: string;
  readonly credentialId: string;
  readonly affiliationId: string;
  readonly auditId: string;
  readonly errandId: string;
  readonly sessionId: string;
  readonly organizationId: string;
}

const address = {
  street: "1 Any Street",
  unit: null,
  city: "Denver",
  state: "CO",
  postalCode: "80202",
};
const site = {
  name: "Sample Site",
  zone: "America/Denver",
  npi: null,
  address,
  phone: null,
  crisisPhone: null,
};
const room = { name: "Sample Room", seats: 8, hasVideo: false };
const colleague = {
  givenName: "Sample",
  familyName: "Colleague",
  credentialsShown: null,
  position: "nurse",
  email: null,
  phone: null,
  npi: null,
  homeSiteId: null,
  supervisorId: null,
  startedOn: null,
};
const credential = {
  kind: "training",
  code: "CPR",
  state: null,
  number: null,
  issuedOn: null,
  expiresOn: null,
  needsSupervision: false,
};
const reason = "because";
const password = "any pass phrase at all";

/**
 * An input that every route accepts, by method and path. A new route makes the tests fail until it stands here.
 * What it names are the records it is given: one's own, or another organization's.
 */
export const sampleInputs = (
  record: SampleRecords,
): Readonly<Record<string, Readonly<Record<string, unknown>>>> => ({
  "POST /session": { email: "nobody@nowhere.example", password },
  "GET /session": {},
  "DELETE /session": {},
  "POST /session/organization": { organizationId: record.organizationId },
  "POST /session/vault-key": {},
  "POST /taken-lists": {
    list: "patients",
    rows: 1,
    isNarrowed: false,
    patientIds: [record.patientId],
  },
  "GET /program-figures": {},
  "GET /at-risk": {},
  "GET /census": {},
  "GET /ended-stays": {},
  "GET /group-attendance": {},
  "GET /coverage-gaps": {},
  "GET /new-stays": {},
  "GET /disclosures": {},
  "GET /privacy-watch": {},
  "GET /late-notes": {},
  "GET /drafts": {},
  "GET /drafts/aged": {},
  "GET /drafts/beside": { route: "PATCH /sites/{siteId}", recordId: record.siteId },
  "PATCH /drafts/{draftId}": {
    draftId: newId(),
    route: "PATCH /account",
    form: "my-account",
    recordId: null,
    place: "/staff/me",
    accountId: newId(),
    organizationId: record.organizationId,
    patches: [],
  },
  "DELETE /drafts/{draftId}": { draftId: newId() },
  "POST /session/confirmation": { password },
  "DELETE /session/confirmation": {},
  "GET /account/sessions": {},
  "DELETE /account/sessions/{sessionId}": { sessionId: record.sessionId },
  "PATCH /account": { name: "Any Name", locale: "en" },
  "PUT /password": { currentPassword: password, password: "another pass phrase" },
  "POST /password-resets": { email: "nobody@nowhere.example" },
  "GET /password-resets/{token}": { token: "made-up" },
  "POST /password-resets/{token}/password": { token: "made-up", password },
  "GET /invitations/{token}": { token: "made-up" },
  "POST /invitations/{token}": { token: "made-up", name: "Any Name", password },
  "GET /people": {},
  "GET /people/{affiliationId}": { affiliationId: record.affiliationId },
  "POST /people": { email: `${newId()}@test.example`, name: "Any Name", roles: ["nurse"] },
  "PUT /people/{affiliationId}/roles": {
    affiliationId: record.affiliationId,
    version: 1,
    roles: ["nurse"],
  },
  "POST /people/{affiliationId}/invitation": { affiliationId: record.affiliationId },
  "POST /people/{affiliationId}/end": { affiliationId: record.affiliationId, reason },
  "GET /home": {},
  "GET /my/program": {},
  "GET /organization": {},
  "PATCH /organization": { version: 1, name: "Another Name" },
  "GET /organization/revisions": {},
  "GET /sites": {},
  "GET /sites/{siteId}": { siteId: record.siteId },
  "POST /sites": { ...site, name: `Site ${newId()}` },
  "PATCH /sites/{siteId}": { siteId: record.siteId, version: 1, phone: null },
  "GET /sites/{siteId}/revisions": { siteId: record.siteId },
  "POST /sites/{siteId}/retirement": { siteId: record.siteId, version: 1, reason },
  "DELETE /sites/{siteId}/retirement": { siteId: record.siteId, version: 1 },
  "GET /rooms": {},
  "GET /rooms/{roomId}": { roomId: record.roomId },
  "POST /rooms": { siteId: record.siteId, ...room, name: `Room ${newId()}` },
  "PATCH /rooms/{roomId}": { roomId: record.roomId, version: 1, seats: 9 },
  "GET /rooms/{roomId}/revisions": { roomId: record.roomId },
  "POST /rooms/{roomId}/retirement": { roomId: record.roomId, version: 1, reason },
  "DELETE /rooms/{roomId}/retirement": { roomId: record.roomId, version: 1 },
  "GET /staff": {},
  "GET /staff/{staffId}": { staffId: record.staffId },
  "POST /staff": colleague,
  "PATCH /staff/{staffId}": { staffId: record.staffId, version: 1, givenName: "Other" },
  "GET /staff/{staffId}/revisions": { staffId: record.staffId },
  "POST /staff/{staffId}/retirement": { staffId: record.staffId, version: 1, reason },
  "DELETE /staff/{staffId}/retirement": { staffId: record.staffId, version: 1 },
  "GET /credentials": {},
  "GET /credentials/{credentialId}": { credentialId: record.credentialId },
  "POST /credentials": { staffId: record.staffId, ...credential },
  "PATCH /credentials/{credentialId}": {
    credentialId: record.credentialId,
    version: 1,
    number: "7",
  },
  "GET /credentials/{credentialId}/revisions": { credentialId: record.credentialId },
  "POST /credentials/{credentialId}/retirement": {
    credentialId: record.credentialId,
    version: 1,
    reason,
  },
  "DELETE /credentials/{credentialId}/retirement": {
    credentialId: record.credentialId,
    version: 1,
  },
  ...personSamples(record),
  ...noteSamples(record),
  ...measureSamples(record),
  ...staySamples(record),
  ...contractSamples(record),
  ...chargeSamples(record),
  ...claimSamples(record),
  ...importSamples(record),
  ...exportSamples(record),
  ...scheduleSamples(record),
  "GET /audit-events": {},
  "GET /audit-events/{auditId}": { auditId: record.auditId },
  "GET /audit-people": {},
  "GET /audit-lookers": {},
  "GET /audit/verification": {},
  "GET /audit-export": { format: "csv" },
  "GET /operations": {},
  "GET /errands": { state: "failed" },
  "POST /errands/{errandId}/repetition": { errandId: record.errandId },
  "POST /errands/repetition": {},
});
