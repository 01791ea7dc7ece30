import type { Output, Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/privacy/disclosure.api.ts";
import { labelTogether } from "#domain/privacy/may-disclose.ts";
import { disclosureSchema } from "#domain/privacy/disclosure.ts";
import { pageOfRows } from "#server/db/keyset.ts";
import { getPatient } from "#server/patients/patient.service.ts";
import type { Work } from "#server/platform/work.ts";
import { disclose } from "#server/privacy/disclose.ts";
import { listDisclosures as accounting } from "#server/privacy/disclosure.queries.ts";

/** The labels of everything known of a patient. Which records there are, nouns above this one know. */
export type LabelsOf = (work: Work, patientId: string) => Promise<readonly string[]>;

export const listDisclosures = async (
  work: Work,
  input: Parsed<typeof api.listDisclosures>,
): Promise<Output<typeof api.listDisclosures>> => {
  await getPatient(work, input.patientId);
  const page = pageOfRows(await accounting(work, input), input.limit);
  return { ...page, rows: page.rows.map((row) => disclosureSchema.parse(row)) };
};

/** Tells somebody by word of mouth or on paper. It is about the person, so it is kept as closely as all that is known. */
export const makeDisclosure = async (
  work: Work,
  input: Parsed<typeof api.makeDisclosure>,
  labelsOf: LabelsOf,
): Promise<Output<typeof api.makeDisclosure>> => {
  const { id } = await getPatient(work, input.patientId);
  const record = { kind: "patient", id, label: labelTogether(await labelsOf(work, id)) };
  const { disclosures, sent } = await disclose(
    work,
    { ...input, records: [record], content: null },
    ({ notice }) => Promise.resolve(notice),
  );
  const [disclosure] = disclosures;
  if (disclosure === undefined) throw new Error("A disclosure left no line.");
  return { disclosure, notice: sent };
};
