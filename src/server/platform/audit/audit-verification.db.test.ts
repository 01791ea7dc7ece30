import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "#server/platform/ids.ts";
import type { TrailFinding } from "#server/platform/audit/trail-findings.ts";
import { openTestTrail, pick, type TestTrail } from "#test/support/test-trail.ts";

let trail: TestTrail;

beforeAll(async () => {
  trail = await openTestTrail();
});
beforeEach(() => trail.begin());
afterAll(() => trail.close());

const found = async (): Promise<readonly TrailFinding[]> => (await trail.verify()).findings;

const threeBatches = [[{}, {}], [{}, {}, {}], [{}]];

describe("a seal", () => {
  const codes = async () =>
    (await found()).map(({ code, values }) => [code, values["number"]] as const);

  it("whose hash was changed is named, and so is the break behind it", async () => {
    await trail.sealAll(threeBatches);
    await trail.changeSeal(2, "hash = sha256(hash)");
    expect(await codes()).toEqual([
      ["seal-altered", 2],
      ["chain-broken", 3],
      ["seal-replaced", 2],
    ]);
  });

  it("whose digest was changed to fit an altered row is named", async () => {
    const ids = await trail.sealAll(threeBatches);
    await trail.changeEvent(pick(pick(ids, 1), 0), "verb = 'room.read'");
    await trail.changeSeal(
      2,
      "digests[1] = (select sha256(convert_to(stepwell.audit_text(e, null), 'UTF8')) from stepwell.audit_event e where e.organization_id = $1 and e.id = audit_ids[1])",
    );
    expect(await codes()).toEqual([["seal-altered", 2]]);
  });

  it("of which a row was taken out is named with the row", async () => {
    const ids = await trail.sealAll(threeBatches);
    await trail.changeSeal(2, "audit_ids = audit_ids[2:], digests = digests[2:]");
    expect(await found()).toMatchObject([
      { code: "seal-altered", values: { number: 2 } },
      { code: "events-outside", values: { count: 1, id: pick(pick(ids, 1), 0) } },
    ]);
  });

  it("whose time was changed is named by its anchor", async () => {
    await trail.sealAll(threeBatches);
    await trail.changeSeal(2, "sealed_at = sealed_at - interval '1 hour'");
    expect(await codes()).toEqual([["seal-altered", 2]]);
  });

  it("that was made anew over altered rows is told from the anchored one", async () => {
    const ids = await trail.sealAll(threeBatches);
    const last = pick(pick(ids, 2), 0);
    await trail.deleteSeals([3]);
    await trail.changeEvent(last, "actor_name = 'Somebody Else'");
    await trail.tamper("insert into stepwell.audit_unsealed values ($1, $2)", [
      trail.organizationId,
      last,
    ]);
    await trail.seal();
    const findings = await codes();
    expect(findings).toEqual([["seal-replaced", 3]]);
    trail.reopenAnchors();
    expect(await codes()).toEqual(findings);
  });
});

describe("the newest seals alone", () => {
  it("are verified from the seal they follow", async () => {
    await trail.sealAll(threeBatches);
    const report = await trail.verify({ newest: 2 });
    expect(report).toMatchObject({ isIntact: true, isWhole: false, seals: 2, sealedEvents: 4 });
    expect(await trail.verify({ newest: 3 })).toMatchObject({ isWhole: true, seals: 3 });
  });

  it("show what was done to them and not what lies before", async () => {
    const ids = await trail.sealAll(threeBatches);
    await trail.changeEvent(pick(pick(ids, 0), 0), "verb = 'room.read'");
    expect(await trail.verify({ newest: 1 })).toMatchObject({ isIntact: true });
    await trail.deleteSeals([2]);
    expect((await trail.verify({ newest: 1 })).findings).toEqual([
      { code: "seals-missing", values: { from: 2, until: 2 } },
    ]);
  });
});

describe("events that wait", () => {
  it("are told when they wait too long, but are no tampering", async () => {
    await trail.sealAll(threeBatches);
    await trail.write([{}, {}]);
    expect((await trail.verify({ later: { minutes: 1 } })).findings).toEqual([]);
    expect(await trail.verify({ later: { minutes: 3 } })).toMatchObject({
      isIntact: true,
      waitingEvents: 2,
      findings: [{ code: "events-waiting", values: { count: 2 } }],
    });
  });

  it("count from their writing where they tell of a past that was replayed", async () => {
    await trail.write([{ at: "2026-08-01T09:00:00Z" }]);
    expect((await trail.verify()).findings).toEqual([]);
  });
});

it("keeps the first findings and counts all", async () => {
  const [ids = []] = await trail.sealAll([Array.from({ length: 60 }, () => ({}))]);
  await trail.tamper("update stepwell.audit_event set verb = 'x.y' where organization_id = $1", [
    trail.organizationId,
  ]);
  const report = await trail.verify();
  expect(report.findingsInAll).toBe(60);
  expect(report.findings.length).toBe(50);
  expect(report.findings[0]?.values["id"]).toBe(ids[0]);
});

it("sees nothing of another organization", async () => {
  const ids = await trail.sealAll(threeBatches);
  const { organizationId } = trail;
  await trail.changeEvent(pick(pick(ids, 0), 0), "verb = 'room.read'");
  await trail.sealAll([[{}]]);
  expect(await trail.verify()).toMatchObject({ isIntact: true, seals: 1 });
  trail.organizationId = organizationId;
  expect((await trail.verify({ anchors: null })).findings).toHaveLength(1);
});

it("verifies 20,000 events with seconds of work", { timeout: 120_000 }, async () => {
  const many = await openTestTrail();
  try {
    await many.begin();
    for (let batch = 0; batch < 20; batch++)
      await many.write(Array.from({ length: 1000 }, () => ({ subjects: [newId()] })));
    await many.seal();
    const before = process.cpuUsage();
    const report = await many.verify();
    // The time it works, not the time it waits for a machine that has other work.
    const { user, system } = process.cpuUsage(before);
    expect(report).toMatchObject({ isIntact: true, sealedEvents: 20_000, seals: 20 });
    expect((user + system) / 1_000_000).toBeLessThan(10);
  } finally {
    await many.close();
  }
});
