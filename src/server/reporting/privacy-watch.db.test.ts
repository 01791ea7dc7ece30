import { afterAll, beforeAll, expect, test } from "vitest";
import {
  answerRestriction,
  createRestriction,
  endRestriction,
} from "#domain/privacy/restriction.api.ts";
import { createConsent } from "#domain/privacy/consent.api.ts";
import * as consents from "#server/privacy/consent.service.ts";
import { readPrivacyWatch } from "#server/reporting/privacy-watch.service.ts";
import { openAdmissionHouse } from "#test/support/admission-house.ts";
import { openCareHouse, type CareHouse } from "#test/support/care-house.ts";

let house: CareHouse;
beforeAll(async () => {
  house = await openCareHouse();
});
afterAll(() => house.product.close());

const watch = () => house.product.inside(house.here, readPrivacyWatch);

const ask = async (givenName: string, askedOn: string) => {
  const { id: patientId } = await house.register(givenName, "Ellsworth");
  return house.done(createRestriction, {
    patientId,
    askedOn,
    askedBy: `${givenName} Ellsworth`,
    askerRelation: "patient",
    recipientKind: "named",
    recipients: ["Amara Osei"],
    information: ["attendance"],
    purposes: ["treatment"],
    paidInFull: false,
  });
};

test("what somebody asks to be kept back is told until it is answered or taken back, the oldest first", async () => {
  expect(await watch()).toMatchObject({ unanswered: [], asked: 0 });
  const newer = await ask("Juniper", "2026-11-18");
  const older = await ask("Perry", "2026-11-02");
  expect(await watch()).toMatchObject({
    unanswered: [
      { restrictionId: older.id, name: "Perry Ellsworth", askedOn: "2026-11-02" },
      { restrictionId: newer.id, name: "Juniper Ellsworth", askedOn: "2026-11-18" },
    ],
    asked: 2,
  });
  await house.done(answerRestriction, {
    restrictionId: older.id,
    version: 1,
    answer: "not-agreed",
    reason: "They treat them there.",
  });
  expect(await watch()).toMatchObject({ unanswered: [{ restrictionId: newer.id }], asked: 2 });
  await house.done(endRestriction, {
    restrictionId: newer.id,
    version: 1,
    endedOn: "2026-11-19",
    ground: "agreed-aloud",
    reason: "They changed their mind.",
  });
  expect(await watch()).toMatchObject({ unanswered: [], asked: 1 });
});

test("a consent that ends soon is one of those of people in care that stand", async () => {
  const door = await openAdmissionHouse();
  const { product, here } = door;
  const sign = (patientId: string, expiresOn: string) =>
    product.inside(here, (work) =>
      consents.createConsent(
        work,
        createConsent.input.parse({
          patientId,
          kind: "specific",
          discloser: "Stillwater",
          recipientKind: "named-person",
          recipients: ["Rhoda Blackwood"],
          information: ["attendance"],
          purposes: ["legal-advice"],
          expiresOn,
          statesRevocation: true,
          statesRedisclosure: false,
          statesRefusal: false,
          signedOn: "2026-11-01",
          signedBy: "Juniper Ellsworth",
          signerRelation: "patient",
          signatureMethod: "paper",
        }),
      ),
    );
  const { patientId } = await door.admitted("Juniper", "Ellsworth");
  const other = await door.patient("Perry", "Ellsworth");
  const look = () => product.inside(here, readPrivacyWatch);
  expect(await look()).toMatchObject({ endingCount: 0, standingCount: 0 });
  await sign(patientId, "2026-12-01");
  await sign(other, "2026-12-01");
  expect(await look()).toMatchObject({ endingCount: 1, standingCount: 1 });
  await sign(patientId, "2027-11-30");
  // The later one follows it.
  expect(await look()).toMatchObject({ endingCount: 0, standingCount: 2 });
  await product.close();
});
