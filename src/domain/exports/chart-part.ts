import { z } from "zod";
import type { Information } from "#domain/privacy/information.ts";

/** The parts of a chart that can be handed over. Who the person is goes with every one of them. */
export const chartParts = [
  "contacts",
  "coverage",
  "stays",
  "plan",
  "attendance",
  "notes",
  "measures",
  "consents",
  "disclosures",
] as const;
export const chartPartSchema = z.enum(chartParts);
export type ChartPart = (typeof chartParts)[number];

const informationOf: Readonly<Record<ChartPart, readonly Information[]>> = {
  contacts: ["presence"],
  coverage: ["billing"],
  stays: ["presence", "diagnoses"],
  plan: ["treatment-plan"],
  attendance: ["attendance"],
  notes: ["session-notes", "progress"],
  measures: ["measures"],
  consents: ["presence"],
  disclosures: ["presence"],
};

/**
 * What somebody learns from these parts, as a consent names it. That somebody is in care here is told by any chart
 * (42 CFR 2.11, "disclose"; 2.13(a): no more than the purpose needs).
 */
export const informationIn = (parts: readonly ChartPart[]): readonly Information[] => [
  ...new Set<Information>(["presence", ...parts.flatMap((part) => informationOf[part])]),
];

/** Papers about telling are for the patient (42 CFR 2.25; 45 CFR 164.528): to anybody else they would tell whom else was told. */
const forThePatientAlone: readonly ChartPart[] = ["consents", "disclosures"];

/** Of these parts those that may go to somebody else at all. */
export const partsForOthers = (parts: readonly ChartPart[]): readonly ChartPart[] =>
  parts.filter((part) => !forThePatientAlone.includes(part));

/**
 * What no export holds, whoever asks: notes that analyse a conversation are kept apart and are outside a patient's own
 * access (45 CFR 164.501, 164.524(a)(1)(i); 42 CFR 2.11, 2.31(b)); what is not signed yet is no record; and the names of
 * others in a group stand in nobody's chart.
 */
export const neverExported = [
  "psychotherapy-notes",
  "counseling-notes",
  "unsigned-drafts",
  "other-members",
] as const;
