import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Input } from "#domain/contract/route.ts";
import { createSite } from "#domain/practice/site.api.ts";
import { changeConsent, createConsent, revokeConsent } from "#domain/privacy/consent.api.ts";
import { listDisclosures, makeDisclosure } from "#domain/privacy/disclosure.api.ts";
import { enqueue } from "#server/platform/outbox/outbox.ts";
import { deliver } from "#server/platform/outbox/deliver.ts";
import { disclose } from "#server/privacy/disclose.ts";
import { openCareHouse, type CareHouse } from "#test/support/care-house.ts";
import { aSite } from "#test/support/practice-house.ts";
import { testNow } from "#test/support/test-product.ts";

let house: CareHouse;
let patientId: string;
beforeAll(async () => {
  house = await openCareHouse();
  await house.done(createSite, aSite("Alder Street"));
});
afterAll(() => house.product.close());

const somebody = async (birthDate = "1990-04-01"): Promise<string> => {
  patientId = (await house.register("Juniper", "Ellsworth", { birthDate })).id;
  house.labels.splice(0, Infinity, "part-2");
  return patientId;
};
const accounting = async () => (await house.done(listDisclosures, { patientId })).rows;
const tell = () =>
  ({
    patientId,
    recipient: { name: "Rhoda Blackwood" },
    purpose: "legal-advice",
    information: ["attendance"],
    channel: "paper",
  }) satisfies Input<typeof makeDisclosure>;

const consent = {
  kind: "specific",
  discloser: "Stillwater",
  recipientKind: "named-person",
  recipients: ["Rhoda Blackwood"],
  information: ["attendance"],
  purposes: ["legal-advice"],
  expiresOn: "2026-12-31",
  statesRevocation: true,
  statesRedisclosure: false,
  statesRefusal: false,
  signedOn: "2026-11-01",
  signedBy: "Juniper Ellsworth",
  signerRelation: "patient",
  signatureMethod: "paper",
} satisfies Omit<Input<typeof createConsent>, "patientId">;

describe("a minor (42 CFR 2.14)", () => {
  test("of sixteen signs alone in Oregon, where all sites lie; a parent cannot instead", async () => {
    await somebody("2010-06-01");
    expect(await house.done(createConsent, { patientId, ...consent })).toMatchObject({
      careState: "OR",
      signatureNeed: "minor",
      state: "in-force",
    });
    const byParent = {
      ...consent,
      signedBy: "Marisol Ellsworth",
      signerRelation: "parent",
    } as const;
    expect(await house.done(createConsent, { patientId, ...byParent })).toMatchObject({
      state: "deficient",
      defects: ["parent-signed-alone"],
    });
  });

  test("of thirteen signs with a parent, and nothing is told before both have", async () => {
    await somebody("2013-06-01");
    const lonely = await house.done(createConsent, { patientId, ...consent, signedOn: null });
    expect(lonely).toMatchObject({
      signatureNeed: "minor-and-parent",
      defects: ["signature-not-dated", "parent-not-signed"],
    });
    const told = tell();
    expect(await house.refused(makeDisclosure, told)).toMatchObject({ code: "consent-deficient" });
    const second = {
      secondSignedBy: "Marisol Ellsworth",
      secondSignerRelation: "parent",
      secondSignedOn: "2026-11-03",
      signedOn: "2026-11-02",
    } as const;
    expect(
      await house.done(changeConsent, { consentId: lonely.id, version: 1, ...second }),
    ).toMatchObject({ state: "in-force", defects: [] });
    expect(await house.done(makeDisclosure, told)).toMatchObject({
      disclosure: { basis: "consent" },
    });
  });

  test("stays bound to who had to sign then: grown up, the consent holds", async () => {
    await somebody("2008-11-15");
    const { state, signatureNeed } = await house.done(createConsent, { patientId, ...consent });
    expect({ state, signatureNeed }).toEqual({ state: "in-force", signatureNeed: "minor" });
  });
});

test("what waits in the queue asks again when it is sent: expired or revoked meanwhile, it stays", async () => {
  await somebody();
  const made = await house.done(createConsent, { patientId, ...consent });
  const sent: string[] = [];
  const send = {
    kind: "test-letter",
    handle: async (work: Parameters<typeof disclose>[0]) => {
      const telling = {
        patientId,
        recipient: { name: "Rhoda Blackwood", isPatient: false, classes: [] },
        purpose: "legal-advice" as const,
        information: ["attendance" as const],
        records: [{ kind: "note", id: made.id, label: "part-2" }],
        channel: "e-mail" as const,
        content: "text",
      };
      await disclose(work, telling, () => Promise.resolve(sent.push(work.now.toString())));
    },
  };
  const handlers = new Map([[send.kind, send]]);
  const { product, here } = house;
  const services = { pool: product.pool, clock: product.clock, newId: product.services.newId };
  const delivered = async (): Promise<boolean> => {
    const id = await product.inside(here, (work) => enqueue(work, { kind: send.kind }));
    return deliver(services, handlers, here.organizationId, id);
  };
  expect(await delivered()).toBe(true);
  product.clock.moveTo("2027-01-01T12:00:00Z");
  await expect(delivered()).rejects.toMatchObject({ code: "consent-expired" });
  product.clock.moveTo(testNow);
  const revocation = { consentId: made.id, version: 1, revokedOn: "2026-11-19", reason: "x" };
  await house.done(revokeConsent, revocation);
  await expect(delivered()).rejects.toMatchObject({ code: "consent-revoked" });
  expect(sent).toHaveLength(1);
  expect(await accounting()).toHaveLength(1);
});
