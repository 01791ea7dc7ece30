import { particles } from "#domain/charting/name-words.ts";
import { nicknamesOf } from "#domain/charting/nicknames.ts";
import { folded } from "#domain/charting/text-words.ts";

/** Every name a person of the roster may be written by. */
export interface RosterNames {
  readonly given: string;
  readonly middle: string | null;
  readonly family: string;
  readonly preferred: string | null;
  readonly others: readonly string[];
  readonly phone: string | null;
}

export interface RosterPerson {
  readonly patientId: string;
  readonly names: RosterNames;
}

/** The roster turned into what a text is searched for. */
export interface RosterTerms {
  /** Given names, nicknames and the rest, and whom they may mean. */
  readonly first: ReadonlyMap<string, ReadonlySet<string>>;
  readonly family: ReadonlyMap<string, ReadonlySet<string>>;
  /** What people are called here: where Will is called Will and another William Bill, Bill is the other. */
  readonly called: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names in scripts that know no spaces or capitals: searched for as they stand. */
  readonly unspaced: ReadonlyMap<string, ReadonlySet<string>>;
  readonly initials: ReadonlyMap<string, ReadonlySet<string>>;
  readonly phones: ReadonlyMap<string, string>;
}

const cased = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;

const partsOf = (name: string): string[] =>
  name
    .split(/[\s,]+/u)
    .flatMap((part) => (part.includes("-") ? [part, ...part.split("-")] : [part]))
    .map(folded)
    .filter((part) => part.length > 1 && !particles.has(part));

const add = (terms: Map<string, Set<string>>, term: string, patientId: string): void => {
  const known = terms.get(term);
  if (known === undefined) terms.set(term, new Set([patientId]));
  else known.add(patientId);
};

const initial = (name: string): string => folded(name).charAt(0).toUpperCase();

const addPerson = (
  maps: {
    first: Map<string, Set<string>>;
    family: Map<string, Set<string>>;
    called: Map<string, Set<string>>;
    unspaced: Map<string, Set<string>>;
    initials: Map<string, Set<string>>;
  },
  { patientId, names }: RosterPerson,
): void => {
  const called = [names.given, names.preferred, ...names.others].filter((name) => name !== null);
  const all = [...called, names.middle, names.family].filter((name) => name !== null);
  for (const name of all.filter((one) => !cased.test(one)))
    add(maps.unspaced, name.trim().normalize("NFC"), patientId);
  for (const part of called.flatMap(partsOf)) {
    add(maps.first, part, patientId);
    for (const nickname of nicknamesOf(part)) add(maps.first, nickname, patientId);
  }
  // Two given names are also written as one.
  for (const name of called)
    if (/\S[\s-]\S/u.test(name)) add(maps.first, folded(name.replace(/[\s-]/gu, "")), patientId);
  for (const part of partsOf(names.preferred ?? names.given)) add(maps.called, part, patientId);
  for (const part of partsOf(names.family)) add(maps.family, part, patientId);
  for (const name of called)
    if (cased.test(name)) add(maps.initials, initial(name) + initial(names.family), patientId);
};

/** What to search for, of everybody on the roster. */
export const rosterTerms = (roster: readonly RosterPerson[]): RosterTerms => {
  const maps = {
    first: new Map<string, Set<string>>(),
    family: new Map<string, Set<string>>(),
    called: new Map<string, Set<string>>(),
    unspaced: new Map<string, Set<string>>(),
    initials: new Map<string, Set<string>>(),
  };
  const phones = new Map<string, string>();
  for (const person of roster) {
    addPerson(maps, person);
    if (person.names.phone !== null) phones.set(person.names.phone, person.patientId);
  }
  return { ...maps, phones };
};
