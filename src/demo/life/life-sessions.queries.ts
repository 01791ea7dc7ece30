import { sql } from "kysely";
import type { Work } from "#server/platform/work.ts";

/** A session as the life sees it. */
export interface LifeSession {
  readonly id: string;
  readonly seriesId: string | null;
  readonly name: string;
  readonly zone: string;
  readonly serviceDate: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly state: string;
  readonly hasVideo: boolean;
  readonly format: string;
  readonly version: number;
  /** Who sits alone in it, where it is no group. */
  readonly patientIds: readonly string[];
}

const utc = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** Sessions of these series from one day to another, and those that stand by themselves under this name; earliest first. */
export const listLifeSessions = async (
  { tx, organizationId }: Work,
  wanted: {
    readonly seriesIds: readonly string[];
    readonly names: readonly string[];
    readonly from: string;
    readonly to: string;
  },
): Promise<readonly LifeSession[]> => {
  const { rows } = await sql<LifeSession>`
    select s.id, s.series_id, s.name, s.zone, s.service_date::text, ${utc("s.starts_at")} as starts_at, ${utc("s.ends_at")} as ends_at,
      s.state, s.has_video, t.format, s.version,
      case when s.series_id is null then (select coalesce(jsonb_agg(a.patient_id), '[]') from stepwell.attendance a
        where a.organization_id = ${organizationId} and a.session_id = s.id) else '[]' end as patient_ids
    from stepwell.session s
    join stepwell.activity_type t on t.organization_id = ${organizationId} and t.id = s.activity_type_id
    where s.organization_id = ${organizationId} and s.service_date between ${wanted.from} and ${wanted.to}
      and (s.series_id = any(${[...wanted.seriesIds]}::uuid[]) or (s.series_id is null and s.name = any(${[...wanted.names]}::text[])))
    order by s.starts_at, s.name, s.id`.execute(tx);
  return rows;
};

/** Somebody of whom a note is still to be written, and the attendance it will be written on. */
export interface RowToWrite {
  readonly patientId: string;
  readonly objectives: readonly { readonly id: string; readonly statement: string }[];
  readonly version: number;
}

/** Everybody who was there and has no note, with their open objectives; and who leads. */
export const findRowsToWrite = async (
  { tx, organizationId }: Work,
  sessionId: string,
): Promise<{ readonly leadStaffId: string | null; readonly rows: readonly RowToWrite[] }> => {
  const { rows } = await sql<{ leadStaffId: string | null; rows: readonly RowToWrite[] }>`
    select (select f.staff_id from stepwell.session_facilitator f
        where f.organization_id = ${organizationId} and f.session_id = ${sessionId} and f.role = 'lead' limit 1) as lead_staff_id,
      (select coalesce(jsonb_agg(jsonb_build_object('patientId', a.patient_id, 'version', a.version, 'objectives',
            (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'statement', o.statement) order by o.statement, o.id), '[]')
               from stepwell.objective o where o.organization_id = ${organizationId} and o.enrollment_id = a.enrollment_id
                and o.status = 'active')) order by a.patient_id), '[]')
         from stepwell.attendance a
        where a.organization_id = ${organizationId} and a.session_id = ${sessionId} and a.delivered_minutes > 0
          and a.status in ('present', 'late', 'left-early', 'partial')
          and not exists (select from stepwell.member_note n where n.organization_id = ${organizationId}
                and n.session_id = a.session_id and n.patient_id = a.patient_id)) as rows`.execute(
    tx,
  );
  return rows[0] ?? { leadStaffId: null, rows: [] };
};

/** The note that holds of one person in one session. */
export const findNoteOf = async (
  { tx, organizationId }: Work,
  sessionId: string,
  patientId: string,
): Promise<{ readonly id: string; readonly staffId: string } | undefined> => {
  const { rows } = await sql<{ id: string; staffId: string }>`
    select n.id, n.author_staff_id as staff_id from stepwell.member_note n
     where n.organization_id = ${organizationId} and n.session_id = ${sessionId} and n.patient_id = ${patientId}
       and not exists (select from stepwell.member_note c where c.organization_id = ${organizationId} and c.corrects_id = n.id)`.execute(
    tx,
  );
  return rows[0];
};

interface WaitingNote {
  readonly id: string;
  readonly isReturned: boolean;
  /** Written in the place of one that was returned. */
  readonly isCorrected: boolean;
}

/** Notes of an author that wait for a cosignature, or were returned and wait for their author. */
export const listWaitingNotes = async (
  { tx, organizationId, now }: Work,
  staffId: string,
): Promise<readonly WaitingNote[]> => {
  const { rows } = await sql<WaitingNote>`
    select n.id, n.corrects_id is not null as is_corrected, exists (select from stepwell.note_act t
        where t.organization_id = ${organizationId} and t.note_id = n.id and t.kind = 'return') as is_returned
      from stepwell.member_note n
      join stepwell.patient p on p.organization_id = ${organizationId} and p.id = n.patient_id
     where n.organization_id = ${organizationId} and n.author_staff_id = ${staffId} and n.needs_cosignature
       and n.signed_at <= ${now.subtract({ hours: 8 }).toString()}
       and not exists (select from stepwell.note_act t where t.organization_id = ${organizationId} and t.note_id = n.id and t.kind = 'cosign')
       and not exists (select from stepwell.member_note c where c.organization_id = ${organizationId} and c.corrects_id = n.id)
     order by n.signed_at, p.family_name, p.given_name`.execute(tx);
  return rows;
};
