import { sql, type RawBuilder } from "kysely";
import { z } from "zod";
import { rosterNamesSchema } from "#domain/charting/session-room.ts";
import type { Place } from "#server/exports/chart-copy.queries.ts";

const roomSchema = z.object({
  people: z.array(z.object({ patientId: z.string(), names: rosterNamesSchema })),
  texts: z.array(z.object({ patientId: z.string().nullable(), text: z.string() })),
});

/** Who sat in one session, and every text of it that would go, each with the person whose own it is. */
export type RoomOfTexts = z.output<typeof roomSchema>;

const roomsAtOnce = 200;

const peopleOf = ({ organizationId }: Place): RawBuilder<unknown> => sql`
  (select jsonb_agg(jsonb_build_object('patientId', p.id, 'names', jsonb_build_object('given', p.given_name,
      'middle', p.middle_name, 'family', p.family_name, 'preferred', p.preferred_name,
      'others', p.former_names || p.nicknames, 'phone', p.phone)))
    from stepwell.attendance a
    join stepwell.patient p on p.organization_id = ${organizationId} and p.id = a.patient_id
    where a.organization_id = ${organizationId} and a.session_id = s.id)`;

const textsOf = ({ organizationId }: Place): RawBuilder<unknown> => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('patientId', w.patient_id, 'text', w.text)), '[]') from (
    select null::uuid as patient_id, unnest(array[s.name, s.cancel_reason]) as text
    union select null, unnest(array[n.topic, n.curriculum, n.what_we_did, n.how_it_went, n.next_time])
      from stepwell.session_note n where n.organization_id = ${organizationId} and n.session_id = s.id
    union select m.patient_id, unnest(array[m.sentence, m.next_step, m.correction_reason])
      from stepwell.member_note m where m.organization_id = ${organizationId} and m.session_id = s.id
    union select m.patient_id, x.words
      from stepwell.member_note m
      join stepwell.note_act x on x.organization_id = ${organizationId} and x.note_id = m.id
      where m.organization_id = ${organizationId} and m.session_id = s.id
    union select v.patient_id, v.why
      from stepwell.attendance_event v where v.organization_id = ${organizationId} and v.session_id = s.id
  ) w where w.text is not null)`;

/** The sessions in which one of these people has a seat, in portions. */
export async function* roomsWith(
  place: Place,
  hidden: readonly string[],
): AsyncGenerator<readonly RoomOfTexts[]> {
  const { tx, organizationId } = place;
  let after: string | null = null;
  for (;;) {
    const beyond: RawBuilder<unknown> = after === null ? sql`` : sql`and s.id > ${after}`;
    const { rows }: { rows: { id: string; people: unknown; texts: unknown }[] } = await sql<{
      id: string;
      people: unknown;
      texts: unknown;
    }>`
      select s.id, ${peopleOf(place)} as people, ${textsOf(place)} as texts from stepwell.session s
      where s.organization_id = ${organizationId} ${beyond} and exists (select from stepwell.attendance a
        where a.organization_id = ${organizationId} and a.session_id = s.id and a.patient_id = any(${[...hidden]}::uuid[]))
      order by s.id limit ${roomsAtOnce}`.execute(tx);
    yield rows.map((row) => roomSchema.parse(row));
    if (rows.length < roomsAtOnce) return;
    after = rows.at(-1)?.id ?? null;
  }
}
