import { describe, expect, test } from "vitest";
import { instrumentOf } from "#domain/exports/instrument-of.ts";
import { noticeOn } from "#domain/privacy/redisclosure-notice.ts";
import { writeBundle, writeChart, writeKeeper, writePayers } from "#fhir/write-chart.ts";
import { sampleChart, sampleKeeper } from "#test/support/sample-chart.ts";
import { hasUsCore, openUsCore, problemsUnderUsCore } from "#test/support/us-core.ts";

const context = { keeper: sampleKeeper, instrumentOf };
const all = [
  ...writeKeeper(sampleKeeper),
  ...writePayers([sampleChart]),
  ...writeChart(sampleChart, context),
];
const bundle = writeBundle(sampleChart, context, {
  id: "018f0000-0000-7000-8000-0000000000ff",
  at: "2026-11-19T20:00:00Z",
  notice: noticeOn("2026-11-19"),
});

const referencesIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === "reference" && typeof inner === "string" ? [inner] : referencesIn(inner),
  );
};

describe.skipIf(!hasUsCore)("under US Core 6.1.0 (../shared/fixtures/fhir/uscore)", () => {
  const core = hasUsCore ? openUsCore() : { profiles: new Map(), codes: new Map() };
  const profiled = all.filter(({ meta }) => meta.profile !== undefined);

  test.each(profiled.map((one) => [`${one.resourceType} ${one.id}`, one] as const))(
    "%s lacks nothing",
    (_, resource) => {
      expect(problemsUnderUsCore(core, resource)).toEqual([]);
    },
  );

  test("every kind with a profile is among them", () => {
    expect([...new Set(profiled.map(({ resourceType }) => resourceType))].toSorted()).toEqual([
      "CarePlan",
      "Condition",
      "Coverage",
      "DocumentReference",
      "Encounter",
      "Goal",
      "Location",
      "Observation",
      "Organization",
      "Patient",
      "Practitioner",
      "Provenance",
      "QuestionnaireResponse",
      "RelatedPerson",
    ]);
  });

  test("what is left out is noticed", () => {
    const goal = all.find(({ resourceType }) => resourceType === "Goal");
    const without = { ...goal, description: undefined };
    expect(problemsUnderUsCore(core, without)).toEqual(["Goal.description is missing"]);
    const plan = all.find(({ resourceType }) => resourceType === "CarePlan");
    expect(problemsUnderUsCore(core, { ...plan, category: [{ text: "plan" }] })).toEqual([
      "CarePlan.category:AssessPlan is missing",
    ]);
    const document = all.find(({ resourceType }) => resourceType === "Encounter");
    expect(problemsUnderUsCore(core, { ...document, subject: [] })).toEqual([
      "Encounter.subject is missing",
    ]);
  });
});

describe("a bundle", () => {
  test("every reference leads to a resource in it", () => {
    const there = new Set(
      bundle.entry.map(({ resource }) => `${resource.resourceType}/${resource.id}`),
    );
    const outside = referencesIn(bundle).filter(
      (reference) => !there.has(reference) && !reference.startsWith("#"),
    );
    expect(outside).toEqual([]);
  });

  test("is labelled as its closest part, and brings the notice", () => {
    expect(bundle.meta.security).toContainEqual(expect.objectContaining({ code: "42CFRPart2" }));
    expect(bundle.entry[0]?.resource["description"]).toBe(noticeOn("2026-11-19").short);
  });

  test("is the same twice, and has nothing that is null", () => {
    const again = writeBundle(sampleChart, context, {
      id: bundle.id,
      at: bundle.timestamp,
      notice: noticeOn("2026-11-19"),
    });
    expect(again).toEqual(bundle);
    expect(JSON.stringify(bundle)).not.toMatch(/:null|:\[\]|:\{\}/);
  });

  test("a note that was taken back says so, and one that was replaced leads to its successor", () => {
    const documents = bundle.entry
      .map(({ resource }) => resource)
      .filter(({ resourceType }) => resourceType === "DocumentReference");
    const states = documents.map(({ status }) => status).toSorted();
    expect(states).toEqual(["current", "current", "superseded"]);
    const later = documents.find(({ relatesTo }) => relatesTo !== undefined);
    expect(JSON.stringify(later?.["relatesTo"])).toContain("replaces");
  });
});
