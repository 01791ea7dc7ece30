import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { openPool } from "#server/db/pool.ts";
import { findPostgres } from "#server/platform/postgres/find-postgres.ts";
import type { ProductPlace } from "./product-process.ts";

const enrolled = z.object({
  patientId: z.string(),
  enrollmentId: z.string(),
  admittedOn: z.string(),
  objectiveId: z.string(),
  programId: z.string(),
  siteId: z.string(),
});
export type Enrolled = z.output<typeof enrolled>;

const colleague = z.object({ email: z.string(), staffId: z.string() });
export type Colleague = z.output<typeof colleague>;

const worldSchema = z.object({
  organizationId: z.string(),
  zone: z.string(),
  groupTypeId: z.string(),
  enrolled: z.array(enrolled).min(8),
  signers: z.array(colleague).min(2),
  admissions: z.array(colleague).min(1),
  billers: z.array(colleague).min(1),
});

/** The organization in which people work, and who they are. */
export interface World extends z.output<typeof worldSchema> {
  /** Today on the wall of the organization. */
  readonly today: string;
}

const withRole = (role: string) => `(
  select coalesce(json_agg(json_build_object('email', a.email, 'staffId', f.staff_id) order by a.email), '[]')
    from stepwell.affiliation f join global.account a on a.id = f.account_id
   where f.organization_id = o.organization_id and f.staff_id is not null and f.roles @> '{${role}}'
     and not exists (select from stepwell.staff_credential c
                      where c.organization_id = f.organization_id and c.staff_id = f.staff_id and c.needs_supervision))`;

const statement = `
  select json_build_object(
    'organizationId', o.organization_id, 'zone', o.zone,
    'groupTypeId', (select t.id from stepwell.activity_type t
                     where t.organization_id = o.organization_id and t.format = 'group' and t.retired_at is null
                     order by t.name, t.id limit 1),
    'enrolled', (select json_agg(e) from (
       select e.patient_id as "patientId", e.id as "enrollmentId", e.admitted_on as "admittedOn", b.id as "objectiveId",
              e.program_id as "programId", p.site_id as "siteId"
         from stepwell.enrollment e
         join stepwell.program p on p.organization_id = e.organization_id and p.id = e.program_id
         join lateral (select b.id from stepwell.objective b
                        where b.organization_id = e.organization_id and b.enrollment_id = e.id
                        order by b.created_at, b.id limit 1) b on true
        where e.organization_id = o.organization_id and e.ended_on is null
        order by e.admitted_on, e.id) e),
    'signers', ${withRole("therapist")}, 'admissions', ${withRole("admissions")}, 'billers', ${withRole("biller")}) as world
  from stepwell.organization o
  order by (select count(*) from stepwell.enrollment e where e.organization_id = o.organization_id) desc limit 1`;

/** Reads who and what there is from the database of the running product. */
export const readWorld = async (place: ProductPlace): Promise<World> => {
  const url = findPostgres(place.dataDir, place.binDir)?.ownerUrl("stepwell");
  if (url === undefined) throw new Error("the database does not run");
  const pool = openPool({ url, most: 1 });
  try {
    const { rows } = await pool.query<{ world: unknown }>(statement);
    const world = worldSchema.parse(rows[0]?.world);
    const today = Temporal.Now.plainDateISO(world.zone).toString();
    return { ...world, today };
  } finally {
    await pool.end();
  }
};
