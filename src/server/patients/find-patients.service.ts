import { dateAt } from "#domain/basics/civil-date.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/patients/patient.api.ts";
import type { PatientRow } from "#domain/patients/patient.ts";
import { keysOfTyped, matchesNames, meantTexts } from "#domain/patients/search-match.ts";
import { searchRequest, type SearchRequest } from "#domain/patients/search-request.ts";
import { pageOfRows } from "#server/db/keyset.ts";
import * as finding from "#server/patients/find-patients.queries.ts";
import { listPatients } from "#server/patients/patient.queries.ts";
import type { Work } from "#server/platform/work.ts";

type Search = Parsed<typeof api.searchPatients>;

/** With so many found, or with somebody found for a name that is nearly whole, nobody asks whether a slip was made. */
const enough = 5;
const nearlyWhole = 8;
const isAnswered = (found: number, { name, words }: SearchRequest, limit: number): boolean =>
  found >= Math.min(enough, limit) || (found > 0 && words.length > 1 && name.length >= nearlyWhole);
const mostBornOnADay = 500;

const rowOf = (found: finding.Found): PatientRow => {
  const { middleName: _, formerNames: __, nicknames: ___, place: ____, ...row } = found;
  return row;
};

/** By what begins like the name; where that finds few, by its words in any order and by words that differ by a slip. */
const byName = async (
  work: Work,
  request: SearchRequest,
  { state, limit }: Search,
): Promise<finding.Found[]> => {
  const { name, words } = request;
  const bounds = { state, most: limit };
  const first = await finding.listBeginning(work, [{ text: name, others: [] }], bounds);
  if (isAnswered(first.length, request, limit)) return first;
  const keys = keysOfTyped(words);
  const known = keys.length === 0 ? [] : await finding.listWordsUnder(work, keys);
  const meant = meantTexts(words, known);
  const found = await finding.listBeginning(
    work,
    [
      ...meant.map((texts) => ({ text: texts.join(" "), others: [] })),
      ...meant.slice(0, 8).flatMap(anyOrder),
    ],
    bounds,
  );
  const seen = new Set(first.map((patient) => patient.id));
  return [...first, ...found.filter((patient) => !seen.has(patient.id))].slice(0, limit);
};

/** Begins with the longest word: it narrows most. */
const anyOrder = (words: readonly string[]): finding.Beginning[] => {
  const [longest, ...others] = words.toSorted((one, other) => other.length - one.length);
  return longest === undefined || others.length === 0 ? [] : [{ text: longest, others }];
};

const search = async (work: Work, input: Search): Promise<finding.Found[]> => {
  const thisYear = Number(dateAt(work.now, "UTC").slice(0, 4));
  const request = searchRequest(input.q, thisYear);
  const { birthDate, digits, email, words } = request;
  if (birthDate !== null || digits !== null || email !== null) {
    const marked = await finding.listByMarks(work, request, {
      state: input.state,
      most: mostBornOnADay,
    });
    const named = marked.filter((patient) => matchesNames(words, patient));
    // Whoever mistook the date still finds the name.
    if (named.length > 0 || words.length === 0) return named.slice(0, input.limit);
  }
  return words.length === 0 ? [] : byName(work, request, input);
};

/** A page of all patients by name; or, where something was typed, those it may have meant, best first. */
export const searchPatients = async (
  work: Work,
  input: Search,
): Promise<Output<typeof api.searchPatients>> => {
  if (input.q === "") return pageOfRows(await listPatients(work, input), input.limit);
  const rows = (await search(work, input)).map(rowOf);
  return { rows, total: rows.length, nextCursor: null };
};
