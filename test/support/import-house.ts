import type { PatientRow } from "#domain/patients/patient.ts";
import { importsRoutes } from "#server/imports/import.routes.ts";
import { listImportEntries } from "#server/imports/import.service.ts";
import { searchPatients } from "#server/patients/find-patients.service.ts";
import { openTestProduct } from "#test/support/test-product.ts";

/** A person of another system as FHIR says them: Ada with this family name. */
export const personOf = (id: string, family: string, more: Record<string, unknown> = {}) => ({
  resourceType: "Patient",
  id,
  name: [{ family, given: ["Ada"] }],
  birthDate: "1990-05-04",
  identifier: [{ system: "urn:elsewhere", value: id }],
  ...more,
});

export const conditionOf = (id: string, subject: string) => ({
  resourceType: "Condition",
  id,
  code: {
    text: "Low mood",
    coding: [{ system: "http://hl7.org/fhir/sid/icd-10-cm", code: "F32.9" }],
  },
  subject: { reference: subject },
});

/** One file of a resource a line. */
export const linesOf = (...resources: unknown[]) => [
  { name: "people.ndjson", text: resources.map((one) => JSON.stringify(one)).join("\n") },
];

/** An organization that imports people, and somebody of another one. */
export const openImportHouse = async () => {
  const product = await openTestProduct(() => importsRoutes);
  const here = await product.addOrganization("Own House");
  const elsewhere = await product.addOrganization("Other House");
  const reportOf = async (importId: string) => {
    const { rows } = await product.inside(here, (work) =>
      listImportEntries(work, { importId, limit: 200 }),
    );
    return rows.map(({ number, outcome, findings, appliedAt }) => ({
      number,
      outcome,
      why: findings.map(({ code }) => code),
      isApplied: appliedAt !== null,
    }));
  };
  const found = async (q: string): Promise<PatientRow[]> => {
    const asked = { q, limit: 50, state: "all", order: "asc" } as const;
    return (await product.inside(here, (work) => searchPatients(work, asked))).rows;
  };
  return {
    product,
    here,
    director: await product.addPerson(here, ["director"]),
    colleague: await product.addPerson(here, ["director"]),
    administrator: await product.addPerson(here, ["administrator"]),
    facilitator: await product.addPerson(here, ["facilitator"]),
    stranger: await product.addPerson(elsewhere, ["director"]),
    reportOf,
    found,
  };
};
export type ImportHouse = Awaited<ReturnType<typeof openImportHouse>>;
