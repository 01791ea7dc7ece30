import type { CopiedMeasure } from "#domain/exports/chart-copy.ts";
import type { Instrument } from "#domain/measures/instruments/instrument.ts";
import { concept, given, metaOf, ours, referenceTo, type WrittenResource } from "#fhir/resource.ts";

const loinc = "http://loinc.org";
const observationCategory = "http://terminology.hl7.org/CodeSystem/observation-category";
const absent = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

const authorOf = (sheet: CopiedMeasure, patientId: string) =>
  sheet.answeredBy === "self" ? { author: referenceTo("Patient", patientId) } : {};

/** US Core QuestionnaireResponse: what was answered, item by item, in the words that were shown. */
const writeResponse = (
  sheet: CopiedMeasure,
  instrument: Instrument | undefined,
  patientId: string,
): WrittenResource => {
  const language = sheet.language === "es" ? "es" : "en";
  return {
    resourceType: "QuestionnaireResponse",
    id: sheet.id,
    meta: metaOf(sheet.label, "questionnaireresponse"),
    language: sheet.language,
    identifier: { system: ours.record, value: sheet.id },
    questionnaire: `urn:stepwell:questionnaire:${sheet.instrument}|${sheet.instrumentVersion}`,
    status: "completed",
    subject: referenceTo("Patient", patientId),
    authored: sheet.completedAt,
    ...authorOf(sheet, patientId),
    item: Object.entries(sheet.answers).map(([id, value]) => {
      const item = instrument?.items.find((one) => one.id === id);
      const choice = item?.choices.find((one) => one.value === value);
      return {
        linkId: id,
        ...given("text", item?.text[language]),
        answer: [
          choice === undefined
            ? { valueInteger: value }
            : { valueCoding: { code: String(value), display: choice.text[language] } },
        ],
      };
    }),
  };
};

const valueOf = (sheet: CopiedMeasure) =>
  sheet.score === null
    ? { dataAbsentReason: concept(absent, "not-performed", sheet.notScoredBecause ?? undefined) }
    : {
        valueQuantity: {
          value: sheet.score,
          unit: "{score}",
          system: "http://unitsofmeasure.org",
          code: "{score}",
        },
      };

/** US Core Observation (screening and assessment): the score, and its band as we name it. */
const writeScore = (
  sheet: CopiedMeasure,
  instrument: Instrument | undefined,
  patientId: string,
): WrittenResource => {
  return {
    resourceType: "Observation",
    id: sheet.id,
    meta: metaOf(sheet.label, "observation-screening-assessment"),
    status: "final",
    category: [concept(observationCategory, "survey")],
    code:
      instrument === undefined
        ? { text: sheet.instrument }
        : concept(loinc, instrument.loincTotal, sheet.instrument),
    subject: referenceTo("Patient", patientId),
    effectiveDateTime: sheet.completedAt,
    ...valueOf(sheet),
    ...given("interpretation", sheet.band === null ? null : [concept(ours.band, sheet.band)]),
    derivedFrom: [referenceTo("QuestionnaireResponse", sheet.id)],
  };
};

/** A finished answer sheet and its score. */
export const writeMeasure = (
  sheet: CopiedMeasure,
  instrument: Instrument | undefined,
  patientId: string,
): WrittenResource[] => [
  writeResponse(sheet, instrument, patientId),
  writeScore(sheet, instrument, patientId),
];
