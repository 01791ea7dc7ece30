import { newId } from "#server/platform/ids.ts";
import type { PersonRecords } from "#test/support/person-samples.ts";

type Insert = (text: string, values: readonly unknown[]) => Promise<unknown>;

/** One record of each kind of programs, patients and privacy, put in by the owner of the database; `$1` is the organization. */
export const addPersonRecords = async (
  insert: Insert,
  { siteId, now }: { readonly siteId: string; readonly now: string },
): Promise<PersonRecords> => {
  const ids = {
    levelOfCareId: newId(),
    programId: newId(),
    trackId: newId(),
    activityTypeId: newId(),
    patientId: newId(),
    contactId: newId(),
    consentId: newId(),
    courtOrderId: newId(),
    restrictionId: newId(),
    recordReviewId: newId(),
  };
  const newcomerId = newId();
  // A level's code is unique, and the tests ask for more than one set of records: the first set's level serves all.
  await insert(
    "insert into stepwell.level_of_care (organization_id, id, code, name, rank, created_at) values ($1, $2, 'iop', 'Intensive outpatient', 2, $3) on conflict do nothing",
    [ids.levelOfCareId, now],
  );
  const found: unknown = await insert(
    "select id from stepwell.level_of_care where organization_id = $1 and code = 'iop' and $2::text is not null",
    ["any"],
  );
  const levelOfCareId = firstId(found) ?? ids.levelOfCareId;
  const records: readonly (readonly [string, readonly unknown[]])[] = [
    [
      "insert into stepwell.program (organization_id, id, site_id, name, slug, ages, created_at) values ($1, $2, $3, $4, $4, 'adults', $5)",
      [ids.programId, siteId, `program-${ids.programId}`, now],
    ],
    [
      "insert into stepwell.track (organization_id, id, program_id, name, kind, label, created_at) values ($1, $2, $3, 'Evening', 'substance-use', 'part-2', $4)",
      [ids.trackId, ids.programId, now],
    ],
    [
      "insert into stepwell.program_level (organization_id, program_id, level_of_care_id) values ($1, $2, $3)",
      [ids.programId, levelOfCareId],
    ],
    [
      "insert into stepwell.activity_type (organization_id, id, name, format, modality, counts_toward_hours, created_at) values ($1, $2, $3, 'group', 'process', true, $4)",
      [ids.activityTypeId, `Group ${ids.activityTypeId}`, now],
    ],
    [
      "insert into stepwell.patient (organization_id, id, mrn, given_name, family_name, birth_date, created_at) values ($1, $2, $3, 'Sample', 'Patient', '1990-04-01', $4)",
      [ids.patientId, `S-${ids.patientId}`, now],
    ],
    [
      "insert into stepwell.patient_name (organization_id, patient_id, folded, kind) values ($1, $2, 'sample patient', 'legal')",
      [ids.patientId],
    ],
    [
      "insert into stepwell.name_word (organization_id, key, word) values ($1, $2, 'sample')",
      [ids.patientId],
    ],
    [
      "insert into stepwell.mrn_counter (organization_id, last_number) values ($1, $2) on conflict do nothing",
      [100_001],
    ],
    // A contact of somebody who was never in care: every role that reads people sees who stands around them.
    [
      "insert into stepwell.patient (organization_id, id, mrn, given_name, family_name, birth_date, created_at) values ($1, $2, $3, 'Newly', 'Registered', '1990-04-01', $4)",
      [newcomerId, `N-${newcomerId}`, now],
    ],
    [
      "insert into stepwell.patient_contact (organization_id, id, patient_id, name, relation, roles, created_at) values ($1, $2, $3, 'Sample Contact', 'friend', '{emergency}', $4)",
      [ids.contactId, newcomerId, now],
    ],
    [
      "insert into stepwell.consent (organization_id, id, patient_id, kind, recipient_kind, recipients, information, purposes, expires_at_event, states_revocation, states_redisclosure, states_refusal, template_version, created_at) values ($1, $2, $3, 'specific', 'named-person', '{Sample Person}', '{attendance}', '{employment}', 'the end of treatment', true, false, false, 'by-hand', $4)",
      [ids.consentId, ids.patientId, now],
    ],
    [
      "insert into stepwell.court_order (organization_id, id, patient_id, paper, kind, court, entered_on, recipients, information, names_patient_openly, gave_notice, finds_no_other_way, finds_public_interest, finds_serious_crime, limits_information, limits_recipients, limits_further_use, opens_confidences, comes_with_subpoena, created_at) values ($1, $2, $3, 'order', 'civil', 'Sample Court', '2026-11-19', '{Sample Person}', '{attendance}', false, true, true, true, false, true, true, true, false, true, $4)",
      [ids.courtOrderId, ids.patientId, now],
    ],
    [
      "insert into stepwell.restriction (organization_id, id, patient_id, asked_on, asked_by, asker_relation, recipient_kind, recipients, information, purposes, paid_in_full, created_at) values ($1, $2, $3, '2026-11-19', 'Sample Person', 'patient', 'named', '{Sample Employer}', '{attendance}', '{operations}', false, $4)",
      [ids.restrictionId, ids.patientId, now],
    ],
    [
      "insert into stepwell.record_review (organization_id, id, kind, performed_by, behalf, behalf_of, reviewers, takes_copies, agrees_limits, agrees_security, agrees_retention, found_qualified, signed_on, starts_on, ends_on, created_at) values ($1, $2, 'financial-audit', 'Sample Auditor', 'payer', 'Sample Payer', '{Sample Person}', false, true, false, false, false, '2026-11-19', '2026-11-19', '2026-11-19', $3)",
      [ids.recordReviewId, now],
    ],
    [
      "insert into stepwell.disclosure (organization_id, id, patient_id, at, recipient, purpose, information, record_kind, label, basis, channel, actor_name) values ($1, $2, $3, $4, 'Sample Person', 'payment', '{attendance}', 'patient', 'mental-health', 'treatment-payment-operations', 'spoken', 'Test')",
      [newId(), ids.patientId, now],
    ],
  ];
  for (const [text, values] of records) await insert(text, values);
  for (const [kind, id] of [
    ["program", ids.programId],
    ["track", ids.trackId],
    ["activity-type", ids.activityTypeId],
    ["patient", ids.patientId],
    ["patient-contact", ids.contactId],
    ["consent", ids.consentId],
    ["court-order", ids.courtOrderId],
    ["restriction", ids.restrictionId],
    ["record-review", ids.recordReviewId],
    ...(levelOfCareId === ids.levelOfCareId ? [["level-of-care", levelOfCareId] as const] : []),
  ] as const)
    await insert(
      "insert into stepwell.revision (organization_id, id, record_kind, record_id, version, changed_at, actor_name, verb, changes) values ($1, $2, $3, $4, 1, $5, 'Test', 'create', '{}')",
      [newId(), kind, id, now],
    );
  return { ...ids, levelOfCareId };
};

const firstId = (answer: unknown): string | undefined => {
  const { rows } = answer as { rows?: readonly { id: string }[] };
  return rows?.[0]?.id;
};
