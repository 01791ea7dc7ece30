import { filled, splitName } from "#domain/imports/name-parts.ts";
import { finding, type Finding } from "#domain/imports/finding.ts";
import type { IncomingContact, IncomingPatient } from "#domain/imports/incoming.ts";
import { readTypedDate } from "#domain/imports/incoming-date.ts";
import { keepFacts } from "#domain/imports/keep-facts.ts";
import { relationOf } from "#domain/imports/relation-words.ts";
import { stateCode } from "#domain/imports/state-code.ts";
import type { ColumnFact, TableColumns } from "#domain/imports/table-columns.ts";
import { contactFacts } from "#domain/patients/contact.ts";
import { languageSchema } from "#domain/patients/language.ts";

/** What was read of a row: its facts, or why there are none. */
export interface RowReading {
  readonly facts: (IncomingPatient & { readonly recordNumber: string | null }) | null;
  readonly refusals: readonly Finding[];
  readonly notes: readonly Finding[];
}

type Cells = Readonly<Partial<Record<ColumnFact, string>>>;

const cellsOf = (columns: TableColumns["columns"], row: readonly string[]): Cells =>
  Object.fromEntries(
    columns.flatMap(({ fact }, place) => {
      const cell = filled(row[place]);
      return fact === null || cell === undefined ? [] : [[fact, cell] as const];
    }),
  );

const sexes: Readonly<Record<string, "female" | "male" | "unknown">> = {
  f: "female",
  female: "female",
  femenino: "female",
  mujer: "female",
  w: "female",
  woman: "female",
  m: "male",
  male: "male",
  masculino: "male",
  hombre: "male",
  h: "male",
  man: "male",
  u: "unknown",
  unknown: "unknown",
  x: "unknown",
  desconocido: "unknown",
};

const languages: Readonly<Record<string, string>> = {
  english: "en",
  ingles: "en",
  spanish: "es",
  espanol: "es",
  castellano: "es",
  french: "fr",
  german: "de",
  portuguese: "pt",
  chinese: "zh",
  mandarin: "zh",
  cantonese: "yue",
  vietnamese: "vi",
  tagalog: "tl",
  korean: "ko",
  arabic: "ar",
  russian: "ru",
  hmong: "hmn",
  "american sign language": "ase",
  asl: "ase",
};

const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const sexOf = (cell: string | undefined): { sex: string | null; notes: Finding[] } => {
  if (cell === undefined) return { sex: null, notes: [] };
  const word = folded(cell);
  const sex = Object.hasOwn(sexes, word) ? (sexes[word] ?? null) : null;
  return { sex, notes: sex === null ? [finding("value-unknown", "sexAtBirth", cell)] : [] };
};

const languageOf = (cell: string | undefined): { language: string; notes: Finding[] } => {
  if (cell === undefined) return { language: "en", notes: [] };
  const word = folded(cell);
  const code = Object.hasOwn(languages, word) ? languages[word] : word.split("-")[0];
  const read = languageSchema.safeParse(code).data;
  return read === undefined
    ? { language: "en", notes: [finding("language-unknown", "language", cell)] }
    : { language: read, notes: [] };
};

const addressOf = ({ street, unit, city, state, postalCode }: Cells) => {
  if (street === undefined && city === undefined && postalCode === undefined) return null;
  // A table that was opened in a spreadsheet has lost the zero at the beginning of a ZIP.
  const zip =
    postalCode !== undefined && /^\d{4}$/.test(postalCode) ? `0${postalCode}` : postalCode;
  return { street, unit, city, state: stateCode(state ?? ""), postalCode: zip };
};

const contactsOf = (cells: Cells): { contacts: IncomingContact[]; notes: Finding[] } => {
  const { contactName: name, contactPhone: phone, contactRelation } = cells;
  if (name === undefined) return { contacts: [], notes: [] };
  const said = { name, relation: relationOf(contactRelation), roles: ["emergency"], phone };
  const read = contactFacts.safeParse(said).data;
  const withoutPhone = read ?? contactFacts.safeParse({ ...said, phone: null }).data;
  return {
    contacts: withoutPhone === undefined ? [] : [withoutPhone],
    notes: read === undefined ? [finding("contact-unreadable", "contact", name)] : [],
  };
};

const namesOf = (cells: Cells) => {
  const whole = cells.wholeName === undefined ? undefined : splitName(cells.wholeName);
  return {
    givenName: cells.givenName ?? whole?.given,
    middleName: cells.middleName ?? whole?.middle,
    familyName: cells.familyName ?? whole?.family,
  };
};

const isTooLong = (columns: TableColumns["columns"], row: readonly string[]): boolean =>
  row.slice(columns.length).some((cell) => cell.trim() !== "");

/** A person of a table, by what each column was said to be. */
export const readRow = (
  { columns, dateOrder }: Pick<TableColumns, "columns" | "dateOrder">,
  row: readonly string[],
): RowReading => {
  if (isTooLong(columns, row)) return { facts: null, refusals: [finding("row-ragged")], notes: [] };
  const cells = cellsOf(columns, row);
  const born = readTypedDate(cells.birthDate ?? "", dateOrder ?? "year-month-day");
  if (born.problem !== undefined)
    return {
      facts: null,
      refusals: [finding(born.problem, "birthDate", cells.birthDate)],
      notes: [],
    };
  const names = namesOf(cells);
  if (names.givenName === undefined || names.familyName === undefined) {
    const field = names.givenName === undefined ? "givenName" : "familyName";
    return { facts: null, refusals: [finding("name-missing", field)], notes: [] };
  }
  const sex = sexOf(cells.sexAtBirth);
  const spoken = languageOf(cells.language);
  const around = contactsOf(cells);
  const { facts, refusals, notes } = keepFacts({
    ...names,
    nameSuffix: cells.nameSuffix,
    preferredName: cells.preferredName === names.givenName ? undefined : cells.preferredName,
    formerNames: cells.formerName === undefined ? [] : [cells.formerName],
    nicknames: [],
    pronouns: cells.pronouns,
    birthDate: born.date,
    sexAtBirth: sex.sex,
    gender: cells.gender,
    language: spoken.language,
    needsInterpreter: false,
    phone: cells.phone,
    // Nobody has said here how this telephone may be used (45 CFR 164.522(b)).
    phoneMayBeCalled: false,
    phoneMayBeTexted: false,
    voicemailMayBeLeft: false,
    email: cells.email,
    address: addressOf(cells),
  });
  const recordNumber = cells.recordNumber?.slice(0, 200) ?? null;
  return {
    facts:
      facts === null ? null : { facts, identifiers: [], contacts: around.contacts, recordNumber },
    refusals,
    notes: [...sex.notes, ...spoken.notes, ...around.notes, ...notes],
  };
};
