import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { healthFindings } from "#domain/operations/health-findings.ts";
import { verifyWhenDue } from "#server/app/trail-watch.ts";
import { readSeals } from "#server/operations/health.service.ts";
import { openAnchorFile } from "#server/platform/audit/audit-anchors.ts";
import { sealOnce } from "#server/platform/audit/audit-sealer.ts";
import { openVerificationLog } from "#server/platform/audit/verification-log.ts";
import { newId } from "#server/platform/ids.ts";
import { soundFacts } from "#test/support/health-records.ts";
import {
  later,
  openTestProduct,
  testNow,
  type TestOrganization,
  type TestProduct,
} from "#test/support/test-product.ts";

const folder = mkdtempSync(path.join(tmpdir(), "stepwell-watch-"));
const anchors = openAnchorFile(path.join(folder, "heads.jsonl"));
const verifications = openVerificationLog(path.join(folder, "verifications.jsonl"));
let product: TestProduct;
let here: TestOrganization;
let there: TestOrganization;

beforeAll(async () => {
  product = await openTestProduct(() => []);
  here = await product.addOrganization("Watched House");
  there = await product.addOrganization("Quiet House");
});
afterAll(async () => {
  await product.close();
  rmSync(folder, { recursive: true });
});

const seal = async () => {
  for (const { organizationId } of [here, there])
    await product.services.audit.write({
      organizationId,
      id: newId(),
      at: product.clock.now().toString(),
      outcome: "read",
      verb: "site.read",
      purpose: "operations",
      actorKind: "system",
      accountId: null,
      actorName: "Test",
      sessionId: null,
      requestId: newId(),
      address: null,
      record: undefined,
      subjects: [],
      details: {},
    });
  await sealOnce({ pool: product.pool, clock: product.clock, anchors, newId });
};

const watch = () =>
  verifyWhenDue({ pool: product.pool, clock: product.clock, anchors, verifications });

/** What needs somebody because of the seals of one organization. */
const toldOf = async (organization: TestOrganization): Promise<string[]> => {
  const seals = await product.inside(organization, (work) => readSeals(work, verifications));
  return healthFindings({ ...soundFacts, at: product.clock.now().toString(), seals })
    .filter(({ code, severity }) => severity !== "fine" && /^(trail|seals)/.test(code))
    .map(({ code, owner }) => `${code} for the ${owner}`);
};

it("verifies once a day, and a seal that somebody changed is told until it is looked at", async () => {
  await seal();
  expect(await toldOf(here)).toEqual(["trail-never-verified for the privacy-officer"]);
  expect(await watch()).toBe(2);
  expect(await toldOf(here)).toEqual([]);
  product.clock.moveTo(later({ hours: 23 }));
  expect(await watch()).toBe(0);
  await product.ownerPool.query(
    "update stepwell.audit_seal set hash = sha256(hash) where organization_id = $1",
    [here.organizationId],
  );
  product.clock.moveTo(later({ hours: 25 }));
  expect(await watch()).toBe(2);
  expect(await toldOf(here)).toEqual(["trail-altered for the privacy-officer"]);
  expect(await toldOf(there)).toEqual([]);
  product.clock.moveTo(testNow);
});

it("is told of when nobody verifies any more", async () => {
  product.clock.moveTo(later({ hours: 25 + 8 * 24, minutes: 1 }));
  expect(await toldOf(there)).toEqual(["trail-long-unverified for the privacy-officer"]);
  product.clock.moveTo(testNow);
});
