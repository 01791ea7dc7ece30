import { newId } from "#server/platform/ids.ts";

/** Records of programs, patients and privacy that routes are tried with. */
export interface PersonRecords {
  readonly levelOfCareId: string;
  readonly programId: string;
  readonly trackId: string;
  readonly activityTypeId: string;
  readonly patientId: string;
  readonly contactId: string;
  readonly consentId: string;
  readonly courtOrderId: string;
  readonly restrictionId: string;
  readonly recordReviewId: string;
}

const reason = "because";
const day = "2026-11-19";

const consent = {
  kind: "specific",
  discloser: "Any Program",
  recipientKind: "named-person",
  recipients: ["Any Person"],
  information: ["attendance"],
  purposes: ["employment"],
  expiresOn: "2027-11-19",
  expiresAtEvent: null,
  statesRevocation: true,
  statesRedisclosure: false,
  statesRefusal: false,
  signedOn: null,
  signedBy: null,
  signerRelation: null,
  signatureMethod: null,
};

const courtOrder = {
  paper: "order",
  kind: "civil",
  court: "Any Court",
  docketNumber: "1",
  enteredOn: day,
  recipients: ["Any Person"],
  information: ["attendance"],
  expiresOn: null,
  namesPatientOpenly: false,
  gaveNotice: true,
  findsNoOtherWay: true,
  findsPublicInterest: true,
  findsSeriousCrime: false,
  limitsInformation: true,
  limitsRecipients: true,
  limitsFurtherUse: true,
  opensConfidences: false,
  comesWithSubpoena: true,
};

const restriction = {
  askedOn: day,
  askedBy: "Any Person",
  askerRelation: "patient",
  recipientKind: "named",
  recipients: ["Any Employer"],
  information: ["attendance"],
  purposes: ["operations"],
  paidInFull: false,
};

const recordReview = {
  kind: "financial-audit",
  performedBy: "Any Auditor",
  behalf: "payer",
  behalfOf: "Any Payer",
  reviewers: ["Any Person"],
  takesCopies: false,
  agreesLimits: true,
  agreesSecurity: false,
  agreesRetention: false,
  foundQualified: false,
  signedOn: day,
  startsOn: day,
  endsOn: day,
};

/** An input that each route of programs, patients and privacy accepts. `siteId` is a site of the same organization. */
export const personSamples = (
  record: PersonRecords & { readonly siteId: string },
): Readonly<Record<string, Readonly<Record<string, unknown>>>> => {
  const { levelOfCareId, programId, trackId, activityTypeId, patientId, contactId } = record;
  const { consentId, courtOrderId, restrictionId, recordReviewId } = record;
  const version = 1;
  return {
    "GET /levels-of-care": {},
    "PATCH /levels-of-care/{levelOfCareId}": { levelOfCareId, version, name: "Other" },
    "GET /levels-of-care/{levelOfCareId}/revisions": { levelOfCareId },
    "GET /levels-of-care/{levelOfCareId}/use": { levelOfCareId },
    "POST /levels-of-care/{levelOfCareId}/retirement": { levelOfCareId, version, reason },
    "DELETE /levels-of-care/{levelOfCareId}/retirement": { levelOfCareId, version },
    "GET /programs": {},
    "GET /programs/{programId}": { programId },
    "POST /programs": {
      name: `Program ${newId()}`,
      ages: "adults",
      siteId: record.siteId,
      levelIds: [levelOfCareId],
    },
    "PATCH /programs/{programId}": { programId, version, summary: "Other" },
    "GET /programs/{programId}/revisions": { programId },
    "POST /programs/{programId}/retirement": { programId, version, reason },
    "DELETE /programs/{programId}/retirement": { programId, version },
    "POST /programs/{programId}/tracks": {
      programId,
      name: `Track ${newId()}`,
      kind: "trauma",
      label: "mental-health",
    },
    "PATCH /tracks/{trackId}": { trackId, version, name: "Other" },
    "GET /tracks/{trackId}/revisions": { trackId },
    "POST /tracks/{trackId}/retirement": { trackId, version, reason },
    "DELETE /tracks/{trackId}/retirement": { trackId, version },
    "GET /activity-types": {},
    "GET /activity-types/{activityTypeId}": { activityTypeId },
    "POST /activity-types": {
      name: `Type ${newId()}`,
      format: "group",
      modality: "process",
      countsTowardHours: true,
    },
    "PATCH /activity-types/{activityTypeId}": { activityTypeId, version, minutesToCount: 30 },
    "GET /activity-types/{activityTypeId}/revisions": { activityTypeId },
    "POST /activity-types/{activityTypeId}/retirement": { activityTypeId, version, reason },
    "DELETE /activity-types/{activityTypeId}/retirement": { activityTypeId, version },
    "GET /patients": {},
    "GET /patients/{patientId}": { patientId },
    "GET /patient-duplicates": { givenName: "Any", familyName: "Person", birthDate: day },
    "POST /patients": {
      givenName: "Any",
      familyName: "Person",
      birthDate: "1990-01-01",
      sureItIsNew: true,
    },
    "PATCH /patients/{patientId}": { patientId, version, pronouns: "they/them" },
    "GET /patients/{patientId}/revisions": { patientId },
    "POST /patients/{patientId}/retirement": { patientId, version, reason },
    "DELETE /patients/{patientId}/retirement": { patientId, version },
    "GET /patients/{patientId}/duplicates": { patientId },
    "DELETE /patients/{patientId}/duplicate": { patientId, version },
    "GET /patients/{patientId}/contacts": { patientId },
    "POST /patients/{patientId}/contacts": { patientId, name: "Any Body", relation: "friend" },
    "PATCH /patient-contacts/{contactId}": { contactId, version, notes: "Other" },
    "GET /patient-contacts/{contactId}/revisions": { contactId },
    "POST /patient-contacts/{contactId}/retirement": { contactId, version, reason },
    "DELETE /patient-contacts/{contactId}/retirement": { contactId, version },
    "GET /patients/{patientId}/consents": { patientId },
    "POST /patients/{patientId}/consents": { patientId, ...consent },
    "PATCH /consents/{consentId}": { consentId, version, discloser: "Other" },
    "POST /consents/{consentId}/revocation": { consentId, version, revokedOn: day, reason },
    "POST /consents/{consentId}/expiry": { consentId, version, eventOn: day },
    "GET /consents/{consentId}/revisions": { consentId },
    "GET /patients/{patientId}/disclosures": { patientId },
    "POST /patients/{patientId}/disclosures": {
      patientId,
      recipient: { name: "Any Person" },
      purpose: "employment",
      information: ["attendance"],
      channel: "spoken",
    },
    "POST /patients/{patientId}/emergency-disclosures": {
      patientId,
      ground: "consent-not-obtainable",
      recipient: "Any Physician",
      affiliation: "Any Hospital",
      toldBy: "Any Body",
      toldAt: "2026-11-19T19:50:00Z",
      nature: "Any emergency",
      information: ["medications"],
      channel: "spoken",
    },
    "POST /patients/{patientId}/minor-disclosures": {
      patientId,
      relation: "parent",
      lacksCapacity: "mental-condition",
      threat: "Any threat",
      reducedBy: "Somebody stays with them",
      recipient: "Any Parent",
      information: ["presence"],
      channel: "spoken",
    },
    "GET /patients/{patientId}/court-orders": { patientId },
    "POST /patients/{patientId}/court-orders": { patientId, ...courtOrder },
    "POST /court-orders/{courtOrderId}/ending": { courtOrderId, version, endedOn: day, reason },
    "GET /court-orders/{courtOrderId}/revisions": { courtOrderId },
    "GET /patients/{patientId}/restrictions": { patientId },
    "POST /patients/{patientId}/restrictions": { patientId, ...restriction },
    "POST /restrictions/{restrictionId}/answer": {
      restrictionId,
      version,
      answer: "agreed",
      reason,
    },
    "POST /restrictions/{restrictionId}/ending": {
      restrictionId,
      version,
      endedOn: day,
      ground: "agreed-aloud",
      reason,
    },
    "GET /restrictions/{restrictionId}/revisions": { restrictionId },
    "GET /record-reviews": {},
    "POST /record-reviews": recordReview,
    "POST /record-reviews/{recordReviewId}/ending": {
      recordReviewId,
      version,
      endedOn: day,
      reason,
    },
    "GET /record-reviews/{recordReviewId}/revisions": { recordReviewId },
  };
};
