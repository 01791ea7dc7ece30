import { sql, type RawBuilder } from "kysely";
import { inPages } from "#server/db/keyset.ts";
import { staffNameOf } from "#server/charting/session-room.queries.ts";
import type { Work } from "#server/platform/work.ts";
import { isSeen } from "#server/platform/sight.queries.ts";

type Place = Pick<Work, "tx" | "organizationId">;

const notes = ({ tx, organizationId }: Place) =>
  tx
    .selectFrom("stepwell.memberNote as m")
    .innerJoin("stepwell.patient as p", (join) =>
      join.on("p.organizationId", "=", organizationId).onRef("p.id", "=", "m.patientId"),
    )
    .innerJoin("stepwell.session as s", (join) =>
      join.on("s.organizationId", "=", organizationId).onRef("s.id", "=", "m.sessionId"),
    )
    .innerJoin("stepwell.objective as o", (join) =>
      join.on("o.organizationId", "=", organizationId).onRef("o.id", "=", "m.objectiveId"),
    )
    .innerJoin("stepwell.goal as g", (join) =>
      join.on("g.organizationId", "=", organizationId).onRef("g.id", "=", "o.goalId"),
    )
    .where("m.organizationId", "=", organizationId);

const actsOf = (organizationId: string): RawBuilder<string[]> => sql<string[]>`
  (select coalesce(array_agg(t.kind order by t.at, t.id), '{}') from stepwell.note_act t
    where t.organization_id = ${organizationId} and t.note_id = m.id)`;

const correctedBy = (organizationId: string): RawBuilder<string | null> => sql<string | null>`
  (select c.id from stepwell.member_note c where c.organization_id = ${organizationId} and c.corrects_id = m.id)`;

const rowColumns = [
  "m.id",
  "m.patientId",
  "m.sessionId",
  "s.name as sessionName",
  "s.zone",
  "m.serviceDate",
  "m.startsAt",
  "m.endsAt",
  "m.creditedMinutes",
  "m.sentence",
  "m.progress",
  "m.risk",
  "m.authorName",
  "m.signedAt",
  "m.label",
  "m.needsCosignature",
] as const;

const rowsOf = (place: Place) =>
  notes(place)
    .select(rowColumns)
    .select([
      sql<string>`coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name`.as(
        "patientName",
      ),
      sql<string>`g.number || '.' || o.number`.as("objectiveNumber"),
      actsOf(place.organizationId).as("acts"),
      correctedBy(place.organizationId).as("correctedById"),
    ]);
export type NoteRowRead = Awaited<ReturnType<ReturnType<typeof rowsOf>["execute"]>>[number];

interface Page {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const newestFirst = ({ limit, cursor }: Page) => ({
  key: sql<string>`to_char(m.service_date, 'YYYY-MM-DD')`,
  id: sql<string>`m.id`,
  order: "desc" as const,
  limit,
  cursor,
});

/** Whoever wrote a note, answers for it or led its session sees it besides those who see its label. */
const isSeenNote = (work: Work, alias: string) => {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return isSeen(work, {
    label: column("label"),
    enrollmentId: column("enrollmentId"),
    staffIds: [column("authorStaffId"), column("supervisorStaffId")],
    sessionId: column("sessionId"),
  });
};

/** The notes of a person, newest first, each correction in the place of what it replaced. */
export const listNotes = (work: Work, patientId: string, page: Page) => {
  const { organizationId } = work;
  const current = sql<boolean>`not exists (select from stepwell.member_note c
    where c.organization_id = ${organizationId} and c.corrects_id = m.id)`;
  return inPages(
    rowsOf(work)
      .select(
        sql<number>`(select count(*) from stepwell.member_note x where x.organization_id = ${organizationId}
          and x.patient_id = ${patientId} and ${isSeenNote(work, "x")} and not exists (select from stepwell.member_note c
            where c.organization_id = ${organizationId} and c.corrects_id = x.id))`.as("total"),
      )
      .where("m.patientId", "=", patientId)
      .where(isSeenNote(work, "m"))
      .where(current),
    newestFirst(page),
  ).execute();
};

/** Whether all of these are patients here. Each id once. */
export const arePatients = async (
  { tx, organizationId }: Place,
  ids: readonly string[],
): Promise<boolean> => {
  const { rows } = await sql`select 1 from stepwell.patient p
    where p.organization_id = ${organizationId} and p.id = any(${[...ids]}::uuid[])`.execute(tx);
  return rows.length === ids.length;
};

/** Notes between an author and a supervisor: everybody's, those that wait for a colleague, or those the colleague gave back. */
export const listCosignatures = (
  work: Work,
  {
    whose,
    staffId,
  }: { readonly whose: "mine" | "returned" | "all"; readonly staffId: string | null },
  page: Page,
) => {
  const { organizationId } = work;
  const returned = sql<boolean>`exists (select from stepwell.note_act t
    where t.organization_id = ${organizationId} and t.note_id = m.id and t.kind = 'return')`;
  const waits = sql<boolean>`m.needs_cosignature
    and not exists (select from stepwell.note_act t where t.organization_id = ${organizationId}
      and t.note_id = m.id and t.kind in ('cosign', 'retract'))
    and not exists (select from stepwell.member_note c
      where c.organization_id = ${organizationId} and c.corrects_id = m.id)`;
  const mine = sql<boolean>`(case when ${returned} then m.author_staff_id else m.supervisor_staff_id end) = ${staffId}::uuid`;
  const givenBack = sql<boolean>`(m.supervisor_staff_id = ${staffId}::uuid and m.id in (
    select t.note_id from stepwell.note_act t where t.organization_id = ${organizationId} and t.kind = 'return'))`;
  return inPages(
    rowsOf(work)
      .select([
        "m.participation",
        "m.response",
        "m.nextStep",
        "m.correctionReason",
        "m.authorStaffId",
        "m.supervisorStaffId",
        "o.statement as objectiveStatement",
      ])
      .select([
        sql`(select jsonb_build_object('id', n.id, 'topic', n.topic, 'curriculum', n.curriculum,
            'interventions', n.interventions, 'whatWeDid', n.what_we_did, 'howItWent', n.how_it_went, 'nextTime', n.next_time)
          from stepwell.session_note n
          where n.organization_id = ${organizationId} and n.id = m.session_note_id)`.as("shared"),
        sql<string | null>`(select ${staffNameOf("b")} from stepwell.staff b
          where b.organization_id = ${organizationId} and b.id = m.supervisor_staff_id)`.as(
          "supervisorName",
        ),
        sql<{
          words: string;
          at: string;
        } | null>`(select jsonb_build_object('words', t.words, 'at', t.at)
          from stepwell.member_note v
          join stepwell.note_act t on t.organization_id = ${organizationId} and t.note_id = v.id and t.kind = 'return'
          where v.organization_id = ${organizationId} and v.session_id = m.session_id and v.patient_id = m.patient_id
          order by t.at desc, t.id desc limit 1)`.as("returned"),
        sql<number>`count(*) over ()`.as("total"),
      ])
      .where(waits)
      .where(isSeenNote(work, "m"))
      .$if(whose === "mine", (all) => all.where(mine))
      .$if(whose === "returned", (all) => all.where(givenBack)),
    newestFirst(page),
  ).execute();
};

/**
 * To whom a note went outside while it stood: told or handed over after it was signed and before it was retracted or replaced, where
 * its day was among the days that went.
 */
const toldTo = (organizationId: string): RawBuilder<unknown> => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'at', d.at, 'recipient', d.recipient) order by d.at, d.id), '[]')
     from stepwell.disclosure d
     left join stepwell.export_run e on e.organization_id = ${organizationId} and d.record_kind = 'export' and e.id = d.record_id
    where d.organization_id = ${organizationId} and d.patient_id = m.patient_id and 'session-notes' = any(d.information)
      and d.at >= m.signed_at
      and d.at < least(
        (select t.at from stepwell.note_act t
          where t.organization_id = ${organizationId} and t.note_id = m.id and t.kind = 'retract'),
        (select c.signed_at from stepwell.member_note c where c.organization_id = ${organizationId} and c.corrects_id = m.id),
        'infinity')
      and m.service_date between coalesce(e.from_date, m.service_date) and coalesce(e.to_date, m.service_date))`;

/** One note with everything that belongs to it. `for share` of nothing: signed rows never change. */
export const findNote = async (work: Work, noteId: string) => {
  const { organizationId } = work;
  return rowsOf(work)
    .select([
      "m.enrollmentId",
      "m.attendanceId",
      "m.sessionNoteId",
      "m.objectiveId",
      "m.participation",
      "m.response",
      "m.nextStep",
      "m.correctsId",
      "m.correctionReason",
      "m.supervisorStaffId",
      "m.authorStaffId",
      "m.accountId",
      "m.acknowledged",
      "m.contentSha256",
      "o.statement as objectiveStatement",
      "p.birthDate",
      "p.mrn",
    ])
    .select([
      sql<number>`(select a.credited_minutes from stepwell.attendance a
        where a.organization_id = ${organizationId} and a.id = m.attendance_id)`.as(
        "attendedMinutes",
      ),
      sql<string>`(select site.name from stepwell.site
        where site.organization_id = ${organizationId} and site.id = s.site_id)`.as("siteName"),
      sql`(select to_jsonb(n) - 'content_sha256' || jsonb_build_object('hash', encode(n.content_sha256, 'hex'))
        from stepwell.session_note n
        where n.organization_id = ${organizationId} and n.id = m.session_note_id)`.as("shared"),
      sql<string | null>`(select ${staffNameOf("b")} from stepwell.staff b
        where b.organization_id = ${organizationId} and b.id = m.supervisor_staff_id)`.as(
        "supervisorName",
      ),
      sql<string[]>`(select coalesce(array_agg(${staffNameOf("w")} order by w.sort_name), '{}')
        from stepwell.session_facilitator f
        join stepwell.staff w on w.organization_id = ${organizationId} and w.id = f.staff_id
        where f.organization_id = ${organizationId} and f.session_id = s.id)`.as("facilitators"),
      sql`(select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'kind', t.kind, 'words', t.words,
          'at', t.at, 'by', t.actor_name, 'contentHash', encode(t.content_sha256, 'hex')) order by t.at, t.id), '[]')
        from stepwell.note_act t where t.organization_id = ${organizationId} and t.note_id = m.id)`.as(
        "actRows",
      ),
      toldTo(organizationId).as("toldTo"),
      sql`(select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'signedAt', v.signed_at,
          'authorName', v.author_name, 'correctionReason', v.correction_reason) order by v.signed_at, v.id), '[]')
        from stepwell.member_note v where v.organization_id = ${organizationId}
          and v.session_id = m.session_id and v.patient_id = m.patient_id)`.as("versions"),
    ])
    .where("m.id", "=", noteId)
    .where(isSeenNote(work, "m"))
    .executeTakeFirst();
};
export type NoteRead = NonNullable<Awaited<ReturnType<typeof findNote>>>;

/** Lets one act on a note after the other decide: signed rows are never updated, so the note's id is what is held. */
export const holdNote = async ({ tx, organizationId }: Place, noteId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('note ' || ${organizationId}::text || ${noteId}::text, 0))`.execute(
    tx,
  );
};

/** Adds an act to a note. */
export const insertAct = async (
  { tx, organizationId, actor, now }: Work,
  act: {
    readonly id: string;
    readonly noteId: string;
    readonly patientId: string;
    readonly kind: string;
    readonly words: string | null;
    readonly staffId: string | null;
    readonly actorName: string;
    readonly hash: string;
  },
): Promise<void> => {
  await sql`insert into stepwell.note_act
      (organization_id, id, note_id, patient_id, kind, words, at, staff_id, account_id, actor_name, content_sha256)
    values (${organizationId}, ${act.id}, ${act.noteId}, ${act.patientId}, ${act.kind}, ${act.words}, ${now.toString()},
      ${act.staffId}, ${actor.accountId}, ${act.actorName}, decode(${act.hash}, 'hex'))`.execute(
    tx,
  );
};

/** What a colleague is called on a signature. */
export const findStaffName = async (
  { tx, organizationId }: Place,
  staffId: string,
): Promise<string | undefined> => {
  const { rows } = await sql<{
    name: string;
  }>`select ${staffNameOf("w")} as name from stepwell.staff w
    where w.organization_id = ${organizationId} and w.id = ${staffId}`.execute(tx);
  return rows[0]?.name;
};
