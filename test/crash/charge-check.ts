import { chargeDay } from "#server/billing/charges/day-charge.service.ts";
import type { Afterwards, Check } from "./afterwards.ts";

/** All that a day is worth on which every group was signed, without when it was made: what is unsigned yet is told when it is. */
const statement = `
  select d.enrollment_id as enrollment, d.service_date::text as day,
         (to_jsonb(d) - 'made_at' - 'version' - 'difference')::text
           || coalesce((select jsonb_agg(to_jsonb(l) order by l.key)::text from stepwell.charge_line l
                         where l.organization_id = d.organization_id and l.day_charge_id = d.id), '') as worth
    from stepwell.day_charge d
   where d.organization_id = $1
     and exists (select from stepwell.member_note m where m.organization_id = d.organization_id
       and m.enrollment_id = d.enrollment_id and m.service_date = d.service_date)
     and not exists (select from stepwell.attendance a where a.organization_id = d.organization_id
       and a.enrollment_id = d.enrollment_id and a.service_date = d.service_date and a.delivered_minutes > 0
       and not exists (select from stepwell.member_note m where m.organization_id = a.organization_id
         and m.session_id = a.session_id and m.patient_id = a.patient_id))
   order by d.id`;

interface Day {
  readonly enrollment: string;
  readonly day: string;
  readonly worth: string;
}

/** The charges of every signed day are made anew from their facts and come out the same. */
export const chargeCheck = async ({ owner, inside, world }: Afterwards): Promise<Check> => {
  const read = async () => (await owner.query<Day>(statement, [world.organizationId])).rows;
  const before = await read();
  const days = new Map(before.map((row) => [`${row.enrollment} ${row.day}`, row]));
  await inside(async (work) => {
    for (const { enrollment, day } of days.values()) await chargeDay(work, enrollment, day);
  });
  const after = new Set((await read()).map((row) => row.worth));
  const problems = before
    .filter((row) => !after.has(row.worth))
    .map((row) => `the day ${row.day} of stay ${row.enrollment} comes out otherwise: ${row.worth}`);
  return {
    name: "every signed day comes out with the same charges when it is made anew",
    looked: before.length,
    problems,
  };
};
