import { notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/patients/patient-account.api.ts";
import { shownName } from "#domain/patients/shown-name.ts";
import {
  endCareAccount,
  findCareAccount,
  openCareAccount,
} from "#server/access/care-affiliation.service.ts";
import { findForAccount, holdForAccount } from "#server/patients/patient-account.queries.ts";
import { announce } from "#server/platform/live/announce.ts";
import type { Work } from "#server/platform/work.ts";

export const readPatientAccount = async (
  work: Work,
  patientId: string,
): Promise<Output<typeof api.readPatientAccount>> => {
  if ((await findForAccount(work, patientId)) === undefined) throw notFound();
  return { account: await findCareAccount(work, patientId) };
};

/** Lets a patient sign in by codes that are mailed to this address. */
export const openPatientAccount = async (
  work: Work,
  { patientId, email }: Parsed<typeof api.openPatientAccount>,
): Promise<Output<typeof api.openPatientAccount>> => {
  const patient = await holdForAccount(work, patientId);
  if (patient === undefined) throw notFound();
  const name = shownName(patient);
  const account = await openCareAccount(work, { id: patientId, name, email });
  announce(work, "patient-account", patientId);
  return { account };
};

export const endPatientAccount = async (
  work: Work,
  { patientId, reason }: Parsed<typeof api.endPatientAccount>,
): Promise<Output<typeof api.endPatientAccount>> => {
  await endCareAccount(work, patientId, reason);
  announce(work, "patient-account", patientId);
  return {};
};
