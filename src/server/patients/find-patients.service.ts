import { dateAt } from "#domain/basics/civil-date.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/patients/patient.api.ts";
import type { PatientRow } from "#domain/patients/patient.ts";
import {
  beginningKeysOfTyped,
  farBeginnings,
  matchesNames,
  oneSlipBeginnings,
  wholeKeysOfTyped,
} from "#domain/patients/search-match.ts";
import { searchRequest, type SearchRequest } from "#domain/patients/search-request.ts";
import { pageOfRows } from "#server/db/keyset.ts";
import * as finding from "#server/patients/find-patients.queries.ts";
import { listPatients } from "#server/patients/patient.queries.ts";
import type { Work } from "#server/platform/work.ts";

type Search = Parsed<typeof api.searchPatients>;

/** With so many found for one word, nobody asks whether it was a slip. Two words are nearly a person: those of like names show below. */
const enough = 5;
const isAnswered = (found: number, { words }: SearchRequest, limit: number): boolean =>
  found >= (words.length > 1 ? limit : Math.min(enough, limit));
const mostBornOnADay = 500;

const rowOf = (found: finding.Found): PatientRow => {
  const { middleName: _, formerNames: __, nicknames: ___, place: ____, ...row } = found;
  return row;
};

const wordsUnder = (work: Work, keys: readonly string[]): Promise<string[]> =>
  keys.length === 0 ? Promise.resolve([]) : finding.listWordsUnder(work, keys);

/**
 * By what begins like the name; where that leaves room, by its words in any order and by every word one slip away; where
 * nobody is found so, by words that differ more or are not typed to their end.
 */
const byName = async (
  work: Work,
  request: SearchRequest,
  { state, limit }: Search,
): Promise<finding.Found[]> => {
  const { name, words } = request;
  const bounds = { state, most: limit };
  const first = await finding.listBeginning(work, [{ text: name, others: [], rank: 0 }], bounds);
  if (isAnswered(first.length, request, limit)) return first;
  const near = await wordsUnder(work, wholeKeysOfTyped(words));
  const found = await finding.listBeginning(work, oneSlipBeginnings(words, near), bounds);
  const seen = new Set(first.map((patient) => patient.id));
  const both = [...first, ...found.filter((patient) => !seen.has(patient.id))].slice(0, limit);
  if (both.length > 0) return both;
  const far = await wordsUnder(work, beginningKeysOfTyped(words));
  return finding.listBeginning(work, farBeginnings(words, [...new Set([...near, ...far])]), bounds);
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

const keys = {
  name: ({ familyName, givenName }: PatientRow) => `${familyName} ${givenName}`,
  birthday: ({ birthDate }: PatientRow) => birthDate,
  mrn: ({ mrn }: PatientRow) => mrn,
};

/** What was found, best first, or in the order that was asked for. */
const inOrder = (rows: readonly PatientRow[], { sort, order }: Search): readonly PatientRow[] => {
  if (sort === undefined) return rows;
  const key = keys[sort];
  const direction = order === "asc" ? 1 : -1;
  return rows.toSorted((one, other) => direction * key(one).localeCompare(key(other)));
};

/** A page of all patients, by name where nothing else is asked; or, where something was typed, those it may have meant, best first. */
export const searchPatients = async (
  work: Work,
  input: Search,
): Promise<Output<typeof api.searchPatients>> => {
  if (input.q === "") return pageOfRows(await listPatients(work, input), input.limit);
  const rows = [...inOrder((await search(work, input)).map(rowOf), input)];
  return { rows, total: rows.length, nextCursor: null };
};
