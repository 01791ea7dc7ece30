import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAllergyIntolerance } from "#fhir/allergy-intolerance.ts";
import { readCondition } from "#fhir/condition.ts";
import { readCoverage } from "#fhir/coverage.ts";
import { readMedicationRequest } from "#fhir/medication-request.ts";
import { readPatient } from "#fhir/patient.ts";
import { readRelatedPerson } from "#fhir/related-person.ts";

const readers = {
  Patient: readPatient,
  RelatedPerson: readRelatedPerson,
  Coverage: readCoverage,
  Condition: readCondition,
  AllergyIntolerance: readAllergyIntolerance,
  MedicationRequest: readMedicationRequest,
} as const;

const patient = (more: Record<string, unknown> = {}) => ({
  resourceType: "Patient",
  name: [{ use: "official", family: "Baxter", given: ["Amy", "V."] }],
  birthDate: "1987-02-20",
  ...more,
});

describe("any resource of another system", () => {
  it.each(Object.entries(readers))("%s: facts or a reason, never a fault", (resourceType, read) => {
    const fields = [
      ..."name telecom birthDate gender address communication contact link extension identifier".split(
        " ",
      ),
      ..."patient relationship beneficiary payor period class order subject code onsetDateTime".split(
        " ",
      ),
      ..."clinicalStatus reaction dosageInstruction contained status __proto__ constructor".split(
        " ",
      ),
    ];
    const any = fc.dictionary(fc.constantFrom(...fields), fc.jsonValue({ maxDepth: 4 }));
    fc.assert(
      fc.property(any, (raw) => {
        const { facts, refusals } = read({ ...raw, resourceType });
        expect(facts === null).toBe(refusals.length > 0);
      }),
      { seed: 20_261_122, numRuns: 400 },
    );
  });

  it("whose keys would change what every object is, changes nothing", () => {
    const raw: unknown = JSON.parse(
      '{"resourceType":"Patient","__proto__":{"isAdmin":true},"constructor":{"prototype":{"x":1}},"birthDate":"1987-02-20","name":[{"family":"Baxter","given":["Amy"],"__proto__":{"use":"old"}}]}',
    );
    expect(readPatient(raw).facts?.facts.familyName).toBe("Baxter");
    expect(Reflect.get({}, "isAdmin")).toBeUndefined();
  });
});

describe("a birth date", () => {
  it.each([
    ["1987-02-20", null],
    ["19870220", null],
    ["1987-02-20T00:00:00Z", null],
    [undefined, "date-missing"],
    ["1987", "date-partial"],
    ["1987-02", "date-partial"],
    ["10010101", "date-out-of-range"],
    ["20002316", "date-impossible"],
    ["2000-02-30", "date-impossible"],
    ["yesterday", "date-unreadable"],
  ])("written %s: %s", (birthDate, code) => {
    const { facts, refusals } = readPatient(patient({ birthDate }));
    expect(refusals.map((one) => one.code)).toEqual(code === null ? [] : [code]);
    if (code === null) expect(facts?.facts.birthDate).toBe("1987-02-20");
  });
});

describe("a person", () => {
  it.each([
    ["Nguyễn", "Thị Minh Khai"],
    ["O’Brien-Díaz", "Seán"],
    ["Иванова", "Мария"],
    ["王", "小明"],
    ["محمد", "فاطمة"],
  ])("is called %s, %s here as there", (family, given) => {
    const { facts } = readPatient(patient({ name: [{ family, given: [given] }] }));
    expect([facts?.facts.familyName, facts?.facts.givenName]).toEqual([family, given]);
  });

  it("keeps the names they go by apart", () => {
    const { facts } = readPatient(
      patient({
        name: [
          { use: "old", text: "Amy Shaw" },
          { use: "official", family: "Baxter", given: ["Amy", "Vera"], suffix: ["PharmD"] },
          { use: "usual", given: ["Vee"] },
          { use: "nickname", text: "Ams" },
        ],
      }),
    );
    expect(facts?.facts).toMatchObject({
      givenName: "Amy",
      middleName: "Vera",
      familyName: "Baxter",
      nameSuffix: "PharmD",
      preferredName: "Vee",
      formerNames: ["Amy Shaw"],
      nicknames: ["Ams"],
      phoneMayBeCalled: false,
    });
  });

  it("of ten million letters is refused, and quoted in eighty", () => {
    const { refusals } = readPatient(
      patient({ name: [{ family: "x".repeat(10_000_000), given: ["A"] }] }),
    );
    expect(refusals).toMatchObject([{ code: "too-long", field: "familyName" }]);
    expect(refusals[0]?.value?.length).toBeLessThan(100);
  });

  it("who has died is said to have, and not registered as living", () => {
    expect(readPatient(patient({ deceasedBoolean: true })).refusals).toMatchObject([
      { code: "has-died" },
    ]);
  });

  it("is not known by a social security number", () => {
    const identifier = [
      { system: "http://hl7.org/fhir/sid/us-ssn", value: "999-99-9999" },
      { system: "urn:any", value: "1", type: { coding: [{ code: "DL" }] } },
      { system: "urn:mrn", value: "42" },
    ];
    expect(readPatient(patient({ identifier })).facts?.identifiers).toEqual([
      { system: "urn:mrn", value: "42" },
    ]);
  });
});

describe("a policy", () => {
  const coverage = (more: Record<string, unknown>) => ({
    resourceType: "Coverage",
    beneficiary: { reference: "Patient/1" },
    subscriberId: "A1",
    period: { start: "2026-01-01" },
    payor: [{ display: "Any Health" }],
    ...more,
  });
  it("without a first day is kept as received, and the day is not made up", () => {
    const { facts } = readCoverage(coverage({ period: undefined }));
    expect(facts).toMatchObject({
      policy: null,
      lacks: [{ code: "date-missing", field: "effectiveFrom" }],
    });
  });
  it("that ends on 9999-12-31 has no end", () => {
    const { facts } = readCoverage(
      coverage({ period: { start: "2026-01-01", end: "9999-12-31" } }),
    );
    expect(facts?.policy?.facts.effectiveTo).toBeNull();
  });
  it("that the person pays is none", () => {
    expect(readCoverage(coverage({ payor: [{ reference: "Patient/1" }] })).refusals).toMatchObject([
      { code: "pays-self" },
    ]);
  });
});
