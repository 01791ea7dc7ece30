import type { z } from "zod";
import { finding } from "#domain/imports/finding.ts";
import { readFhirDate } from "#domain/imports/incoming-date.ts";
import type { ReceivedSummary } from "#domain/imports/incoming.ts";
import { wordsOf, type fhirReference, type FhirConcept } from "#fhir/datatypes.ts";
import { refused, type Reading } from "#fhir/reading.ts";

/** What is kept as it was received: whose it is, and what a list shows of it. */
export interface Received {
  readonly subject: z.output<typeof fhirReference>;
  readonly summary: ReceivedSummary;
}

const line = (text: string | undefined, longest: number): string | null => {
  const short = (text ?? "").replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, " ").trim();
  return short === "" ? null : short.slice(0, longest);
};

/** The day of the first of these moments that is a whole day. */
export const dayOf = (...moments: readonly (string | undefined)[]): string | null =>
  moments.map((moment) => readFhirDate(moment).date).find((date) => date !== undefined) ?? null;

/** The code of the system that is wanted most. */
export const codeOf = (
  concept: FhirConcept | undefined,
  wanted: readonly string[],
): { code: string | null; codeSystem: string | null } => {
  const codings = concept?.coding ?? [];
  const rank = (system: string | undefined): number => {
    const place = wanted.findIndex((one) => one === system);
    return place === -1 ? wanted.length : place;
  };
  const [first] = codings
    .filter(({ code }) => code !== undefined && code !== "")
    .toSorted((one, other) => rank(one.system) - rank(other.system));
  return { code: line(first?.code, 80), codeSystem: line(first?.system, 200) };
};

export const keep = (
  subject: z.output<typeof fhirReference> | undefined,
  concept: FhirConcept | undefined,
  rest: {
    readonly wanted: readonly string[];
    readonly status: string | undefined;
    readonly on: string | null;
    readonly detail: string | undefined;
    readonly isMistake: boolean;
  },
): Reading<Received> => {
  if (subject === undefined) return refused(finding("subject-missing", "subject"));
  if (rest.isMistake) return refused(finding("entered-in-error", "status"));
  const title = line(wordsOf(concept), 400);
  if (title === null) return refused(finding("code-missing", "code"));
  const { status, on, detail } = rest;
  const summary = {
    title,
    ...codeOf(concept, rest.wanted),
    status: line(status, 40),
    on,
    detail: line(detail, 400),
  };
  return { facts: { subject, summary }, refusals: [], notes: [] };
};
