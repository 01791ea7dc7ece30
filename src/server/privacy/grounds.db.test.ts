import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Input } from "#domain/contract/route.ts";
import {
  createCourtOrder,
  endCourtOrder,
  listCourtOrderRevisions,
  listCourtOrders,
} from "#domain/privacy/court-order.api.ts";
import {
  listDisclosures,
  makeDisclosure,
  tellInEmergency,
} from "#domain/privacy/disclosure.api.ts";
import { openCareHouse, type CareHouse } from "#test/support/care-house.ts";

let house: CareHouse;
let patientId: string;
beforeAll(async () => {
  house = await openCareHouse();
});
afterAll(() => house.product.close());

const somebody = async (birthDate = "1990-04-01"): Promise<string> => {
  patientId = (await house.register("Juniper", "Ellsworth", { birthDate })).id;
  house.labels.splice(0, Infinity, "part-2");
  return patientId;
};
const accounting = async () => (await house.done(listDisclosures, { patientId })).rows;

const toldAtOnce = {
  ground: "consent-not-obtainable",
  recipient: "Dr. Amara Osei",
  affiliation: "Any Hospital, emergency department",
  toldBy: "Theo Therapist",
  toldAt: "2026-11-19T19:50:00Z",
  nature: "Unresponsive in the waiting room",
  information: ["medications", "drug-tests"],
  channel: "spoken",
} satisfies Omit<Input<typeof tellInEmergency>, "patientId">;

describe("an emergency (42 CFR 2.51)", () => {
  test("needs no consent and leaves everything that must be written down at once", async () => {
    await somebody();
    const input = { patientId, ...toldAtOnce };
    await house.done(tellInEmergency, input, house.therapist);
    const [line] = await accounting();
    expect(line).toMatchObject({
      basis: "emergency",
      recipient: "Dr. Amara Osei",
      purpose: "treatment",
      label: "part-2",
      consentId: null,
      noticeVersion: null,
      actorName: expect.stringContaining("Therapist"),
      emergency: {
        ground: "consent-not-obtainable",
        affiliation: "Any Hospital, emergency department",
        toldBy: "Theo Therapist",
        toldAt: expect.stringContaining("2026-11-19"),
        nature: "Unresponsive in the waiting room",
      },
    });
  });

  test.each([
    ["recipient", { recipient: " " }],
    ["affiliation", { affiliation: "" }],
    ["toldBy", { toldBy: "" }],
    ["nature", { nature: "" }],
    ["toldAt", { toldAt: "2026-11-19T20:01:00Z" }],
    ["information", { information: [] }],
  ] as const)("is not written down without its %s, and not ahead of time", async (field, lack) => {
    await somebody();
    const input = { patientId, ...toldAtOnce, ...lack, information: [...toldAtOnce.information] };
    const asked = "information" in lack ? { ...input, information: [] } : input;
    const refusal = await house.refused(tellInEmergency, asked);
    expect(refusal.status).toBe(400);
    expect(Object.keys(refusal.fields ?? {})).toEqual([field]);
    expect(await accounting()).toEqual([]);
  });

  test("opens no counseling notes, and is nobody else's to write", async () => {
    await somebody();
    const input = { patientId, ...toldAtOnce };
    expect(
      await house.refused(tellInEmergency, { ...input, information: ["counseling-notes"] }),
    ).toMatchObject({ status: 403, code: "emergency-not-for-counseling-notes" });
    expect(await house.refused(tellInEmergency, input, house.biller)).toMatchObject({
      status: 403,
    });
    expect(await house.refused(tellInEmergency, input, house.stranger)).toMatchObject({
      status: 404,
    });
    expect(await accounting()).toEqual([]);
  });
});

const order = {
  paper: "order",
  kind: "civil",
  court: "District Court, Denver County",
  docketNumber: "2026-DR-118",
  enteredOn: "2026-11-02",
  recipients: ["Rhoda Blackwood"],
  information: ["attendance"],
  expiresOn: null,
  namesPatientOpenly: false,
  gaveNotice: true,
  findsNoOtherWay: true,
  findsPublicInterest: true,
  findsSeriousCrime: false,
  limitsInformation: true,
  limitsRecipients: true,
  limitsFurtherUse: true,
  opensConfidences: false,
  comesWithSubpoena: true,
} satisfies Omit<Input<typeof createCourtOrder>, "patientId">;

const tell = (courtOrderId: string | null) =>
  ({
    patientId,
    recipient: { name: "Rhoda Blackwood" },
    purpose: "legal-proceeding",
    information: ["attendance"],
    channel: "paper",
    courtOrderId,
  }) satisfies Input<typeof makeDisclosure>;

describe("a paper of a court (42 CFR 2.61 to 2.67)", () => {
  test("that is an order opens what it names, until it is ended", async () => {
    await somebody();
    const made = await house.done(createCourtOrder, { patientId, ...order });
    expect(made).toMatchObject({ state: "in-force", defects: [] });
    expect(await house.done(makeDisclosure, tell(made.id))).toMatchObject({
      disclosure: { basis: "court-order", courtOrderId: made.id, consentId: null },
      notice: null,
    });
    const ending = { courtOrderId: made.id, version: 1, endedOn: "2026-11-19", reason: "Vacated." };
    expect(await house.done(endCourtOrder, ending)).toMatchObject({ state: "ended" });
    expect(await house.refused(endCourtOrder, { ...ending, version: 2 })).toMatchObject({
      code: "already-ended",
    });
    expect(await house.refused(makeDisclosure, tell(made.id))).toMatchObject({
      status: 403,
      code: "order-ended",
    });
    expect(await accounting()).toHaveLength(1);
    const history = await house.done(listCourtOrderRevisions, { courtOrderId: made.id });
    expect(history.rows.map(({ verb }) => verb)).toEqual(["end", "create"]);
  });

  test("that is a subpoena alone is kept, and tells nothing and says why", async () => {
    await somebody();
    const made = await house.done(createCourtOrder, { patientId, ...order, paper: "subpoena" });
    expect(made).toMatchObject({ state: "deficient", defects: ["subpoena-alone"] });
    expect(await house.refused(makeDisclosure, tell(made.id))).toMatchObject({
      status: 403,
      code: "subpoena-alone",
    });
    expect(await house.refused(makeDisclosure, tell(null))).toMatchObject({ code: "no-consent" });
    expect(await accounting()).toEqual([]);
  });

  test("is not of tomorrow, opens nobody else's record, and is not the biller's to see", async () => {
    await somebody();
    const made = await house.done(createCourtOrder, { patientId, ...order });
    const future = { patientId, ...order, enteredOn: "2026-11-20" };
    expect(await house.refused(createCourtOrder, future)).toMatchObject({
      status: 400,
      fields: { enteredOn: { code: "in-the-future" } },
    });
    await somebody();
    expect(await house.refused(makeDisclosure, tell(made.id))).toMatchObject({ status: 404 });
    const { biller, stranger } = house;
    expect(await house.refused(listCourtOrders, { patientId }, biller)).toMatchObject({
      status: 403,
    });
    expect(await house.refused(listCourtOrders, { patientId }, stranger)).toMatchObject({
      status: 404,
    });
    const ending = { courtOrderId: made.id, version: 1, endedOn: "2026-11-19", reason: "x" };
    expect(await house.refused(endCourtOrder, ending, stranger)).toMatchObject({ status: 404 });
  });

  test("ended while something is told under it: either it was told before, or it is refused", async () => {
    await somebody();
    const { id } = await house.done(createCourtOrder, { patientId, ...order });
    const ending = { courtOrderId: id, version: 1, endedOn: "2026-11-19", reason: "Vacated." };
    const [told] = await Promise.all([
      house.product.call(house.director, makeDisclosure, tell(id)),
      house.done(endCourtOrder, ending),
    ]);
    expect(await accounting()).toHaveLength(told.ok ? 1 : 0);
    expect(await house.refused(makeDisclosure, tell(id))).toMatchObject({ code: "order-ended" });
  });
});
