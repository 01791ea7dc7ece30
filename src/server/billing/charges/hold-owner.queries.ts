import { sql } from "kysely";
import type { SessionAskedKind } from "#domain/tasks/asked-kind.ts";
import type { Work } from "#server/platform/work.ts";

/** A hold that is about a session. */
interface HeldSession {
  readonly place: number;
  readonly kind: SessionAskedKind;
  readonly sessionId: string;
  readonly patientId: string;
}

interface HeldBy {
  readonly place: number;
  readonly staffId: string;
  readonly name: string;
  readonly sessionName: string;
  readonly serviceDate: string;
}

/**
 * Of each hold the one person it waits for, where there is one: whoever leads the session; or who cosigns the note, as it was
 * at the signature, else who supervises its author now.
 */
export const selectHeldBy = async (
  { tx, organizationId }: Work,
  held: readonly HeldSession[],
): Promise<readonly HeldBy[]> => {
  const { rows } = await sql<HeldBy>`
    select held.place, who.id as "staffId", who.given_name || ' ' || who.family_name as name, session.name as "sessionName",
      session.service_date::text as "serviceDate"
    from jsonb_to_recordset(${JSON.stringify(held)}::jsonb) as held(place integer, kind text, "sessionId" uuid, "patientId" uuid)
    join stepwell.session session on session.organization_id = ${organizationId} and session.id = held."sessionId"
    cross join lateral (
      (select lead.id, lead.given_name, lead.family_name
        from stepwell.session_facilitator leads
        join stepwell.staff lead on lead.organization_id = ${organizationId} and lead.id = leads.staff_id
        where held.kind <> 'session-cosignatures' and leads.organization_id = ${organizationId} and leads.session_id = held."sessionId"
        order by leads.role <> 'lead', lead.family_name, lead.id limit 1)
      union all
      (select supervisor.id, supervisor.given_name, supervisor.family_name
        from stepwell.member_note note
        join stepwell.staff author on author.organization_id = ${organizationId} and author.id = note.author_staff_id
        join stepwell.staff supervisor on supervisor.organization_id = ${organizationId}
          and supervisor.id = coalesce(note.supervisor_staff_id, author.supervisor_id)
        where held.kind = 'session-cosignatures' and note.organization_id = ${organizationId} and note.session_id = held."sessionId"
          and note.patient_id = held."patientId" and note.needs_cosignature
        order by note.signed_at desc limit 1)) who`.execute(tx);
  return rows;
};
