import type pg from "pg";
import { newId } from "#server/platform/ids.ts";
import { hashToken, newToken } from "#server/platform/session.ts";

/** The organization that the demo fills most, and what of it a day needs. */
export interface House {
  readonly organizationId: string;
  readonly zone: string;
  readonly siteId: string;
  readonly programId: string;
  readonly trackId: string;
  readonly levelId: string;
  readonly groupTypeId: string;
}

export const findHouse = async (owner: pg.Pool): Promise<House> => {
  const { rows } = await owner.query<House>(
    `select o.organization_id as "organizationId", o.zone, p.site_id as "siteId", p.id as "programId", t.id as "trackId",
            l.id as "levelId", y.id as "groupTypeId"
       from stepwell.organization o
       join stepwell.program p on p.organization_id = o.organization_id and p.name = 'Evening SUD IOP'
       join stepwell.track t on t.organization_id = o.organization_id and t.program_id = p.id
       join stepwell.level_of_care l on l.organization_id = o.organization_id and l.code = 'iop'
       join stepwell.activity_type y on y.organization_id = o.organization_id and y.format = 'group' and y.retired_at is null
      order by t.name, y.name limit 1`,
  );
  const [house] = rows;
  if (house === undefined) throw new Error("the demo has no evening program");
  return house;
};

/** The first objective of each stay. */
export const findObjectives = async (
  owner: pg.Pool,
  organizationId: string,
): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await owner.query<{ enrollmentId: string; id: string }>(
    `select distinct on (enrollment_id) enrollment_id as "enrollmentId", id
       from stepwell.objective where organization_id = $1 order by enrollment_id, number, id`,
    [organizationId],
  );
  return new Map(rows.map(({ enrollmentId, id }) => [enrollmentId, id]));
};

/** Signs somebody in for as long as a day is replayed, able to sign. Answers the token of the cookie. */
export const signInFor = async (
  owner: pg.Pool,
  { organizationId }: Pick<House, "organizationId">,
  email: string,
  side: "staff" | "care",
): Promise<string> => {
  const token = newToken();
  const { rowCount } = await owner.query(
    `insert into global.login_session (id, account_id, organization_id, token_hash, device, address, created_at, last_seen_at, expires_at, signing_until, side)
     select $1, a.id, $2, $3, 'bench', '127.0.0.1', now(), now(), now() + interval '12 hours', now() + interval '12 hours', $5
       from global.account a where a.email = $4`,
    [newId(), organizationId, hashToken(token), email, side],
  );
  if (rowCount !== 1) throw new Error("nobody of that address");
  return token;
};
