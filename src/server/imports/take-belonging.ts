import { Problem } from "#domain/contract/problem.ts";
import { finding, type Finding } from "#domain/imports/finding.ts";
import { searchKey } from "#domain/patients/search-key.ts";
import { addCoverage, listCoverages } from "#server/coverage/coverage.service.ts";
import type { EndedEntry, EntryRow } from "#server/imports/import-entry.queries.ts";
import type { ImportRun } from "#server/imports/import-run.ts";
import { findingsOf } from "#server/imports/findings-of.ts";
import { readBelonging, type ReadBelonging } from "#server/imports/read-entry.ts";
import { keepReceived } from "#server/imports/received-record.queries.ts";
import { attempt } from "#server/platform/savepoint.queries.ts";
import { createContact, listContacts } from "#server/patients/contact.service.ts";
import type { Work } from "#server/platform/work.ts";

interface Became {
  readonly kind: string | null;
  readonly id: string | null;
  readonly findings: readonly Finding[];
}

const keptOnly: Became = { kind: null, id: null, findings: [] };

/** Somebody around a patient, unless somebody of that name is there already. */
export const takeContact = async (
  work: Work,
  patientId: string,
  contact: NonNullable<ReadBelonging["contact"]>,
): Promise<Became> => {
  const { rows } = await listContacts(work, patientId);
  const known = rows.find(({ name }) => searchKey(name) === searchKey(contact.name));
  if (known !== undefined)
    return { kind: "patient-contact", id: known.id, findings: [finding("contact-known")] };
  const { id } = await createContact(work, { patientId, ...contact });
  return { kind: "patient-contact", id, findings: [] };
};

/** A policy, unless the same number of the same payer is there already. What our rules refuse is kept as received. */
const takeCoverage = async (
  work: Work,
  patientId: string,
  entry: EntryRow,
  { policy }: NonNullable<ReadBelonging["coverage"]>,
): Promise<Became> => {
  const { payerId } = entry;
  if (policy === null || payerId === null) return keptOnly;
  const { rows } = await listCoverages(work, patientId);
  const known = rows.find(
    ({ payer, memberNumber }) => payer.id === payerId && memberNumber === policy.facts.memberNumber,
  );
  if (known !== undefined)
    return { kind: "coverage", id: known.id, findings: [finding("policy-known")] };
  const added = await attempt(work, () =>
    addCoverage(work, patientId, {
      ...policy.facts,
      payerId,
      ...(policy.rank !== null && { rank: policy.rank }),
    }),
  );
  if (added instanceof Problem)
    return {
      ...keptOnly,
      findings: [
        finding("kept-as-received"),
        finding(added.code === "too-many-policies" ? added.code : "not-possible-here"),
      ],
    };
  return { kind: "coverage", id: added.id, findings: [] };
};

const become = async (
  work: Work,
  patientId: string,
  entry: EntryRow,
  belonging: ReadBelonging,
): Promise<Became> => {
  // A newer version is kept beside what became of the earlier: what people have put right here is not written over.
  if (entry.outcome === "merged") return keptOnly;
  if (belonging.contact !== null) return takeContact(work, patientId, belonging.contact);
  if (belonging.coverage !== null) return takeCoverage(work, patientId, entry, belonging.coverage);
  return keptOnly;
};

/** Takes what belongs to somebody: as a record of its own where there is a place for it, and in any case as received. */
export const takeBelonging = async (
  work: Work,
  run: ImportRun,
  entry: EntryRow,
  patientId: string,
): Promise<EndedEntry> => {
  const { facts } = readBelonging(entry);
  if (facts === null || entry.content === null) throw new Error("an entry was not looked at");
  const became = await become(work, patientId, entry, facts);
  // A policy that stands among the policies is not shown a second time as something that was received.
  const summary = facts.coverage !== null && became.id !== null ? null : facts.summary;
  await keepReceived(work, {
    patientId,
    source: run.source,
    resourceType: entry.resourceType,
    sourceKey: facts.sourceKey,
    content: entry.content,
    contentSha256: entry.contentSha256,
    summary,
    label: run.label,
    runId: run.id,
    becameKind: became.kind,
    becameId: became.id,
  });
  return {
    number: entry.number,
    outcome: entry.outcome === "merged" ? "merged" : "taken",
    findings: [...findingsOf(entry), ...became.findings],
    patientId,
    appliedAt: work.now.toString(),
    becameKind: became.kind,
    becameId: became.id,
  };
};
