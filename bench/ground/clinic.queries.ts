import type pg from "pg";
import type { Role } from "#domain/access/roles.ts";
import { newId } from "#server/platform/ids.ts";
import { hashToken, newToken } from "#server/platform/session.ts";
import { actAsAutovacuum } from "./autovacuum.queries.ts";

/** One made-up organization with sites, and somebody who is signed in. */
export interface Clinic {
  readonly organizationId: string;
  readonly accountId: string;
  readonly sessionId: string;
  readonly token: string;
  readonly siteIds: readonly string[];
}

const insertSites = async (owner: pg.Pool, organizationId: string, count: number) => {
  const ids = Array.from({ length: count }, newId);
  await owner.query(
    `insert into stepwell.site (organization_id, id, name, zone, npi, street, unit, city, state, postal_code, phone, crisis_phone, created_at)
     select $1, id, 'Riverbend house ' || place, 'America/Denver', '1234567893', place || ' Cottonwood Lane', 'Suite ' || place,
            'Harlow', 'CO', '80202', '3035550100', '3035550199', now()
       from unnest($2::uuid[]) with ordinality as new(id, place)`,
    [organizationId, ids],
  );
  await owner.query(
    `insert into stepwell.room (organization_id, id, site_id, name, seats, created_at)
     select $1, uuidv7(), id, 'Room ' || number, 12, now()
       from unnest($2::uuid[]) as site(id) cross join generate_series(1, 4) as number`,
    [organizationId, ids],
  );
  return ids;
};

const eventOf = (organizationId: string, recordId: string | undefined) => ({
  organization_id: organizationId,
  id: newId(),
  at: new Date().toISOString(),
  outcome: "read",
  verb: "site.read",
  purpose: "operations",
  actor_kind: "staff",
  actor_name: "Maya Torres",
  request_id: newId(),
  record_kind: "site",
  record_id: recordId,
  subjects: [],
});

const portion = 1000;

/** Adds so many lines to the trail, all of them reads of a site, and none of them sealed. */
export const insertEvents = async (
  owner: pg.Pool,
  { organizationId, siteIds }: Pick<Clinic, "organizationId" | "siteIds">,
  count: number,
): Promise<void> => {
  for (let written = 0; written < count; written += portion) {
    const events = Array.from({ length: Math.min(portion, count - written) }, (_, place) =>
      eventOf(organizationId, siteIds[(written + place) % siteIds.length]),
    );
    await owner.query("select stepwell.write_audit($1)", [JSON.stringify(events)]);
  }
};

/** So many lines are in the trail before anything is measured. */
const earlierEvents = 2000;

/** Fills an empty database as the owner: `siteCount` sites of four rooms, and a session that lives for hours. */
export const insertClinic = async (
  owner: pg.Pool,
  siteCount: number,
  roles: readonly Role[] = ["therapist"],
): Promise<Clinic> => {
  const [organizationId, accountId, sessionId, token] = [newId(), newId(), newId(), newToken()];
  await owner.query(
    "insert into stepwell.organization (organization_id, name, slug, zone, created_at) values ($1, 'Riverbend', 'riverbend', 'America/Denver', now())",
    [organizationId],
  );
  await owner.query(
    "insert into global.account (id, email, name, created_at) values ($1, 'maya.torres@riverbend.example', 'Maya Torres', now())",
    [accountId],
  );
  await owner.query(
    "insert into stepwell.affiliation (organization_id, id, account_id, roles, invited_at, invited_by, accepted_at) values ($1, $2, $3, $4, now(), 'bench', now())",
    [organizationId, newId(), accountId, roles],
  );
  await owner.query(
    "insert into global.login_session (id, account_id, organization_id, token_hash, device, address, created_at, last_seen_at, expires_at) values ($1, $2, $3, $4, 'Firefox, Linux', '127.0.0.1', now(), now(), now() + interval '12 hours')",
    [sessionId, accountId, organizationId, hashToken(token)],
  );
  const siteIds = await insertSites(owner, organizationId, siteCount);
  await insertEvents(owner, { organizationId, siteIds }, earlierEvents);
  await actAsAutovacuum(owner);
  return { organizationId, accountId, sessionId, token, siteIds };
};
