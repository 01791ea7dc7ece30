import { sql } from "kysely";
import type { listPeople as contract } from "#domain/access/people.api.ts";
import type { PersonState } from "#domain/access/person.ts";
import { staffRoles } from "#domain/access/roles.ts";
import type { Parsed } from "#domain/contract/route.ts";
import { inPages, totalOf } from "#server/db/keyset.ts";
import type { Work } from "#server/platform/work.ts";

export interface PersonRow {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: string[];
  readonly staffId: string | null;
  readonly invitedAt: string;
  readonly invitedBy: string;
  readonly acceptedAt: string | null;
  readonly endedAt: string | null;
  readonly lastSeenAt: string | null;
  readonly version: number;
}

/**
 * Until somebody has accepted, they are shown under the name that this organization invited them by: the name of an
 * account that exists would tell that the address belongs to somebody elsewhere. Sessions are those of this organization.
 */
const people = ({ tx, organizationId }: Work) => {
  const invitedName = sql<string>`(
    select r.changes -> 'name' ->> 'to' from stepwell.revision r
     where r.organization_id = ${organizationId} and r.record_kind = 'affiliation' and r.record_id = a.id
       and r.changes -> 'name' is not null
     order by r.version desc limit 1)`;
  const lastSeenAt = sql<string | null>`(
    select max(s.last_seen_at) from global.login_session s
     where s.account_id = a.account_id and s.organization_id = ${organizationId})`;
  const table = sql<PersonRow>`(
    select a.id, a.account_id, a.roles, a.staff_id, a.invited_at, a.invited_by, a.accepted_at, a.ended_at, a.version,
           c.email, ${lastSeenAt} as last_seen_at,
           case when a.accepted_at is null then coalesce(${invitedName}, c.email) else c.name end as name
      from stepwell.affiliation a join global.account c on c.id = a.account_id
     where a.organization_id = ${organizationId})`;
  return tx.selectFrom(table.as("person"));
};

const inState = (state: PersonState, invitedSince: string) => {
  const conditions = {
    ended: sql<boolean>`ended_at is not null`,
    active: sql<boolean>`ended_at is null and accepted_at is not null`,
    invited: sql<boolean>`ended_at is null and accepted_at is null and invited_at > ${invitedSince}`,
    "invitation-over": sql<boolean>`ended_at is null and accepted_at is null and invited_at <= ${invitedSince}`,
  };
  return conditions[state];
};

type Wanted = Parsed<typeof contract>;

const matching = (work: Work, { q, state, role }: Wanted, invitedSince: string) =>
  people(work)
    .where(sql<boolean>`roles && ${[...staffRoles]}::text[]`)
    .$if(q !== "", (all) =>
      all.where(sql<boolean>`position(lower(${q}) in lower(name || ' ' || email)) > 0`),
    )
    .$if(role !== undefined, (all) => all.where(sql<boolean>`${role} = any(roles)`))
    .$if(state !== undefined, (all) => all.where(inState(state ?? "active", invitedSince)));

/** One page of the people who work here, by name. Invitations sent before `invitedSince` are over. */
export const selectPeople = (work: Work, input: Wanted, invitedSince: string) => {
  const { limit, cursor } = input;
  const key = sql<string>`lower(person.name)`;
  return inPages(
    matching(work, input, invitedSince)
      .selectAll()
      .select(totalOf(matching(work, input, invitedSince))),
    { limit, cursor, key, id: sql<string>`person.id`, order: "asc" },
  ).execute();
};

/** How many of those who work here may come in, and how many were asked to and did not yet. */
export const countStanding = async (
  { tx, organizationId }: Work,
  invitedSince: string,
): Promise<{ active: number; invited: number }> => {
  const { rows } = await sql<{ active: number; invited: number }>`
    select (count(*) filter (where ${inState("active", invitedSince)}))::integer as active,
      (count(*) filter (where ${inState("invited", invitedSince)}))::integer as invited
    from stepwell.affiliation
    where organization_id = ${organizationId} and roles && ${[...staffRoles]}::text[]`.execute(tx);
  return rows[0] ?? { active: 0, invited: 0 };
};

export const findPerson = (work: Work, id: string): Promise<PersonRow | undefined> =>
  people(work).selectAll().where("id", "=", id).executeTakeFirst();
