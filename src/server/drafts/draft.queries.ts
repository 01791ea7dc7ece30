import { sql } from "kysely";
import type { DraftEnd, DraftPlace } from "#domain/drafts/draft.ts";
import type { Work } from "#server/platform/work.ts";

export interface HeldDraft {
  readonly id: string;
  readonly fields: unknown;
  readonly revision: number;
}

/** Holds everything that concerns this id until the transaction ends, also where there is no row of it yet. */
export const holdId = async ({ tx, organizationId }: Work, id: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`draft ${organizationId} ${id}`}, 0))`.execute(
    tx,
  );
};

/** Where the draft with an id stands; undefined where there is none. `isMine`: the person's own, of this form where one is asked for. */
export const findEnd = async (
  { tx, organizationId, actor }: Work,
  id: string,
  of?: Pick<DraftPlace, "route" | "form">,
): Promise<{ readonly endedAs: DraftEnd | null; readonly isMine: boolean } | undefined> => {
  const { rows } = await sql<{ readonly endedAs: DraftEnd | null; readonly isMine: boolean }>`
    select ended_as, account_id = ${actor.accountId} and (ended_at is not null or
        (route = coalesce(${of?.route ?? null}, route) and form = coalesce(${of?.form ?? null}, form))) as is_mine
      from stepwell.draft
     where organization_id = ${organizationId} and id = ${id}`.execute(tx);
  return rows[0];
};

export const countOpen = async ({ tx, organizationId, actor }: Work): Promise<number> => {
  const { rows } = await sql<{ readonly count: number }>`
    select count(*)::int as count from stepwell.draft
     where organization_id = ${organizationId} and account_id = ${actor.accountId} and ended_at is null`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
};

/** The open draft of this person in this form, begun where there is none, and held until the transaction ends. */
export const holdDraft = async (
  { tx, organizationId, actor, now }: Work,
  id: string,
  { route, form, recordId, place }: DraftPlace,
  label: string,
): Promise<HeldDraft> => {
  const { rows } = await sql<HeldDraft>`
    insert into stepwell.draft as draft
      (organization_id, id, account_id, author_name, route, form, record_id, place, fields, revision, label, created_at, changed_at)
    values (${organizationId}, ${id}, ${actor.accountId}, ${actor.name}, ${route}, ${form}, ${recordId}, ${place}, '{}', 0,
            ${label}, ${now.toString()}, ${now.toString()})
    on conflict (organization_id, account_id, route, form) where ended_at is null
      do update set place = excluded.place
    returning draft.id, draft.fields, draft.revision`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error("a draft was not held");
  return row;
};

export const writeDraft = async (
  { tx, organizationId, actor, now }: Work,
  draft: HeldDraft,
): Promise<void> => {
  await sql`
    update stepwell.draft
       set fields = ${JSON.stringify(draft.fields)}::jsonb, revision = ${draft.revision}, changed_at = ${now.toString()},
           author_name = ${actor.name}
     where organization_id = ${organizationId} and id = ${draft.id}`.execute(tx);
};

/**
 * Ends a draft: its words go, its row stays. Where the device sent its words before it ever kept them, a row is made that is
 * ended from the beginning, so that what is still on its way cannot bring them back. Answers the record it stood over.
 */
export const endDraft = async (
  { tx, organizationId, actor, now }: Work,
  id: string,
  as: DraftEnd,
): Promise<{ readonly recordId: string | null } | undefined> => {
  const at = now.toString();
  const { rows } = await sql<{ readonly recordId: string | null }>`
    insert into stepwell.draft as draft
      (organization_id, id, account_id, author_name, route, form, record_id, place, fields, revision, label, created_at, changed_at, ended_at, ended_as)
    values (${organizationId}, ${id}, ${actor.accountId}, ${actor.name}, '', '', null, '/', '{}', 0, 'restricted', ${at}, ${at}, ${at}, ${as})
    on conflict (organization_id, id) do update set fields = '{}', ended_at = ${at}, ended_as = ${as}
      where draft.account_id = ${actor.accountId} and draft.ended_at is null
    returning draft.record_id`.execute(tx);
  return rows[0];
};

export interface OwnRow {
  readonly id: string;
  readonly route: string;
  readonly form: string;
  readonly recordId: string | null;
  readonly place: string;
  readonly fields: unknown;
  readonly revision: number;
  readonly createdAt: string;
  readonly changedAt: string;
}

/** What this person has typed and not sent, newest first. */
export const listOwn = async ({ tx, organizationId, actor }: Work): Promise<readonly OwnRow[]> => {
  const { rows } = await sql<OwnRow>`
    select id, route, form, record_id, place, fields, revision, created_at, changed_at from stepwell.draft
     where organization_id = ${organizationId} and account_id = ${actor.accountId} and ended_at is null
     order by changed_at desc, id`.execute(tx);
  return rows;
};

export interface BesideRow {
  readonly id: string;
  readonly name: string;
  readonly changedAt: string;
  readonly label: string;
  readonly fields: unknown;
}

/** What others have typed over a record and not sent. */
export const listBeside = async (
  { tx, organizationId, actor }: Work,
  route: string,
  recordId: string,
): Promise<readonly BesideRow[]> => {
  const { rows } = await sql<BesideRow>`
    select id, author_name as name, changed_at, label, fields from stepwell.draft
     where organization_id = ${organizationId} and route = ${route} and record_id = ${recordId}
       and account_id <> ${actor.accountId} and ended_at is null
     order by changed_at desc, id limit 20`.execute(tx);
  return rows;
};

export interface AgedRow {
  readonly id: string;
  readonly ownerName: string;
  readonly ownerLeft: boolean;
  readonly route: string;
  readonly createdAt: string;
  readonly changedAt: string;
}

/** Open drafts nobody touched since then, and all of people who left. */
export const listAged = async (
  { tx, organizationId }: Pick<Work, "tx" | "organizationId">,
  before: string,
): Promise<readonly AgedRow[]> => {
  const { rows } = await sql<AgedRow>`
    select draft.id, draft.author_name as owner_name, place.id is null as owner_left, draft.route, draft.created_at, draft.changed_at
      from stepwell.draft
      left join stepwell.affiliation place on place.organization_id = ${organizationId}
        and place.account_id = draft.account_id and place.ended_at is null
     where draft.organization_id = ${organizationId} and draft.ended_at is null
       and (draft.changed_at < ${before} or place.id is null)
       and jsonb_path_exists(draft.fields, '$.* ? (@.value != null || @.beside.size() > 0)')
     order by draft.changed_at, draft.id limit 500`.execute(tx);
  return rows;
};

/** Removes rows of drafts that ended before then: no device holds words of them any more. */
export const removeEnded = async (
  { tx, organizationId }: Pick<Work, "tx" | "organizationId">,
  before: string,
): Promise<void> => {
  await sql`
    delete from stepwell.draft
     where organization_id = ${organizationId} and ended_at < ${before}`.execute(tx);
};
