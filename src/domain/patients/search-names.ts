import { searchKey, wordsOf } from "#domain/patients/search-key.ts";

/** The parts of a name that a search knows. */
export interface Names {
  readonly givenName: string;
  readonly middleName: string | null;
  readonly familyName: string;
  readonly preferredName: string | null;
  readonly formerNames: readonly string[];
  readonly nicknames: readonly string[];
}

export type SearchNameKind = "legal" | "preferred" | "former" | "nickname";
export interface SearchName {
  readonly folded: string;
  readonly kind: SearchNameKind;
}

const longest = 200;

/** `van der Berg` is also looked for under `Berg`, `Fontaine-Díaz` under `Díaz`: names turned so that each part comes first. */
const turnsOf = (words: readonly string[]): string[] =>
  words.map((_, place) => [...words.slice(place), ...words.slice(0, place)].join(" "));

/** The parts of a family name of several words that people use alone: `Berg` of `van der Berg`. */
const partsOf = (last: readonly string[]): string[] =>
  last.length < 2 ? [] : last.filter((part) => part.length > 2);

const bothWays = (given: string, family: string): string[] => {
  const [first, last] = [searchKey(given), wordsOf(searchKey(family))];
  return [
    `${first} ${last.join(" ")}`,
    ...turnsOf(last)
      .filter((_, place) => place === 0 || (last[place] ?? "").length > 2)
      .map((turned) => `${turned} ${first}`),
    ...partsOf(last).flatMap((part) => [`${first} ${part}`, `${part} ${first}`]),
  ];
};

const ofFormer = (names: Names, former: string): string[] => {
  const words = wordsOf(searchKey(former));
  // One word alone is a former family name, as after a marriage.
  return words.length === 1 ? bothWays(names.givenName, former) : turnsOf(words);
};

/**
 * Every text a patient is found by, each beginning with another part of a name: given name first and family name first, with
 * and without the middle name, under the preferred name, nicknames and former names.
 */
export const searchNames = (names: Names): SearchName[] => {
  const { givenName, middleName, familyName, preferredName } = names;
  const kinds: readonly (readonly [SearchNameKind, readonly string[]])[] = [
    [
      "legal",
      [
        ...bothWays(givenName, familyName),
        ...(middleName === null ? [] : [searchKey(`${givenName} ${middleName} ${familyName}`)]),
      ],
    ],
    ["preferred", preferredName === null ? [] : bothWays(preferredName, familyName)],
    ["nickname", names.nicknames.flatMap((name) => bothWays(name, familyName))],
    ["former", names.formerNames.flatMap((name) => ofFormer(names, name))],
  ];
  const found = new Map<string, SearchNameKind>();
  for (const [kind, texts] of kinds)
    for (const text of texts) {
      const folded = text.slice(0, longest).trim();
      if (folded !== "" && !found.has(folded)) found.set(folded, kind);
    }
  return [...found].map(([folded, kind]) => ({ folded, kind }));
};

/** Every word of these names, once. */
export const searchWords = (names: readonly SearchName[]): string[] => [
  ...new Set(names.flatMap(({ folded }) => wordsOf(folded))),
];
