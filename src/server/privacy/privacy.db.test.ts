import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Input } from "#domain/contract/route.ts";
import {
  changeConsent,
  createConsent,
  endConsent,
  listConsentRevisions,
  listConsents,
  revokeConsent,
} from "#domain/privacy/consent.api.ts";
import { createContact } from "#domain/patients/contact.api.ts";
import { listDisclosures, makeDisclosure } from "#domain/privacy/disclosure.api.ts";
import { disclose, type Telling } from "#server/privacy/disclose.ts";
import { openCareHouse, type CareHouse } from "#test/support/care-house.ts";

let house: CareHouse;
let patientId: string;
beforeAll(async () => {
  house = await openCareHouse();
});
afterAll(() => house.product.close());

const terms = {
  kind: "specific",
  discloser: "Stillwater",
  recipientKind: "named-person",
  recipients: ["Rhoda Blackwood"],
  information: ["attendance"],
  purposes: ["legal-advice"],
  expiresOn: "2027-01-31",
  statesRevocation: true,
  statesRedisclosure: false,
  statesRefusal: false,
  signedOn: "2026-11-01",
  signedBy: "Juniper Ellsworth",
  signerRelation: "patient",
  signatureMethod: "paper",
} satisfies Omit<Input<typeof createConsent>, "patientId">;

const consentOf = async (more: object = {}) => {
  patientId = (await house.register("Juniper", "Ellsworth")).id;
  return house.done(createConsent, { patientId, ...terms, ...more });
};
const tell = (more: object = {}) =>
  ({
    patientId,
    recipient: { name: "Rhoda Blackwood" },
    purpose: "legal-advice",
    information: ["attendance"],
    channel: "spoken",
    ...more,
  }) satisfies Input<typeof makeDisclosure>;

const accounted = async (): Promise<number> =>
  (await house.done(listDisclosures, { patientId })).total;

describe("a consent", () => {
  test("says what it lacks, may be mended while nobody has signed, and then no more", async () => {
    const unsigned = {
      signedOn: null,
      signedBy: null,
      signerRelation: null,
      signatureMethod: null,
    };
    const consent = await consentOf({ ...unsigned, purposes: [] });
    expect(consent).toMatchObject({
      state: "deficient",
      defects: ["no-purpose", "not-signed", "signature-not-dated"],
    });
    const { kind: _, ...mended } = terms;
    const input = { consentId: consent.id, version: 1, ...mended };
    expect(await house.done(changeConsent, input)).toMatchObject({
      state: "in-force",
      defects: [],
    });
    expect(
      await house.refused(changeConsent, { consentId: consent.id, version: 2, discloser: "X" }),
    ).toMatchObject({ status: 409, code: "already-signed" });
  });

  test("is not signed tomorrow", async () => {
    await consentOf();
    const input = { patientId, ...terms, signedOn: "2026-11-20" };
    expect(await house.refused(createConsent, input)).toMatchObject({
      status: 400,
      fields: { signedOn: { code: "in-the-future" } },
    });
  });

  test("is revoked once, with the reason in its history", async () => {
    const { id: consentId } = await consentOf();
    const revocation = { consentId, version: 1, revokedOn: "2026-11-19", reason: "She asked." };
    expect(await house.done(revokeConsent, revocation)).toMatchObject({ state: "revoked" });
    expect(await house.refused(revokeConsent, { ...revocation, version: 2 })).toMatchObject({
      code: "already-revoked",
    });
    const { rows } = await house.done(listConsentRevisions, { consentId });
    expect(rows[0]).toMatchObject({ verb: "revoke", reason: "She asked." });
  });

  test("ends with its event", async () => {
    const consent = await consentOf({ expiresOn: null, expiresAtEvent: "the end of treatment" });
    expect(consent.state).toBe("in-force");
    const ended = { consentId: consent.id, version: 1, eventOn: "2026-11-19" };
    expect(await house.done(endConsent, ended)).toMatchObject({ state: "expired" });
    const dated = await consentOf();
    expect(await house.refused(endConsent, { ...ended, consentId: dated.id })).toMatchObject({
      code: "no-event",
    });
  });
});

describe("telling somebody", () => {
  test("by consent leaves a line and hands over the notice", async () => {
    house.labels.splice(0, Infinity, "part-2");
    const consent = await consentOf();
    const { disclosure, notice } = await house.done(makeDisclosure, tell());
    expect(disclosure).toMatchObject({
      basis: "consent",
      consentId: consent.id,
      label: "part-2",
      noticeVersion: "42-cfr-2.32-2024",
      actorName: expect.stringContaining("Director"),
    });
    expect(notice?.short).toContain("prohibits unauthorized use or disclosure");
    expect(await house.done(listDisclosures, { patientId })).toMatchObject({ total: 1 });
  });

  test.each([
    ["no-consent", {}, { recipient: { name: "Somebody Else" } }],
    ["consent-does-not-cover", {}, { information: ["diagnoses"] }],
    ["consent-expired", { expiresOn: "2026-11-18" }, {}],
    ["consent-deficient", { statesRevocation: false }, {}],
  ] as const)("is refused (%s) and leaves no line", async (code, consent, asked) => {
    house.labels.splice(0, Infinity, "part-2");
    await consentOf(consent);
    expect(await house.refused(makeDisclosure, tell(asked))).toMatchObject({ status: 403, code });
    expect(await accounted()).toBe(0);
  });

  test("of somebody of whom nothing is known counts as restricted", async () => {
    house.labels.splice(0, Infinity);
    await consentOf({ recipients: ["Any Clinic"], purposes: ["employment"] });
    const asked = tell({ recipient: { name: "Any Clinic" }, purpose: "treatment" });
    expect(await house.refused(makeDisclosure, asked)).toMatchObject({ status: 403 });
    house.labels.push("mental-health");
    expect(await house.done(makeDisclosure, asked)).toMatchObject({
      disclosure: { basis: "treatment-payment-operations", label: "mental-health" },
      notice: null,
    });
  });

  test("as their own record reaches the person or who stands for them, once somebody made sure", async () => {
    house.labels.splice(0, Infinity, "part-2");
    patientId = (await house.register("Juniper", "Ellsworth")).id;
    const contact = { patientId, relation: "guardian" } as const;
    const guardian = { ...contact, name: "Robin Hale", roles: ["legal-guardian" as const] };
    await house.done(createContact, guardian);
    await house.done(createContact, { ...contact, name: "Wren Hale", roles: ["emergency"] });
    const toOwn = (name: string, isIdentityConfirmed = true) =>
      tell({
        recipient: { name, isPatient: true },
        purpose: "patient-request",
        isIdentityConfirmed,
      });
    for (const name of ["Wren Hale", "Larkspur Clinic", "Juniper"])
      expect(await house.refused(makeDisclosure, toOwn(name))).toMatchObject({
        status: 422,
        code: "not-their-own-name",
        fields: { "recipient.name": { code: "not-their-own-name" } },
      });
    expect(await house.refused(makeDisclosure, toOwn("Robin Hale", false))).toMatchObject({
      status: 422,
      code: "identity-not-confirmed",
    });
    expect(await accounted()).toBe(0);
    for (const [name, as] of [
      ["Juniper Ellsworth", "Juniper Ellsworth, the patient"],
      ["robin hale", "robin hale, the patient's legal guardian"],
    ] as const)
      expect((await house.done(makeDisclosure, toOwn(name))).disclosure).toMatchObject({
        recipient: as,
        basis: "patient-request",
      });
  });

  test("sends nothing where it is refused, and nothing is accounted for where sending fails", async () => {
    const consent = await consentOf();
    const record = { kind: "note", id: consent.id, label: "part-2" };
    const asked = {
      ...tell(),
      recipient: { name: "Rhoda Blackwood", isPatient: false, classes: [] },
      records: [record],
      channel: "fax",
      content: "text",
    } satisfies Telling;
    let sent = 0;
    const send = () => Promise.resolve((sent += 1));
    const failing = house.product.inside(house.here, (work) =>
      disclose(work, asked, () => Promise.reject(new Error("line busy"))),
    );
    await expect(failing).rejects.toThrow("line busy");
    expect(await accounted()).toBe(0);
    await house.product.inside(house.here, (work) => disclose(work, asked, send));
    const revocation = { consentId: consent.id, version: 1, revokedOn: "2026-11-19", reason: "no" };
    await house.done(revokeConsent, revocation);
    const refused = house.product.inside(house.here, (work) => disclose(work, asked, send));
    await expect(refused).rejects.toMatchObject({ code: "consent-revoked" });
    expect({ sent, accounted: await accounted() }).toEqual({ sent: 1, accounted: 1 });
  });

  test("and revoking at the same time: what goes out was under a consent that stood", async () => {
    const consent = await consentOf();
    const revocation = { consentId: consent.id, version: 1, revokedOn: "2026-11-19", reason: "no" };
    const [told] = await Promise.all([
      house.product.call(house.director, makeDisclosure, tell()),
      house.done(revokeConsent, revocation),
    ]);
    expect([200, 403]).toContain(told.status);
    expect(await accounted()).toBe(told.ok ? 1 : 0);
    expect(await house.refused(makeDisclosure, tell())).toMatchObject({ code: "consent-revoked" });
  });
});

describe("the walls", () => {
  test("another organization learns nothing, and the accounting cannot be changed", async () => {
    const consent = await consentOf();
    const { stranger, biller } = house;
    expect(await house.refused(listConsents, { patientId }, stranger)).toMatchObject({
      status: 404,
    });
    expect(
      await house.refused(
        revokeConsent,
        { consentId: consent.id, version: 1, revokedOn: "2026-11-19", reason: "x" },
        stranger,
      ),
    ).toMatchObject({ status: 404 });
    expect(await house.refused(makeDisclosure, tell(), stranger)).toMatchObject({ status: 404 });
    expect(await house.refused(listDisclosures, { patientId }, biller)).toMatchObject({
      status: 403,
    });
    expect(await house.refused(makeDisclosure, tell(), biller)).toMatchObject({ status: 403 });
    await house.product.inside(house.here, async () => {
      for (const act of [
        "update stepwell.disclosure set recipient = 'x'",
        "delete from stepwell.disclosure",
      ])
        await expect(
          house.product.pool.query(`${act} where organization_id = $1`, [
            house.here.organizationId,
          ]),
        ).rejects.toThrow("permission denied");
    });
  });
});

/** What can carry data out of the process, and the few files that may touch it. */
const waysOut =
  /from "(?:node:(?:http2?|https|net|tls|dgram|dns)|nodemailer|undici|ws|web-push|#server\/connectors\/[^"]*)"|(?<![\w.])fetch\(/;
const mayReachOut = [
  "src/server/connectors/",
  "src/server/app/",
  "src/server/platform/postgres/",
  "src/server/platform/http/",
  "src/server/pages/",
  "src/server/privacy/disclose.ts",
];

test("nothing else on the server can reach out", () => {
  const files = readdirSync("src/server", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => `src/server/${file}`);
  const reaching = files.filter(
    (file) =>
      waysOut.test(readFileSync(file, "utf8")) &&
      !mayReachOut.some((allowed) => file.startsWith(allowed)),
  );
  expect(reaching).toEqual([]);
  expect(waysOut.test('import { request } from "node:https";')).toBe(true);
  expect(waysOut.test("await fetch(url)")).toBe(true);
});
