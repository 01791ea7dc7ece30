import { sql } from "kysely";
import { isSeen } from "#server/platform/sight.queries.ts";
import type { Work } from "#server/platform/work.ts";

export interface DraftPlace {
  readonly state: string;
  readonly sharedIsSigned: boolean;
  readonly people: readonly { readonly patientId: string; readonly isSigned: boolean }[];
}

/** The session, who on its roster is seen by whoever writes, and what of its note is signed already. */
export const findDraftPlace = async (
  work: Work,
  sessionId: string,
): Promise<DraftPlace | undefined> => {
  const { tx, organizationId } = work;
  const seen = isSeen(work, {
    label: sql`a.label`,
    enrollmentId: sql`a.enrollment_id`,
    sessionId: sql`a.session_id`,
  });
  const { rows } = await sql<DraftPlace>`
    select s.state,
      exists (select from stepwell.session_note n
               where n.organization_id = ${organizationId} and n.session_id = s.id) as shared_is_signed,
      (select coalesce(jsonb_agg(jsonb_build_object('patientId', a.patient_id, 'isSigned',
                exists (select from stepwell.member_note m where m.organization_id = ${organizationId}
                          and m.session_id = s.id and m.patient_id = a.patient_id))), '[]')
         from stepwell.attendance a
        where a.organization_id = ${organizationId} and a.session_id = s.id and ${seen}) as people
    from stepwell.session s
    where s.organization_id = ${organizationId} and s.id = ${sessionId}`.execute(tx);
  return rows[0];
};

export interface KeptPart {
  readonly id: string;
  readonly patientId: string | null;
  readonly revision: number;
  readonly fields: unknown;
}

/** The parts that are written to, made where there are none yet, and held until the transaction ends. */
export const holdParts = async (
  { tx, organizationId, now, actor, newId }: Work,
  sessionId: string,
  patientIds: readonly (string | null)[],
): Promise<readonly KeptPart[]> => {
  const parts = JSON.stringify(
    patientIds.map((patientId) => ({ id: newId(), patient_id: patientId })),
  );
  const { rows } = await sql<KeptPart>`
    insert into stepwell.note_draft as draft
      (organization_id, id, session_id, patient_id, changed_at, account_id, actor_name, revision)
    select ${organizationId}, part.id, ${sessionId}, part.patient_id, ${now.toString()}, ${actor.accountId}, ${actor.name}, 0
      from jsonb_to_recordset(${parts}::jsonb) as part(id uuid, patient_id uuid)
     order by part.patient_id nulls first
    on conflict on constraint note_draft_once do update set revision = draft.revision
    returning draft.id, draft.patient_id, draft.revision, draft.fields`.execute(tx);
  return rows;
};

/** Writes the parts as they are now. They are held by `holdParts`. */
export const updateParts = async (
  { tx, organizationId, now, actor }: Work,
  parts: readonly { readonly id: string; readonly revision: number; readonly fields: unknown }[],
): Promise<void> => {
  await sql`
    update stepwell.note_draft as draft
       set fields = part.fields, revision = part.revision, changed_at = ${now.toString()},
           account_id = ${actor.accountId}, actor_name = ${actor.name}
      from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as part(id uuid, revision int, fields jsonb)
     where draft.organization_id = ${organizationId} and draft.id = part.id
       and draft.id = any(${parts.map(({ id }) => id)}::uuid[])`.execute(tx);
};
