import { finding, type Finding } from "#domain/imports/finding.ts";
import type { ImportOutcome } from "#domain/imports/import.ts";
import { referenceIdentifier, referenceNames } from "#domain/imports/reference-names.ts";
import { searchKey } from "#domain/patients/search-key.ts";
import type { Payer } from "#domain/payers/payer.ts";
import type { Reading } from "#fhir/reading.ts";
import { listCalled, type CalledEntry } from "#server/imports/find-entries.queries.ts";
import type * as entries from "#server/imports/import-entry.queries.ts";
import type { ImportRun } from "#server/imports/import-run.ts";
import { readBelonging, readOrganization, type ReadBelonging } from "#server/imports/read-entry.ts";
import * as received from "#server/imports/received-record.queries.ts";
import { listPayers } from "#server/payers/payer.service.ts";
import type { Work } from "#server/platform/work.ts";

interface Around {
  readonly called: readonly CalledEntry[];
  readonly knownPeople: Awaited<ReturnType<typeof received.listKnown>>;
  readonly known: Awaited<ReturnType<typeof received.listKnown>>;
  readonly numbered: Awaited<ReturnType<typeof received.listNumbered>>;
  readonly payers: readonly Payer[];
}

interface Owner {
  readonly subjectNumber: number | null;
  readonly patientId: string | null;
  /** Why what belongs to this person cannot be taken now. */
  readonly stands: { readonly outcome: ImportOutcome; readonly finding: Finding } | null;
}

const noFault = new Set(["entered-in-error", "not-in-use", "pays-self"]);

const inFile = (names: readonly string[], { called }: Around): Owner | undefined => {
  const found = called.find(
    ({ phase, fullUrl, typeId }) =>
      phase === 1 && names.some((name) => name === fullUrl || name === typeId),
  );
  if (found === undefined) return undefined;
  const { number, patientId, outcome } = found;
  const told = (code: "person-not-taken" | "person-asked") =>
    finding(code, undefined, `#${number}`);
  const stands =
    outcome === "refused" || outcome === "skipped"
      ? { outcome: "skipped" as const, finding: told("person-not-taken") }
      : outcome === "asked"
        ? { outcome: "asked" as const, finding: told("person-asked") }
        : null;
  return { subjectNumber: number, patientId, stands };
};

/** Whose it is: somebody of this file, somebody known from this source, somebody known by a number. */
const ownerOf = ({ subject }: ReadBelonging, around: Around): Owner | undefined => {
  const names = referenceNames(subject.reference);
  const own = inFile(names, around);
  if (own !== undefined) return own;
  const before = around.knownPeople.find(({ sourceKey }) => names.includes(sourceKey));
  if (before !== undefined)
    return { subjectNumber: null, patientId: before.patientId, stands: null };
  const number = referenceIdentifier(subject);
  const patients = new Set(
    around.numbered
      .filter((one) => one.system === number?.system && one.value === number.value)
      .map(({ patientId }) => patientId),
  );
  const [patientId] = patients;
  return patients.size === 1 && patientId !== undefined
    ? { subjectNumber: null, patientId, stands: null }
    : undefined;
};

interface PayerFound {
  readonly payerName: string | null;
  readonly payerId: string | null;
}

/** Who pays: by the numbers and the name of the organization that is referred to, or of the reference itself. */
const payerOf = (
  coverage: NonNullable<ReadBelonging["coverage"]>,
  { called, payers }: Around,
): PayerFound => {
  const names = referenceNames(coverage.payer.reference ?? undefined);
  const entry = called.find(
    ({ phase, fullUrl, typeId }) =>
      phase === 0 && names.some((name) => name === fullUrl || name === typeId),
  );
  const organization =
    entry === undefined || entry.content === null
      ? { name: null, identifiers: [] }
      : readOrganization(entry);
  const said = [coverage.payer.name, organization.name].filter((name) => name !== null);
  const numbers = [...coverage.payer.identifiers, ...organization.identifiers];
  const folded = said.map(searchKey);
  const match =
    payers.find(({ electronicId }) => electronicId !== null && numbers.includes(electronicId)) ??
    payers.find(({ name }) => folded.includes(searchKey(name)));
  const payerName = said[0] ?? coverage.payer.reference ?? null;
  return { payerName: payerName?.slice(0, 400) ?? null, payerId: match?.id ?? null };
};

interface Verdict extends PayerFound {
  readonly outcome: ImportOutcome;
  readonly findings: readonly Finding[];
}

const noPayer: PayerFound = { payerName: null, payerId: null };

const judgeCoverage = (
  entry: entries.EntryRow,
  coverage: NonNullable<ReadBelonging["coverage"]>,
  around: Around,
): Verdict => {
  const kept = (findings: readonly Finding[], payer = noPayer): Verdict => ({
    ...payer,
    outcome: "taken",
    findings: [finding("kept-as-received"), ...findings],
  });
  if (coverage.policy === null) return kept(coverage.lacks);
  const found = payerOf(coverage, around);
  const payer = { ...found, payerId: entry.payerId ?? found.payerId };
  if (payer.payerId !== null) return { ...payer, outcome: "taken", findings: [] };
  if (entry.decided === "leave") return kept([finding("payer-left-open")], payer);
  if (payer.payerName === null) return kept([finding("payer-missing")]);
  const told = finding("payer-unknown", "payerId", payer.payerName);
  return { ...payer, outcome: "asked", findings: [told] };
};

const judge = (
  entry: entries.EntryRow,
  belonging: ReadBelonging,
  owner: Owner,
  around: Around,
): Verdict => {
  if (owner.stands !== null)
    return { ...noPayer, outcome: owner.stands.outcome, findings: [owner.stands.finding] };
  const before = around.known.find(
    (one) => one.resourceType === entry.resourceType && one.sourceKey === belonging.sourceKey,
  );
  if (before?.contentSha256 === entry.contentSha256)
    return { ...noPayer, outcome: "unchanged", findings: [] };
  const twice = around.called.find(
    ({ typeId, number }) => typeId !== null && typeId === entry.typeId && number < entry.number,
  );
  if (twice !== undefined)
    return {
      ...noPayer,
      outcome: "skipped",
      findings: [finding("twice-in-file", undefined, `#${twice.number}`)],
    };
  if (before !== undefined)
    return { ...noPayer, outcome: "merged", findings: [finding("newer-version-kept")] };
  return belonging.coverage === null
    ? { ...noPayer, outcome: "taken", findings: [] }
    : judgeCoverage(entry, belonging.coverage, around);
};

const blank = {
  title: null,
  birthDate: null,
  nearKey: null,
  subjectNumber: null,
  patientId: null,
  ...noPayer,
};

const seenOf = (
  entry: entries.EntryRow,
  { facts, refusals, notes }: Reading<ReadBelonging>,
  around: Around,
): entries.SeenEntry => {
  const { number } = entry;
  if (facts === null) {
    const isNoFault = refusals.every(({ code }) => noFault.has(code));
    return { ...blank, number, outcome: isNoFault ? "skipped" : "refused", findings: refusals };
  }
  const { title } = facts;
  const owner = ownerOf(facts, around);
  if (owner === undefined) {
    const nowhere = finding("reference-to-nowhere", "subject", facts.subject.reference);
    return { ...blank, number, title, outcome: "refused", findings: [nowhere] };
  }
  const verdict = judge(entry, facts, owner, around);
  const { subjectNumber, patientId } = owner;
  const findings = [...verdict.findings, ...notes];
  return { ...blank, ...verdict, number, title, subjectNumber, patientId, findings };
};

const peopleKeys = (belongings: readonly ReadBelonging[]) =>
  belongings.flatMap(({ subject }) =>
    referenceNames(subject.reference).map((sourceKey) => ({ resourceType: "Patient", sourceKey })),
  );

/** Looks at what belongs to people: whose it is, and what would become of it. Changes nothing. */
export const lookAtBelongings = async (
  work: Work,
  run: ImportRun,
  batch: readonly entries.EntryRow[],
): Promise<entries.SeenEntry[]> => {
  const readings = batch.map((entry) => ({ entry, reading: readBelonging(entry) }));
  const all = readings.flatMap(({ reading }) => (reading.facts === null ? [] : [reading.facts]));
  const names = all.flatMap(({ subject, coverage }) => [
    ...referenceNames(subject.reference),
    ...referenceNames(coverage?.payer.reference ?? undefined),
  ]);
  const own = batch.flatMap(({ typeId }) => typeId ?? []);
  const around: Around = {
    called: await listCalled(work, run.id, [...new Set([...names, ...own])]),
    knownPeople: await received.listKnown(work, run.source, peopleKeys(all)),
    known: await received.listKnown(
      work,
      run.source,
      readings.flatMap(({ entry: { resourceType }, reading: { facts } }) =>
        facts === null ? [] : [{ resourceType, sourceKey: facts.sourceKey }],
      ),
    ),
    numbered: await received.listNumbered(
      work,
      all.flatMap(({ subject }) => referenceIdentifier(subject) ?? []),
    ),
    payers: all.some(({ coverage }) => coverage !== null) ? (await listPayers(work)).rows : [],
  };
  return readings.map(({ entry, reading }) => seenOf(entry, reading, around));
};
