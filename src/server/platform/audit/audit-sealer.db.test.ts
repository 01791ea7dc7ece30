import { appendFileSync, readFileSync, rmSync, statSync, truncateSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { openAnchorFile, type Anchor } from "#server/platform/audit/audit-anchors.ts";
import { sealOnce, startSealer } from "#server/platform/audit/audit-sealer.ts";
import { openTestTrail, type TestTrail } from "#test/support/test-trail.ts";

let trail: TestTrail;

beforeAll(async () => {
  trail = await openTestTrail();
});
beforeEach(() => trail.begin());
afterAll(() => trail.close());

const several = (count: number) => Array.from({ length: count }, () => ({}));
const anchored = (): Anchor[] =>
  readFileSync(trail.anchorFile, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line): Anchor => JSON.parse(line))
    .filter((anchor) => anchor.organizationId === trail.organizationId);

it("seals everything that waits in batches and anchors each head", async () => {
  await trail.write(several(2300));
  expect(await trail.seal()).toEqual({ seals: 3, events: 2300 });
  expect(anchored().map((anchor) => anchor.number)).toEqual([1, 2, 3]);
  const report = await trail.verify();
  expect(report).toMatchObject({
    isIntact: true,
    isWhole: true,
    sealedEvents: 2300,
    waitingEvents: 0,
    seals: 3,
    anchors: 3,
    findings: [],
  });
});

it("keeps the anchors from other users of the machine", async () => {
  await trail.write(several(1));
  await trail.seal();
  expect(statSync(trail.anchorFile).mode & 0o777).toBe(0o600);
});

it("lets any number of sealers work at once: every event is sealed once", async () => {
  await trail.write(several(3000));
  const others = Array.from({ length: 4 }, (_, place) => ({
    ...trail.services,
    anchors: openAnchorFile(`${trail.anchorFile}.${place}`),
  }));
  await Promise.all(others.map((services) => sealOnce(services, "waiting")));
  await trail.seal();
  const { rows } = await trail.ownerPool.query(
    "select count(*) as entries, count(distinct i.id) as events from stepwell.audit_seal, unnest(audit_ids) as i(id) where organization_id = $1",
    [trail.organizationId],
  );
  expect(rows[0]).toEqual({ entries: 3000, events: 3000 });
  expect((await trail.verify()).findings).toEqual([]);
});

it("anchors what a pass that was killed between seal and anchor left", async () => {
  await trail.write(several(5));
  await trail.sealWithoutAnchor(3);
  trail.reopenAnchors();
  await sealOnce(trail.services, "all");
  expect(anchored().map((anchor) => anchor.number)).toEqual([1, 2]);
  expect((await trail.verify()).findings).toEqual([]);
});

it("anchors such a seal even when no event waits any more", async () => {
  await trail.write(several(2));
  await trail.sealWithoutAnchor(2);
  trail.reopenAnchors();
  expect(await sealOnce(trail.services, "waiting")).toEqual({ seals: 0, events: 0 });
  await sealOnce(trail.services, "all");
  expect(anchored().map((anchor) => anchor.number)).toEqual([1]);
});

it("mends a line whose writing was interrupted", async () => {
  await trail.write(several(1));
  await trail.seal();
  await trail.write(several(1));
  await trail.seal();
  truncateSync(trail.anchorFile, statSync(trail.anchorFile).size - 40);
  trail.reopenAnchors();
  await sealOnce(trail.services, "all");
  expect(anchored().map((anchor) => anchor.number)).toEqual([1, 2]);
  expect((await trail.verify()).findings).toEqual([]);
});

it("tells of lines that somebody made unreadable", async () => {
  await trail.write(several(1));
  await trail.seal();
  appendFileSync(trail.anchorFile, `{"organizationId":"${trail.organizationId}","number":\n`);
  expect((await trail.verify()).findings).toEqual([
    { code: "anchors-unreadable", values: { lines: 1 } },
  ]);
});

it("tells of seals that are not anchored, and of none when there is no file to compare with", async () => {
  await trail.write(several(1));
  await trail.seal();
  rmSync(trail.anchorFile);
  expect((await trail.verify({ later: { minutes: 1 } })).findings).toEqual([]);
  expect(await trail.verify({ later: { minutes: 3 } })).toMatchObject({
    isIntact: false,
    findings: [
      { code: "anchors-missing", values: { anchored: 0, seals: 1 } },
      { code: "anchors-behind", values: { anchored: 0, sealed: 1 } },
    ],
  });
  expect(await trail.verify({ anchors: null, later: { minutes: 3 } })).toMatchObject({
    anchors: null,
    findings: [],
  });
});

it("tells of a lost file although the running sealer goes on writing another one", async () => {
  for (const count of [1, 2, 3]) {
    await trail.write(several(count));
    await trail.seal();
  }
  rmSync(trail.anchorFile);
  await trail.write(several(1));
  await trail.seal();
  expect(anchored().map((anchor) => anchor.number)).toEqual([4]);
  expect(await trail.verify({ later: { minutes: 3 } })).toMatchObject({
    isIntact: false,
    findings: [{ code: "anchors-missing", values: { anchored: 1, seals: 4 } }],
  });
  expect((await trail.verify({ newest: 1, later: { minutes: 3 } })).findings).toEqual([]);
});

it("runs on its own, one pass after the other, and seals once more when it is stopped", async () => {
  const errors: unknown[] = [];
  const sealer = startSealer({
    ...trail.services,
    everySeconds: 0.05,
    onError: (error) => errors.push(error),
  });
  await trail.write(several(3));
  await vi.waitFor(() => expect(anchored().length).toBeGreaterThan(0), { timeout: 15_000 });
  await trail.write(several(3));
  await sealer.stop();
  expect(await trail.verify()).toMatchObject({ sealedEvents: 6, waitingEvents: 0, findings: [] });
  await trail.write(several(1));
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(await trail.verify()).toMatchObject({ waitingEvents: 1 });
  expect(errors).toEqual([]);
});

it("goes on after a failure and makes up for what was missed", async () => {
  const errors: unknown[] = [];
  let isFull = true;
  const { anchors } = trail;
  const sealer = startSealer({
    ...trail.services,
    anchors: {
      ...anchors,
      append: (heads) => (isFull ? Promise.reject(new Error("disk full")) : anchors.append(heads)),
    },
    everySeconds: 0.05,
    onError: (error) => errors.push(error),
  });
  await trail.write(several(2));
  await vi.waitFor(() => expect(errors.length).toBeGreaterThan(0), { timeout: 15_000 });
  isFull = false;
  await vi.waitFor(() => expect(anchored().length).toBe(1), { timeout: 15_000 });
  await sealer.stop();
  expect((await trail.verify()).findings).toEqual([]);
});
