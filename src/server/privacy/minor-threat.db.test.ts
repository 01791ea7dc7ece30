import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Input } from "#domain/contract/route.ts";
import { listDisclosures, tellParentOfMinor } from "#domain/privacy/disclosure.api.ts";
import { openCareHouse, type CareHouse } from "#test/support/care-house.ts";

let house: CareHouse;
let patientId: string;
beforeAll(async () => {
  house = await openCareHouse();
});
afterAll(() => house.product.close());

const somebody = async (birthDate: string): Promise<void> => {
  patientId = (await house.register("Juniper", "Ellsworth", { birthDate })).id;
  house.labels.splice(0, Infinity, "part-2");
};
const accounting = async () => (await house.done(listDisclosures, { patientId })).rows;

const judged = {
  recipient: "Marta Ellsworth",
  relation: "parent",
  lacksCapacity: "mental-condition",
  threat: "Means to end their life tonight",
  reducedBy: "Somebody stays with them and takes the medicines away",
  information: ["presence", "assessments"],
  channel: "spoken",
} satisfies Omit<Input<typeof tellParentOfMinor>, "patientId">;

describe("a parent of a minor in danger (42 CFR 2.14(c))", () => {
  test("is told without consent on the director's judgment, both parts of which stand in the accounting", async () => {
    await somebody("2011-04-01");
    await house.done(tellParentOfMinor, { patientId, ...judged });
    expect(await accounting()).toMatchObject([
      {
        basis: "minor-threat",
        recipient: "Marta Ellsworth",
        purpose: "family-involvement",
        label: "part-2",
        consentId: null,
        noticeVersion: null,
        actorName: expect.stringContaining("Director"),
        minorThreat: {
          relation: "parent",
          lacksCapacity: "mental-condition",
          threat: judged.threat,
          reducedBy: judged.reducedBy,
        },
        emergency: null,
      },
    ]);
  });

  test.each([
    ["threat", { threat: " " }],
    ["reducedBy", { reducedBy: "" }],
    ["recipient", { recipient: "" }],
  ] as const)("is not told without its %s", async (field, lack) => {
    await somebody("2011-04-01");
    const refusal = await house.refused(tellParentOfMinor, { patientId, ...judged, ...lack });
    expect(refusal.status).toBe(400);
    expect(Object.keys(refusal.fields ?? {})).toEqual([field]);
    expect(await accounting()).toEqual([]);
  });

  test.each([
    ["2008-11-19", "not-a-minor"],
    ["2008-11-20", null],
  ])("ends with the eighteenth birthday: born %s", async (birthDate, code) => {
    await somebody(birthDate);
    const answer = await house.product.call(house.director, tellParentOfMinor, {
      patientId,
      ...judged,
    });
    expect(answer.ok ? null : answer.body).toEqual(
      code === null ? null : expect.objectContaining({ status: 403, code }),
    );
    expect(await accounting()).toHaveLength(code === null ? 1 : 0);
  });

  test("opens no counseling notes, and is nobody's but the director's to judge", async () => {
    await somebody("2011-04-01");
    const input = { patientId, ...judged };
    const closed = { ...input, information: ["counseling-notes" as const] };
    expect(await house.refused(tellParentOfMinor, closed)).toMatchObject({
      status: 403,
      code: "minor-threat-not-for-counseling-notes",
    });
    const { therapist, biller, stranger } = house;
    for (const person of [therapist, biller])
      expect(await house.refused(tellParentOfMinor, input, person)).toMatchObject({ status: 403 });
    expect(await house.refused(tellParentOfMinor, input, stranger)).toMatchObject({ status: 404 });
    expect(await accounting()).toEqual([]);
  });
});
