import { expect, test } from "vitest";
import { testedBinDir } from "#test/support/postgres.ts";
import { liveWhole, type WholeLife } from "#test/support/whole-life.ts";

/** What somebody would see of two lives, without ids and without the moments at which a machine wrote. */
const seen = {
  people: `select p.given_name, p.family_name, p.birth_date, e.admitted_on, e.ended_on, e.end_reason from stepwell.enrollment e
    join stepwell.patient p on p.organization_id = e.organization_id and p.id = e.patient_id`,
  attendance: `select p.given_name, p.family_name, s.name, a.starts_at, a.status, a.reason, a.credited_minutes, a.version from stepwell.attendance a
    join stepwell.patient p on p.organization_id = a.organization_id and p.id = a.patient_id
    join stepwell.session s on s.organization_id = a.organization_id and s.id = a.session_id`,
  notes: `select p.given_name, p.family_name, n.starts_at, n.signed_at, n.author_name, n.sentence, n.participation, n.progress, o.statement
    from stepwell.member_note n join stepwell.patient p on p.organization_id = n.organization_id and p.id = n.patient_id
    join stepwell.objective o on o.organization_id = n.organization_id and o.id = n.objective_id`,
  sheets: `select p.given_name, p.family_name, m.completed_at, m.answers::text, m.score from stepwell.measure_response m
    join stepwell.patient p on p.organization_id = m.organization_id and p.id = m.patient_id`,
  days: `select p.given_name, p.family_name, d.service_date, d.state, d.minutes, d.total_cents from stepwell.day_charge d
    join stepwell.patient p on p.organization_id = d.organization_id and p.id = d.patient_id`,
  claims: `select p.given_name, p.family_name, c.from_date, c.through_date, c.form, c.state, c.total_cents,
      (select count(*)::int from stepwell.claim_acknowledgment a where a.organization_id = c.organization_id and a.claim_id = c.id) as rejected from stepwell.claim c
    join stepwell.patient p on p.organization_id = c.organization_id and p.id = c.patient_id`,
} as const;

test.skipIf(testedBinDir !== undefined)(
  "the same seed and the same day come to the same rows, ids aside",
  async () => {
    const wish = { members: 36, weeks: 1 };
    const [one, other] = [await liveWhole(wish), await liveWhole(wish)];
    try {
      for (const [name, text] of Object.entries(seen)) {
        const linesOf = async ({ product }: WholeLife) =>
          (await product.ownerPool.query(text)).rows.map((row) => JSON.stringify(row)).toSorted();
        const lines = await linesOf(one);
        expect(lines.length, name).toBeGreaterThan(20);
        expect(await linesOf(other), name).toEqual(lines);
      }
    } finally {
      await one.product.close();
      await other.product.close();
    }
  },
  400_000,
);
