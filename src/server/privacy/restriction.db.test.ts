import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Input } from "#domain/contract/route.ts";
import {
  listDisclosures,
  makeDisclosure,
  tellInEmergency,
} from "#domain/privacy/disclosure.api.ts";
import {
  answerRestriction,
  createRestriction,
  endRestriction,
  listRestrictionRevisions,
  listRestrictions,
} from "#domain/privacy/restriction.api.ts";
import { openCareHouse, type CareHouse } from "#test/support/care-house.ts";

let house: CareHouse;
let patientId: string;
beforeAll(async () => {
  house = await openCareHouse();
});
afterAll(() => house.product.close());

const somebody = async (): Promise<void> => {
  patientId = (await house.register("Juniper", "Ellsworth")).id;
  // Of mental health, so that the law alone would let it be told.
  house.labels.splice(0, Infinity, "mental-health");
};
const accounting = async () => (await house.done(listDisclosures, { patientId })).rows;

const facts = {
  askedOn: "2026-11-18",
  askedBy: "Juniper Ellsworth",
  askerRelation: "patient",
  recipientKind: "named",
  recipients: ["Amara Osei"],
  information: ["attendance"],
  purposes: ["treatment"],
  paidInFull: false,
} satisfies Omit<Input<typeof createRestriction>, "patientId">;

const tell = () =>
  ({
    patientId,
    recipient: { name: "Amara Osei" },
    purpose: "treatment",
    information: ["attendance"],
    channel: "spoken",
  }) satisfies Input<typeof makeDisclosure>;

const ask = (more: Partial<Omit<Input<typeof createRestriction>, "patientId">> = {}) =>
  house.done(createRestriction, { patientId, ...facts, ...more });
const answerOf = (restrictionId: string, answer: "agreed" | "not-agreed", version = 1) => ({
  restrictionId,
  version,
  answer,
  reason: "Nobody there treats them now.",
});

describe("what a patient asks to be kept back (42 CFR 2.26)", () => {
  test("is kept back from the moment it is agreed to until the patient takes it back", async () => {
    await somebody();
    const asked = await ask();
    expect(asked).toMatchObject({ state: "asked", answer: null, mustAgree: false });
    await house.done(makeDisclosure, tell());
    expect(await house.done(answerRestriction, answerOf(asked.id, "agreed"))).toMatchObject({
      state: "in-force",
      answeredOn: "2026-11-19",
      answeredBy: expect.stringContaining("Director"),
      answerReason: "Nobody there treats them now.",
    });
    expect(await house.refused(makeDisclosure, tell())).toMatchObject({
      status: 403,
      code: "restricted-by-agreement",
    });
    const ending = {
      restrictionId: asked.id,
      version: 2,
      endedOn: "2026-11-19",
      ground: "agreed-aloud",
      reason: "Said so at the front desk.",
    } as const;
    expect(await house.done(endRestriction, ending)).toMatchObject({ state: "ended" });
    expect(await house.refused(endRestriction, { ...ending, version: 3 })).toMatchObject({
      code: "already-ended",
    });
    await house.done(makeDisclosure, tell());
    expect(await accounting()).toHaveLength(2);
    const history = await house.done(listRestrictionRevisions, { restrictionId: asked.id });
    expect(history.rows.map(({ verb }) => verb)).toEqual(["end", "answer", "create"]);
  });

  test("that is not agreed to keeps nothing back, and is answered once", async () => {
    await somebody();
    const { id } = await ask();
    const refusal = await house.done(answerRestriction, answerOf(id, "not-agreed"));
    expect(refusal).toMatchObject({ state: "not-agreed" });
    await house.done(makeDisclosure, tell());
    expect(await house.refused(answerRestriction, answerOf(id, "agreed", 2))).toMatchObject({
      status: 409,
      code: "already-answered",
    });
    const ending = { restrictionId: id, version: 2, endedOn: "2026-11-19", reason: "x" };
    expect(
      await house.refused(endRestriction, { ...ending, ground: "asked-in-writing" }),
    ).toMatchObject({ status: 409, code: "not-agreed" });
  });

  test("has to be agreed to where it was paid in full and concerns a health plan", async () => {
    await somebody();
    const { id, mustAgree } = await ask({
      recipientKind: "class",
      recipients: ["health-plans"],
      purposes: ["payment"],
      paidInFull: true,
    });
    expect(mustAgree).toBe(true);
    expect(await house.refused(answerRestriction, answerOf(id, "not-agreed"))).toMatchObject({
      status: 409,
      code: "must-agree",
    });
    await house.done(answerRestriction, answerOf(id, "agreed"));
    const plan = { name: "Any Plan", classes: ["health-plans" as const] };
    const told = { ...tell(), recipient: plan, purpose: "payment" as const };
    expect(await house.refused(makeDisclosure, told)).toMatchObject({
      code: "restricted-by-agreement",
    });
  });

  test("is opened by an emergency, whose line says so", async () => {
    await somebody();
    const { id } = await ask();
    await house.done(answerRestriction, answerOf(id, "agreed"));
    const told = await house.done(
      tellInEmergency,
      {
        patientId,
        ground: "consent-not-obtainable",
        recipient: "Amara Osei",
        affiliation: "Any Hospital",
        toldBy: "Theo Therapist",
        toldAt: "2026-11-19T19:50:00Z",
        nature: "Unresponsive in the waiting room",
        information: ["attendance"],
        channel: "spoken",
      },
      house.therapist,
    );
    expect(told).toMatchObject({ basis: "emergency", restrictionId: id });
    expect(await accounting()).toMatchObject([{ restrictionId: id }]);
  });

  test("is written down whole, not of tomorrow, and is not anybody's to answer or to see", async () => {
    await somebody();
    const future = { patientId, ...facts, askedOn: "2026-11-20" };
    expect(await house.refused(createRestriction, future)).toMatchObject({
      fields: { askedOn: { code: "in-the-future" } },
    });
    expect(
      await house.refused(createRestriction, { patientId, ...facts, recipients: [] }),
    ).toMatchObject({ status: 400, fields: { recipients: { code: "required" } } });
    const { id } = await ask();
    const early = { restrictionId: id, version: 1, endedOn: "2026-11-17", reason: "x" };
    expect(await house.refused(endRestriction, { ...early, ground: "agreed-aloud" })).toMatchObject(
      { status: 400, fields: { endedOn: { code: "before-start" } } },
    );
    const { therapist, biller, stranger } = house;
    expect(await house.refused(answerRestriction, answerOf(id, "agreed"), therapist)).toMatchObject(
      { status: 403 },
    );
    expect(await house.refused(listRestrictions, { patientId }, biller)).toMatchObject({
      status: 403,
    });
    for (const refusal of [
      await house.refused(listRestrictions, { patientId }, stranger),
      await house.refused(listRestrictionRevisions, { restrictionId: id }, stranger),
      await house.refused(answerRestriction, answerOf(id, "agreed"), stranger),
    ])
      expect(refusal).toMatchObject({ status: 404 });
    expect(await house.refused(answerRestriction, answerOf(id, "agreed", 7))).toMatchObject({
      code: "changed-meanwhile",
    });
  });

  test("agreed to while something is told: either it was told before, or it is refused", async () => {
    await somebody();
    const { id } = await ask();
    const [told] = await Promise.all([
      house.product.call(house.director, makeDisclosure, tell()),
      house.done(answerRestriction, answerOf(id, "agreed")),
    ]);
    expect(await accounting()).toHaveLength(told.ok ? 1 : 0);
    expect(await house.refused(makeDisclosure, tell())).toMatchObject({
      code: "restricted-by-agreement",
    });
  });
});
