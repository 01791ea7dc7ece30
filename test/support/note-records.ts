import { newId } from "#server/platform/ids.ts";
import type { PersonRecords } from "#test/support/person-samples.ts";

type Insert = (text: string, values: readonly unknown[]) => Promise<unknown>;

/** A signed session and what hangs on it, for routes about notes. */
export interface NoteRecords {
  readonly signedSessionId: string;
  readonly noteId: string;
  readonly notedPatientId: string;
  readonly notedObjectiveId: string;
}

interface Ground extends Pick<
  PersonRecords,
  "levelOfCareId" | "programId" | "trackId" | "activityTypeId"
> {
  readonly siteId: string;
  readonly staffId: string;
  readonly now: string;
}

/** One signed session of one person, with a draft, both layers of a note and an addendum; `$1` is the organization. */
export const addNoteRecords = async (insert: Insert, ground: Ground): Promise<NoteRecords> => {
  const { siteId, staffId, programId, trackId, levelOfCareId, activityTypeId, now } = ground;
  const [patient, enrollment, goal, objective] = [newId(), newId(), newId(), newId()];
  const [rule, session, attendance] = [newId(), newId(), newId()];
  const [shared, note, account] = [newId(), newId(), newId()];
  const [start, end] = ["2026-11-19T17:00:00Z", "2026-11-19T18:00:00Z"];
  const day = "2026-11-19";
  const rows: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    [
      "patient",
      {
        id: patient,
        mrn: `N-${patient}`,
        given_name: "Noted",
        family_name: "Person",
        birth_date: "1990-04-01",
        created_at: now,
      },
    ],
    [
      "enrollment",
      {
        id: enrollment,
        patient_id: patient,
        program_id: programId,
        track_id: trackId,
        level_of_care_id: levelOfCareId,
        population: "adult",
        label: "part-2",
        admitted_on: "2026-11-02",
        admission_type: "elective",
        admission_source: "self",
        patient_status: "active",
        created_at: now,
      },
    ],
    [
      "goal",
      {
        id: goal,
        patient_id: patient,
        enrollment_id: enrollment,
        number: 1,
        problem: "Any",
        statement: "Any",
        created_at: now,
      },
    ],
    [
      "objective",
      {
        id: objective,
        patient_id: patient,
        enrollment_id: enrollment,
        goal_id: goal,
        number: 1,
        statement: "Any",
        label: "part-2",
        created_at: now,
      },
    ],
    [
      "attendance_rule",
      {
        id: rule,
        name: "Any",
        grace_minutes: 10,
        breaks_count: false,
        minimum_minutes: 0,
        source: "Test",
        effective_from: "2020-01-01",
        published_at: now,
      },
    ],
    [
      "session",
      {
        id: session,
        site_id: siteId,
        program_id: programId,
        name: "Any group",
        activity_type_id: activityTypeId,
        zone: "America/Denver",
        service_date: day,
        starts_at: start,
        ends_at: end,
        state: "ended",
        capacity: 12,
        created_at: now,
      },
    ],
    [
      "attendance",
      {
        id: attendance,
        session_id: session,
        patient_id: patient,
        enrollment_id: enrollment,
        kind: "member",
        status: "present",
        service_date: day,
        starts_at: start,
        first_in_at: start,
        last_out_at: end,
        scheduled_minutes: 60,
        delivered_minutes: 60,
        credited_minutes: 60,
        attendance_rule_id: rule,
        label: "part-2",
        changed_at: now,
      },
    ],
    [
      "note_draft",
      {
        id: newId(),
        session_id: session,
        patient_id: patient,
        changed_at: now,
        actor_name: "Test",
      },
    ],
    [
      "room_writer",
      {
        session_id: session,
        login_session_id: newId(),
        account_id: account,
        patient_id: patient,
        actor_name: "Test",
        seen_at: now,
      },
    ],
    [
      "session_note",
      {
        id: shared,
        session_id: session,
        topic: "Any",
        interventions: [],
        what_we_did: "Any",
        how_it_went: "Any",
        attended_count: 1,
        account_id: account,
        author_name: "Test",
        signed_at: now,
        content_sha256: Buffer.alloc(32),
        label: "part-2",
      },
    ],
    [
      "member_note",
      {
        id: note,
        session_id: session,
        session_note_id: shared,
        patient_id: patient,
        enrollment_id: enrollment,
        attendance_id: attendance,
        objective_id: objective,
        participation: "some",
        response: "shared",
        progress: "steady",
        risk: "none-noted",
        sentence: "Any sentence of a note.",
        starts_at: start,
        ends_at: end,
        credited_minutes: 60,
        service_date: day,
        needs_cosignature: false,
        author_staff_id: staffId,
        account_id: account,
        author_name: "Test",
        signed_at: now,
        content_sha256: Buffer.alloc(32),
        label: "part-2",
      },
    ],
    [
      "note_act",
      {
        id: newId(),
        note_id: note,
        patient_id: patient,
        kind: "addendum",
        words: "More.",
        at: now,
        account_id: account,
        actor_name: "Test",
        content_sha256: Buffer.alloc(32),
      },
    ],
  ];
  for (const [table, row] of rows) {
    const names = Object.keys(row);
    const places = names.map((_, index) => `$${index + 2}`);
    await insert(
      `insert into stepwell.${table} (organization_id, ${names.join(", ")}) values ($1, ${places.join(", ")})`,
      Object.values(row),
    );
  }
  return {
    signedSessionId: session,
    noteId: note,
    notedPatientId: patient,
    notedObjectiveId: objective,
  };
};
