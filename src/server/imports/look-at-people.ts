import { dateAt } from "#domain/basics/civil-date.ts";
import { finding, type Finding } from "#domain/imports/finding.ts";
import type { ImportOutcome } from "#domain/imports/import.ts";
import { splitName } from "#domain/imports/name-parts.ts";
import { nearKey } from "#domain/imports/near-key.ts";
import { birthDateProblem } from "#domain/patients/birth-date.ts";
import { areLikeNames, likeNamesOf } from "#domain/patients/like-names.ts";
import type { Names } from "#domain/patients/search-names.ts";
import {
  listCalled,
  listNear,
  type CalledEntry,
  type NearPlace,
} from "#server/imports/find-entries.queries.ts";
import type * as entries from "#server/imports/import-entry.queries.ts";
import type { ImportRun } from "#server/imports/import-run.ts";
import { NearPeople } from "#server/imports/near-people.ts";
import { readPerson, type ReadPerson } from "#server/imports/read-entry.ts";
import * as received from "#server/imports/received-record.queries.ts";
import { listLikelyDuplicates } from "#server/patients/likely-duplicates.service.ts";
import { getPatient } from "#server/patients/patient.service.ts";
import type { Work } from "#server/platform/work.ts";
import { getOrganization } from "#server/practice/organization.service.ts";

/** What is known before the people of a batch are looked at one by one. */
interface Around {
  readonly today: string;
  readonly known: Awaited<ReturnType<typeof received.listKnown>>;
  readonly numbered: Awaited<ReturnType<typeof received.listNumbered>>;
  readonly called: readonly CalledEntry[];
  readonly near: NearPeople;
}

interface Verdict {
  readonly outcome: ImportOutcome;
  readonly patientId?: string | null;
  readonly findings: readonly Finding[];
}

/** These refusals say that an entry is not wrong but not to be taken. */
const noFault = new Set(["has-died", "replaced-elsewhere"]);

const namesOf = (title: string): Names => {
  const { given, family } = splitName(title);
  return {
    givenName: given ?? "",
    middleName: null,
    familyName: family ?? "",
    preferredName: null,
    formerNames: [],
    nicknames: [],
  };
};

const titleOf = ({ facts }: ReadPerson): string =>
  // The family name last and in one piece, so that it can be told from the others again.
  `${facts.familyName}, ${facts.givenName}`;

const placeOf = ({ facts }: ReadPerson): NearPlace => ({
  birthDate: facts.birthDate,
  nearKey: nearKey(facts.givenName, facts.familyName),
});

/** The same entry earlier in the file, or another one under its id. */
const twiceInFile = (entry: entries.EntryRow, { called }: Around): Verdict | undefined => {
  const earlier = called.find(
    ({ typeId, number }) => typeId !== null && typeId === entry.typeId && number < entry.number,
  );
  if (earlier === undefined) return undefined;
  const told = finding("twice-in-file", undefined, `#${earlier.number}`);
  return earlier.contentSha256 === entry.contentSha256
    ? { outcome: "skipped", findings: [told] }
    : { outcome: "refused", findings: [finding("same-id-in-file", "id", `#${earlier.number}`)] };
};

const knownBefore = (
  entry: entries.EntryRow,
  { sourceKey }: ReadPerson,
  { known }: Around,
): Verdict | undefined => {
  const before = known.find((one) => one.sourceKey === sourceKey);
  if (before === undefined) return undefined;
  const { patientId } = before;
  return before.contentSha256 === entry.contentSha256
    ? { outcome: "unchanged", patientId, findings: [] }
    : { outcome: "merged", patientId, findings: [finding("known-from-before")] };
};

/** Somebody under the same number of another system: the same person where name and birthday say so, too; else a question. */
const numberedBefore = async (
  work: Work,
  { facts, identifiers }: ReadPerson,
  { numbered }: Around,
): Promise<Verdict | undefined> => {
  const mine = numbered.filter((one) =>
    identifiers.some(({ system, value }) => one.system === system && one.value === value),
  );
  const [patientId, other] = [...new Set(mine.map((one) => one.patientId))];
  if (patientId === undefined) return undefined;
  const patient = await getPatient(work, patientId);
  const isSame =
    other === undefined &&
    patient.birthDate === facts.birthDate &&
    areLikeNames(patient, facts) &&
    patient.retiredAt === null;
  return isSame
    ? { outcome: "merged", patientId, findings: [finding("known-by-number")] }
    : { outcome: "asked", findings: [finding("number-of-another", "identifier")] };
};

const likeSomebody = async (
  work: Work,
  entry: entries.EntryRow,
  person: ReadPerson,
  { near }: Around,
): Promise<Verdict | undefined> => {
  const { givenName, familyName, birthDate, phone, email } = person.facts;
  const asked = {
    givenName,
    familyName,
    birthDate,
    phone: phone ?? undefined,
    email: email ?? undefined,
  };
  const { rows } = await listLikelyDuplicates(work, asked);
  if (rows.length > 0)
    return { outcome: "asked", findings: [finding("likely-same", undefined, String(rows.length))] };
  const isLike = likeNamesOf(person.facts);
  const twin = near
    .of(placeOf(person))
    .find((one) => one.number < entry.number && isLike(namesOf(one.title)));
  return twin === undefined
    ? undefined
    : {
        outcome: "asked",
        findings: [finding("likely-same-in-file", undefined, `#${twin.number}`)],
      };
};

/** What a person said of it goes before everything that can be guessed. */
const decidedBefore = (entry: entries.EntryRow): Verdict | undefined => {
  if (entry.decided === "leave") return { outcome: "skipped", findings: [finding("left-out")] };
  if (entry.decided === "another") return { outcome: "taken", findings: [finding("said-another")] };
  if (entry.decided === "same" && entry.patientId !== null)
    return { outcome: "merged", patientId: entry.patientId, findings: [finding("said-same")] };
  return undefined;
};

const judge = async (
  work: Work,
  entry: entries.EntryRow,
  person: ReadPerson,
  around: Around,
): Promise<Verdict> => {
  const problem = birthDateProblem(person.facts.birthDate, around.today);
  if (problem !== null)
    return {
      outcome: "refused",
      findings: [finding(problem, "birthDate", person.facts.birthDate)],
    };
  return (
    twiceInFile(entry, around) ??
    knownBefore(entry, person, around) ??
    decidedBefore(entry) ??
    (await numberedBefore(work, person, around)) ??
    (await likeSomebody(work, entry, person, around)) ?? { outcome: "taken", findings: [] }
  );
};

const unread = {
  title: null,
  birthDate: null,
  nearKey: null,
  payerName: null,
  payerId: null,
  subjectNumber: null,
  patientId: null,
};

/** Looks at people of a file: what would become of each, and why. Changes nobody. */
export const lookAtPeople = async (
  work: Work,
  run: ImportRun,
  batch: readonly entries.EntryRow[],
): Promise<entries.SeenEntry[]> => {
  const readings = batch.map((entry) => ({ entry, reading: readPerson(run.columns, entry) }));
  const people = readings.flatMap(({ reading }) => (reading.facts === null ? [] : [reading.facts]));
  const { zone } = await getOrganization(work);
  const keys = readings.flatMap(({ entry: { resourceType }, reading: { facts } }) =>
    facts === null ? [] : [{ resourceType, sourceKey: facts.sourceKey }],
  );
  const around: Around = {
    today: dateAt(work.now, zone),
    known: await received.listKnown(work, run.source, keys),
    numbered: await received.listNumbered(
      work,
      people.flatMap(({ identifiers }) => identifiers),
    ),
    called: await listCalled(
      work,
      run.id,
      batch.flatMap(({ typeId }) => typeId ?? []),
    ),
    near: new NearPeople(await listNear(work, run.id, people.map(placeOf))),
  };
  const seen: entries.SeenEntry[] = [];
  for (const { entry, reading } of readings) {
    const { facts: person, refusals, notes } = reading;
    const { number } = entry;
    if (person === null) {
      const isNoFault = refusals.every(({ code }) => noFault.has(code));
      seen.push({
        ...unread,
        number,
        outcome: isNoFault ? "skipped" : "refused",
        findings: refusals,
      });
      continue;
    }
    const { outcome, patientId, findings } = await judge(work, entry, person, around);
    const title = titleOf(person);
    const place = placeOf(person);
    seen.push({
      ...unread,
      number,
      outcome,
      title,
      ...place,
      patientId: patientId ?? null,
      findings: [...findings, ...notes],
    });
    if (outcome === "taken" || outcome === "asked") around.near.add({ number, title, ...place });
  }
  return seen;
};
