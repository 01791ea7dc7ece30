import type { ChartCopy, KeeperOfRecords } from "#domain/exports/chart-copy.ts";
import type { Instrument } from "#domain/measures/instruments/instrument.ts";
import type { Notice } from "#domain/privacy/redisclosure-notice.ts";
import type { WrittenResource } from "#fhir/resource.ts";
import { writeCondition } from "#fhir/write-condition.ts";
import { writeConsent } from "#fhir/write-consent.ts";
import { writeCoverage, writePayer } from "#fhir/write-coverage.ts";
import { writeDocumentReference, writeNotice } from "#fhir/write-document-reference.ts";
import { writeEncounter } from "#fhir/write-encounter.ts";
import { writeEpisodeOfCare } from "#fhir/write-episode-of-care.ts";
import { writeLocation, writeOrganization, writePractitioner } from "#fhir/write-keeper.ts";
import { writeMeasure } from "#fhir/write-measure.ts";
import { writePatient } from "#fhir/write-patient.ts";
import { writePlans } from "#fhir/write-plan.ts";
import { writeSignatures } from "#fhir/write-provenance.ts";
import { writeRelatedPerson } from "#fhir/write-related-person.ts";

export interface ChartContext {
  readonly keeper: KeeperOfRecords;
  instrumentOf(name: string): Instrument | undefined;
}

const careOf = (chart: ChartCopy, organizationId: string): WrittenResource[] => {
  const { id } = chart.patient;
  const withStays = new Set(chart.stays.map((stay) => stay.id));
  return [
    ...chart.stays.flatMap((stay) => [
      writeEpisodeOfCare(stay, id, organizationId),
      ...stay.diagnoses.map((diagnosis) => writeCondition(diagnosis, stay, id)),
    ]),
    ...writePlans(chart),
    ...chart.visits.map((visit) => writeEncounter(visit, id, withStays.has(visit.enrollmentId))),
  ];
};

const signedOf = (chart: ChartCopy, { keeper, instrumentOf }: ChartContext): WrittenResource[] => {
  const { id } = chart.patient;
  const known = new Set(chart.notes.map((note) => note.id));
  const visits = new Set(chart.visits.map((visit) => visit.id));
  return [
    ...chart.notes.flatMap((note) => [
      writeDocumentReference(note, id, { known, withEncounter: visits.has(note.attendanceId) }),
      ...writeSignatures(note, keeper.organization.id),
    ]),
    ...chart.measures.flatMap((sheet) => writeMeasure(sheet, instrumentOf(sheet.instrument), id)),
  ];
};

/** Everything of one person that is one's own: in an order in which a reader meets what is referred to before who refers. */
export const writeChart = (chart: ChartCopy, context: ChartContext): WrittenResource[] => {
  const organizationId = context.keeper.organization.id;
  const { label } = chart;
  return [
    writePatient(chart.patient, { organizationId, label }),
    ...chart.contacts.map((contact) => writeRelatedPerson(contact, label)),
    ...chart.coverages.map((policy) => writeCoverage(policy, chart.patient.id, label)),
    ...careOf(chart, organizationId),
    ...signedOf(chart, context),
    ...chart.consents.map((consent) =>
      writeConsent(consent, chart.patient.id, organizationId, label),
    ),
  ];
};

/** Payers of these charts, each once. */
export const writePayers = (charts: readonly ChartCopy[]): WrittenResource[] => {
  const policies = charts.flatMap((chart) => chart.coverages);
  return [...new Map(policies.map((policy) => [policy.payerId, policy])).values()].map(writePayer);
};

/** Whoever keeps the records: the organization, its sites and its staff. */
export const writeKeeper = (keeper: KeeperOfRecords): WrittenResource[] => [
  writeOrganization(keeper),
  ...keeper.sites.map((site) => writeLocation(site, keeper.organization.id)),
  ...keeper.staff.map(writePractitioner),
];

const referencesIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]: [string, unknown]) =>
    field === "reference" && typeof inner === "string" ? [inner] : referencesIn(inner),
  );
};

export interface WrittenBundle {
  readonly resourceType: "Bundle";
  readonly id: string;
  readonly meta: { readonly security: WrittenResource["meta"]["security"] };
  readonly type: "collection";
  readonly timestamp: string;
  readonly entry: readonly { readonly fullUrl: string; readonly resource: WrittenResource }[];
}

/**
 * One person's chart as a collection. Its label is that of its closest part, and every reference leads to a resource in it:
 * of the staff, those whom the chart names.
 */
export const writeBundle = (
  chart: ChartCopy,
  context: ChartContext,
  { id, at, notice }: { readonly id: string; readonly at: string; readonly notice: Notice | null },
): WrittenBundle => {
  const own = writeChart(chart, context);
  const named = new Set(referencesIn(own));
  const around = [...writeKeeper(context.keeper), ...writePayers([chart])].filter(
    ({ resourceType, id: of }) =>
      named.has(`${resourceType}/${of}`) || of === context.keeper.organization.id,
  );
  const all = [
    ...(notice === null ? [] : [writeNotice(notice, chart.patient.id)]),
    ...around,
    ...own,
  ];
  const security = new Map(
    all.flatMap(({ meta }) => meta.security).map((coding) => [coding.code, coding]),
  );
  const base = `https://${context.keeper.organization.slug}.invalid/fhir`;
  return {
    resourceType: "Bundle",
    id,
    meta: { security: [...security.values()] },
    type: "collection",
    timestamp: at,
    entry: all.map((resource) => ({
      fullUrl: `${base}/${resource.resourceType}/${resource.id}`,
      resource,
    })),
  };
};
