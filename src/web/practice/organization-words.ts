import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { PatientWord } from "#domain/practice/organization.ts";

/** The words an organization may choose for the people in its care. */
export const patientWordWords: Readonly<Record<PatientWord, MessageDescriptor>> = {
  patient: msg`Patient`,
  client: msg`Client`,
  member: msg`Member`,
  participant: msg`Participant`,
};
