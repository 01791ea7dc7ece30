import { sql } from "kysely";
import { z } from "zod";
import type { Work } from "#server/platform/work.ts";

const keptDaySchema = z.looseObject({
  id: z.string(),
  enrollment_id: z.string(),
  coverage_id: z.string().nullable(),
  service_date: z.string(),
  label: z.string(),
  version: z.int(),
});
export const keptDaysSchema = z.array(
  z.object({ day: keptDaySchema, lines: z.array(z.looseObject({})) }),
);
/** Days as they stand in a claim, row for row. */
export type KeptDays = z.output<typeof keptDaysSchema>;

export const keptDays = async (
  { tx, organizationId }: Work,
  dayIds: readonly string[],
): Promise<KeptDays> => {
  const { rows } = await sql<KeptDays[number]>`
    select to_jsonb(d) as day, (select coalesce(jsonb_agg(to_jsonb(l) order by l.position), '[]') from stepwell.charge_line l
      where l.organization_id = ${organizationId} and l.day_charge_id = d.id) as lines
    from stepwell.day_charge d where d.organization_id = ${organizationId} and d.id = any(${dayIds}::uuid[])
    order by d.service_date, d.id`.execute(tx);
  return keptDaysSchema.parse(rows);
};

const keyOf = (kept: KeptDays) =>
  JSON.stringify(
    kept.map(({ day: { id, enrollment_id, coverage_id, service_date } }) => ({
      id,
      enrollment_id,
      coverage_id,
      service_date,
    })),
  );

/** The days that are there now in place of these. */
const inTheirPlace = (organizationId: string, kept: KeptDays) => sql`
  select d.id, d.claim_id from stepwell.day_charge d
  join jsonb_to_recordset(${keyOf(kept)}::jsonb) as k(id uuid, enrollment_id uuid, coverage_id uuid, service_date date)
    on d.enrollment_id = k.enrollment_id and d.coverage_id is not distinct from k.coverage_id and d.service_date = k.service_date
  where d.organization_id = ${organizationId}`;

/** Our number of a claim that bills one of these days by now, if one does. */
export const billedElsewhere = async (
  { tx, organizationId }: Work,
  kept: KeptDays,
): Promise<string | undefined> => {
  const { rows } = await sql<{ control: string }>`
    select c.control from (${inTheirPlace(organizationId, kept)}) d
    join stepwell.claim c on c.organization_id = ${organizationId} and c.id = d.claim_id order by c.control limit 1`.execute(
    tx,
  );
  return rows[0]?.control;
};

interface Gone {
  readonly enrollmentId: string;
  readonly coverageId: string | null;
  readonly serviceDate: string;
  readonly label: string;
  readonly version: number;
}

/**
 * Puts days back as they stood, each with its lines. What is there in their place, under whatever id, is in no claim; its label
 * stays, so that none becomes weaker.
 */
export const putBack = async ({ tx, organizationId }: Work, kept: KeptDays): Promise<void> => {
  const { rows } = await sql<{ id: string }>`${inTheirPlace(organizationId, kept)}`.execute(tx);
  const ids = rows.map(({ id }) => id);
  await sql`delete from stepwell.charge_line where organization_id = ${organizationId} and day_charge_id = any(${ids}::uuid[])`.execute(
    tx,
  );
  const { rows: gone } = await sql<Gone>`
    delete from stepwell.day_charge where organization_id = ${organizationId} and id = any(${ids}::uuid[]) and claim_id is null
    returning enrollment_id, coverage_id, service_date, label, version`.execute(tx);
  const days = kept.map(({ day }) => {
    const there = gone.find(
      (one) =>
        one.enrollmentId === day.enrollment_id &&
        one.coverageId === day.coverage_id &&
        one.serviceDate === day.service_date,
    );
    return {
      ...day,
      label: there?.label ?? day.label,
      version: (there?.version ?? day.version) + 1,
    };
  });
  await sql`insert into stepwell.day_charge
    select * from jsonb_populate_recordset(null::stepwell.day_charge, ${JSON.stringify(days)}::jsonb) d
    where d.organization_id = ${organizationId}`.execute(tx);
  await sql`insert into stepwell.charge_line
    select * from jsonb_populate_recordset(null::stepwell.charge_line, ${JSON.stringify(kept.flatMap(({ lines }) => lines))}::jsonb) l
    where l.organization_id = ${organizationId}`.execute(tx);
};
