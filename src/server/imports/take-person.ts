import { Problem } from "#domain/contract/problem.ts";
import { finding, type Finding } from "#domain/imports/finding.ts";
import { joinPatient } from "#domain/imports/join-patient.ts";
import type { EndedEntry, EntryRow } from "#server/imports/import-entry.queries.ts";
import type { ImportRun } from "#server/imports/import-run.ts";
import { findingsOf } from "#server/imports/findings-of.ts";
import { readPerson, type ReadPerson } from "#server/imports/read-entry.ts";
import { keepReceived, rememberIdentifiers } from "#server/imports/received-record.queries.ts";
import { attempt } from "#server/platform/savepoint.queries.ts";
import { takeBelonging, takeContact } from "#server/imports/take-belonging.ts";
import { changePatient, getPatient, registerPatient } from "#server/patients/patient.service.ts";
import type { Work } from "#server/platform/work.ts";

interface Taken {
  readonly patientId: string;
  readonly findings: readonly Finding[];
}

const register = async (work: Work, entry: EntryRow, person: ReadPerson): Promise<Taken> => {
  const sureItIsNew = entry.decided === "another";
  const { id } = await registerPatient(work, { ...person.facts, sureItIsNew });
  return { patientId: id, findings: [] };
};

/** Adds to somebody who is here what is empty here; what is said differently stays and is named. */
const join = async (work: Work, patientId: string, person: ReadPerson): Promise<Taken> => {
  const before = await getPatient(work, patientId);
  const { changed, differing } = joinPatient(before, person.facts);
  if (Object.keys(changed).length > 0 || before.retiredAt !== null)
    await changePatient(work, { patientId, version: before.version, ...changed });
  return { patientId, findings: differing.map((field) => finding("differs-here", field)) };
};

const takeContacts = async (work: Work, patientId: string, person: ReadPerson): Promise<void> => {
  for (const contact of person.contacts) await takeContact(work, patientId, contact);
};

const takeWhole = async (
  work: Work,
  run: ImportRun,
  entry: EntryRow,
  belongings: readonly EntryRow[],
): Promise<EndedEntry[]> => {
  const { facts: person } = readPerson(run.columns, entry);
  if (person === null || entry.content === null) throw new Error("an entry was not looked at");
  const isKnown = entry.outcome === "merged" && entry.patientId !== null;
  const { patientId, findings } =
    isKnown && entry.patientId !== null
      ? await join(work, entry.patientId, person)
      : await register(work, entry, person);
  await takeContacts(work, patientId, person);
  await rememberIdentifiers(work, run.source, patientId, person.identifiers);
  await keepReceived(work, {
    patientId,
    source: run.source,
    resourceType: entry.resourceType,
    sourceKey: person.sourceKey,
    content: entry.content,
    contentSha256: entry.contentSha256,
    summary: null,
    label: run.label,
    runId: run.id,
    becameKind: "patient",
    becameId: patientId,
  });
  const ended: EndedEntry[] = [
    {
      number: entry.number,
      outcome: isKnown ? "merged" : "taken",
      findings: [...findingsOf(entry), ...findings],
      patientId,
      appliedAt: work.now.toString(),
      becameKind: "patient",
      becameId: patientId,
    },
  ];
  for (const belonging of belongings)
    ended.push(await takeBelonging(work, run, belonging, patientId));
  return ended;
};

const notNow = (entry: EntryRow, outcome: "asked" | "refused", told: Finding): EndedEntry => ({
  number: entry.number,
  outcome,
  findings: [...findingsOf(entry), told],
  patientId: null,
  appliedAt: null,
  becameKind: null,
  becameId: null,
});

/** Somebody alike has come meanwhile, or a rule of the register refuses them: neither they nor what is theirs is taken. */
const refusedWhole = (
  entry: EntryRow,
  belongings: readonly EntryRow[],
  problem: Problem,
): EndedEntry[] => {
  const isAlike = problem.code === "likely-duplicates";
  const outcome = isAlike ? "asked" : "refused";
  const told = isAlike
    ? finding("likely-same", undefined, String(problem.values["count"] ?? 1))
    : finding(problem.code === "retired" ? "patient-retired" : "not-possible-here");
  const theirs = isAlike ? "person-asked" : "person-not-taken";
  return [
    notNow(entry, outcome, told),
    ...belongings.map((one) =>
      notNow(one, outcome, finding(theirs, undefined, `#${entry.number}`)),
    ),
  ];
};

/** Takes a person with everything that is theirs, whole or not at all. */
export const takePerson = async (
  work: Work,
  run: ImportRun,
  entry: EntryRow,
  belongings: readonly EntryRow[],
): Promise<EndedEntry[]> => {
  const taken = await attempt(work, () => takeWhole(work, run, entry, belongings));
  return taken instanceof Problem ? refusedWhole(entry, belongings, taken) : taken;
};
