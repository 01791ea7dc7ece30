import { z } from "zod";
import { finding } from "#domain/imports/finding.ts";
import type {
  IncomingContact,
  IncomingPatient,
  ReceivedSummary,
} from "#domain/imports/incoming.ts";
import { readRow } from "#domain/imports/read-row.ts";
import type { TableColumns } from "#domain/imports/table-columns.ts";
import { readAllergyIntolerance } from "#fhir/allergy-intolerance.ts";
import { readCondition } from "#fhir/condition.ts";
import { readCoverage, type ReadCoverage } from "#fhir/coverage.ts";
import type { FhirReference } from "#fhir/datatypes.ts";
import { readMedicationRequest } from "#fhir/medication-request.ts";
import { readPatient } from "#fhir/patient.ts";
import { refused, type Reading } from "#fhir/reading.ts";
import { readRelatedPerson } from "#fhir/related-person.ts";
import { resourceIn } from "#server/imports/fhir-file.ts";
import type { EntryRow } from "#server/imports/import-entry.queries.ts";

type Content = Pick<EntryRow, "resourceType" | "content" | "contentSha256" | "typeId" | "fullUrl">;

/** What an entry says, once more from its text. */
const valueOf = ({ content }: Pick<Content, "content">): unknown => {
  const value: unknown = content === null ? null : JSON.parse(content);
  return value;
};

const rowSchema = z.array(z.string());

/** Somebody of a file, and by what the same person of the same source is known again. */
export interface ReadPerson extends IncomingPatient {
  readonly sourceKey: string;
}

const keyOf = ({ typeId, fullUrl, contentSha256 }: Content): string =>
  typeId ?? fullUrl ?? contentSha256;

const readTableRow = (columns: TableColumns, entry: Content): Reading<ReadPerson> => {
  const row = rowSchema.safeParse(valueOf(entry)).data;
  if (row === undefined) return refused(finding("not-a-resource"));
  const { facts, refusals, notes } = readRow(columns, row);
  if (facts === null) return refused(...refusals);
  const { recordNumber, ...person } = facts;
  const sourceKey = recordNumber === null ? entry.contentSha256 : `#${recordNumber}`;
  return { facts: { ...person, sourceKey }, refusals, notes };
};

export const readPerson = (columns: TableColumns | null, entry: Content): Reading<ReadPerson> => {
  if (entry.resourceType === "Row")
    return columns === null ? refused(finding("not-a-resource")) : readTableRow(columns, entry);
  const { facts, refusals, notes } = readPatient(resourceIn(valueOf(entry)));
  if (facts === null) return refused(...refusals);
  return { facts: { ...facts, sourceKey: keyOf(entry) }, refusals, notes };
};

/** What belongs to somebody: whose it is, and what it would become here. */
export interface ReadBelonging {
  readonly subject: FhirReference;
  readonly sourceKey: string;
  readonly title: string | null;
  readonly contact: IncomingContact | null;
  readonly coverage: ReadCoverage | null;
  readonly summary: ReceivedSummary | null;
}

const nothing = { contact: null, coverage: null, summary: null };

const coverageSummary = ({ payer, policy, planName }: ReadCoverage): ReceivedSummary => ({
  title: payer.name ?? planName ?? "Coverage",
  code: policy?.facts.memberNumber ?? null,
  codeSystem: null,
  status: null,
  on: policy?.facts.effectiveFrom ?? null,
  detail: planName,
});

const mapped = <From, To>(reading: Reading<From>, to: (facts: From) => To): Reading<To> => ({
  ...reading,
  facts: reading.facts === null ? null : to(reading.facts),
});

const keptReaders = {
  Condition: readCondition,
  AllergyIntolerance: readAllergyIntolerance,
  MedicationRequest: readMedicationRequest,
};

export const readBelonging = (entry: Content): Reading<ReadBelonging> => {
  const resource = resourceIn(valueOf(entry));
  const sourceKey = keyOf(entry);
  switch (entry.resourceType) {
    case "RelatedPerson":
      return mapped(readRelatedPerson(resource), ({ subject, contact }) => ({
        ...nothing,
        subject,
        sourceKey,
        title: contact.name,
        contact,
      }));
    case "Coverage":
      return mapped(readCoverage(resource), (coverage) => {
        const summary = coverageSummary(coverage);
        const { subject } = coverage;
        return { ...nothing, subject, sourceKey, title: summary.title, coverage, summary };
      });
    case "Condition":
    case "AllergyIntolerance":
    case "MedicationRequest":
      return mapped(keptReaders[entry.resourceType](resource), ({ subject, summary }) => ({
        ...nothing,
        subject,
        sourceKey,
        title: summary.title,
        summary,
      }));
    default:
      return refused(finding("not-a-resource"));
  }
};

const organizationShape = z.object({
  name: z.string().optional().catch(undefined),
  identifier: z
    .array(z.object({ value: z.string().optional() }))
    .optional()
    .catch(undefined),
});

/** The name and numbers of an organization that others refer to. */
export const readOrganization = (
  entry: Pick<Content, "content">,
): { name: string | null; identifiers: string[] } => {
  const read = organizationShape.safeParse(resourceIn(valueOf(entry))).data;
  return {
    name: read?.name ?? null,
    identifiers: (read?.identifier ?? []).flatMap(({ value }) => value ?? []),
  };
};
