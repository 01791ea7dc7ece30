import { dateAt } from "#domain/basics/civil-date.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/patients/patient.api.ts";
import type { PatientListed, PatientRow } from "#domain/patients/patient.ts";
import {
  beginningKeysOfTyped,
  farBeginnings,
  matcherOf,
  oneSlipBeginnings,
  wholeKeysOfTyped,
} from "#domain/patients/search-match.ts";
import { searchRequest, type SearchRequest } from "#domain/patients/search-request.ts";
import { pageOfRows } from "#server/db/keyset.ts";
import { listCareNow } from "#server/patients/care-now.queries.ts";
import * as finding from "#server/patients/find-patients.queries.ts";
import { listPatients } from "#server/patients/patient.queries.ts";
import type { Work } from "#server/platform/work.ts";

type Search = Parsed<typeof api.searchPatients>;

/** With so many found for one word, nobody asks whether it was a slip. Two words are nearly a person: those of like names show below. */
const enough = 5;
const isAnswered = (found: number, { words }: SearchRequest, limit: number): boolean =>
  found >= (words.length > 1 ? limit : Math.min(enough, limit));

const rowOf = (found: finding.Found): PatientRow => {
  const { middleName: _, formerNames: __, nicknames: ___, ...row } = found;
  return row;
};

const namesOf = (found: finding.Found): string =>
  [
    found.givenName,
    found.middleName ?? "",
    found.familyName,
    found.preferredName ?? "",
    ...found.formerNames,
    ...found.nicknames,
  ].join(" ");

const without = (
  some: readonly finding.Found[],
  others: readonly finding.Found[],
): readonly finding.Found[] => {
  const ids = new Set(some.map(({ id }) => id));
  return others.filter(({ id }) => !ids.has(id));
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
  { state, care, limit }: Search,
): Promise<readonly finding.Found[]> => {
  const { name, words } = request;
  const bounds = { state, care, most: limit };
  const first = await finding.listBeginning(work, [{ text: name, others: [], rank: 0 }], bounds);
  if (isAnswered(first.length, request, limit)) return first;
  const near = await wordsUnder(work, wholeKeysOfTyped(words));
  const found = await finding.listBeginning(work, oneSlipBeginnings(words, near), bounds);
  const both = [...first, ...without(first, found)].slice(0, limit);
  if (both.length > 0) return both;
  const far = await wordsUnder(work, beginningKeysOfTyped(words));
  return finding.listBeginning(work, farBeginnings(words, [...new Set([...near, ...far])]), bounds);
};

const reached = async (
  work: Work,
  { digits, email, words, birthDate }: SearchRequest,
  { state, care, limit }: Search,
): Promise<readonly finding.Found[]> => {
  if (digits === null && email === null) return [];
  const isAlone = words.length === 0 && birthDate === null;
  const bounds = { state, care, most: isAlone ? limit : finding.mostReached };
  const isMeant = matcherOf(words);
  const found = await finding.listReached(work, { digits, email }, bounds);
  return found.filter(
    (patient) =>
      (birthDate === null || patient.birthDate === birthDate) && isMeant(namesOf(patient)),
  );
};

const born = async (
  work: Work,
  { birthDate, words }: SearchRequest,
  { state, care, limit }: Search,
): Promise<readonly finding.Found[]> => {
  if (birthDate === null) return [];
  const names = await finding.listNamesOfBorn(work, birthDate);
  const isMeant = matcherOf(words);
  const meant = names.filter(([, said]) => isMeant(said)).map(([id]) => id);
  return meant.length === 0
    ? []
    : finding.listThese(work, [...new Set(meant)], { state, care, most: limit });
};

const search = async (work: Work, input: Search): Promise<readonly finding.Found[]> => {
  const thisYear = Number(dateAt(work.now, "UTC").slice(0, 4));
  const request = searchRequest(input.q, thisYear);
  const first = await reached(work, request, input);
  const marked = [...first, ...without(first, await born(work, request, input))];
  // Whoever mistook the date still finds the name.
  if (marked.length > 0 || request.words.length === 0) return marked.slice(0, input.limit);
  return byName(work, request, input);
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

/** Where each of the rows that are shown is in care: asked by their ids, so that no search gets slower with the years. */
const withCare = async (work: Work, rows: readonly PatientRow[]): Promise<PatientListed[]> => {
  const stays = await listCareNow(
    work,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...row,
    care: stays
      .filter(({ patientId }) => patientId === row.id)
      .map(({ patientId: _, ...care }) => care),
  }));
};

/** A page of all patients, by name where nothing else is asked; or, where something was typed, those it may have meant, best first. */
export const searchPatients = async (
  work: Work,
  input: Search,
): Promise<Output<typeof api.searchPatients>> => {
  if (input.q === "") {
    const page = pageOfRows(await listPatients(work, input), input.limit);
    return { ...page, rows: await withCare(work, page.rows) };
  }
  const rows = inOrder((await search(work, input)).map(rowOf), input);
  return { rows: await withCare(work, rows), total: rows.length, nextCursor: null };
};

/** Everybody who goes by such a name, retired records too: for lists that are about people, where a slip is not guessed. */
export const everybodyNamed = (work: Work, typed: string): Promise<string[]> =>
  finding.listIdsNamed(work, typed);
