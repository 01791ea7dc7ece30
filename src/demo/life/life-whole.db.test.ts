import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { staffRoles } from "#domain/access/roles.ts";
import { holidaysBetween } from "#demo/holidays.ts";
import { usualLife } from "#demo/life/life-order.ts";
import { exportsJobs } from "#server/exports/exports.jobs.ts";
import { readExport } from "#server/exports/export-run.service.ts";
import { newId } from "#server/platform/ids.ts";
import { listHours } from "#server/scheduling/hours.service.ts";
import { testedBinDir } from "#test/support/postgres.ts";
import { lastDay, liveWhole, type WholeLife } from "#test/support/whole-life.ts";

describe.skipIf(testedBinDir !== undefined)("the twelve weeks that the demo begins with", () => {
  let whole: WholeLife;
  beforeAll(async () => {
    whole = await liveWhole(usualLife);
  }, 400_000);
  afterAll(() => whole.product.close());

  const rowsOf = async (text: string): Promise<Record<string, unknown>[]> =>
    (await whole.product.ownerPool.query(text, [whole.cedar])).rows;
  const numberOf = async (text: string): Promise<number> =>
    Number((await rowsOf(`select count(*) as n from ${text}`))[0]?.["n"]);
  /** Every different answer to a question about Cedar Bridge. */
  const each = async (what: string, from: string): Promise<unknown[]> =>
    (await rowsOf(`select distinct ${what} as it from ${from} order by 1`)).map(({ it }) => it);

  const stays = `stepwell.enrollment e join stepwell.level_of_care l on l.organization_id = e.organization_id
    and l.id = e.level_of_care_id where e.organization_id = $1`;

  test("are refused nothing", () => expect(whole.refused).toEqual([]));

  test("have some sixty people in care and some forty-five who left, a quarter of them early", async () => {
    const inCare = await numberOf(
      "(select distinct patient_id from stepwell.enrollment where organization_id = $1 and ended_on is null) one",
    );
    expect(inCare).toBeGreaterThan(54);
    expect(inCare).toBeLessThan(68);
    const left = await numberOf(`${stays} and e.ended_on is not null and l.code = 'iop'`);
    expect(left).toBeGreaterThan(38);
    expect(left).toBeLessThan(56);
    const early = await numberOf(
      `${stays} and l.code = 'iop' and e.end_reason in ('against-advice', 'no-contact', 'payer-financial', 'hospitalized', 'moved', 'incarcerated')`,
    );
    expect(early / left).toBeGreaterThan(0.18);
    expect(early / left).toBeLessThan(0.33);
    const [median] = await rowsOf(
      `select percentile_cont(0.5) within group (order by e.ended_on - e.admitted_on + 1) / 7.0 as weeks from ${stays} and e.ended_on is not null and l.code = 'iop'`,
    );
    expect(Number(median?.["weeks"])).toBeGreaterThanOrEqual(7);
    expect(Number(median?.["weeks"])).toBeLessThanOrEqual(9);
    const cameBack = `(select e.patient_id from ${stays} and l.code = 'iop' group by 1 having count(*) > 1) one`;
    expect(await numberOf(cameBack)).toBeGreaterThan(1);
  });

  test("rest on Labor Day and over Thanksgiving: nobody meets, and those weeks are held against nobody", async () => {
    const days = holidaysBetween("2026-09-07", lastDay).map(({ day }) => day);
    expect(days).toEqual(["2026-09-07", "2026-11-26", "2026-11-27"]);
    const { cedar, product } = whole;
    for (const day of days) {
      expect(
        await each(
          "reason",
          `stepwell.closure where organization_id = $1 and starts_on = '${day}'`,
        ),
      ).toHaveLength(1);
      expect(
        await numberOf(`stepwell.session where organization_id = $1 and service_date = '${day}'`),
      ).toBe(0);
    }
    const weekOf = (on: string) =>
      product.inside({ organizationId: cedar, name: "Cedar Bridge" }, (work) =>
        listHours(work, { on }),
      );
    const standings = async (on: string) =>
      new Set((await weekOf(on)).rows.map(({ standing }) => standing));
    expect(await standings("2026-11-28")).toContain("variance");
    expect(await standings("2026-11-28")).not.toContain("short");
    expect(await standings("2026-11-21")).toContain("short");
  });

  test("have every kind of track, two sites in two zones, mornings, middays and evenings", async () => {
    expect(
      await each(
        "t.kind",
        "stepwell.enrollment e join stepwell.track t on t.organization_id = e.organization_id and t.id = e.track_id where e.organization_id = $1",
      ),
    ).toEqual(["adolescent", "co-occurring", "mental-health", "substance-use", "trauma"]);
    const sessions = "stepwell.session where organization_id = $1";
    expect(await each("zone", sessions)).toEqual(["America/Denver", "America/Los_Angeles"]);
    const part = `case when (starts_at at time zone zone)::time < '11:00' then 'morning'
      when (starts_at at time zone zone)::time < '14:00' then 'midday'
      when (starts_at at time zone zone)::time >= '17:00' then 'evening' end`;
    expect(await each(part, `${sessions} and series_id is not null`)).toEqual(
      expect.arrayContaining(["evening", "midday", "morning"]),
    );
  });

  test("hold make-ups for what was missed, one of them more than the rule counts in a week", async () => {
    const makeUps = await rowsOf(
      `select m.delivered_minutes, m.credited_minutes, m.is_over_limit, missed.status from stepwell.attendance m
        left join stepwell.attendance missed on missed.organization_id = m.organization_id and missed.id = m.makes_up_for
       where m.organization_id = $1 and m.kind = 'make-up'`,
    );
    expect(makeUps.length).toBeGreaterThan(3);
    expect(makeUps.some((one) => one["status"] !== null)).toBe(true);
    const over = makeUps.filter((one) => one["is_over_limit"] === true);
    expect(over.length).toBeGreaterThan(0);
    expect(over.every((one) => one["credited_minutes"] === 0)).toBe(true);
  });

  test("begin at the same hour on the wall before and after the change of the clock", async () => {
    const walls = `select r.id from stepwell.session s join stepwell.series r on r.organization_id = s.organization_id and r.id = s.series_id
      where s.organization_id = $1 and s.state <> 'cancelled' group by r.id
      having count(distinct (s.starts_at at time zone s.zone)::time) > 1`;
    expect(await rowsOf(walls)).toEqual([]);
    const offsets =
      "(s.starts_at at time zone s.zone) - (s.starts_at at time zone 'UTC') as difference";
    const both = `select count(*) as n from (select distinct ${offsets} from stepwell.session s
      where s.organization_id = $1 and s.zone = 'America/Denver' and s.state = 'open') one`;
    expect(Number((await rowsOf(both))[0]?.["n"])).toBe(2);
  });

  test("have staff of every role, an intern, and six payers with contracts of their own", async () => {
    expect(await each("unnest(roles)", "stepwell.affiliation where organization_id = $1")).toEqual(
      expect.arrayContaining([...staffRoles].toSorted()),
    );
    expect(
      await numberOf("stepwell.staff where organization_id = $1 and position = 'intern'"),
    ).toBeGreaterThan(0);
    expect(
      await each(
        "p.name",
        `stepwell.day_charge d join stepwell.payer p on p.organization_id = d.organization_id and p.id = d.payer_id
         where d.organization_id = $1 and exists (select from stepwell.contract c where c.organization_id = $1 and c.payer_id = p.id)`,
      ),
    ).toHaveLength(6);
  });

  test("have people who are late, away for a reason, gone early, by video and taken aside", async () => {
    const attendance = "stepwell.attendance where organization_id = $1";
    expect(await each("status", attendance)).toEqual(
      expect.arrayContaining(["absent", "cancelled", "excused", "late", "left-early", "present"]),
    );
    const reasons = await each("reason", `${attendance} and status in ('absent', 'excused')`);
    expect(reasons.length).toBeGreaterThan(5);
    expect(reasons).not.toContain(null);
    const events = "stepwell.attendance_event where organization_id = $1";
    expect(await each("kind", events)).toEqual(
      expect.arrayContaining(["failure-start", "pulled-out", "returned"]),
    );
    expect(await numberOf(`${events} and corrects_id is not null`)).toBeGreaterThan(3);
  });

  test("have a site that was closed, an evening that was cancelled, and somebody who stood in", async () => {
    const cancelled = "stepwell.session where organization_id = $1 and state = 'cancelled'";
    expect(await numberOf(`${cancelled} and closure_id is not null`)).toBeGreaterThan(0);
    expect(await numberOf(`${cancelled} and closure_id is null`)).toBeGreaterThan(0);
    const stoodIn = `stepwell.session s join stepwell.session_facilitator f on f.organization_id = s.organization_id
      and f.session_id = s.id and f.role = 'lead' where s.organization_id = $1 and s.series_id is not null
      and not exists (select from stepwell.series_facilitator g where g.organization_id = $1 and g.series_id = s.series_id and g.staff_id = f.staff_id)`;
    expect(await numberOf(stoodIn)).toBeGreaterThan(1);
  });

  test("hear from the clearinghouse: one file rejected and sent again, the last one still open", async () => {
    const files =
      "stepwell.claim_file f where f.organization_id = $1 and f.actor_name = 'Beatrix Holloway'";
    const answered = (verdict: string) =>
      `${files} and exists (select from stepwell.acknowledgment a where a.organization_id = $1 and a.claim_file_id = f.id and a.verdict = '${verdict}')`;
    const all = await numberOf(files);
    expect(all).toBeGreaterThan(30);
    expect(await numberOf(answered("accepted"))).toBe(all - 2);
    expect(await numberOf(answered("rejected"))).toBe(1);
    const rejected = `stepwell.claim_acknowledgment r join stepwell.claim c on c.organization_id = $1 and c.id = r.claim_id
      where r.organization_id = $1 and r.verdict = 'rejected'`;
    expect(await numberOf(rejected)).toBeGreaterThan(2);
    expect(
      await numberOf(`${rejected} and not exists (select from stepwell.claim n where n.organization_id = $1
        and n.replaces_claim_id = c.id and n.state = 'exported' and n.frequency = c.frequency)`),
    ).toBe(0);
    const member = "snapshot->'subscriber'->>'memberNumber'";
    const named = await rowsOf(
      `select c.${member} as was, n.${member} as sent from ${rejected} and r.faults <> '[]'`.replace(
        "where r.organization_id",
        "join stepwell.claim n on n.organization_id = $1 and n.replaces_claim_id = c.id where r.organization_id",
      ),
    );
    expect(named.map(({ was, sent }) => sent === `${String(was)}01`)).toEqual([true]);
    const left = `${files} and f.handed_over_at is null`;
    expect(await numberOf(left)).toBe(0);
  });

  test("leave notes unsigned, returned and corrected, and days and claims that wait", async () => {
    const unsigned = `stepwell.session s where s.organization_id = $1 and s.state = 'open'
      and exists (select from stepwell.attendance a where a.organization_id = $1 and a.session_id = s.id and a.delivered_minutes > 0)
      and not exists (select from stepwell.member_note n where n.organization_id = $1 and n.session_id = s.id)`;
    expect(await numberOf(unsigned)).toBeGreaterThan(3);
    expect(await each("kind", "stepwell.note_act where organization_id = $1")).toEqual([
      "cosign",
      "return",
    ]);
    expect(
      await numberOf("stepwell.member_note where organization_id = $1 and corrects_id is not null"),
    ).toBeGreaterThan(3);
    expect(
      await numberOf("stepwell.day_charge where organization_id = $1 and state = 'held'"),
    ).toBeGreaterThan(10);
    expect(await each("state", "stepwell.claim where organization_id = $1")).toEqual(
      expect.arrayContaining(["exported", "ready", "scrubbed"]),
    );
  });

  test("have courses of every kind, and dark answers that somebody looked after within the hour", async () => {
    const sheets = "stepwell.measure_response where organization_id = $1";
    expect((await each("band", `${sheets} and band is not null`)).length).toBe(5);
    const dark = await numberOf(`${sheets} and answers->>'9' <> '0'`);
    expect(dark).toBeGreaterThan(3);
    const tasks = "stepwell.task where organization_id = $1 and kind = 'crisis-answer'";
    expect(await numberOf(tasks)).toBe(dark);
    expect(
      await numberOf(
        `${tasks} and closed_at < created_at + interval '1 hour' and taken_at is not null`,
      ),
    ).toBe(dark);
    const spans = await rowsOf(
      `select (array_agg(score order by completed_at desc))[1] - (array_agg(score order by completed_at))[1] as change
         from ${sheets} and score is not null group by patient_id having count(*) > 4`,
    );
    const changes = spans.map(({ change }) => Number(change));
    expect(changes.some((change) => change <= -8)).toBe(true);
    expect(changes.some((change) => Math.abs(change) <= 2)).toBe(true);
    expect(changes.some((change) => change >= 3)).toBe(true);
  });

  test("have papers: what people asked to be kept back, a consent taken back, audits, a subpoena", async () => {
    const restrictions = "stepwell.restriction where organization_id = $1";
    expect(await each("coalesce(answer, 'asked')", restrictions)).toEqual([
      "agreed",
      "asked",
      "not-agreed",
    ]);
    expect(await numberOf(`${restrictions} and ended_on is not null`)).toBe(1);
    expect(
      await numberOf("stepwell.consent where organization_id = $1 and revoked_on is not null"),
    ).toBe(1);
    expect(await numberOf("stepwell.record_review where organization_id = $1")).toBe(3);
    expect(await numberOf("stepwell.court_order where organization_id = $1")).toBe(1);
    expect(await each("basis", "stepwell.disclosure where organization_id = $1")).toEqual(
      expect.arrayContaining(["audit", "emergency"]),
    );
  });

  test("have lists that came, an answer somebody still owes, and charts that were handed over", async () => {
    expect(await each("state", "stepwell.import_run where organization_id = $1")).toEqual(["done"]);
    expect(await each("outcome", "stepwell.import_entry where organization_id = $1")).toEqual([
      "asked",
      "merged",
      "refused",
      "taken",
    ]);
    expect(
      await each("kind || ' ' || state", "stepwell.export_run where organization_id = $1"),
    ).toEqual(["organization cancelled", "organization waiting", "person ready"]);
  });

  test("have a copy of everything, which the server makes when it hears of it", async () => {
    const { product, cedar } = whole;
    const house = { organizationId: cedar, name: "Cedar Bridge" };
    const [waiting] = await rowsOf(
      "select record_id as id from stepwell.outbox where organization_id = $1 and kind = 'export.organization' and delivered_at is null",
    );
    const recordId = String(waiting?.["id"]);
    const [job] = exportsJobs(product.services);
    await product.inside(house, async (work) => {
      await job?.handle(work, { id: newId(), kind: job.kind, recordId, payload: {} });
    });
    const run = await product.inside(house, (work) => readExport(work, recordId));
    expect(run).toMatchObject({ state: "ready", requestedBy: "Tobias Wrenfield" });
    expect(run.files.find(({ name }) => name === "fhir/Patient.ndjson")?.rows).toBe(
      await numberOf("stepwell.patient where organization_id = $1"),
    );
  });

  test("have notes that go from one objective to another, hardly two with the same words", async () => {
    const notes = "stepwell.member_note where organization_id = $1 and corrects_id is null";
    const worked = `(select patient_id from ${notes} group by 1 having count(distinct objective_id) > 1) one`;
    const written = `(select distinct patient_id from ${notes}) one`;
    expect((await numberOf(worked)) / (await numberOf(written))).toBeGreaterThan(0.6);
    const own = await numberOf(`(select distinct sentence from ${notes}) one`);
    expect(own / (await numberOf(notes))).toBeGreaterThan(0.95);
  });

  test("keep the second organization apart: nobody of one is in the other", async () => {
    const shared = `select p.id from stepwell.patient p join stepwell.patient q on q.id = p.id and q.organization_id <> p.organization_id
      where p.organization_id = $1`;
    expect(await rowsOf(shared)).toEqual([]);
    expect(await numberOf("stepwell.patient where organization_id <> $1")).toBeGreaterThan(3);
  });
});
