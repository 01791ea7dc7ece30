import { newId } from "#server/platform/ids.ts";
import type { PersonRecords } from "#test/support/person-samples.ts";
import type { StayRecords } from "#test/support/stay-records.ts";

type Insert = (text: string, values: readonly unknown[]) => Promise<unknown>;

/** A weekly group with a coming session and somebody in it, for routes about the schedule. */
export interface ScheduleRecords {
  readonly seriesId: string;
  readonly otherSeriesId: string;
  readonly scheduledSessionId: string;
  readonly membershipId: string;
  readonly closureId: string;
  /** Versions of rules that have not begun. */
  readonly hourRuleAheadId: string;
  readonly attendanceRuleAheadId: string;
}

interface Ground
  extends
    Pick<PersonRecords, "programId" | "activityTypeId" | "levelOfCareId" | "patientId">,
    Pick<StayRecords, "enrollmentId"> {
  readonly siteId: string;
  readonly staffId: string;
  readonly now: string;
}

const start = "2026-11-19T20:30:00Z";
const end = "2026-11-19T21:30:00Z";

/** One row in each table of the schedule, put in by the owner of the database; `$1` is the organization. */
export const addScheduleRecords = async (
  insert: Insert,
  ground: Ground,
): Promise<ScheduleRecords> => {
  const {
    siteId,
    staffId,
    programId,
    activityTypeId,
    levelOfCareId,
    patientId,
    enrollmentId,
    now,
  } = ground;
  const [seriesId, otherSeriesId, scheduledSessionId, membershipId, closureId] = [
    newId(),
    newId(),
    newId(),
    newId(),
    newId(),
  ];
  const [rule, attendance] = [newId(), newId()];
  const [hourRuleAheadId, attendanceRuleAheadId] = [newId(), newId()];
  const series = (id: string) =>
    insert(
      "insert into stepwell.series (organization_id, id, site_id, program_id, activity_type_id, name, zone, weekdays, starts_at_wall, minutes, starts_on, capacity, created_at) values ($1, $2, $3, $4, $5, 'Any group', 'America/Denver', '{4}', '13:30', 60, '2026-11-01', 12, $6)",
      [id, siteId, programId, activityTypeId, now],
    );
  await series(seriesId);
  await series(otherSeriesId);
  const records: readonly (readonly [string, readonly unknown[]])[] = [
    [
      "insert into stepwell.series_facilitator (organization_id, series_id, staff_id, role) values ($1, $2, $3, 'lead')",
      [seriesId, staffId],
    ],
    [
      "insert into stepwell.session (organization_id, id, series_id, site_id, program_id, activity_type_id, name, zone, service_date, starts_at, ends_at, capacity, created_at) values ($1, $2, $3, $4, $5, $6, 'Any group', 'America/Denver', '2026-11-19', $7, $8, 12, $9)",
      [scheduledSessionId, seriesId, siteId, programId, activityTypeId, start, end, now],
    ],
    [
      "insert into stepwell.session_facilitator (organization_id, session_id, staff_id, role, starts_at, ends_at, state) values ($1, $2, $3, 'lead', $4, $5, 'scheduled')",
      [scheduledSessionId, staffId, start, end],
    ],
    [
      "insert into stepwell.membership (organization_id, id, series_id, patient_id, enrollment_id, starts_on, created_at) values ($1, $2, $3, $4, $5, '2026-11-02', $6)",
      [membershipId, seriesId, patientId, enrollmentId, now],
    ],
    [
      "insert into stepwell.attendance_rule (organization_id, id, name, grace_minutes, breaks_count, minimum_minutes, source, effective_from, published_at) values ($1, $2, 'Any', 10, false, 0, 'Test', '2020-01-01', $3)",
      [rule, now],
    ],
    [
      "insert into stepwell.hour_rule (organization_id, id, level_of_care_id, population, name, floor_minutes, adolescent_below_age, week, source, effective_from, published_at) values ($1, $2, $3, 'adult', 'Any', 540, 18, 'monday', 'Test', '2020-01-01', $4)",
      [newId(), levelOfCareId, now],
    ],
    [
      "insert into stepwell.hour_rule (organization_id, id, level_of_care_id, population, name, floor_minutes, adolescent_below_age, week, source, effective_from, published_at) values ($1, $2, $3, 'adolescent', 'Any', 360, 18, 'monday', 'Test', '2030-01-01', $4)",
      [hourRuleAheadId, levelOfCareId, now],
    ],
    [
      "insert into stepwell.attendance_rule (organization_id, id, name, grace_minutes, breaks_count, minimum_minutes, source, effective_from, published_at) values ($1, $2, 'Any', 10, false, 0, 'Test', '2026-12-20', $3)",
      [attendanceRuleAheadId, now],
    ],
    [
      "insert into stepwell.attendance (organization_id, id, session_id, patient_id, enrollment_id, membership_id, kind, status, service_date, starts_at, scheduled_minutes, delivered_minutes, credited_minutes, attendance_rule_id, label, changed_at) values ($1, $2, $3, $4, $5, $6, 'member', 'expected', '2026-11-19', $7, 60, 0, 0, $8, 'part-2', $9)",
      [attendance, scheduledSessionId, patientId, enrollmentId, membershipId, start, rule, now],
    ],
    [
      "insert into stepwell.attendance_segment (organization_id, id, attendance_id, patient_id, starts_at, ends_at, mode, is_credited) values ($1, $2, $3, $4, $5, $6, 'room', false)",
      [newId(), attendance, patientId, start, end],
    ],
    [
      "insert into stepwell.attendance_event (organization_id, id, session_id, patient_id, kind, occurred_at, received_at, source, actor_name) values ($1, $2, $3, $4, 'expected', $5, $5, 'screen', 'Test')",
      [newId(), scheduledSessionId, patientId, now],
    ],
    [
      "insert into stepwell.closure (organization_id, id, site_id, starts_on, ends_on, reason, created_at) values ($1, $2, $3, '2026-12-25', '2026-12-25', 'Holiday', $4)",
      [closureId, siteId, now],
    ],
  ];
  for (const [text, values] of records) await insert(text, values);
  for (const [kind, id] of [
    ["series", seriesId],
    ["session", scheduledSessionId],
    ["membership", membershipId],
    ["closure", closureId],
  ] as const)
    await insert(
      "insert into stepwell.revision (organization_id, id, record_kind, record_id, version, changed_at, actor_name, verb, changes) values ($1, $2, $3, $4, 1, $5, 'Test', 'create', '{}')",
      [newId(), kind, id, now],
    );
  return {
    seriesId,
    otherSeriesId,
    scheduledSessionId,
    membershipId,
    closureId,
    hourRuleAheadId,
    attendanceRuleAheadId,
  };
};
